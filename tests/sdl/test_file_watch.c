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

#include "sdl/file_watch.h"
#include "store/scratch.h"

enum { LONG_MS = 5000, SHORT_MS = 400 };

/// A watch over a folder of its own, and how often it spoke.
struct post {
    struct scratch *scratch;
    struct file_watch *watch;
    SDL_sem *told;
    SDL_atomic_t count;
};

static void tell(void *context)
{
    struct post *post = context;
    SDL_AtomicAdd(&post->count, 1);
    SDL_SemPost(post->told);
}

static int set_up(void **state)
{
    void *scratch = NULL;
    if (scratch_setup(&scratch) != 0)
        return -1;
    struct post *post = calloc(1, sizeof *post);
    assert_non_null(post);
    post->scratch = scratch;
    post->told = SDL_CreateSemaphore(0);
    post->watch = file_watch_open(tell, post);
    *state = post;
    return post->watch && file_watch_add(post->watch, post->scratch->dir, NULL) ? 0 : -1;
}

static int tear_down(void **state)
{
    struct post *post = *state;
    void *scratch = post->scratch;
    file_watch_close(post->watch);
    SDL_DestroySemaphore(post->told);
    free(post);
    return scratch_teardown(&scratch);
}

static void assert_told(struct post *post)
{
    assert_int_equal(SDL_SemWaitTimeout(post->told, LONG_MS), 0);
    assert_true(file_watch_take(post->watch));
    assert_false(file_watch_take(post->watch));
}

static void assert_silent(struct post *post)
{
    assert_int_equal(SDL_SemWaitTimeout(post->told, SHORT_MS), SDL_MUTEX_TIMEDOUT);
    assert_false(file_watch_take(post->watch));
}

static void tells_of_a_file_that_is_made_written_and_removed(void **state)
{
    struct post *post = *state;
    const char *path = scratch_write(post->scratch, "a.json", "{}");
    assert_told(post);
    scratch_write(post->scratch, "a.json", "[]");
    assert_told(post);
    assert_int_equal(remove(path), 0);
    assert_told(post);
    assert_silent(post);
}

static void tells_of_a_file_that_is_renamed_over_another(void **state)
{
    struct post *post = *state;
    const char *path = scratch_write(post->scratch, "a.json", "{}");
    assert_told(post);
    const char *next = scratch_write(post->scratch, ".a.json.swp", "[]");
    assert_silent(post);
    assert_int_equal(rename(next, path), 0);
    assert_told(post);
}

static void tells_of_a_file_that_is_renamed_away(void **state)
{
    struct post *post = *state;
    const char *path = scratch_write(post->scratch, "a.json", "{}");
    assert_told(post);
    assert_int_equal(rename(path, scratch_path(post->scratch, "a.json~")), 0);
    assert_told(post);
}

static void waits_until_a_file_that_was_cut_is_written(void **state)
{
    struct post *post = *state;
    const char *path = scratch_write(post->scratch, "a.json", "{}");
    assert_told(post);
    FILE *file = fopen(path, "wb");
    SDL_Delay(FILE_WATCH_QUIET_MS * 2);
    assert_false(file_watch_take(post->watch));
    fputs("{\"a\": 1}", file);
    fclose(file);
    assert_told(post);
    assert_silent(post);
}

static void tells_of_what_is_written_and_kept_open(void **state)
{
    struct post *post = *state;
    FILE *file = fopen(scratch_path(post->scratch, "a.json"), "wb");
    fputs("{}", file);
    fflush(file);
    assert_told(post);
    fclose(file);
}

static void says_little_of_a_hundred_saves_in_a_second_and_the_last_one_always(void **state)
{
    struct post *post = *state;
    int64_t last_ms = 0, heard_ms = 0;
    for (int i = 0; i < 100; i++) {
        scratch_write(post->scratch, "a.json", "{}");
        last_ms = (int64_t)SDL_GetTicks64();
        if (file_watch_take(post->watch))
            heard_ms = last_ms;
        SDL_Delay(9);
    }
    while (SDL_SemWaitTimeout(post->told, SHORT_MS) == 0) {
        if (file_watch_take(post->watch))
            heard_ms = (int64_t)SDL_GetTicks64();
    }
    assert_true(heard_ms >= last_ms);
    int count = SDL_AtomicGet(&post->count);
    assert_in_range(count, 1, 20);
}

static void does_not_speak_again_before_it_was_heard(void **state)
{
    struct post *post = *state;
    for (int i = 0; i < 4; i++) {
        scratch_write(post->scratch, "a.json", "{}");
        SDL_Delay(FILE_WATCH_QUIET_MS * 4);
    }
    assert_int_equal(SDL_AtomicGet(&post->count), 1);
    assert_told(post);
}

static void is_silent_about_what_is_no_bank(void **state)
{
    struct post *post = *state;
    scratch_write(post->scratch, "store.db-wal", "x");
    scratch_write(post->scratch, "4913", "");
    scratch_write(post->scratch, ".json", "");
    assert_silent(post);
}

static void knows_a_file_by_its_name(void **state)
{
    struct post *post = *state;
    assert_true(file_watch_add(post->watch, post->scratch->dir, "bank.txt"));
    scratch_write(post->scratch, "other.txt", "");
    assert_silent(post);
    scratch_write(post->scratch, "bank.txt", "");
    assert_told(post);
}

static void watches_a_folder_anew_that_came_again(void **state)
{
    struct post *post = *state;
    const char *dir = scratch_path(post->scratch, "banks");
    assert_false(file_watch_add(post->watch, dir, NULL));
    assert_true(file_watch_add(post->watch, post->scratch->dir, "banks"));
    for (int i = 0; i < 2; i++) {
        assert_int_equal(mkdir(dir, 0700), 0);
        assert_told(post);
        assert_true(file_watch_add(post->watch, dir, NULL));
        const char *path = scratch_write(post->scratch, "banks/a.json", "{}");
        assert_told(post);
        assert_int_equal(remove(path), 0);
        assert_told(post);
        assert_int_equal(rmdir(dir), 0);
        assert_told(post);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tells_of_a_file_that_is_made_written_and_removed,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_of_a_file_that_is_renamed_over_another, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(tells_of_a_file_that_is_renamed_away, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(waits_until_a_file_that_was_cut_is_written, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(tells_of_what_is_written_and_kept_open, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            says_little_of_a_hundred_saves_in_a_second_and_the_last_one_always, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(does_not_speak_again_before_it_was_heard, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(is_silent_about_what_is_no_bank, set_up, tear_down),
        cmocka_unit_test_setup_teardown(knows_a_file_by_its_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(watches_a_folder_anew_that_came_again, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests_name("file_watch", tests, NULL, NULL);
}
