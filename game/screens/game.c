#include "screens/game.h"

#include <stdio.h>
#include <string.h>

#include "screens/game_wait.h"

const struct bank_file *game_bank_file(const struct game *game)
{
    if (game->bank_at < 0 || game->bank_at >= game->library.count)
        return NULL;
    return &game->library.entries[game->bank_at].file;
}

const struct bank *game_bank(const struct game *game)
{
    const struct bank_file *file = game_bank_file(game);
    return file ? file->bank : NULL;
}

bool game_is_playable(const struct library_entry *entry)
{
    return !entry->shadowed_by && entry->file.bank && entry->file.bank->question_count > 0;
}

bool game_choose_bank(struct game *game, int at)
{
    if (!game_can_wait(game, at)) {
        library_open_entry(&game->library, at);
        if (!game_is_playable(&game->library.entries[at]))
            return false;
    }
    if (game->bank_at != at)
        game_want_edits(game); // it may have come just now
    game->bank_at = at;
    const struct bank *bank = game_known_bank(game);
    if (strcmp(game->lost.id, bank->id) == 0)
        game->lost = (struct lost_bank){0};
    if (strcmp(game->settings.last_bank, bank->id) != 0) {
        snprintf(game->settings.last_bank, sizeof game->settings.last_bank, "%s", bank->id);
        game->settings_changed = true;
    }
    return true;
}

void game_forget_refused(struct game *game)
{
    arena_free(&game->refused_arena);
    game->refused = NULL;
    game->refused_count = 0;
}

static struct refusal *refuse(struct game *game, const char *path, int entry)
{
    struct refusal *refusal = ARENA_ARRAY(&game->refused_arena, 1, struct refusal);
    refusal->path = path;
    refusal->entry = entry;
    refusal->other.arena = &game->refused_arena;
    *(game->refused ? game->refused_end : &game->refused) = refusal;
    game->refused_end = &refusal->next;
    game->refused_count++;
    return refusal;
}

static void refuse_entry(struct game *game, int at)
{
    const struct library_entry *entry = &game->library.entries[at];
    struct refusal *refusal = refuse(game, entry->path, at);
    if (entry->shadowed_by) {
        diag_add_file(&refusal->other, DIAG_ERROR, entry->path,
                      "has the same id as %s, which comes first; give it another id",
                      entry->shadowed_by);
    }
}

/// Notes what the library said last of the folder, or the file that is no bank, at `path`.
static void refuse_place(struct game *game, const char *path)
{
    const struct diags *diags = &game->library.diags;
    for (size_t i = diags->count; path && i-- > 0;) {
        const struct diag *diag = &diags->items[i];
        if (strcmp(diag->place.file, path) == 0) {
            struct refusal *refusal = refuse(game, diag->place.file, -1);
            diag_add_file(&refusal->other, DIAG_ERROR, refusal->path, "%s", diag->message);
            return;
        }
    }
}

const struct diags *game_refusal_why(const struct game *game, const struct refusal *refusal)
{
    return refusal->other.count ? &refusal->other
                                : &game->library.entries[refusal->entry].file.diags;
}

/// The first bank that plays of what was asked for, or -1; notes what is refused.
static int find_asked(struct game *game)
{
    struct library *library = &game->library;
    int found = -1;
    for (int i = 0; i < library->count; i++) {
        const struct library_entry *entry = &library->entries[i];
        bool is_needed = entry->asked == ASKED_BY_NAME || found < 0;
        if (entry->asked == ASKED_NOT || !is_needed)
            continue;
        bool plays = game_can_wait(game, i);
        if (!plays) {
            library_open_entry(library, i);
            plays = game_is_playable(entry);
        }
        if (found < 0 && plays)
            found = i;
    }
    for (int i = 0; i < library->count; i++) {
        const struct library_entry *entry = &library->entries[i];
        bool is_missed = entry->asked == ASKED_BY_NAME || found < 0;
        if (entry->asked != ASKED_NOT && is_missed && !game_is_playable(entry) &&
            !game_can_wait(game, i))
            refuse_entry(game, i);
    }
    return found;
}

static void choose_usual_bank(struct game *game)
{
    const char *last = game->settings.last_bank;
    bool is_there = !*last;
    for (int i = 0; i < game->library.count; i++) {
        if (!library_has_id(&game->library, i, last))
            continue;
        is_there = true;
        if (game_choose_bank(game, i))
            return;
    }
    if (!is_there)
        game_lose_bank(game, last); // the next one that is chosen takes its place in `last`
    for (int i = 0; i < game->library.count; i++) {
        if (game_choose_bank(game, i))
            return;
    }
}

void game_find_banks(struct game *game, const struct library_places *places)
{
    library_find(&game->library, places);
    game->library.db = game->journal ? &game->journal->db : NULL;
    game_forget_refused(game);
    int at = find_asked(game);
    for (int i = 0; i < places->named_count; i++)
        refuse_place(game, places->named[i]);
    refuse_place(game, places->library_dir);
    if (at >= 0) {
        game_choose_bank(game, at);
    } else if (!places->named_count) {
        choose_usual_bank(game);
    }
}

/// Adds `path` to the library and returns its first bank that plays, or -1.
static int add_path(struct game *game, const char *path)
{
    if (library_add(&game->library, path) >= 0)
        return find_asked(game);
    refuse_place(game, path);
    return -1;
}

bool game_open_path(struct game *game, const char *path)
{
    game_forget_refused(game);
    int at = add_path(game, path);
    return at >= 0 && game_choose_bank(game, at);
}

bool game_open_refused(struct game *game)
{
    struct arena arena = game->refused_arena; // what follows is in it
    const struct refusal *refused = game->refused;
    int chosen = -1;
    game->refused_arena = (struct arena){0};
    game_forget_refused(game);
    for (; refused; refused = refused->next) {
        int at = add_path(game, refused->path);
        chosen = chosen < 0 ? at : chosen;
    }
    arena_free(&arena);
    return chosen >= 0 && game_choose_bank(game, chosen);
}

void game_drop_quiz(struct game *game)
{
    game->has_quiz = false;
    game->changed_count = game->gone_count = 0;
    game->quiz_log = game->restarted_log = (struct quiz_log){0};
    game->session = game->restarted = (struct session){0};
    arena_reset(&game->quiz_arena);
    arena_free(&game->restarted_arena);
}

struct fsrs_time game_wall(const struct game *game)
{
    return (struct fsrs_time){game->wall_ms, game->ahead_min};
}

/// Where the events of the quiz go: those of a drill nowhere.
static struct journal *journal_for(const struct game *game)
{
    return game->plan.is_drill ? NULL : game->journal;
}

static void begin_log(struct game *game, int64_t now_ms)
{
    quiz_log_start(&game->quiz_log, journal_for(game), &game->session, now_ms, game_wall(game));
    quiz_log_learn_paces(&game->quiz_log, &game->session, game->memory);
}

bool game_apply(struct game *game, enum event_type type, int64_t now_ms,
                const struct answer *answer)
{
    const struct event event = {.type = type, .at_ms = now_ms, .answer = answer};
    game_outlook_is_old(game);
    return quiz_log_apply(&game->quiz_log, &game->session, &event, game_wall(game));
}

/// Lets progress follow the questions of a bank. Returns whether any did.
static bool follow_edits(struct game *game, const char *bank)
{
    struct relink relink = {0};
    struct arena scratch = {0};
    int at = library_find_bank(&game->library, bank);
    if (at >= 0 && game->memory && game->memory->journal &&
        relink_bank(&relink, game->memory, &game->library, at, game->wall_ms, &scratch))
        game_outlook_is_old(game);
    arena_free(&scratch);
    return relink.followed + relink.edited_count > 0;
}

/// Finds the quiz of `bank` that was in play, also where its questions were edited since.
static bool find_quiz(struct game *game, const char *bank, int64_t now_ms,
                      struct quiz_found *found)
{
    struct arena *arena = &game->quiz_arena;
    struct fsrs_time wall = game_wall(game);
    bool is_found = quiz_log_find(game->journal, &game->library, arena, now_ms, wall, found);
    if (found->gone && follow_edits(game, bank))
        is_found = quiz_log_find(game->journal, &game->library, arena, now_ms, wall, found);
    return is_found;
}

bool game_resume_quiz(struct game *game, bool is_bank_asked_for, int64_t now_ms)
{
    struct quiz_found found;
    struct quiz_glance glance;
    game_drop_quiz(game);
    if (!game->journal || !quiz_log_glance(game->journal, &game->quiz_arena, &glance)) {
        arena_reset(&game->quiz_arena);
        return false;
    }
    const struct bank *bank = game_known_bank(game);
    bool is_other = is_bank_asked_for && !(bank && strcmp(bank->id, glance.bank) == 0);
    bool waits = !is_other && game_let_quiz_wait(game, &glance);
    if (is_other || waits) {
        arena_reset(&game->quiz_arena);
        return waits;
    }
    bool is_found = find_quiz(game, glance.bank, now_ms, &found);
    if (!is_found || (is_bank_asked_for && found.bank_at != game->bank_at)) {
        arena_reset(&game->quiz_arena);
        return false;
    }
    game->session = found.session;
    game->quiz_log = found.log;
    quiz_log_learn_paces(&game->quiz_log, &game->session, game->memory);
    game->changed_count = found.changed;
    game->gone_count = found.gone;
    game->has_quiz = true;
    if (game_choose_bank(game, found.bank_at))
        game_plan_quiz(game, NULL, 0);
    return true;
}

void game_restart_quiz(struct game *game, int64_t now_ms)
{
    const struct session old = game->session;
    arena_free(&game->restarted_arena);
    game->restarted = old;
    game->restarted_arena = game->quiz_arena;
    game->quiz_arena = (struct arena){0};
    struct picked *picked = ARENA_ARRAY(&game->quiz_arena, old.turn_count, struct picked);
    for (int i = 0; i < old.turn_count; i++)
        picked[i] = (struct picked){old.turns[i].ask.bank, old.turns[i].ask.question};
    struct session_rules rules = old.rules;
    rules.seed = rng_next(&game->rng);
    game->restarted_log = game->quiz_log;
    session_start(&game->session, &game->quiz_arena, picked, old.turn_count, &rules, now_ms);
    begin_log(game, now_ms);
}

bool game_undo_restart(struct game *game, int64_t now_ms)
{
    if (!game->restarted.turn_count)
        return false;
    // The old session still points to `quiz_arena`, which gets its contents back.
    arena_free(&game->quiz_arena);
    game->quiz_arena = game->restarted_arena;
    game->session = game->restarted;
    game->quiz_log = game->restarted_log;
    game->restarted_arena = (struct arena){0};
    game->restarted = (struct session){0};
    game_apply(game, EVENT_RESUME, now_ms, NULL);
    return true;
}

static void copy_topics(struct quiz_plan *plan, const char *const *topics, int count)
{
    const char **copies = ARENA_ARRAY(&plan->arena, count, const char *);
    for (int i = 0; i < count; i++)
        copies[i] = arena_text(&plan->arena, topics[i], strlen(topics[i]));
    plan->topics = copies;
    plan->topic_count = count;
}

void game_plan_quiz(struct game *game, const char *const *topics, int count)
{
    struct quiz_plan plan = {.bank = game_bank(game)};
    copy_topics(&plan, topics, count); // `topics` may lie in the plan that goes
    arena_free(&game->plan.arena);
    game->plan = plan;
}

static bool is_missed(const struct turn *turn)
{
    return turn->is_answered && turn->mark.credit < CREDIT_FULL;
}

int game_missed_count(const struct game *game)
{
    int count = 0;
    for (int i = 0; i < game->session.turn_count; i++)
        count += is_missed(&game->session.turns[i]);
    return count;
}

/// The missed questions of the last quiz, in the order they were asked.
static void plan_missed_first(struct game *game)
{
    const struct session *s = &game->session;
    struct quiz_plan plan = {.bank = game->plan.bank};
    copy_topics(&plan, game->plan.topics, game->plan.topic_count);
    struct picked *first = ARENA_ARRAY(&plan.arena, s->turn_count + 1, struct picked);
    for (int i = 0; i < s->turn_count; i++) {
        const struct turn *turn = &s->turns[s->queue[i]];
        if (is_missed(turn)) {
            first[plan.first_count++] =
                (struct picked){.bank = turn->ask.bank, .question = turn->ask.question};
        }
    }
    plan.first = first;
    arena_free(&game->plan.arena);
    game->plan = plan;
}

void game_plan_only(struct game *game, const struct picked *questions, int count)
{
    struct quiz_plan plan = {.bank = count ? questions[0].bank : game->plan.bank,
                             .first_count = count,
                             .is_only_first = true};
    copy_topics(&plan, game->plan.topics, game->plan.topic_count);
    struct picked *first = ARENA_ARRAY(&plan.arena, count + 1, struct picked);
    memcpy(first, questions, (size_t)count * sizeof *first);
    plan.first = first;
    arena_free(&game->plan.arena);
    game->plan = plan;
}

void game_plan_again(struct game *game)
{
    // A drill asks the same few questions again: those it missed are no others.
    if (!game->plan.is_drill)
        plan_missed_first(game);
}

int game_pick(const struct game *game, const struct quiz_plan *plan, struct rng *rng,
              struct arena *arena, struct picked **picked)
{
    if (plan->is_only_first) {
        *picked = ARENA_ARRAY(arena, plan->first_count + 1, struct picked);
        if (plan->first_count)
            memcpy(*picked, plan->first, (size_t)plan->first_count * sizeof **picked);
        return plan->first_count;
    }
    const struct pick_rules rules = {
        .topics = plan->topics,
        .topic_count = plan->topic_count,
        .difficulty = game->settings.difficulty,
        .count = game->settings.count,
        .is_shuffled = game->settings.shuffle,
        .seed = rng_next(rng),
        .first = plan->first,
        .first_count = plan->first_count,
    };
    return pick_questions(&plan->bank, 1, &rules, arena, picked);
}

bool game_start_quiz(struct game *game, int64_t now_ms)
{
    if (!game->plan.bank)
        return false;
    game_drop_quiz(game);
    struct picked *picked = NULL;
    int count = game_pick(game, &game->plan, &game->rng, &game->quiz_arena, &picked);
    if (!count)
        return false;
    const struct session_rules rules = {
        .question_limit_ms = (int64_t)game->settings.question_timer_s * 1000,
        .quiz_limit_ms = (int64_t)game->settings.quiz_timer_s * 1000,
        .has_speed = game->settings.speed_bonus,
        .has_streak = game->settings.streak_bonus,
        .has_memory = game->settings.memory,
        .seed = rng_next(&game->rng),
    };
    session_start(&game->session, &game->quiz_arena, picked, count, &rules, now_ms);
    begin_log(game, now_ms);
    game->has_quiz = true;
    game_renew_quiz(game, now_ms); // what was missed may be of a bank that was replaced
    return true;
}

bool game_start_drill(struct game *game, const struct picked *questions, int count,
                      struct arena *arena, int64_t now_ms)
{
    game_drop_quiz(game); // it may ask questions of the drill before
    game_plan_only(game, questions, count);
    game->plan.is_drill = true;
    arena_free(&game->drill_arena);
    game->drill_arena = *arena;
    *arena = (struct arena){0};
    return game_start_quiz(game, now_ms);
}

void game_free(struct game *game)
{
    game_free_edits(game);
    game_free_reload(game);
    game_free_learners(game);
    game_drop_study(game);
    lesson_run_close(game);
    mistake_tally_free(&game->tally);
    arena_free(&game->sound_arena);
    arena_free(&game->picture.arena);
    arena_free(&game->plan.arena);
    arena_free(&game->quiz_arena);
    arena_free(&game->drill_arena);
    arena_free(&game->restarted_arena);
    game_forget_refused(game);
    library_close(&game->library);
}
