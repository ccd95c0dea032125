// A large bank that is known is read after Home is shown.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "screens/home.h"
#include "screens/kept.h"
#include "store/question_key.h"

enum { LARGE = 4000, SMALL = 3 };

// What takes long is done in so many steps.
enum { TICKS = 3 };

/// Writes a bank of `count` questions, the last of which is left out, and returns its path.
static const char *write_bank(struct desk *desk, const char *name, const char *title, int count)
{
    struct buf text = {0};
    for (int i = 0; i < count; i++) {
        buf_printf(&text,
                   "%c{\"id\": \"q%d\", \"question\": \"What comes right after %d, if whole "
                   "numbers are all that is there?\", \"tags\": [\"Sums\"], %s}\n",
                   i ? ',' : '[', i, i,
                   i + 1 < count ? "\"answer\": \"one more\"" : "\"x\": 1");
    }
    buf_text(&text, "]");
    const char *path = desk_write_bank(desk, name, title, text.data);
    buf_free(&text);
    return path;
}

static int set_up(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    struct desk *desk = *state;
    mkdir(scratch_path(desk->scratch, "installed"), 0700);
    desk->game.wall_ms = 1767268800000;
    kept_open(desk);
    return 0;
}

static struct library_places places_of(struct desk *desk, const char *const *named, int count)
{
    return (struct library_places){.named = named,
                                   .named_count = count,
                                   .installed_dir = scratch_path(desk->scratch, "installed")};
}

/// Ends the program and starts it again, up to Home; `named` (NULL: nothing) is asked for.
static void start(struct desk *desk, const char *named)
{
    game_keep_look_back(&desk->game);
    const struct settings settings = desk->game.settings;
    const struct library_places places = places_of(desk, &named, named != NULL);
    library_keep_summaries(&desk->game.library);
    game_free(&desk->game);
    desk->game = (struct game){.settings = settings,
                               .paths = &desk->paths,
                               .bank_at = -1,
                               .rng = rng_seed(7),
                               .wall_ms = 1767268800000,
                               .journal = &kept.journal,
                               .memory = &kept.memory,
                               .may_wait = true};
    game_find_banks(&desk->game, &places);
    game_resume_quiz(&desk->game, named != NULL, desk->stand.now_ms);
    desk_enter(desk, &screen_home);
}

/// Reads the bank that is waited for.
static void read_bank(struct desk *desk)
{
    const struct game *game = &desk->game;
    const struct library_places places = places_of(desk, NULL, 0);
    struct bank_file file;
    assert_true(game_is_waiting(game));
    bank_file_open(&file, game->library.entries[game->bank_at].path);
    game_take_bank(&desk->game, &file, &places, desk->stand.now_ms);
    assert_false(game_is_waiting(game));
}

static void waits_for(const struct desk *desk, const char *title)
{
    assert_true(game_is_waiting(&desk->game));
    assert_null(game_bank(&desk->game));
    assert_string_equal(game_known_bank(&desk->game)->title, title);
}

static void plays(const struct desk *desk, const char *title)
{
    assert_false(game_is_waiting(&desk->game));
    assert_non_null(game_bank(&desk->game));
    assert_ptr_equal(game_known_bank(&desk->game), game_bank(&desk->game));
    assert_string_equal(game_bank(&desk->game)->title, title);
}

static void home_is_the_same_before_and_after(void **state)
{
    struct desk *desk = *state;
    write_bank(desk, "installed/large.json", "Large", LARGE);
    start(desk, NULL);
    plays(desk, "Large"); // nothing was known of it
    desk_assert_says(desk, "This week");
    start(desk, NULL);
    waits_for(desk, "Large");
    desk_assert_says(desk, "Large");
    desk_assert_says(desk, "999 questions in 1 topic.");
    desk_assert_says(desk, "1 question left out. See why (Ctrl+J)");
    desk_assert_says(desk, "20 new, 0 due");
    desk_assert_says(desk, "Start the quiz");
    const char *before = desk_text(desk);
    assert_true(screen_home.wake_ms(desk->self, &desk->game) == INT64_MAX);
    desk_act(desk, ACTION_TICK, 0);
    assert_string_equal(desk_text(desk), before);
    read_bank(desk);
    plays(desk, "Large");
    desk_act(desk, ACTION_NONE, 0);
    assert_string_equal(desk_text(desk), before);
    assert_int_equal(screen_home.wake_ms(desk->self, &desk->game), desk->game.now_ms);
    for (int i = 0; i < TICKS; i++) { // now by each card
        desk_act(desk, ACTION_TICK, 0);
        assert_string_equal(desk_text(desk), before);
    }
    assert_true(screen_home.wake_ms(desk->self, &desk->game) > desk->game.now_ms);
    desk_key(desk, KEY_ENTER);
    assert_int_equal(desk->last.to, SCREEN_PLAY);
}

static void a_small_bank_is_read_at_once(void **state)
{
    struct desk *desk = *state;
    write_bank(desk, "installed/small.json", "Small", SMALL);
    start(desk, NULL);
    start(desk, NULL);
    plays(desk, "Small");
}

static void a_bank_that_was_changed_is_read_at_once(void **state)
{
    struct desk *desk = *state;
    write_bank(desk, "installed/large.json", "Large", LARGE);
    start(desk, NULL);
    write_bank(desk, "installed/large.json", "Larger", LARGE);
    start(desk, NULL);
    plays(desk, "Larger");
    start(desk, NULL);
    waits_for(desk, "Larger");
    assert_int_equal(unlink(scratch_path(desk->scratch, "installed/large.json")), 0);
    start(desk, NULL);
    assert_null(game_known_bank(&desk->game));
}

static void the_last_bank_is_found_without_reading_others(void **state)
{
    struct desk *desk = *state;
    write_bank(desk, "installed/a.json", "A", SMALL);
    write_bank(desk, "installed/b.json", "B", LARGE);
    write_bank(desk, "installed/c.json", "C", LARGE);
    start(desk, NULL);
    plays(desk, "A");
    library_open_all(&desk->game.library);
    assert_true(game_choose_bank(&desk->game, 2));
    start(desk, NULL);
    waits_for(desk, "C");
    assert_false(desk->game.library.entries[0].is_open);
    assert_false(desk->game.library.entries[1].is_open);
}

static void what_is_asked_for_by_name_may_wait_too(void **state)
{
    struct desk *desk = *state;
    const char *path = write_bank(desk, "large.json", "Large", LARGE);
    write_bank(desk, "installed/a.json", "A", SMALL);
    start(desk, path);
    plays(desk, "Large");
    start(desk, path);
    waits_for(desk, "Large");
    assert_null(desk->game.refused);
    read_bank(desk);
    plays(desk, "Large");
    scratch_write(desk->scratch, "large.json", "no bank any more");
    start(desk, path);
    assert_null(game_known_bank(&desk->game));
    assert_non_null(desk->game.refused);
}

/// Between the start and the reading.
static void a_bank_that_breaks_while_it_is_waited_for_is_replaced(void **state)
{
    struct desk *desk = *state;
    write_bank(desk, "installed/a.json", "A", LARGE);
    write_bank(desk, "installed/b.json", "B", SMALL);
    start(desk, NULL);
    start(desk, NULL);
    waits_for(desk, "A");
    scratch_write(desk->scratch, "installed/a.json", "no bank any more");
    read_bank(desk);
    plays(desk, "B");
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "B");
    desk_assert_says(desk, "2 new, 0 due");
}

static void answer(struct desk *desk, int count)
{
    static const char *const text[] = {"one more"};
    for (int i = 0; i < count; i++) {
        const struct answer answer = {.texts = text, .text_count = 1};
        assert_true(game_apply(&desk->game, EVENT_ANSWER, desk->stand.now_ms, &answer));
        assert_true(game_apply(&desk->game, EVENT_NEXT, desk->stand.now_ms, NULL));
    }
}

static void a_quiz_waits_for_its_bank_and_comes_back(void **state)
{
    struct desk *desk = *state;
    write_bank(desk, "installed/a.json", "A", SMALL);
    write_bank(desk, "installed/b.json", "B", LARGE);
    start(desk, NULL);
    library_open_all(&desk->game.library);
    assert_true(game_choose_bank(&desk->game, 1));
    desk->game.settings.count = 5;
    game_plan_quiz(&desk->game, NULL, 0);
    assert_true(game_start_quiz(&desk->game, desk->stand.now_ms));
    answer(desk, 2);
    desk_enter(desk, &screen_home);
    assert_true(game_choose_bank(&desk->game, 0)); // the quiz goes before the last bank
    start(desk, NULL);
    waits_for(desk, "B");
    desk_assert_says(desk, "You stopped at question 3 of 5. Go on?");
    const char *before = desk_text(desk);
    assert_false(desk->game.has_quiz);
    read_bank(desk);
    plays(desk, "B");
    assert_true(desk->game.has_quiz);
    assert_int_equal(desk->game.session.at, 2);
    desk_act(desk, ACTION_SHOWN, 0);
    assert_string_equal(desk_text(desk), before);
    assert_int_equal(desk_key(desk, KEY_ENTER).to, SCREEN_PLAY);
    assert_true(game_apply(&desk->game, EVENT_RESUME, desk->stand.now_ms, NULL));
    answer(desk, 3);
    assert_int_equal(desk->game.session.phase, SESSION_DONE);
    start(desk, NULL); // it is over, and the bank need not be read to know
    waits_for(desk, "B");
    desk_assert_silent(desk, "You stopped");
}

/// As write_bank(), of questions without an id none of which is like another; `i` reads
/// `instead`.
static void write_words(struct desk *desk, const char *name, int i, const char *instead)
{
    struct buf text = {0};
    struct rng rng = rng_seed(5);
    for (int n = 0; n < LARGE; n++) {
        char words[6][9] = {{0}};
        for (int w = 0; w < 6; w++) {
            for (int c = 0; c < 8; c++)
                words[w][c] = (char)('a' + rng_below(&rng, 26));
        }
        const char *asked = arena_printf(&desk->scratch->arena, "%s %s %s %s %s %s", words[0],
                                         words[1], words[2], words[3], words[4], words[5]);
        buf_printf(&text,
                   "%c{\"question\": \"%s\", \"answer\": \"one more\", \"explanation\": "
                   "\"It is what comes right after whatever came before.\"}\n",
                   n ? ',' : '[', n == i && instead ? instead : asked);
    }
    buf_text(&text, "]");
    desk_write_bank(desk, name, "Words", text.data);
    buf_free(&text);
}

/// Fails unless `answers` of the question that reads `text` now count.
static void assert_known(struct desk *desk, const char *text, int answers)
{
    struct past_answer *all;
    const struct bank *bank = game_bank(&desk->game);
    const char *key = NULL;
    int found = 0;
    for (int i = 0; i < bank->question_count; i++) {
        if (strcmp(bank->questions[i].text, text) == 0)
            key = question_key(&bank->questions[i], &desk->scratch->arena);
    }
    assert_non_null(key);
    assert_true(memory_catch_up(&kept.memory));
    int count = memory_answers(&kept.memory, bank->id, INT64_MIN, &desk->scratch->arena, &all);
    for (int i = 0; i < count; i++)
        found += key && strcmp(all[i].question, key) == 0;
    assert_int_equal(found, answers);
}

/// The question in view was answered in a quiz before, and is mended while its bank is read.
static void a_quiz_comes_back_whose_question_was_mended_meanwhile(void **state)
{
    struct desk *desk = *state;
    struct game *game = &desk->game;
    write_words(desk, "installed/b.json", -1, NULL);
    game->settings.shuffle = false;
    game->settings.count = 3;
    start(desk, NULL);
    game_plan_quiz(game, NULL, 0);
    assert_true(game_start_quiz(game, desk->stand.now_ms));
    answer(desk, 3);
    assert_true(game_start_quiz(game, desk->stand.now_ms));
    answer(desk, 1);
    const char *old = game_bank(game)->questions[1].text;
    char *mended = arena_printf(&desk->scratch->arena, "%s", old);
    mended[3] = 'A';
    mended[4] = 'B';
    assert_known(desk, old, 1);
    start(desk, NULL);
    waits_for(desk, "Words");
    desk_assert_says(desk, "You stopped at question 2 of 3. Go on?");
    write_words(desk, "installed/b.json", 1, mended);
    read_bank(desk);
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "You stopped at question 2 of 3. Go on?");
    assert_string_equal(session_turn(&game->session)->ask.question->text, mended);
    desk_act(desk, ACTION_TICK, 0); // Home tells of it
    desk_assert_says(desk, "edited");
    assert_known(desk, mended, 1);
    assert_int_equal(desk_key(desk, KEY_ENTER).to, SCREEN_PLAY);
    assert_true(game_apply(game, EVENT_RESUME, desk->stand.now_ms, NULL));
    answer(desk, 2);
    assert_int_equal(game->session.phase, SESSION_DONE);
    assert_known(desk, mended, 2);
}

/// Keeps that 7 mistakes were there at `event`, and starts again.
static void start_with_seven(struct desk *desk, int64_t event, int64_t file)
{
    const struct memory_mistakes seven = {.event = event, .file = file, .all = 7, .to_fix = 7};
    game_keep_look_back(&desk->game);
    desk->game.back.bank = NULL; // nothing more is to be kept
    assert_true(memory_keep_mistakes(&kept.memory, game_bank(&desk->game)->id, &seven));
    start(desk, NULL);
}

static void mistakes_are_not_counted_again_when_nothing_happened(void **state)
{
    struct desk *desk = *state;
    struct game *game = &desk->game;
    static const char *const text[] = {"something else"};
    const struct answer wrong = {.texts = text, .text_count = 1};
    write_bank(desk, "installed/a.json", "A", SMALL);
    start(desk, NULL);
    game_plan_quiz(game, NULL, 0);
    assert_true(game_start_quiz(game, desk->stand.now_ms));
    assert_true(game_apply(game, EVENT_ANSWER, desk->stand.now_ms, &wrong));
    assert_true(game_apply(game, EVENT_STOP, desk->stand.now_ms, NULL));
    desk_enter(desk, &screen_home);
    assert_int_equal(game->back.mistakes.all, 1);
    const struct memory_mistakes one = game->back.mistakes;
    start_with_seven(desk, one.event, one.file);
    assert_int_equal(game->back.mistakes.all, 7);
    start_with_seven(desk, one.event, one.file + 1); // as if the bank was changed
    assert_int_equal(game->back.mistakes.all, 1);
    start_with_seven(desk, one.event - 1, one.file); // something happened
    assert_int_equal(game->back.mistakes.all, 1);
    assert_true(memory_keep_mistakes(
        &kept.memory, "a", &(struct memory_mistakes){.event = one.event - 1, .all = 7}));
    game->back = (struct look_back){0};
    game_glance_back(game); // about that many
    assert_int_equal(game->back.mistakes.all, 7);
    assert_int_equal(game->back.week.all.answers, 1);
    game_look_back(game);
    assert_int_equal(game->back.mistakes.all, 1);
    assert_true(memory_rebuild(&kept.memory));
    game->back = (struct look_back){0};
    game_glance_back(game);
    assert_false(game_has_looked_back(game));
}

static void another_bank_that_is_asked_for_has_no_quiz(void **state)
{
    struct desk *desk = *state;
    const char *path = write_bank(desk, "large.json", "Large", LARGE);
    write_bank(desk, "installed/a.json", "A", LARGE);
    start(desk, NULL);
    game_plan_quiz(&desk->game, NULL, 0);
    assert_true(game_start_quiz(&desk->game, desk->stand.now_ms));
    start(desk, path);
    start(desk, path);
    waits_for(desk, "Large");
    desk_assert_silent(desk, "You stopped");
    assert_false(desk->game.library.entries[1].is_open);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, kept_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(home_is_the_same_before_and_after),
        TEST(a_small_bank_is_read_at_once),
        TEST(a_bank_that_was_changed_is_read_at_once),
        TEST(the_last_bank_is_found_without_reading_others),
        TEST(what_is_asked_for_by_name_may_wait_too),
        TEST(a_bank_that_breaks_while_it_is_waited_for_is_replaced),
        TEST(a_quiz_waits_for_its_bank_and_comes_back),
        TEST(a_quiz_comes_back_whose_question_was_mended_meanwhile),
        TEST(mistakes_are_not_counted_again_when_nothing_happened),
        TEST(another_bank_that_is_asked_for_has_no_quiz),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
