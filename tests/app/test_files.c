// Files are written while the game runs, and the loop is told.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SDL.h>
#include <cmocka.h>

#include "app/files.h"
#include "store/scratch.h"

enum { LONG_MS = 5000, SHORT_MS = 400 };

/// A game over the banks of a folder, and what wakes its loop.
struct house {
    struct scratch *scratch;
    struct library_places places;
    struct game game;
    struct files files;
    SDL_sem *woken;
    int reloads;
};

static void wake(void *context)
{
    struct house *house = context;
    SDL_SemPost(house->woken);
}

static const char *write_bank(struct house *house, const char *name, const char *title)
{
    return scratch_write(house->scratch, name,
                         arena_printf(&house->scratch->arena,
                                      "{\"format\": \"quizbank/1\", \"title\": \"%s\", "
                                      "\"questions\": [{\"question\": \"?\", \"answer\": "
                                      "true}]}\n",
                                      title));
}

static void follow(struct house *house)
{
    house->reloads += files_follow(&house->files, &house->game, 0);
}

/// Does what the loop does until nothing more comes.
static void run(struct house *house)
{
    while (SDL_SemWaitTimeout(house->woken, SHORT_MS) == 0)
        follow(house);
}

/// Does so until the bank that is chosen has this title.
static void run_until(struct house *house, const char *title)
{
    for (Uint64 end = SDL_GetTicks64() + LONG_MS;
         strcmp(game_bank(&house->game)->title, title) != 0 && SDL_GetTicks64() < end;) {
        if (SDL_SemWaitTimeout(house->woken, LONG_MS) == 0)
            follow(house);
    }
    assert_string_equal(game_bank(&house->game)->title, title);
}

static int set_up(void **state)
{
    void *scratch = NULL;
    if (scratch_setup(&scratch) != 0)
        return -1;
    struct house *house = calloc(1, sizeof *house);
    assert_non_null(house);
    *state = house;
    house->scratch = scratch;
    house->woken = SDL_CreateSemaphore(0);
    house->places.library_dir = scratch_path(house->scratch, "banks");
    house->game = (struct game){.settings = settings_default(), .bank_at = -1};
    mkdir(house->places.library_dir, 0700);
    write_bank(house, "banks/a.json", "First");
    game_find_banks(&house->game, &house->places);
    files_open(&house->files, &house->game, &house->places, wake, house);
    follow(house);
    run(house);
    house->reloads = 0;
    return 0;
}

static int tear_down(void **state)
{
    struct house *house = *state;
    void *scratch = house->scratch;
    files_close(&house->files);
    game_free(&house->game);
    SDL_DestroySemaphore(house->woken);
    free(house);
    return scratch_teardown(&scratch);
}

static void follows_what_is_written(void **state)
{
    struct house *house = *state;
    write_bank(house, "banks/a.json", "Second");
    run_until(house, "Second");
    run(house);
    assert_in_range(house->reloads, 1, 2); // what is fresh may be read once more
}

static void follows_an_editor_that_renames(void **state)
{
    struct house *house = *state;
    const char *path = write_bank(house, "banks/.a.json.new", "Second");
    assert_int_equal(rename(path, scratch_path(house->scratch, "banks/a.json")), 0);
    run_until(house, "Second");
}

static void reads_few_of_a_hundred_saves_and_the_last_one_always(void **state)
{
    struct house *house = *state;
    for (int i = 1; i <= 100; i++) {
        char title[16];
        snprintf(title, sizeof title, "Save %03d", i);
        write_bank(house, "banks/a.json", title);
        if (SDL_SemWaitTimeout(house->woken, 9) == 0)
            follow(house);
    }
    run_until(house, "Save 100");
    run(house);
    assert_string_equal(game_bank(&house->game)->title, "Save 100");
    assert_in_range(house->reloads, 1, 30);
}

static void bad_good_bad_and_good_again(void **state)
{
    struct house *house = *state;
    for (int i = 0; i < 5; i++) {
        scratch_write(house->scratch, "banks/a.json", "{\"format\": ");
        for (int k = 0; k < 50 && !game_broken_entry(&house->game); k++) {
            if (SDL_SemWaitTimeout(house->woken, SHORT_MS) == 0)
                follow(house);
        }
        assert_non_null(game_broken_entry(&house->game));
        const char *title = arena_printf(&house->scratch->arena, "Good %d", i);
        write_bank(house, "banks/a.json", title);
        run_until(house, title);
        assert_null(game_broken_entry(&house->game));
    }
}

static void lists_what_comes_and_goes(void **state)
{
    struct house *house = *state;
    const char *path = write_bank(house, "banks/b.json", "Other");
    run(house);
    assert_int_equal(house->game.library.count, 2);
    remove(path);
    run(house);
    assert_true(house->game.library.entries[1].is_gone);
    assert_true(house->reloads >= 2);
}

static void watches_what_was_opened_or_dropped(void **state)
{
    struct house *house = *state;
    mkdir(scratch_path(house->scratch, "other"), 0700);
    const char *path = write_bank(house, "other/dropped.json", "Dropped");
    assert_true(game_open_path(&house->game, path));
    files_want(&house->files);
    follow(house);
    run(house);
    write_bank(house, "other/dropped.json", "Dropped and edited");
    run_until(house, "Dropped and edited");
}

static void ends_while_a_file_is_read(void **state)
{
    struct house *house = *state;
    write_bank(house, "banks/a.json", "Second");
    files_want(&house->files);
    follow(house);
    assert_non_null(house->files.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(follows_what_is_written, set_up, tear_down),
        cmocka_unit_test_setup_teardown(follows_an_editor_that_renames, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_few_of_a_hundred_saves_and_the_last_one_always,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(bad_good_bad_and_good_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lists_what_comes_and_goes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(watches_what_was_opened_or_dropped, set_up, tear_down),
        cmocka_unit_test_setup_teardown(ends_while_a_file_is_read, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("files", tests, NULL, NULL);
}
