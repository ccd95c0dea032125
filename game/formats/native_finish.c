// What must hold between the parts of a question, and the question made of them.
#include <string.h>

#include "formats/native_alike.h"
#include "formats/native_draft.h"
#include "formats/quote.h"

/// What to say of two texts that are the same, and of two that only look it. NULL: nothing.
struct twins {
    enum diag_severity severity;
    enum lint_rule rule; // that the same ones break
    const char *same;
    const char *looks;
};

static void report_twins(struct reader *r, struct twins twins, const cJSON *second,
                         const char *first_text, const char *second_text)
{
    native_report_rule(r, twins.rule, twins.severity, spot_value(second),
                       "\"%s\" %s \"%s\". %s", quote_string(second_text).text,
                       strcmp(first_text, second_text) == 0 ? "is the same as" : "reads as",
                       quote_string(first_text).text, twins.same);
}

/// Compares text `at` of `list` with those of `others` before `end`; reports the first twin.
/// Returns false if that is an error.
static bool compare(struct reader *r, const struct draft_list *others, int end,
                    const struct draft_list *list, int at, struct twins twins)
{
    const char *text = list->texts.items[at];
    for (int i = 0; i < end; i++) {
        const char *other = others->texts.items[i];
        enum alike alike = alike_compare(&r->scratch, other, text);
        if (alike == ALIKE_NOT)
            continue;
        if (alike == ALIKE_LOOKS && twins.looks) {
            native_report_rule(
                r, LINT_LOOK_ALIKE, DIAG_WARNING, spot_value(list->from[at]),
                "\"%s\" looks like \"%s\" but is written with other characters. %s",
                quote_string(text).text, quote_string(other).text, twins.looks);
        }
        if (alike == ALIKE_SAME && twins.same) {
            report_twins(r, twins, list->from[at], other, text);
            if (others == list)
                native_fix_twin(r, list->from[i], list->from[at]);
            return twins.severity != DIAG_ERROR;
        }
    }
    return true;
}

static bool compare_all(struct reader *r, const struct draft_list *others,
                        const struct draft_list *list, struct twins twins)
{
    bool is_fine = true;
    for (int i = 0; i < list->texts.count; i++) {
        int end = others == list ? i : others->texts.count;
        is_fine &= compare(r, others, end, list, i, twins);
    }
    return is_fine;
}

static const char *const *keep(struct reader *r, const struct texts *a, const struct texts *b)
{
    const char **items = ARENA_ARRAY(r->arena, a->count + b->count, const char *);
    memcpy(items, a->items, (size_t)a->count * sizeof *items);
    if (b->count)
        memcpy(items + a->count, b->items, (size_t)b->count * sizeof *items);
    return items;
}

static const struct note *keep_notes(struct reader *r, const struct texts *a,
                                     const struct texts *b)
{
    if (!a->notes && !b->notes)
        return NULL;
    struct note *notes = ARENA_ARRAY(r->arena, a->count + b->count, struct note);
    for (int i = 0; i < a->count; i++)
        notes[i] = a->notes ? a->notes[i] : (struct note){.credit = 1000};
    for (int i = 0; i < b->count; i++)
        notes[a->count + i] = b->notes ? b->notes[i] : (struct note){.credit = 1000};
    return notes;
}

bool native_finish_choice(struct reader *r, struct draft *draft)
{
    static const struct twins right = {DIAG_ERROR, LINT_EQUAL_CHOICES,
                                       "Remove one of the two right choices",
                                       "Can they be told apart?"};
    static const struct twins mixed = {DIAG_ERROR, LINT_RIGHT_AND_WRONG,
                                       "A right choice cannot be wrong too: change one of them",
                                       "Can a player tell right from wrong?"};
    static const struct twins wrong = {DIAG_ERROR, LINT_EQUAL_CHOICES,
                                       "Remove one of the two wrong choices",
                                       "Can they be told apart?"};
    bool is_fine = compare_all(r, &draft->right, &draft->right, right);
    is_fine &= compare_all(r, &draft->right, &draft->wrong, mixed);
    is_fine &= compare_all(r, &draft->wrong, &draft->wrong, wrong);
    const struct texts *a = &draft->right.texts, *b = &draft->wrong.texts;
    draft->question->choice.options = (struct texts){
        .items = keep(r, a, b), .notes = keep_notes(r, a, b), .count = a->count + b->count};
    draft->question->choice.right_count = a->count;
    return is_fine;
}

/// Reports what is right and wrong at once: where case and accents count, only what is
/// written alike.
static bool compare_wrong(struct reader *r, const struct draft *draft)
{
    static const struct twins twins = {DIAG_ERROR, LINT_RIGHT_AND_WRONG,
                                       "A right answer cannot be wrong too: change one of them",
                                       NULL};
    if (!draft->question->is_exact)
        return compare_all(r, &draft->right, &draft->wrong, twins);
    const struct texts *right = &draft->right.texts, *wrong = &draft->wrong.texts;
    for (int i = 0; i < wrong->count; i++) {
        for (int k = 0; k < right->count; k++) {
            if (strcmp(wrong->items[i], right->items[k]) == 0) {
                report_twins(r, twins, draft->wrong.from[i], right->items[k], wrong->items[i]);
                return false;
            }
        }
    }
    return true;
}

/// The accepted answers, and the wrong ones as answers without credit.
static struct texts join_wrong(struct reader *r, const struct texts *accepted,
                               const struct texts *wrong)
{
    struct texts all = {.items = keep(r, accepted, wrong),
                        .notes = accepted->notes,
                        .count = accepted->count + wrong->count};
    if (!wrong->count)
        return all;
    struct note *notes = ARENA_ARRAY(r->arena, all.count, struct note);
    for (int i = 0; i < accepted->count; i++)
        notes[i] = accepted->notes ? accepted->notes[i] : (struct note){.credit = 1000};
    for (int i = 0; i < wrong->count; i++) {
        struct note *note = &notes[accepted->count + i];
        *note = wrong->notes ? wrong->notes[i] : (struct note){0};
        note->credit = 0;
    }
    all.notes = notes;
    return all;
}

bool native_finish_text(struct reader *r, struct draft *draft)
{
    static const struct twins twins = {DIAG_WARNING, LINT_EQUAL_CHOICES, "Remove it", NULL};
    const struct texts *accepted = &draft->right.texts;
    int best = 0;
    for (int i = 0; i < accepted->count; i++) {
        int credit = accepted->notes ? accepted->notes[i].credit : 1000;
        best = credit > best ? credit : best;
    }
    if (best < 1000) {
        native_report_rule(r, LINT_NO_RIGHT_ANSWER, DIAG_WARNING,
                           spot_value(draft->fields[FIELD_ANSWER]),
                           "no answer has full credit. Add one without \"credit\"");
    }
    for (int i = 1; i < accepted->count; i++) {
        for (int k = 0; k < i; k++) {
            if (strcmp(accepted->items[i], accepted->items[k]) == 0) {
                report_twins(r, twins, draft->right.from[i], accepted->items[k],
                             accepted->items[i]);
                break;
            }
        }
    }
    draft->question->accepted = join_wrong(r, accepted, &draft->wrong.texts);
    return compare_wrong(r, draft);
}

bool native_finish_order(struct reader *r, struct draft *draft)
{
    static const struct texts none = {0};
    static const struct twins twins = {
        DIAG_ERROR, LINT_EQUAL_CHOICES,
        "Equal things cannot be put in order: change one of them", "Can they be told apart?"};
    bool is_fine = compare_all(r, &draft->order, &draft->order, twins);
    draft->question->order = (struct texts){.items = keep(r, &draft->order.texts, &none),
                                            .count = draft->order.texts.count};
    return is_fine;
}

bool native_finish_match(struct reader *r, struct draft *draft)
{
    static const struct twins lefts = {
        DIAG_ERROR, LINT_EQUAL_CHOICES,
        "Two equal left sides cannot be told apart: change one of them",
        "Can they be told apart?"};
    static const struct twins rights = {DIAG_WARNING, LINT_EQUAL_CHOICES,
                                        "Either will count as right for both left sides",
                                        "Can they be told apart?"};
    static const struct twins extra = {DIAG_ERROR, LINT_EQUAL_CHOICES, "Remove one of the two",
                                       "Can they be told apart?"};
    static const struct twins both = {DIAG_WARNING, LINT_RIGHT_AND_WRONG,
                                      "It will count as right too", "Can they be told apart?"};
    static const struct texts none = {0};
    bool is_fine = compare_all(r, &draft->lefts, &draft->lefts, lefts);
    compare_all(r, &draft->rights, &draft->rights, rights);
    is_fine &= compare_all(r, &draft->extra, &draft->extra, extra);
    compare_all(r, &draft->rights, &draft->extra, both);
    struct question *question = draft->question;
    question->match.lefts = keep(r, &draft->lefts.texts, &none);
    question->match.rights = keep(r, &draft->rights.texts, &draft->extra.texts);
    question->match.count = (uint8_t)draft->lefts.texts.count;
    question->match.extra_count = (uint8_t)draft->extra.texts.count;
    return is_fine;
}
