// Measures the reading of a bank in a fresh process: bank_load floor|ours FILE
//
// `floor` is cJSON_Parse() of the whole text, `ours` native_read() with all its checks. Prints
// milliseconds and the peak of resident memory beyond the text, in bytes.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cjson/cJSON.h>

#include "core/bank.h"
#include "formats/native.h"

static char *read_file(const char *path, size_t *len)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        return NULL;
    long size = ftell(file);
    rewind(file);
    char *text = size > 0 ? malloc((size_t)size + 1) : NULL;
    *len = text ? fread(text, 1, (size_t)size, file) : 0;
    fclose(file);
    if (text)
        text[*len] = '\0';
    return text;
}

/// A line of /proc/self/status in bytes; 0 where there is no such file.
static long status_bytes(const char *name)
{
    FILE *file = fopen("/proc/self/status", "r");
    char line[256];
    long kib = 0;
    while (file && fgets(line, sizeof line, file)) {
        if (strncmp(line, name, strlen(name)) == 0)
            kib = strtol(line + strlen(name), NULL, 10);
    }
    if (file)
        fclose(file);
    return kib * 1024;
}

static double now_ms(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int read_ours(const char *path, const char *text, size_t len, struct arena *arena)
{
    struct diags diags = {.arena = arena};
    const struct bank *bank = native_read(path, text, len, arena, &diags);
    return bank && diags.errors == 0 ? bank->question_count : -1;
}

int main(int argc, char **argv)
{
    size_t len = 0;
    char *text = argc == 3 ? read_file(argv[2], &len) : NULL;
    if (!text) {
        fprintf(stderr, "usage: bank_load floor|ours FILE\n");
        return 2;
    }
    bool is_ours = strcmp(argv[1], "ours") == 0;
    struct arena arena = {0};
    cJSON *tree = NULL;
    int count = 0;
    long before = status_bytes("VmRSS:");
    double start = now_ms();
    if (is_ours) {
        count = read_ours(argv[2], text, len, &arena);
    } else {
        tree = cJSON_Parse(text);
    }
    double took_ms = now_ms() - start;
    printf("%.2f ms, %ld bytes more\n", took_ms, status_bytes("VmHWM:") - before);
    bool is_fine = is_ours ? count >= 0 : tree != NULL;
    cJSON_Delete(tree);
    arena_free(&arena);
    free(text);
    return is_fine ? 0 : 1;
}
