#include "base/spelling.h"

#include <stdint.h>
#include <string.h>

#include <utf8proc.h>

#include "base/text.h"

/// The characters of a text, as they are compared.
struct word {
    const uint32_t *chars;
    int count;
};

/// How many edits there are left from each place in one word and each in the other.
struct table {
    const struct word *a, *b;
    uint8_t (
        *left)[SPELLING_MAX + 1]; // left[i][j]: from a's character i and b's character j on
};

struct spelling spelling_plain(const char *text)
{
    return (struct spelling){.text = text};
}

/// Folds by case where that leaves one character: "ß" is not "ss" here, for each has its mark.
static uint32_t without_case(uint32_t c)
{
    utf8proc_int32_t folded[4];
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t)c, folded, 4, UTF8PROC_CASEFOLD, NULL);
    return count == 1 ? (uint32_t)folded[0] : c;
}

static struct word word_of(const char *text, bool case_counts, struct arena *arena)
{
    uint32_t *chars = ARENA_ARRAY(arena, text_count(text) + 1, uint32_t);
    int count = 0;
    for (const char *end = text + strlen(text); text < end; count++) {
        uint32_t c = text_next(&text, end);
        chars[count] = case_counts ? c : without_case(c);
    }
    return (struct word){chars, count};
}

/// Cuts off what both words begin and end with, so that a word more or less is marked in one
/// piece. Returns how much that was at the start.
static int cut_shared(struct word *a, struct word *b)
{
    int start = 0;
    for (; a->count && b->count && a->chars[0] == b->chars[0]; start++)
        a->chars++, a->count--, b->chars++, b->count--;
    while (a->count && b->count && a->chars[a->count - 1] == b->chars[b->count - 1])
        a->count--, b->count--;
    return start;
}

static bool is_match(const struct table *t, int i, int j)
{
    return i < t->a->count && j < t->b->count && t->a->chars[i] == t->b->chars[j];
}

static bool is_swap(const struct table *t, int i, int j)
{
    return i + 1 < t->a->count && j + 1 < t->b->count && is_match(t, i, j + 1) &&
           is_match(t, i + 1, j);
}

static uint8_t lesser(uint8_t a, uint8_t b)
{
    return a < b ? a : b;
}

static uint8_t edits_left(const struct table *t, int i, int j)
{
    if (i == t->a->count)
        return (uint8_t)(t->b->count - j);
    if (j == t->b->count)
        return (uint8_t)(t->a->count - i);
    if (is_match(t, i, j))
        return t->left[i + 1][j + 1];
    uint8_t least = lesser(lesser(t->left[i + 1][j], t->left[i][j + 1]), t->left[i + 1][j + 1]);
    if (is_swap(t, i, j))
        least = lesser(least, t->left[i + 2][j + 2]);
    return (uint8_t)(least + 1);
}

static struct table table_of(const struct word *a, const struct word *b, struct arena *arena)
{
    struct table t = {a, b, NULL};
    t.left = arena_alloc(arena, (size_t)(a->count + 1) * sizeof *t.left, 1);
    for (int i = a->count; i >= 0; i--) {
        for (int j = b->count; j >= 0; j--)
            t.left[i][j] = edits_left(&t, i, j);
    }
    return t;
}

/// Walks one of the shortest ways and marks what it touches.
static void mark_edits(const struct table *t, bool *a_marks, bool *b_marks)
{
    int i = 0, j = 0;
    while (i < t->a->count || j < t->b->count) {
        int after = t->left[i][j] - 1; // an edit
        bool has_both = i < t->a->count && j < t->b->count;
        if (is_match(t, i, j)) {
            i++, j++;
        } else if (is_swap(t, i, j) && t->left[i + 2][j + 2] == after) {
            a_marks[i] = a_marks[i + 1] = b_marks[j] = b_marks[j + 1] = true;
            i += 2, j += 2;
        } else if (has_both && t->left[i + 1][j + 1] == after) {
            a_marks[i++] = b_marks[j++] = true;
        } else if (i < t->a->count && t->left[i + 1][j] == after) {
            a_marks[i++] = true;
        } else {
            b_marks[j++] = true;
        }
    }
}

/// Half a letter is not marked: its accents go with it, and it with them.
static void mark_whole_letters(const char *text, bool *marks)
{
    for (const char *end = text + strlen(text); text < end;) {
        const char *from = text;
        text_next_cluster(&text, end);
        bool is_marked = false;
        int count = 0;
        for (; from < text; count++) {
            is_marked |= marks[count];
            text_next(&from, text);
        }
        for (; count > 0; count--)
            *marks++ = is_marked;
    }
}

void spelling_compare(const char *typed, const char *right, bool case_counts,
                      struct arena *arena, struct spelling *typed_out,
                      struct spelling *right_out)
{
    *typed_out = spelling_plain(text_fold(arena, typed, FOLD_INVISIBLE, NULL));
    *right_out = spelling_plain(text_fold(arena, right, FOLD_INVISIBLE, NULL));
    if (text_count(typed_out->text) > SPELLING_MAX ||
        text_count(right_out->text) > SPELLING_MAX)
        return;
    struct word a = word_of(typed_out->text, case_counts, arena);
    struct word b = word_of(right_out->text, case_counts, arena);
    bool *a_marks = ARENA_ARRAY(arena, a.count + 1, bool);
    bool *b_marks = ARENA_ARRAY(arena, b.count + 1, bool);
    int start = cut_shared(&a, &b);
    struct table table = table_of(&a, &b, arena);
    mark_edits(&table, a_marks + start, b_marks + start);
    mark_whole_letters(typed_out->text, a_marks);
    mark_whole_letters(right_out->text, b_marks);
    typed_out->marks = a_marks;
    right_out->marks = b_marks;
}
