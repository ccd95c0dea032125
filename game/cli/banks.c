#include "cli/banks.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/guess.h"
#include "store/file.h"

// Whether the file at `path` is called `id` with ".json" after it.
static bool is_named(const char *path, const char *id)
{
    const char *name = file_name(path);
    size_t len = strlen(id);
    return strncmp(name, id, len) == 0 && strcmp(name + len, ".json") == 0;
}

// Files are mostly called by their banks' ids, so most need not be read to find one.
static const char *find_by_id(struct library *library, const char *id)
{
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < library->count; i++) {
            const struct library_entry *entry = &library->entries[i];
            if (pass == 0 && !is_named(entry->path, id))
                continue;
            if (library_open_entry(library, i) && strcmp(entry->file.bank->id, id) == 0)
                return entry->path;
        }
    }
    return NULL;
}

// A file that was refused has no id but what its name says; reading it again says why.
static const char *find_refused(const struct library *library, const char *id)
{
    for (int i = 0; i < library->count; i++) {
        const struct library_entry *entry = &library->entries[i];
        if (!entry->file.bank && is_named(entry->path, id))
            return entry->path;
    }
    return NULL;
}

static void refuse(const struct library *library, const char *word)
{
    struct guess guess = {.typed = word};
    for (int i = 1; i < command_count; i++)
        guess_offer(&guess, command_table[i].name);
    for (int i = 0; i < library->count; i++) {
        const struct bank *bank = library->entries[i].file.bank;
        if (bank)
            guess_offer(&guess, bank->id);
    }
    if (guess.best) {
        fprintf(stderr,
                _("quartet: there is no file, bank or command \"%s\"; did you mean %s?\n"),
                word, guess.best);
    } else {
        fprintf(stderr,
                _("quartet: there is no file, bank or command \"%s\"; see: quartet list\n"),
                word);
    }
}

// Whether `word` can only be meant as a path, so that reading it is left to say what is wrong.
static bool is_path(const char *word)
{
    return strchr(word, '/') || strstr(word, ".json") || !file_is_missing(word);
}

static const char *find_bank(struct banks *banks, const char *word)
{
    if (is_path(word))
        return word;
    struct library_places places = banks->places;
    places.named_count = 0;
    struct library library = {0};
    library_find(&library, &places);
    const char *path = find_by_id(&library, word);
    if (!path)
        path = find_refused(&library, word);
    if (path) {
        path = arena_text(&banks->arena, path, strlen(path));
    } else {
        refuse(&library, word);
    }
    library_close(&library);
    return path;
}

bool banks_find_places(struct banks *banks, const struct cli *cli)
{
    banks->places = (struct library_places){
        .user_dir = cli->paths.questions_dir,
        .library_dir = cli->values[OPTION_LIBRARY].text,
        .installed_dir = cli->paths.installed_dir,
    };
    const char **named = ARENA_ARRAY(&banks->arena, cli->operand_count, const char *);
    for (int i = 0; i < cli->operand_count; i++) {
        named[i] = find_bank(banks, cli->operands[i]);
        if (!named[i])
            return false;
    }
    banks->places.named = named;
    banks->places.named_count = cli->operand_count;
    return true;
}

void banks_close(struct banks *banks)
{
    arena_free(&banks->arena);
    *banks = (struct banks){0};
}
