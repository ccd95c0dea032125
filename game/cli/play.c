#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "base/rng.h"
#include "cli/banks.h"
#include "cli/feedback.h"
#include "cli/game.h"
#include "cli/moved.h"
#include "cli/problems.h"
#include "cli/run.h"
#include "core/pick.h"
#include "store/settings.h"

enum { ALL_DIFFICULTIES = DIFFICULTY_COUNT }; // after the others in the words of --difficulty

// Everything that a quiz is made of.
struct play {
    struct cli *cli;
    struct banks banks;
    struct library library;
    struct arena arena;
    struct settings settings;
    struct pick_rules pick;
    struct session_rules rules;
    const struct bank **chosen; // the banks that are played
    int chosen_count;
    struct lines lines;
    struct journal journal;
    struct memory memory;
    struct game game;
};

static void load_settings(struct play *p)
{
    struct diags diags = {.arena = &p->arena};
    p->settings = settings_load(p->cli->paths.settings_file, &diags);
    problems_print(&diags, false, stderr);
}

// Says what had to be left out of a bank that is played all the same.
static void say_set_aside(const struct library_entry *entry)
{
    int count = entry->file.bank->set_aside;
    if (!count)
        return;
    fprintf(stderr,
            ngettext("quartet: %d question was skipped; see: quartet check %s\n",
                     "quartet: %d questions were skipped; see: quartet check %s\n",
                     (unsigned long)count),
            count, entry->path);
}

// Adds a bank to those that are played; says why if that cannot be.
static void choose(struct play *p, int i)
{
    const struct library_entry *entry = &p->library.entries[i];
    if (!library_open_entry(&p->library, i)) {
        problems_print(&entry->file.diags, false, stderr);
        return;
    }
    say_set_aside(entry);
    if (entry->file.bank->question_count) {
        p->chosen[p->chosen_count++] = entry->file.bank;
    } else {
        fprintf(stderr, _("quartet: no question of %s can be played; see: quartet check %s\n"),
                entry->path, entry->path);
    }
}

// The bank that was played last, else the first with something to play.
static void choose_one(struct play *p)
{
    const char *last = p->settings.last_bank;
    for (int i = 0; last[0] && i < p->library.count; i++) {
        if (library_open_entry(&p->library, i) &&
            strcmp(p->library.entries[i].file.bank->id, last) == 0) {
            choose(p, i);
            return;
        }
    }
    for (int i = 0; i < p->library.count && !p->chosen_count; i++)
        choose(p, i);
}

static bool find_banks(struct play *p)
{
    if (!banks_find_places(&p->banks, p->cli))
        return false;
    struct library_places places = p->banks.places;
    bool is_named = places.named_count > 0;
    if (is_named) {
        places = (struct library_places){
            .named = p->banks.places.named,
            .named_count = p->banks.places.named_count,
        };
    }
    library_find(&p->library, &places);
    if (is_named)
        library_open_all(&p->library);
    problems_print(&p->library.diags, false, stderr);
    p->chosen = ARENA_ARRAY(&p->arena, p->library.count, const struct bank *);
    for (int i = 0; is_named && i < p->library.count; i++) {
        if (!p->library.entries[i].shadowed_by)
            choose(p, i);
    }
    if (!is_named)
        choose_one(p);
    if (!p->chosen_count && !p->library.count && !is_named) {
        fprintf(stderr, _("quartet: there are no banks; put some into %s, or name one\n"),
                p->cli->paths.questions_dir);
    }
    return p->chosen_count > 0;
}

static uint64_t any_seed(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    struct rng rng = rng_seed((uint64_t)now.tv_sec * 1000000007U + (uint64_t)now.tv_nsec +
                              (uint64_t)getpid());
    return rng_next(&rng);
}

// Options go before settings.
static void make_rules(struct play *p)
{
    const struct option_value *values = p->cli->values;
    const struct settings *s = &p->settings;
    p->pick = (struct pick_rules){
        .topics = values[OPTION_TAG].texts,
        .topic_count = values[OPTION_TAG].text_count,
        .difficulty = s->difficulty,
        .count = values[OPTION_COUNT].is_set ? (int)values[OPTION_COUNT].number : s->count,
        .is_shuffled = s->shuffle,
        .seed = values[OPTION_SEED].is_set ? (uint64_t)values[OPTION_SEED].number : any_seed(),
    };
    if (values[OPTION_DIFFICULTY].is_set) {
        int place = (int)values[OPTION_DIFFICULTY].number;
        p->pick.difficulty = place == ALL_DIFFICULTIES ? PICK_ANY_DIFFICULTY : place;
    }
    int64_t timer_s =
        values[OPTION_TIMER].is_set ? values[OPTION_TIMER].number : s->question_timer_s;
    p->rules = (struct session_rules){
        .question_limit_ms = timer_s * 1000,
        .quiz_limit_ms = s->quiz_timer_s * (int64_t)1000,
        .has_speed = s->speed_bonus,
        .has_streak = s->streak_bonus,
        .has_memory = s->memory,
        .seed = p->pick.seed,
    };
}

static void say_nothing_fits(const struct play *p)
{
    fputs(_("quartet: no question fits; ask for other topics or another difficulty\n"), stderr);
    fputs(_("These topics are there:"), stderr);
    for (int i = 0; i < p->chosen_count; i++) {
        const struct bank *bank = p->chosen[i];
        for (int k = 0; k < bank->topic_count; k++)
            fprintf(stderr, "%s %s", i || k ? "," : "", bank->topics[k]);
    }
    fputs("\n", stderr);
}

static void add_intro(struct play *p, int count)
{
    if (p->cli->values[OPTION_QUIET].is_set)
        return;
    struct buf *out = &p->game.out;
    for (int i = 0; i < p->chosen_count; i++)
        buf_printf(out, "%s\n", p->chosen[i]->title);
    buf_printf(out, ngettext("%d question. ", "%d questions. ", (unsigned long)count), count);
    buf_text(out, _("Commands: :hint (halves the points) :skip :undo :redo :quit :help\n"));
}

// The missed ones of the game that is over, in the order they were asked.
static int find_missed(struct play *p, struct picked **missed)
{
    const struct session *s = &p->game.session;
    *missed = ARENA_ARRAY(&p->arena, s->turn_count, struct picked);
    int count = 0;
    for (int i = 0; i < s->turn_count; i++) {
        const struct turn *turn = &s->turns[s->queue[i]];
        if (turn->is_answered && turn->mark.credit < CREDIT_FULL)
            (*missed)[count++] = (struct picked){turn->ask.bank, turn->ask.question};
    }
    return count;
}

static uint64_t next_seed(uint64_t seed)
{
    struct rng rng = rng_seed(seed);
    return rng_next(&rng);
}

// The same settings and a new seed, with what was missed asked first.
static int pick_again(struct play *p, struct picked *missed, int missed_count,
                      struct picked **picked)
{
    p->pick.seed = next_seed(p->pick.seed);
    p->pick.first = missed;
    p->pick.first_count = missed_count;
    return pick_questions(p->chosen, p->chosen_count, &p->pick, &p->arena, picked);
}

enum choice { CHOICE_END, CHOICE_MISSED, CHOICE_AGAIN, CHOICE_UNDO, CHOICE_INTERRUPTED };

// What to do after the results. Only a terminal is asked.
static enum choice ask_what_next(struct play *p, int missed_count)
{
    static const struct {
        const char *word;
        enum choice choice;
    } words[] = {
        {"", CHOICE_END},     {":quit", CHOICE_END}, {"q", CHOICE_END},
        {"r", CHOICE_MISSED}, {"a", CHOICE_AGAIN},   {":undo", CHOICE_UNDO},
    };

    const char *ask = missed_count
                          ? _("\nEnter ends, r tries the missed ones again, a plays again: ")
                          : _("\nEnter ends, a plays again: ");
    for (;;) {
        const char *line;
        enum lines_result result = game_read(&p->game, ask, INT64_MAX, &line);
        game_flush(&p->game);
        if (result != LINES_LINE)
            return result == LINES_INTERRUPTED ? CHOICE_INTERRUPTED : CHOICE_END;
        for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
            bool is_there = words[i].choice != CHOICE_MISSED || missed_count;
            if (is_there && strcmp(words[i].word, line) == 0)
                return words[i].choice;
        }
        if (strcmp(line, "c") == 0)
            moved_undo(&p->game);
    }
}

static enum game_end show_results(struct play *p, enum game_end end)
{
    buf_text(&p->game.out, "\n");
    feedback_add_results(&p->game.session, &p->game.out);
    moved_add(&p->game);
    game_flush(&p->game);
    return end;
}

// Plays on as long as the player likes after a first game that came to `end`.
static enum game_end play_rounds(struct play *p, enum game_end end)
{
    bool may_review = p->cli->values[OPTION_REVIEW].is_set;
    end = show_results(p, end);
    while (end == GAME_FINISHED) {
        struct picked *missed;
        int missed_count = find_missed(p, &missed);
        enum choice choice = CHOICE_END;
        if (may_review && missed_count) {
            choice = CHOICE_MISSED;
        } else if (p->lines.is_terminal) {
            choice = ask_what_next(p, missed_count);
        }
        may_review = false;
        if (choice == CHOICE_END)
            break;
        if (choice == CHOICE_INTERRUPTED)
            return GAME_INTERRUPTED;
        if (choice == CHOICE_UNDO) {
            end = show_results(p, game_undo(&p->game));
            continue;
        }
        struct picked *picked = missed;
        int count = missed_count;
        if (choice == CHOICE_AGAIN)
            count = pick_again(p, missed, missed_count, &picked);
        p->rules.seed = next_seed(p->rules.seed);
        end = show_results(p, game_play(&p->game, picked, count, &p->rules));
    }
    return end;
}

// Only what somebody chose to play at a terminal is remembered, not what a script ran.
static void remember_bank(struct play *p)
{
    const char *id = p->chosen[0]->id;
    if (!p->lines.is_terminal || strcmp(p->settings.last_bank, id) == 0 ||
        strlen(id) >= sizeof(p->settings.last_bank))
        return;
    struct diags diags = {.arena = &p->arena};
    snprintf(p->settings.last_bank, sizeof(p->settings.last_bank), "%s", id);
    settings_save(&p->settings, p->cli->paths.settings_file, &diags);
    problems_print(&diags, false, stderr);
}

static int status_of(const struct play *p, enum game_end end)
{
    switch (end) {
    case GAME_FINISHED:
    case GAME_QUIT:
        return CLI_DONE;
    case GAME_INPUT_ENDED:
        fprintf(stderr, _("quartet: the input ended after %d of %d questions\n"),
                session_answered(&p->game.session), p->game.session.turn_count);
        return CLI_NO;
    case GAME_INTERRUPTED:
        return CLI_INTERRUPTED;
    }
    return CLI_FAILED;
}

static void open_journal(struct play *p)
{
    struct diags diags = {.arena = &p->arena};
    journal_open(&p->journal, p->cli->paths.data_dir, "me", &diags);
    problems_print(&diags, false, stderr);
    memory_open(&p->memory, &p->journal);
    p->game.journal = &p->journal;
    p->game.memory = &p->memory;
}

// Nobody has to look at the journal to know whether this game is safe.
static void close_journal(struct play *p)
{
    char fault[sizeof p->journal.fault];
    snprintf(fault, sizeof fault, "%s", p->journal.fault);
    memory_close(&p->memory);
    if (!journal_close(&p->journal))
        fprintf(stderr, _("quartet: the last answers are not saved: %s\n"), fault);
}

// Whether the player says that the game that was left is to go on. Only a terminal is asked,
// and only if nothing else was asked for.
static bool is_going_on(struct play *p)
{
    static const enum option_id makers[] = {OPTION_COUNT,      OPTION_SEED,  OPTION_TAG,
                                            OPTION_DIFFICULTY, OPTION_TIMER, OPTION_REVIEW};

    bool is_asked_for = p->cli->operand_count > 0;
    for (size_t i = 0; i < sizeof(makers) / sizeof(makers[0]); i++)
        is_asked_for = is_asked_for || p->cli->values[makers[i]].is_set;
    if (is_asked_for || !p->lines.is_terminal || !game_find(&p->game, &p->library))
        return false;
    const struct session *s = &p->game.session;
    const char *ask = fill_text(
        &p->arena, _("You stopped at question {1} of {2} of {3}. Go on? Enter yes, n no: "),
        arena_printf(&p->arena, "%d", s->at + 1), arena_printf(&p->arena, "%d", s->turn_count),
        s->turns[0].ask.bank->title, NULL);
    const char *line;
    return game_read(&p->game, ask, INT64_MAX, &line) == LINES_LINE && line[0] != 'n' &&
           line[0] != 'N';
}

static enum game_end play_first(struct play *p, const struct picked *picked, int count)
{
    if (is_going_on(p))
        return game_go_on(&p->game);
    remember_bank(p);
    add_intro(p, count);
    return game_play(&p->game, picked, count, &p->rules);
}

static int play(struct play *p)
{
    load_settings(p);
    if (!find_banks(p))
        return CLI_FAILED;
    make_rules(p);
    struct picked *picked;
    int count = pick_questions(p->chosen, p->chosen_count, &p->pick, &p->arena, &picked);
    if (!count) {
        say_nothing_fits(p);
        return CLI_FAILED;
    }
    lines_open(&p->lines, STDIN_FILENO);
    const struct option_value *now = &p->cli->values[OPTION_NOW];
    p->game.lines = &p->lines;
    p->game.fixed_now_ms = now->is_set ? now->number : -1;
    open_journal(p);
    int status = status_of(p, play_rounds(p, play_first(p, picked, count)));
    game_close(&p->game);
    close_journal(p);
    buf_free(&p->game.out);
    lines_close(&p->lines);
    return status;
}

int run_play(struct cli *cli)
{
    struct play p = {.cli = cli};
    int status = play(&p);
    library_close(&p.library);
    banks_close(&p.banks);
    arena_free(&p.arena);
    return status;
}
