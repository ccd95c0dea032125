// Writes a bank of any size to measure with: bank_make COUNT ascii|mixed > FILE
//
// About 310 bytes a question, of five kinds; the same for every run.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const ascii[] = {
    "river",  "capital", "mountain", "treaty", "council", "planet", "engine",  "harbour",
    "number", "history", "painter",  "violin", "theorem", "island", "century", "language",
};

static const char *const mixed[] = {
    "река", "столица", "гора",  "договор", "πόλις",  "ιστορία", "川の名前", "首都",
    "山",   "世界史",  "ville", "été",     "Straße", "Größe",   "river",    "نهر",
};

static void write_words(const char *const *words, struct rng *rng, int count)
{
    for (int i = 0; i < count; i++)
        printf("%s%s", i ? " " : "", words[rng_below(rng, COUNT(ascii))]);
}

/// A text that no other has: some words and a number.
static void write_text(const char *const *words, struct rng *rng, int count, long number)
{
    putchar('"');
    write_words(words, rng, count);
    printf(" %ld\"", number);
}

static void write_answer(const char *const *words, struct rng *rng, long i)
{
    switch (i % 5) {
    case 0:
    case 1:
        printf("\"answer\": ");
        write_text(words, rng, 2, i);
        printf(", \"wrong\": [");
        for (int k = 1; k < 4; k++) {
            write_text(words, rng, 2, i + k);
            printf(k < 3 ? ", " : "]");
        }
        break;
    case 2:
        printf("\"answer\": %s", i % 2 ? "true" : "false");
        break;
    case 3:
        printf("\"answer\": %ld.5, \"tolerance\": \"5%%\", \"unit\": \"km\"", i % 1000);
        break;
    default:
        printf("\"answer\": [");
        write_text(words, rng, 2, i);
        printf(", ");
        write_text(words, rng, 3, i);
        printf("], \"typos\": 1");
    }
}

int main(int argc, char **argv)
{
    long count = argc == 3 ? strtol(argv[1], NULL, 10) : 0;
    if (count <= 0) {
        fprintf(stderr, "usage: bank_make COUNT ascii|mixed > FILE\n");
        return 2;
    }
    const char *const *words = strcmp(argv[2], "mixed") == 0 ? mixed : ascii;
    struct rng rng = rng_seed(1);
    printf("{\n  \"format\": \"quizbank/1\",\n  \"title\": \"%ld questions\",\n  "
           "\"questions\": [\n",
           count);
    for (long i = 0; i < count; i++) {
        printf("    {\"id\": \"q%06ld\", \"question\": ", i);
        write_text(words, &rng, words == mixed ? 6 : 9, i);
        printf(", ");
        write_answer(words, &rng, i);
        printf(", \"tags\": [\"%s\", \"%s\"]", words[i % 8], words[8 + i % 7]);
        printf(", \"difficulty\": \"%s\", \"explanation\": ", i % 3 ? "easy" : "hard");
        write_text(words, &rng, words == mixed ? 5 : 6, i);
        printf("}%s\n", i + 1 < count ? "," : "");
    }
    printf("  ]\n}\n");
    return ferror(stdout) ? 1 : 0;
}
