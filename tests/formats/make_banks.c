// Writes banks without a mistake: make_banks COUNT FOLDER
#include <stdio.h>
#include <stdlib.h>

#include "formats/make_bank.h"

static bool write_bank(const char *folder, long number, const struct buf *text)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/made-%ld.json", folder, number);
    FILE *out = fopen(path, "wb");
    if (!out)
        return false;
    bool is_whole = fwrite(text->data, 1, text->len, out) == text->len;
    return fclose(out) == 0 && is_whole;
}

int main(int argc, char **argv)
{
    long count = argc == 3 ? strtol(argv[1], NULL, 10) : 0;
    if (count <= 0) {
        fprintf(stderr, "usage: make_banks COUNT FOLDER\n");
        return 2;
    }
    struct rng rng = rng_seed(6);
    struct buf text = {0};
    bool is_written = true;
    for (long i = 0; i < count && is_written; i++) {
        buf_clear(&text);
        make_bank(&rng, &text);
        is_written = write_bank(argv[2], i, &text);
    }
    buf_free(&text);
    return is_written ? 0 : 1;
}
