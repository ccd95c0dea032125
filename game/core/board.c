#include "core/board.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "base/text.h"

const char board_other[] = "Other";

/// A topic and how many questions it has.
struct column {
    const char *name;
    int topic; // of the bank; its topic_count: those without a tag
    int first; // of `count`, those that go before others
    int count;
};

/// What a board is made of.
struct maker {
    const struct board_rules *rules;
    const bool *is_first; // of each question of the bank
    const int *order;     // of the questions, see draw_order()
    bool *is_taken;       // likewise: it is on the board
    struct arena *scratch;
};

struct board_shape board_shape(int fields, int topics)
{
    enum { COLUMNS = 6, ROWS = 5 };

    struct board_shape best = {1, 1};
    int most = topics < COLUMNS ? topics : COLUMNS;
    for (int columns = most > 1 && fields > 1 ? 2 : 1; columns <= most; columns++) {
        int rows = fields / columns < ROWS ? fields / columns : ROWS;
        int more = columns * rows - best.columns * best.rows;
        int apart = abs(columns - rows) - abs(best.columns - best.rows);
        if (more > 0 || (more == 0 && apart <= 0))
            best = (struct board_shape){columns, rows};
    }
    return best;
}

static bool has_topic(const struct bank *bank, const struct question *question, int topic)
{
    if (topic == bank->topic_count)
        return question->topic_count == 0;
    for (int i = 0; i < question->topic_count; i++) {
        if (question->topics[i] == (uint32_t)topic)
            return true;
    }
    return false;
}

static bool is_wanted(const struct board_rules *rules, const char *name, struct arena *scratch)
{
    const char *folded = text_fold(scratch, name, FOLD_CASE, NULL);
    for (int i = 0; i < rules->topic_count; i++) {
        if (strcmp(text_fold(scratch, rules->topics[i], FOLD_CASE, NULL), folded) == 0)
            return true;
    }
    return rules->topic_count == 0;
}

static const bool *find_first(const struct board_rules *rules, struct arena *scratch)
{
    const struct bank *bank = rules->bank;
    bool *is_first = ARENA_ARRAY(scratch, bank->question_count + 1, bool);
    for (int i = 0; i < rules->first_count; i++) {
        if (rules->first[i].bank == bank)
            is_first[rules->first[i].question - bank->questions] = true;
    }
    return is_first;
}

/// Each topic of the bank with its questions, and last those without a tag.
static struct column *count_questions(const struct maker *maker)
{
    const struct bank *bank = maker->rules->bank;
    struct column *topics = ARENA_ARRAY(maker->scratch, bank->topic_count + 1, struct column);
    for (int i = 0; i <= bank->topic_count; i++) {
        const char *name = i < bank->topic_count ? bank->topics[i] : board_other;
        topics[i] = (struct column){.topic = i, .name = name};
    }
    for (int i = 0; i < bank->question_count; i++) {
        const struct question *question = &bank->questions[i];
        for (int t = 0; t < question->topic_count; t++) {
            topics[question->topics[t]].count++;
            topics[question->topics[t]].first += maker->is_first[i];
        }
        if (question->topic_count == 0) {
            topics[bank->topic_count].count++;
            topics[bank->topic_count].first += maker->is_first[i];
        }
    }
    return topics;
}

static bool goes_before(const struct column *a, const struct column *b)
{
    return a->first != b->first ? a->first > b->first : a->count > b->count;
}

/// The columns in the order of their worth. Returns how many there are.
static int find_columns(const struct maker *maker, struct column *columns)
{
    const struct column *topics = count_questions(maker);
    int count = 0;
    for (int topic = 0; topic <= maker->rules->bank->topic_count; topic++) {
        struct column column = topics[topic];
        if (!column.count || !is_wanted(maker->rules, column.name, maker->scratch))
            continue;
        int at = count++;
        for (; at > 0 && goes_before(&column, &columns[at - 1]); at--)
            columns[at] = columns[at - 1];
        columns[at] = column;
    }
    return count;
}

/// The questions of the bank in an order drawn by the seed, the easy ones first.
static int *draw_order(const struct bank *bank, uint64_t seed, struct arena *arena)
{
    int *order = ARENA_ARRAY(arena, bank->question_count + 1, int);
    int *sorted = ARENA_ARRAY(arena, bank->question_count + 1, int);
    struct rng rng = rng_seed(seed);
    for (int i = 0; i < bank->question_count; i++) {
        int j = (int)rng_below(&rng, (uint64_t)i + 1);
        order[i] = order[j];
        order[j] = i;
    }
    int count = 0;
    for (int difficulty = 0; difficulty < DIFFICULTY_COUNT; difficulty++) {
        for (int i = 0; i < bank->question_count; i++) {
            if (bank->questions[order[i]].difficulty == difficulty)
                sorted[count++] = order[i];
        }
    }
    return sorted;
}

/// Takes `wanted` of those that go before others, or of the others, spread over the `count` of
/// them in `own`. Returns how many there were to take.
static int take(const struct maker *maker, const int *own, int count, bool is_first, int wanted)
{
    int *those = ARENA_ARRAY(maker->scratch, count + 1, int);
    int all = 0;
    for (int i = 0; i < count; i++) {
        if (maker->is_first[own[i]] == is_first)
            those[all++] = own[i];
    }
    int taken = all < wanted ? all : wanted;
    for (int i = 0; i < taken; i++)
        maker->is_taken[those[(int64_t)i * all / taken]] = true;
    return taken;
}

/// A column spreads over what it has, from the easiest to the hardest.
static int fill_column(const struct maker *maker, int topic, struct picked *cells)
{
    const struct bank *bank = maker->rules->bank;
    int *own = ARENA_ARRAY(maker->scratch, bank->question_count + 1, int);
    int count = 0, rows = maker->rules->rows, filled = 0;
    for (int i = 0; i < bank->question_count; i++) {
        int at = maker->order[i];
        if (!maker->is_taken[at] && has_topic(bank, &bank->questions[at], topic))
            own[count++] = at;
    }
    int first = take(maker, own, count, true, rows);
    take(maker, own, count, false, rows - first);
    for (int i = 0; i < count; i++) {
        if (maker->is_taken[own[i]])
            cells[filled++] = (struct picked){bank, &bank->questions[own[i]]};
    }
    return filled;
}

/// The hardest question that is left and wanted, for the end.
static bool find_final(const struct maker *maker, const struct column *columns,
                       int column_count, bool is_first, struct picked *cell)
{
    const struct bank *bank = maker->rules->bank;
    for (int i = bank->question_count - 1; i >= 0; i--) {
        int at = maker->order[i];
        const struct question *question = &bank->questions[at];
        bool is_left = !maker->is_taken[at] && maker->is_first[at] == is_first;
        for (int c = 0; c < column_count && is_left; c++) {
            if (has_topic(bank, question, columns[c].topic)) {
                *cell = (struct picked){bank, question};
                return true;
            }
        }
    }
    return false;
}

int board_topic_count(const struct bank *bank)
{
    for (int i = 0; i < bank->question_count; i++) {
        if (bank->questions[i].topic_count == 0)
            return bank->topic_count + 1;
    }
    return bank->topic_count;
}

bool board_make(const struct board_rules *rules, struct arena *arena, struct board *board)
{
    struct arena scratch = {0};
    const struct bank *bank = rules->bank;
    const struct maker maker = {.rules = rules,
                                .is_first = find_first(rules, &scratch),
                                .order = draw_order(bank, rules->seed, &scratch),
                                .is_taken =
                                    ARENA_ARRAY(&scratch, bank->question_count + 1, bool),
                                .scratch = &scratch};
    struct column *found = ARENA_ARRAY(&scratch, bank->topic_count + 2, struct column);
    int found_count = find_columns(&maker, found);
    const char **topics = ARENA_ARRAY(arena, rules->columns + 1, const char *);
    *board = (struct board){.rows = rules->rows, .topics = topics};
    board->picked = ARENA_ARRAY(arena, rules->columns * rules->rows + 1, struct picked);
    for (int i = 0; i < found_count && board->columns < rules->columns; i++) {
        struct picked *cells = &board->picked[(ptrdiff_t)board->columns * rules->rows];
        if (fill_column(&maker, found[i].topic, cells))
            topics[board->columns++] = found[i].name;
    }
    board->count = board->columns * board->rows;
    if (rules->has_final && board->columns) {
        struct picked *last = &board->picked[board->count];
        board->has_final = find_final(&maker, found, found_count, true, last) ||
                           find_final(&maker, found, found_count, false, last);
        board->count += board->has_final;
    }
    arena_free(&scratch);
    return board->columns > 0;
}
