#include "core/board.h"

#include <stddef.h>
#include <string.h>

#include "base/rng.h"
#include "base/text.h"

const char board_other[] = "Other";

/// A topic and how many questions it has.
struct column {
    const char *name;
    int topic; // of the bank; its topic_count: those without a tag
    int count;
};

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

/// How many questions each topic of the bank has, and last those without a tag.
static int *count_questions(const struct bank *bank, struct arena *scratch)
{
    int *counts = ARENA_ARRAY(scratch, bank->topic_count + 1, int);
    for (int i = 0; i < bank->question_count; i++) {
        const struct question *question = &bank->questions[i];
        for (int t = 0; t < question->topic_count; t++)
            counts[question->topics[t]]++;
        counts[bank->topic_count] += question->topic_count == 0;
    }
    return counts;
}

/// The columns with the most questions first. Returns how many there are.
static int find_columns(const struct board_rules *rules, struct column *columns,
                        struct arena *scratch)
{
    const struct bank *bank = rules->bank;
    const int *counts = count_questions(bank, scratch);
    int count = 0;
    for (int topic = 0; topic <= bank->topic_count; topic++) {
        struct column column = {.topic = topic, .name = board_other, .count = counts[topic]};
        if (topic < bank->topic_count)
            column.name = bank->topics[topic];
        if (!column.count || !is_wanted(rules, column.name, scratch))
            continue;
        int at = count++;
        for (; at > 0 && columns[at - 1].count < column.count; at--)
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

/// A column spreads over what it has, from the easiest to the hardest.
static int fill_column(const struct board_rules *rules, int topic, const int *order,
                       bool *is_taken, struct arena *scratch, struct picked *cells)
{
    const struct bank *bank = rules->bank;
    int *own = ARENA_ARRAY(scratch, bank->question_count + 1, int);
    int count = 0;
    for (int i = 0; i < bank->question_count; i++) {
        if (!is_taken[order[i]] && has_topic(bank, &bank->questions[order[i]], topic))
            own[count++] = order[i];
    }
    int filled = count < rules->rows ? count : rules->rows;
    for (int row = 0; row < filled; row++) {
        int at = own[(int64_t)row * count / filled];
        is_taken[at] = true;
        cells[row] = (struct picked){bank, &bank->questions[at]};
    }
    return filled;
}

/// The hardest question that is left and wanted, for the end.
static bool find_final(const struct board_rules *rules, const struct column *columns,
                       int column_count, const int *order, const bool *is_taken,
                       struct picked *cell)
{
    const struct bank *bank = rules->bank;
    for (int i = bank->question_count - 1; i >= 0; i--) {
        const struct question *question = &bank->questions[order[i]];
        for (int c = 0; c < column_count && !is_taken[order[i]]; c++) {
            if (has_topic(bank, question, columns[c].topic)) {
                *cell = (struct picked){bank, question};
                return true;
            }
        }
    }
    return false;
}

bool board_make(const struct board_rules *rules, struct arena *arena, struct board *board)
{
    struct arena scratch = {0};
    const struct bank *bank = rules->bank;
    struct column *found = ARENA_ARRAY(&scratch, bank->topic_count + 2, struct column);
    int found_count = find_columns(rules, found, &scratch);
    int *order = draw_order(bank, rules->seed, &scratch);
    bool *is_taken = ARENA_ARRAY(&scratch, bank->question_count + 1, bool);
    const char **topics = ARENA_ARRAY(arena, rules->columns + 1, const char *);
    *board = (struct board){.rows = rules->rows, .topics = topics};
    board->picked = ARENA_ARRAY(arena, rules->columns * rules->rows + 1, struct picked);
    for (int i = 0; i < found_count && board->columns < rules->columns; i++) {
        struct picked *cells = &board->picked[(ptrdiff_t)board->columns * rules->rows];
        if (fill_column(rules, found[i].topic, order, is_taken, &scratch, cells))
            topics[board->columns++] = found[i].name;
    }
    board->count = board->columns * board->rows;
    if (rules->has_final && board->columns) {
        board->has_final = find_final(rules, found, found_count, order, is_taken,
                                      &board->picked[board->count]);
        board->count += board->has_final;
    }
    arena_free(&scratch);
    return board->columns > 0;
}
