// The start of a lesson, and what came of it.
#include <string.h>

#include "base/rng.h"
#include "core/contest_log.h"

enum { MANY_CELLS = 16 };

/// Draws which cells have wagers: not in the first row, if there are others.
static void draw_wagers(struct contest *c, struct rng *rng)
{
    int rows = c->rules.board_rows, first = rows > 1, places = 0, cells = 0;
    for (int i = 0; i < c->rules.board_columns * rows; i++) {
        cells += !c->rounds[i].is_empty;
        places += !c->rounds[i].is_empty && i % rows >= first;
    }
    int wanted = cells < MANY_CELLS ? 1 : 2;
    for (int i = 0; i < c->rules.board_columns * rows && wanted > 0; i++) {
        if (c->rounds[i].is_empty || i % rows < first)
            continue;
        if (rng_below(rng, (uint64_t)places--) < (uint64_t)wanted) {
            c->rounds[i].is_wager = true;
            wanted--;
        }
    }
}

static void start_board(struct contest *c, struct rng *rng)
{
    int cells = c->rules.board_columns * c->rules.board_rows;
    for (int i = 0; i < c->round_count; i++) {
        struct contest_round *round = &c->rounds[i];
        round->is_final = i >= cells;
        round->is_wager = round->is_final;
        round->mode = round->is_final ? CONTEST_ALL : CONTEST_BOARD;
        round->value =
            c->rules.board_value * (round->is_final ? 1 : i % c->rules.board_rows + 1);
    }
    if (c->rules.has_wagers)
        draw_wagers(c, rng);
}

/// What is left over when all teams had the same number of turns is for everyone.
static void start_rounds(struct contest *c)
{
    int teams = c->rules.team_count;
    int whole = teams > 0 ? c->round_count - c->round_count % teams : 0;
    for (int i = 0; i < c->round_count; i++) {
        struct contest_round *round = &c->rounds[i];
        bool is_left_over = c->rules.mode == CONTEST_TURNS && i >= whole;
        round->mode = is_left_over ? CONTEST_ALL : c->rules.mode;
        round->value = round->is_empty ? 0 : CREDIT_FULL * round->ask.question->points;
    }
}

static const int *copy_pupil_teams(const struct contest_rules *rules, struct arena *arena)
{
    if (!rules->pupil_teams || rules->pupil_count <= 0)
        return NULL;
    int *teams = ARENA_ARRAY(arena, rules->pupil_count, int);
    memcpy(teams, rules->pupil_teams, (size_t)rules->pupil_count * sizeof *teams);
    return teams;
}

void contest_start(struct contest *c, struct arena *arena, const struct picked *picked,
                   int count, const struct contest_rules *rules, int64_t now_ms)
{
    *c = (struct contest){
        .arena = arena,
        .rules = *rules,
        .rounds = ARENA_ARRAY(arena, count + 1, struct contest_round),
        .round_count = count,
        .bag = ARENA_ARRAY(arena, rules->pupil_count + 1, int),
        .draws = ARENA_ARRAY(arena, rules->pupil_count + 1, int),
        .has_tried = ARENA_ARRAY(arena, rules->pupil_count + 1, bool),
        .since_ms = now_ms,
        .log = ARENA_ARRAY(arena, 1, struct contest_log),
    };
    c->rules.pupil_teams = copy_pupil_teams(rules, arena);
    memcpy(c->buzzers, rules->buzzers, sizeof c->buzzers);
    struct rng rng = rng_seed(rules->seed);
    for (int i = 0; i < count; i++) {
        // Each has its own chance: an edit of one moves no choices of the others.
        struct rng places = rng_seed(rules->seed ^ (uint64_t)(i + 1) << 32);
        c->rounds[i].is_empty = !picked[i].question;
        if (picked[i].question)
            c->rounds[i].ask = ask_make(picked[i].bank, picked[i].question, &places);
    }
    if (rules->mode == CONTEST_BOARD) {
        start_board(c, &rng);
    } else {
        start_rounds(c);
    }
    contest_fold_nothing(c);
    c->since_ms = now_ms;
}
