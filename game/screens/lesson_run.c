#include "screens/lesson_run.h"

#include <string.h>

#include "core/board.h"
#include "screens/game.h"
#include "store/question_key.h"

enum { BOARD_STEP = 200, MS_PER_SECOND = 1000 };

static const char *copy_text(struct arena *arena, const char *text)
{
    return arena_text(arena, text, strlen(text));
}

// --- who takes part

/// The team that a pupil is in; CONTEST_NOBODY: none.
static int team_of(const struct class_teams *teams, int pupil)
{
    for (int team = 0; team < teams->count; team++) {
        for (int i = 0; i < teams->teams[team].pupil_count; i++) {
            if (teams->teams[team].pupils[i] == pupil)
                return team;
        }
    }
    return CONTEST_NOBODY;
}

static void take_pupils(struct lesson_start *start, const struct lesson_setup *setup,
                        struct arena *arena)
{
    int all = setup->pupils ? setup->pupils->count : 0, count = 0;
    const char **names = ARENA_ARRAY(arena, all + 1, const char *);
    int *teams = ARENA_ARRAY(arena, all + 1, int);
    for (int i = 0; i < all; i++) {
        const struct class_pupil *pupil = &setup->pupils->pupils[i];
        if (pupil->is_absent)
            continue;
        names[count] = copy_text(arena, pupil->name);
        teams[count++] = team_of(setup->teams, i);
    }
    start->pupils = names;
    start->rules.pupil_count = count;
    start->rules.pupil_teams = start->rules.team_count ? teams : NULL;
}

static void take_teams(struct lesson_start *start, const struct class_teams *teams,
                       struct arena *arena)
{
    start->rules.team_count = teams->count;
    for (int i = 0; i < teams->count; i++) {
        start->teams[i] = teams->teams[i];
        start->teams[i].name = copy_text(arena, teams->teams[i].name);
        start->rules.time_percent[i] = teams->teams[i].time_percent;
        start->rules.buzzers[i] = teams->teams[i].buzzer;
    }
}

// --- what is asked

/// What comes first.
struct due {
    struct picked *picked;
    int count;
};

/// The questions of the bank that are due for the class, if these are to come first. In
/// `arena`.
static struct due find_due(const struct game *game, const struct lesson_setup *setup,
                           const struct bank *bank, struct arena *arena)
{
    struct memory_card *cards;
    struct due due = {0};
    int64_t now_ms = game_wall(game).at_ms;
    if (!setup->teams->wish.is_due_first || !setup->is_class || !game->memory)
        return due;
    int count = memory_cards(game->memory, bank->id, arena, &cards);
    struct question_index index = question_index_make(bank, arena);
    due.picked = ARENA_ARRAY(arena, count + 1, struct picked);
    for (int i = 0; i < count; i++) {
        const struct memory_card *card = &cards[i];
        bool is_due = card->card.phase != FSRS_NEW && card->card.due_ms <= now_ms &&
                      !card->is_suspended && card->hidden_until_ms <= now_ms;
        const struct question *question =
            is_due ? question_index_find(&index, card->question) : NULL;
        // Cards of one question stand beside each other.
        if (question && !(due.count && due.picked[due.count - 1].question == question))
            due.picked[due.count++] = (struct picked){bank, question};
    }
    return due;
}

static int pick(const struct lesson_setup *setup, const struct bank *bank, struct due due,
                struct arena *arena, struct picked **picked)
{
    const struct pick_rules rules = {.topics = setup->topics,
                                     .topic_count = setup->topic_count,
                                     .difficulty = PICK_ANY_DIFFICULTY,
                                     .count = setup->teams->wish.questions,
                                     .is_shuffled = true,
                                     .seed = setup->seed,
                                     .first = due.picked,
                                     .first_count = due.count};
    return pick_questions(&bank, 1, &rules, arena, picked);
}

/// As many columns and rows as the fields that are wished for make up, and a final question.
static int lay_board(const struct lesson_setup *setup, const struct bank *bank, struct due due,
                     struct arena *arena, struct lesson_start *start, struct picked **picked)
{
    struct board board;
    int topics = setup->topic_count ? setup->topic_count : board_topic_count(bank);
    struct board_shape shape = board_shape(setup->teams->wish.questions, topics);
    const struct board_rules rules = {.bank = bank,
                                      .topics = setup->topics,
                                      .topic_count = setup->topic_count,
                                      .columns = shape.columns,
                                      .rows = shape.rows,
                                      .has_final = true,
                                      .seed = setup->seed,
                                      .first = due.picked,
                                      .first_count = due.count};
    if (!board_make(&rules, arena, &board))
        return 0;
    start->rules.board_columns = board.columns;
    start->rules.board_rows = board.rows;
    start->rules.board_value = BOARD_STEP;
    start->rules.has_final = board.has_final;
    start->rules.has_wagers = true;
    start->topics = board.topics;
    *picked = board.picked;
    return board.count;
}

/// Questions between two looks at the scores: in turn each team has had as many.
static int round_length(const struct lesson_wish *wish, const struct contest_rules *rules,
                        int count)
{
    int rounds = wish->rounds > 0 ? wish->rounds : 1;
    int length = (count + rounds - 1) / rounds;
    if (wish->is_calm || rules->team_count == 0 || rules->mode == CONTEST_BOARD)
        return 0;
    if (rules->mode == CONTEST_TURNS)
        length = (length + rules->team_count - 1) / rules->team_count * rules->team_count;
    return length > 0 ? length : 1;
}

static bool has_those_it_needs(const struct contest_rules *rules)
{
    switch (rules->mode) {
    case CONTEST_HANDS:
        return true;
    case CONTEST_PUPILS:
        return rules->pupil_count > 0;
    case CONTEST_TURNS:
    case CONTEST_BUZZ:
    case CONTEST_ALL:
    case CONTEST_BOARD:
    case CONTEST_MODE_COUNT:
        break;
    }
    return rules->team_count >= TEAMS_LEAST;
}

static bool is_any_in_team(const struct contest_rules *rules)
{
    for (int i = 0; rules->pupil_teams && i < rules->pupil_count; i++) {
        if (rules->pupil_teams[i] >= 0)
            return true;
    }
    return false;
}

static struct lesson_start start_of(const struct lesson_setup *setup, struct arena *arena)
{
    const struct lesson_wish wish = lesson_wish_calmed(setup->teams->wish);
    struct lesson_start start = {
        .rules = {.mode = (enum contest_mode)wish.mode,
                  .limit_ms = (int64_t)wish.limit_s * MS_PER_SECOND,
                  .keeps_more_time = true,
                  .has_speed = wish.has_speed,
                  .is_buzzed = wish.is_buzzed,
                  .seed = setup->seed},
        .manner = {.is_calm = wish.is_calm,
                   .hides_names = wish.hides_names,
                   .is_top_three = wish.top_three,
                   .has_memory = setup->is_class},
    };
    take_teams(&start, setup->teams, arena);
    take_pupils(&start, setup, arena);
    // Hands are those of all, a lone team is none, and pupils who were not dealt have none.
    if (start.rules.mode == CONTEST_HANDS || start.rules.team_count < TEAMS_LEAST ||
        (start.rules.mode == CONTEST_PUPILS && !is_any_in_team(&start.rules))) {
        start.rules.team_count = 0;
        start.rules.pupil_teams = NULL;
    }
    return start;
}

bool lesson_run_begin(struct game *game, const struct lesson_setup *setup, int64_t now_ms)
{
    struct lesson_run *run = &game->run;
    const struct bank *bank = game_bank(game);
    struct picked *picked = NULL;
    lesson_run_close(game);
    struct lesson_start start = start_of(setup, &run->arena);
    if (bank && has_those_it_needs(&start.rules)) {
        struct due due = find_due(game, setup, bank, &run->arena);
        start.count = start.rules.mode == CONTEST_BOARD
                          ? lay_board(setup, bank, due, &run->arena, &start, &picked)
                          : pick(setup, bank, due, &run->arena, &picked);
    }
    if (!start.count) {
        arena_free(&run->arena);
        return false;
    }
    start.rules.round_length = round_length(&setup->teams->wish, &start.rules, start.count);
    start.items = lesson_items(picked, start.count, &run->arena);
    contest_start(&run->contest, &run->arena, picked, start.count, &start.rules, now_ms);
    if (run->contest.phase == CONTEST_DONE) { // no question can be asked so
        lesson_run_close(game);
        return false;
    }
    lesson_log_start(&run->log, game->journal, &run->contest, &start, now_ms, game_wall(game));
    library_keep_summaries(&game->library); // where to find the bank again, whatever happens
    run->text_percent = setup->teams->wish.text_percent;
    run->is_there = true;
    return true;
}

bool lesson_run_apply(struct game *game, const struct contest_event *event)
{
    struct lesson_run *run = &game->run;
    if (!run->is_there || !lesson_log_apply(&run->log, &run->contest, event, game_wall(game)))
        return false;
    if (run->log.start.manner.has_memory)
        game_outlook_is_old(game);
    return true;
}

bool lesson_run_resume(struct game *game, int64_t now_ms)
{
    struct lesson_run *run = &game->run;
    struct lesson_found found;
    struct class_teams teams;
    lesson_run_close(game);
    lesson_run_look(game);
    if (!game->lesson_left.is_there)
        return false;
    if (!lesson_log_find(game->journal, &game->library, &run->arena, now_ms, game_wall(game),
                         &found)) {
        arena_free(&run->arena);
        lesson_log_give_up(game->journal, game_wall(game));
        return false;
    }
    run->contest = found.contest;
    run->log = found.log;
    run->changed_count = found.changed;
    run->gone_count = found.gone;
    classes_read_teams(game->journal, game->journal->learner, NULL, &run->arena, &teams);
    run->text_percent = teams.wish.text_percent;
    run->is_there = true;
    return true;
}

void lesson_run_look(struct game *game)
{
    struct arena scratch = {0};
    struct lesson_glance glance = {0};
    game->lesson_left = (struct lesson_left){0};
    if (game->journal) {
        game->lesson_left.is_there = lesson_log_glance(game->journal, &scratch, &glance) &&
                                     glance.bank &&
                                     library_recall_bank(&game->library, glance.bank) >= 0;
        game->lesson_left.is_class = classes_has(game->journal, game->journal->learner);
    }
    game->lesson_left.at = glance.at;
    game->lesson_left.count = glance.count;
    arena_free(&scratch);
}

void lesson_run_close(struct game *game)
{
    arena_free(&game->run.arena);
    game->run = (struct lesson_run){0};
}

int lesson_run_team(const struct game *game, int buzzer)
{
    for (int team = 0; game->run.is_there && team < game->run.contest.rules.team_count;
         team++) {
        if (buzzer && game->run.contest.buzzers[team] == buzzer)
            return team;
    }
    return CONTEST_NOBODY;
}
