#include "ui/bidi.h"

#include <stdint.h>

#include <fribidi/fribidi.h>

#include "base/text.h"

/// Hebrew, the first right-to-left block, begins at U+0590: 0xD6 in UTF-8.
static bool may_be_rtl(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if ((unsigned char)text[i] >= 0xD6)
            return true;
    }
    return false;
}

static struct bidi_runs single(struct arena *arena, size_t from, size_t to)
{
    struct bidi_run *run = ARENA_ARRAY(arena, 1, struct bidi_run);
    *run = (struct bidi_run){.from = from, .to = to};
    return (struct bidi_runs){.items = run, .count = to > from};
}

/// Reverses runs by UAX #9, rule L2: from the highest level down to the lowest odd one, every
/// stretch of runs at that level or above.
static void reorder(struct bidi_run *runs, FriBidiLevel *levels, int count)
{
    FriBidiLevel highest = 0;
    for (int i = 0; i < count; i++)
        highest = levels[i] > highest ? levels[i] : highest;
    for (FriBidiLevel level = highest; level > 0; level--) {
        for (int i = 0; i < count; i++) {
            int end = i;
            while (end < count && levels[end] >= level)
                end++;
            for (int a = i, b = end - 1; a < b; a++, b--) {
                struct bidi_run run = runs[a];
                runs[a] = runs[b];
                runs[b] = run;
                FriBidiLevel l = levels[a];
                levels[a] = levels[b];
                levels[b] = l;
            }
            i = end > i ? end - 1 : i;
        }
    }
}

static FriBidiLevel *levels_of(struct arena *arena, const FriBidiChar *chars, int count,
                               FriBidiParType *direction)
{
    FriBidiCharType *types = ARENA_ARRAY(arena, count, FriBidiCharType);
    FriBidiBracketType *brackets = ARENA_ARRAY(arena, count, FriBidiBracketType);
    FriBidiLevel *levels = ARENA_ARRAY(arena, count, FriBidiLevel);
    fribidi_get_bidi_types(chars, count, types);
    fribidi_get_bracket_types(chars, count, types, brackets);
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, count, direction, levels))
        return NULL;
    return levels;
}

struct bidi_runs bidi_line(struct arena *arena, const char *text, size_t len, size_t from,
                           size_t to)
{
    if (!may_be_rtl(text, len))
        return single(arena, from, to);

    FriBidiChar *chars = ARENA_ARRAY(arena, len + 1, FriBidiChar);
    size_t *starts = ARENA_ARRAY(arena, len + 1, size_t);
    int count = 0;
    for (const char *at = text, *end = text + len; at < end; count++) {
        starts[count] = (size_t)(at - text);
        chars[count] = text_next(&at, end);
    }
    starts[count] = len;
    FriBidiParType direction = FRIBIDI_PAR_ON;
    FriBidiLevel *levels = levels_of(arena, chars, count, &direction);
    if (!levels)
        return single(arena, from, to);

    struct bidi_run *runs = ARENA_ARRAY(arena, count, struct bidi_run);
    FriBidiLevel *run_levels = ARENA_ARRAY(arena, count, FriBidiLevel);
    int run_count = 0;
    for (int i = 0; i < count; i++) {
        if (starts[i] < from || starts[i] >= to)
            continue;
        if (!run_count || run_levels[run_count - 1] != levels[i]) {
            runs[run_count] = (struct bidi_run){.from = starts[i], .is_rtl = levels[i] & 1};
            run_levels[run_count++] = levels[i];
        }
        runs[run_count - 1].to = starts[i + 1];
    }
    reorder(runs, run_levels, run_count);
    return (struct bidi_runs){
        .items = runs, .count = run_count, .is_rtl = FRIBIDI_IS_RTL(direction)};
}
