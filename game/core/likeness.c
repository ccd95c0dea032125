#include "core/likeness.h"

#include <string.h>

#include "base/text.h"

enum {
    WEIGHT_MOST = 10, // of a word: its letters, but
    WEIGHT_LEAST = 2,
    LETTERS_FOR_TYPO = 4, // a typo is likely from so many letters on, two from so many
    LETTERS_FOR_TWO = 8,
    LETTERS_OF_ANSWER = 4, // an answer says something from so many on
};

static const double share_of_answer = 0.4, share_of_short_answer = 0.15;
static const double same_answer = 0.7;           // from here on it is the same one, mended
static const double most_of_another = 0.4;       // another question
static const double most_of_other_answer = 0.75; // or a "not", or a number
static const double most_of_other_words = 0.84;

/// Words that turn the meaning round, folded, in the languages that banks are mostly in.
static const char *const negations[] = {
    "not",    "no",      "never",  "none",    "nor",    "neither", "without", "except",
    "cannot", "nicht",   "kein",   "keine",   "keinem", "keinen",  "keiner",  "keines",
    "nie",    "niemals", "ohne",   "ausser",  "pas",    "ne",      "non",     "jamais",
    "sans",   "sauf",    "aucun",  "aucune",  "nunca",  "sin",     "excepto", "salvo",
    "mai",    "senza",   "tranne", "eccetto", "não",    "sem",     "exceto",  "niet",
    "geen",   "nooit",   "zonder", "inte",    "ikke",   "ej",      "aldrig",  "aldri",
    "utan",   "uden",    "uten",   "ingen",   "nigdy",  "bez",     "nikdy",   "не",
    "нет",    "никогда", "без",    "кроме"};

/// "can't", without what stands above the line.
static const char *const contractions[] = {"aint",   "arent",  "cant",   "couldnt", "didnt",
                                           "doesnt", "dont",   "hadnt",  "hasnt",   "havent",
                                           "isnt",   "mustnt", "neednt", "shant",   "shouldnt",
                                           "wasnt",  "werent", "wont",   "wouldnt"};

/// What is put before a word to turn its meaning round.
static const char *const prefixes[] = {"a",  "an", "anti", "de",  "dis", "il",
                                       "im", "in", "ir",   "mis", "non", "un"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_among(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(word, words[i]) == 0)
            return true;
    }
    return false;
}

/// Letters of writings without spaces between words: each stands for itself.
static bool is_spaceless(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x0E00, 0x0EFF},   // Thai, Lao
        {0x1000, 0x109F},   // Burmese
        {0x1780, 0x17FF},   // Khmer
        {0x3040, 0x30FF},   // Kana
        {0x3400, 0x9FFF},   // Han
        {0x20000, 0x3FFFF}, // Han, rare
    };

    for (size_t i = 0; i < COUNT(ranges) && c >= ranges[i].first; i++) {
        if (c <= ranges[i].last)
            return true;
    }
    return false;
}

static const char *word_end(const char *at)
{
    const char *start = at, *end = at + strlen(at);
    while (at < end && *at != ' ') {
        const char *next = at;
        if (is_spaceless(text_next(&next, end)))
            return at > start ? at : next;
        at = next;
    }
    return at;
}

static bool has_digit(const char *word)
{
    for (const char *end = word + strlen(word); word < end;) {
        if (text_is_digit(text_next(&word, end)))
            return true;
    }
    return false;
}

/// Henry VII is no typo of Henry VIII; a letter by itself is any letter.
static bool is_roman(const char *word)
{
    size_t len = strlen(word);
    return len > 1 && strspn(word, "ivx") == len;
}

static uint32_t hash_of(const char *word)
{
    uint32_t hash = 2166136261U; // FNV-1a
    for (; *word; word++)
        hash = (hash ^ (unsigned char)*word) * 16777619U;
    return hash;
}

static struct likeness_word make_word(const char *text, size_t len, struct arena *arena)
{
    const char *kept = arena_text(arena, text, len);
    size_t length = text_count(kept);
    return (struct likeness_word){
        .text = kept,
        .hash = hash_of(kept),
        .length = (uint8_t)(length > UINT8_MAX ? UINT8_MAX : length),
        .is_number = !text_letters(kept) || has_digit(kept) || is_roman(kept),
        .is_negation = is_among(kept, negations, COUNT(negations)) ||
                       is_among(kept, contractions, COUNT(contractions)),
    };
}

static struct likeness_line make_line(const char *text, struct arena *arena)
{
    const unsigned flags = FOLD_CASE | FOLD_PUNCTUATION | FOLD_INVISIBLE;
    const char *folded = text_fold(arena, text ? text : "", flags, NULL);
    struct likeness_line line = {.joined = text_fold(arena, folded, FOLD_SPACES, NULL)};
    int count = 0;
    for (const char *at = folded; *at && count < LIKENESS_WORDS; count++)
        at = word_end(at) + strspn(word_end(at), " ");
    struct likeness_word *words = ARENA_ARRAY(arena, count + 1, struct likeness_word);
    for (const char *at = folded; line.count < count; at += strspn(at, " ")) {
        const char *end = word_end(at);
        words[line.count++] = make_word(at, (size_t)(end - at), arena);
        at = end;
    }
    line.words = words;
    return line;
}

struct likeness likeness_make(const char *text, const char *right, struct arena *arena)
{
    return (struct likeness){make_line(text, arena), make_line(right, arena)};
}

static int weight_of(const struct likeness_word *word)
{
    int weight = word->length;
    if (weight < WEIGHT_LEAST)
        return WEIGHT_LEAST;
    return weight > WEIGHT_MOST ? WEIGHT_MOST : weight;
}

/// "legal" and "illegal".
static bool is_turned_round(const char *word, const char *longer)
{
    size_t len = strlen(word), longer_len = strlen(longer);
    if (longer_len <= len || strcmp(longer + longer_len - len, word) != 0)
        return false;
    for (size_t i = 0; i < COUNT(prefixes); i++) {
        if (strlen(prefixes[i]) == longer_len - len &&
            strncmp(longer, prefixes[i], longer_len - len) == 0)
            return true;
    }
    return false;
}

/// Whether two words that are one edit apart have two neighbours swapped.
static bool is_swapped(const char *a, const char *b)
{
    const char *a_end = a + strlen(a), *b_end = b + strlen(b);
    while (a < a_end && b < b_end) {
        uint32_t c = text_next(&a, a_end), d = text_next(&b, b_end);
        if (c != d) {
            return a < a_end && b < b_end && text_next(&a, a_end) == d &&
                   text_next(&b, b_end) == c;
        }
    }
    return false;
}

/// The edits by which one word may be a typo of the other; 0 if it is another word.
static int typos_between(const struct likeness_word *a, const struct likeness_word *b)
{
    int length = a->length > b->length ? a->length : b->length;
    int allowed = length >= LETTERS_FOR_TWO ? 2 : 1;
    if (a->is_number || b->is_number || a->is_negation || b->is_negation ||
        is_turned_round(a->text, b->text) || is_turned_round(b->text, a->text))
        return 0;
    int edits = text_edits(a->text, b->text, allowed);
    bool is_likely = edits <= allowed &&
                     (length >= LETTERS_FOR_TYPO || is_swapped(a->text, b->text)); // "teh"
    return is_likely ? edits : 0;
}

/// A way from one line to another.
struct way {
    int cost;        // in letters
    int lost, added; // words
};

static struct way step(struct way from, int cost, int lost, int added)
{
    return (struct way){from.cost + cost, from.lost + lost, from.added + added};
}

static bool is_same_word(const struct likeness_word *a, const struct likeness_word *b)
{
    return a->hash == b->hash && strcmp(a->text, b->text) == 0;
}

/// The cheaper of `best` and going on from `from` with `a` and `b` as one word.
static struct way with_both(struct way best, struct way from, const struct likeness_word *a,
                            const struct likeness_word *b)
{
    if (from.cost >= best.cost)
        return best;
    if (is_same_word(a, b))
        return from;
    int typos = typos_between(a, b);
    if (typos && from.cost + 2 * typos < best.cost)
        return step(from, 2 * typos, 0, 0); // of the letters of both
    return best;
}

static struct way find_way(const struct likeness_line *a, const struct likeness_line *b,
                           struct arena *scratch)
{
    struct way *row = ARENA_ARRAY(scratch, b->count + 1, struct way);
    for (int k = 0; k < b->count; k++)
        row[k + 1] = step(row[k], weight_of(&b->words[k]), 0, 1);
    for (int i = 0; i < a->count; i++) {
        struct way before = row[0]; // at i, k
        row[0] = step(before, weight_of(&a->words[i]), 1, 0);
        for (int k = 0; k < b->count; k++) {
            struct way best = step(row[k + 1], weight_of(&a->words[i]), 1, 0);
            struct way other = step(row[k], weight_of(&b->words[k]), 0, 1);
            best = other.cost < best.cost ? other : best;
            best = with_both(best, before, &a->words[i], &b->words[k]);
            before = row[k + 1];
            row[k + 1] = best;
        }
    }
    return row[b->count];
}

static int weight_of_line(const struct likeness_line *line)
{
    int weight = 0;
    for (int i = 0; i < line->count; i++)
        weight += weight_of(&line->words[i]);
    return weight;
}

static int count_negations(const struct likeness_line *line)
{
    int count = 0;
    for (int i = 0; i < line->count; i++)
        count += line->words[i].is_negation;
    return count;
}

static const char *next_number(const struct likeness_line *line, int *at)
{
    while (*at < line->count) {
        const struct likeness_word *word = &line->words[(*at)++];
        if (word->is_number)
            return word->text;
    }
    return NULL;
}

static bool has_same_numbers(const struct likeness_line *a, const struct likeness_line *b)
{
    const char *x, *y;
    int i = 0, k = 0;
    do {
        x = next_number(a, &i);
        y = next_number(b, &k);
    } while (x && y && strcmp(x, y) == 0);
    return !x && !y;
}

/// What two lines have in common.
struct common {
    double share;     // 1: all
    bool has_turned;  // another number, or a "not" more or less
    bool is_reworded; // a word stands for another
};

static struct common compare_lines(const struct likeness_line *a, const struct likeness_line *b,
                                   struct arena *scratch)
{
    int weight = weight_of_line(a) + weight_of_line(b);
    if (strcmp(a->joined, b->joined) == 0)
        return (struct common){.share = 1};
    struct way way = find_way(a, b, scratch);
    return (struct common){
        .share = way.cost < weight ? 1 - (double)way.cost / weight : 0,
        .has_turned = !has_same_numbers(a, b) || count_negations(a) != count_negations(b),
        .is_reworded = way.lost && way.added,
    };
}

static bool says_little(const struct likeness_line *right)
{
    return strcmp(right->joined, "true") == 0 || strcmp(right->joined, "false") == 0 ||
           text_letters(right->joined) < LETTERS_OF_ANSWER;
}

static double at_most(double value, double most)
{
    return value < most ? value : most;
}

double likeness_measure(const struct likeness *a, const struct likeness *b,
                        struct arena *scratch)
{
    if (!a->text.count || !b->text.count)
        return 0;
    struct common text = compare_lines(&a->text, &b->text, scratch);
    struct common right = compare_lines(&a->right, &b->right, scratch);
    bool is_short = says_little(&a->right) || says_little(&b->right);
    double share = is_short ? share_of_short_answer : share_of_answer;
    double alike = (1 - share) * text.share + share * right.share;
    bool is_same_answer = right.share >= same_answer && !right.has_turned && !right.is_reworded;
    if (!is_same_answer && (text.has_turned || text.is_reworded))
        return at_most(alike, most_of_another);
    if (!is_same_answer || text.has_turned)
        return at_most(alike, most_of_other_answer);
    return text.is_reworded ? at_most(alike, most_of_other_words) : alike;
}
