// What the lists of the review screen are made of.
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "core/mistakes.h"
#include "screens/play.h"
#include "screens/review.h"
#include "screens/verdict.h"
#include "store/memory.h"
#include "store/question_key.h"

static void make_room(struct review *review, int count)
{
    review->rows = ARENA_ARRAY(&review->arena, count + 1, struct review_row);
    review->is_hidden = ARENA_ARRAY(&review->arena, count + 1, bool);
    review->hidden = ARENA_ARRAY(&review->arena, count + 1, int);
}

static void load_quiz(struct review *review, const struct game *game, int opens)
{
    const struct session *s = &game->session;
    make_room(review, s->turn_count);
    for (int i = 0; i < s->turn_count; i++) {
        const struct turn *turn = &s->turns[s->queue[i]];
        bool is_missed = turn->mark.credit < CREDIT_FULL;
        if (!turn->is_answered || (review->scope == REVIEW_MISSED && !is_missed))
            continue;
        if (s->queue[i] == opens)
            review->chosen = review->count;
        review->rows[review->count++] = (struct review_row){
            .bank = turn->ask.bank,
            .question = turn->ask.question,
            .is_missed = is_missed,
            .sign = play_sheet_kind(turn),
            .turn = turn,
        };
    }
}

/// What was ever answered of the chosen bank, and what of that is not mended.
struct past {
    struct past_answer *answers;
    struct mistake *mistakes;
    int answer_count, count;
};

static struct past find_past(const struct game *game, struct arena *arena)
{
    struct past past = {0};
    const struct bank *bank = game_bank(game);
    if (!bank || !game->memory)
        return past;
    past.answer_count = memory_answers(game->memory, bank->id, INT64_MIN, arena, &past.answers);
    past.count = mistakes_find(past.answers, past.answer_count, game->memory->options.fsrs.days,
                               arena, &past.mistakes);
    return past;
}

/// How likely the least known card of each question is recalled now.
static void find_recall(const struct game *game, struct past *past, struct arena *arena)
{
    struct memory_card *cards;
    int count = memory_cards(game->memory, game_bank(game)->id, arena, &cards);
    for (int i = 0; i < past->count; i++) {
        struct mistake *mistake = &past->mistakes[i];
        mistake->recall = 1;
        // The cards are in the order of their questions.
        int low = 0, high = count;
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (strcmp(cards[middle].question, mistake->last->question) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (; low < count && strcmp(cards[low].question, mistake->last->question) == 0;
             low++) {
            double recall =
                fsrs_retrievability(&game->memory->fsrs, &cards[low].card, game->wall_ms);
            mistake->recall = recall < mistake->recall ? recall : mistake->recall;
        }
    }
}

static void load_past(struct review *review, const struct game *game)
{
    struct past past = find_past(game, &review->arena);
    make_room(review, past.count);
    if (!past.count)
        return;
    if (review->is_by_risk) {
        find_recall(game, &past, &review->arena);
        mistakes_sort_by_risk(past.mistakes, past.count);
    }
    struct question_index index = question_index_make(game_bank(game), &review->arena);
    for (int i = 0; i < past.count; i++) {
        const struct mistake *mistake = &past.mistakes[i];
        const struct question *question = question_index_find(&index, mistake->last->question);
        if (!question) {
            review->gone++;
            continue;
        }
        review->rows[review->count++] = (struct review_row){
            .bank = index.bank,
            .question = question,
            .is_missed = true,
            .sign = mistake->last->credit > 0 ? SHEET_PARTLY : SHEET_WRONG,
            .said = mistake->last->said,
            .times = mistake->missed,
        };
    }
}

/// Only one thing said for one other can be mixed up.
static bool has_one_answer(const struct question *question)
{
    return question->kind == KIND_CHOICE || question->kind == KIND_TEXT ||
           question->kind == KIND_NUMBER;
}

static bool is_same(const char *a, const char *b)
{
    struct arena scratch = {0};
    const unsigned flags = FOLD_ALL & ~FOLD_ARTICLE;
    bool same =
        strcmp(text_fold(&scratch, a, flags, NULL), text_fold(&scratch, b, flags, NULL)) == 0;
    arena_free(&scratch);
    return same;
}

static const struct question *find_right(const struct bank *bank, const char *answer,
                                         const struct question *but, struct arena *arena)
{
    for (int i = 0; i < bank->question_count; i++) {
        const struct question *question = &bank->questions[i];
        if (question != but && has_one_answer(question) &&
            is_same(verdict_right_answer(question, arena), answer))
            return question;
    }
    return NULL;
}

static void load_mixups(struct review *review, const struct game *game)
{
    struct past past = find_past(game, &review->arena);
    struct mixup *mixups;
    int count = mixups_find(past.answers, past.answer_count, past.mistakes, past.count,
                            &review->arena, &mixups);
    make_room(review, count);
    if (!count)
        return;
    struct question_index index = question_index_make(game_bank(game), &review->arena);
    for (int i = 0; i < count; i++) {
        const struct past_answer *last = mixups[i].last;
        const struct question *question = question_index_find(&index, last->question);
        // The bank may have been edited since: what was said then may be right now.
        if (!question || !has_one_answer(question) ||
            is_same(verdict_right_answer(question, &review->arena), last->said)) {
            review->gone += !question;
            continue;
        }
        review->rows[review->count++] = (struct review_row){
            .bank = index.bank,
            .question = question,
            .is_missed = true,
            .sign = SHEET_WRONG,
            .said = last->said,
            .times = mixups[i].times,
            .other = find_right(index.bank, last->said, question, &review->arena),
        };
    }
}

void review_load(struct review *review, const struct game *game, int opens)
{
    arena_free(&review->arena);
    review->count = review->hidden_count = review->chosen = review->gone = 0;
    switch (review->scope) {
    case REVIEW_MISSED:
    case REVIEW_ANSWERS:
        load_quiz(review, game, opens);
        break;
    case REVIEW_PAST:
        load_past(review, game);
        break;
    case REVIEW_MIXUPS:
        load_mixups(review, game);
        break;
    }
    if (!review->count)
        review->chosen = -1;
}

int review_missed(const struct review *review)
{
    int count = 0;
    for (int i = 0; i < review->count; i++)
        count += !review->is_hidden[i] && review->rows[i].is_missed;
    return count;
}

bool review_has_scopes(const struct game *game)
{
    return game->memory && game_bank(game);
}

const struct question *review_ask_either(const struct question *question, const char *wrong,
                                         struct arena *arena)
{
    const char **options = ARENA_ARRAY(arena, 2, const char *);
    options[0] = verdict_right_answer(question, arena);
    options[1] = arena_text(arena, wrong, strlen(wrong));
    struct question *either = ARENA_ARRAY(arena, 1, struct question);
    *either = *question;
    either->kind = KIND_CHOICE;
    either->is_shuffled = true;
    either->choice.options = (struct texts){.items = options, .count = 2};
    either->choice.right_count = 1;
    return either;
}

int review_drill(const struct review *review, struct arena *arena, struct picked **picked)
{
    int count = 0;
    *picked = ARENA_ARRAY(arena, 2 * review->count + 1, struct picked);
    for (int i = 0; i < review->count; i++) {
        const struct review_row *row = &review->rows[i];
        if (review->is_hidden[i])
            continue;
        (*picked)[count++] =
            (struct picked){row->bank, review_ask_either(row->question, row->said, arena)};
        if (row->other) {
            const char *right = verdict_right_answer(row->question, arena);
            (*picked)[count++] =
                (struct picked){row->bank, review_ask_either(row->other, right, arena)};
        }
    }
    return count;
}
