#include "store/stats_load.h"

#include <string.h>

#include "store/question_key.h"

/// Which banks count.
struct wanted {
    const struct bank *const *banks;
    int count;
    bool is_all;
};

static bool is_wanted(const struct wanted *wanted, const char *bank)
{
    for (int i = 0; i < wanted->count; i++) {
        if (strcmp(wanted->banks[i]->id, bank) == 0)
            return true;
    }
    return wanted->is_all;
}

static void load_questions(struct stats_source *source, const struct wanted *wanted,
                           struct arena *arena)
{
    for (int b = 0; b < wanted->count; b++)
        source->question_count += wanted->banks[b]->question_count;
    struct stats_question *questions =
        ARENA_ARRAY(arena, source->question_count + 1, struct stats_question);
    source->questions = questions;
    for (int b = 0; b < wanted->count; b++) {
        const struct bank *bank = wanted->banks[b];
        for (int i = 0; i < bank->question_count; i++) {
            *questions++ = (struct stats_question){
                .bank = bank,
                .question = &bank->questions[i],
                .key = question_key(&bank->questions[i], arena),
            };
        }
    }
}

static void load_cards(struct stats_source *source, const struct memory *memory,
                       const struct wanted *wanted, const char *bank, struct arena *arena)
{
    struct memory_card *found = NULL;
    int count = memory_cards(memory, bank, arena, &found);
    struct stats_card *cards = ARENA_ARRAY(arena, count + 1, struct stats_card);
    source->cards = cards;
    for (int i = 0; i < count; i++) {
        if (!is_wanted(wanted, found[i].bank))
            continue;
        cards[source->card_count++] = (struct stats_card){
            .bank = found[i].bank,
            .question = found[i].question,
            .part = found[i].part,
            .card = found[i].card,
            .is_suspended = found[i].is_suspended,
            .hidden_until_ms = found[i].hidden_until_ms,
        };
    }
}

static void load_past(struct stats_source *source, const struct memory *memory,
                      const struct wanted *wanted, const char *bank, struct arena *arena)
{
    struct past_answer *answers = NULL;
    struct past_review *reviews = NULL;
    int answer_count = memory_answers(memory, bank, INT64_MIN, arena, &answers);
    int review_count = memory_reviews(memory, bank, INT64_MIN, arena, &reviews);
    for (int i = 0; i < answer_count; i++) {
        if (is_wanted(wanted, answers[i].bank))
            answers[source->answer_count++] = answers[i];
    }
    for (int i = 0; i < review_count; i++) {
        if (is_wanted(wanted, reviews[i].bank))
            reviews[source->review_count++] = reviews[i];
    }
    source->answers = answers;
    source->reviews = reviews;
}

static struct stats_source load(const struct memory *memory, const struct wanted *wanted,
                                bool has_past, struct fsrs_time now, struct arena *arena)
{
    struct stats_source source = {.fsrs = &memory->fsrs, .now = now};
    bool is_one = wanted->count == 1 && !wanted->is_all; // the database is quicker
    const char *bank = is_one ? wanted->banks[0]->id : NULL;
    load_questions(&source, wanted, arena);
    load_cards(&source, memory, wanted, bank, arena);
    if (has_past)
        load_past(&source, memory, wanted, bank, arena);
    return source;
}

struct stats_source stats_load(const struct memory *memory, const struct bank *const *banks,
                               int bank_count, bool is_all, struct fsrs_time now,
                               struct arena *arena)
{
    const struct wanted wanted = {banks, bank_count, is_all};
    return load(memory, &wanted, true, now, arena);
}

struct stats_source stats_load_cards(const struct memory *memory,
                                     const struct bank *const *banks, int bank_count,
                                     bool is_all, struct fsrs_time now, struct arena *arena)
{
    const struct wanted wanted = {banks, bank_count, is_all};
    return load(memory, &wanted, false, now, arena);
}

struct stats_week stats_load_week(const struct memory *memory, struct fsrs_time now)
{
    struct arena scratch = {0};
    struct stats_source source = {.fsrs = &memory->fsrs, .now = now};
    struct past_answer *answers = NULL;
    // Whoever travels may have answered when the week had not begun here: a day more is read.
    int64_t from_ms = fsrs_days_begin_ms(memory->fsrs.options.days,
                                         stats_span_week(&source).first - 1, now.ahead_min);
    source.answer_count = memory_answers_bare(memory, from_ms, &scratch, &answers);
    source.answers = answers;
    struct stats_week week = stats_week(&source);
    arena_free(&scratch);
    return week;
}
