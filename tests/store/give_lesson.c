// Plays a lesson into the journal of a class, for tests of the command line:
// give_lesson FOLDER CLASS BANK MODE SPEC..., as in store/class_play.h. $AT is when, in seconds
// since 1970.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/class_play.h"

static const char *const modes[CONTEST_MODE_COUNT] = {"turns", "buzz",  "all",
                                                      "hands", "board", "pupils"};

int main(int argc, char **argv)
{
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct journal journal;
    struct library library = {0};
    int mode = 0;
    if (argc < 6)
        return 2;
    while (mode < CONTEST_MODE_COUNT - 1 && strcmp(argv[4], modes[mode]) != 0)
        mode++;
    const char *named[] = {argv[3]};
    library_find(&library, &(struct library_places){.named = named, .named_count = 1});
    journal_open(&journal, argv[1], argv[2], &diags);
    library.db = &journal.db;
    const char *at = getenv("AT");
    struct class_play play = {.journal = &journal,
                              .library = &library,
                              .wall_ms = at ? strtoll(at, NULL, 10) * 1000 : 0,
                              .seed = 7};
    class_play(&play, (enum contest_mode)mode, (const char *const *)&argv[5], argc - 5);
    library_keep_summaries(&library); // as when a lesson begins in the window
    bool is_kept = journal_close(&journal);
    library_close(&library);
    arena_free(&arena);
    return is_kept ? 0 : 1;
}
