// A question's sound is heard when somebody asks for it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "screens/cards.h"
#include "screens/desk.h"
#include "screens/layout.h"
#include "screens/sound.h"

static const char questions[] =
    "[{\"question\": \"Which bird sings so?\", \"sound\": \"media/bird.ogg\",\n"
    "  \"answer\": \"A robin\", \"wrong\": [\"A crow\"], \"shuffle\": false}]";
static const char silent[] = "[{\"question\": \"Is it silent?\", \"answer\": true}]";

static int set_up(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    desk_add_bank(*state, "birds.json", "Birds", questions);
    return 0;
}

static void ask(struct desk *desk)
{
    game_plan_quiz(&desk->game, NULL, 0);
    assert_true(game_start_quiz(&desk->game, desk->stand.now_ms));
    desk_enter(desk, &screen_play);
}

static void assert_asked_for(struct desk *desk)
{
    assert_string_equal(desk->game.asks_sound_in, desk->scratch->dir);
    assert_string_equal(desk->game.asks_sound, "media/bird.ogg");
    desk->game.asks_sound = NULL;
}

static void a_key_and_a_button_play_it(void **state)
{
    struct desk *desk = *state;
    ask(desk);
    assert_null(desk->game.asks_sound); // never by itself
    desk_assert_says(desk, "Play the sound");
    desk_key(desk, 'r');
    assert_asked_for(desk);
    assert_non_null(desk_area(desk, PLAY_SOUND, 0));
    desk_act(desk, PLAY_SOUND, 0);
    assert_asked_for(desk);
}

static void the_first_arrow_key_goes_to_an_answer(void **state)
{
    struct desk *desk = *state;
    ask(desk);
    desk_key(desk, KEY_DOWN);
    assert_string_equal(ui_focused(&desk->stand.state, &desk->stand.frame)->name, "A robin");
    desk_key(desk, KEY_UP); // and the button is beyond
    assert_int_equal(ui_focused(&desk->stand.state, &desk->stand.frame)->id.id, PLAY_SOUND);
    desk_key(desk, KEY_ENTER);
    assert_asked_for(desk);
}

static void it_is_heard_with_the_feedback_and_on_cards_too(void **state)
{
    struct desk *desk = *state;
    const struct answer given = {.picked = 2};
    ask(desk);
    desk->stand.now_ms += 1000;
    assert_true(game_apply(&desk->game, EVENT_ANSWER, desk->stand.now_ms, &given));
    desk_key(desk, 'r');
    assert_asked_for(desk);
    assert_true(game_study(&desk->game, DECK_CRAM));
    desk_enter(desk, &screen_cards);
    desk_assert_says(desk, "Play the sound");
    desk_key(desk, 'r');
    assert_asked_for(desk);
}

static void what_is_wrong_is_said_until_the_next_try(void **state)
{
    struct desk *desk = *state;

    static const struct {
        enum sound_state state;
        const char *says;
    } cases[] = {
        {SOUND_MISSING, "The sound is not there."},
        {SOUND_OUTSIDE, "out of the folder"},
        {SOUND_TOO_HEAVY, "16 MiB"},
        {SOUND_BROKEN, "damaged"},
        {SOUND_NO_READER, "Ogg and MP3 need the package"},
        {SOUND_NO_DEVICE, "there is no sound device"},
    };

    ask(desk);
    for (size_t i = 0; i < COUNT(cases); i++) {
        desk->game.sound_state = cases[i].state;
        desk_act(desk, 0, 0);
        desk_assert_says(desk, cases[i].says);
        desk_key(desk, 'r');
        desk_assert_silent(desk, cases[i].says);
    }
    assert_true(game_study(&desk->game, DECK_CRAM));
    desk_enter(desk, &screen_cards);
    desk->game.sound_state = SOUND_NO_DEVICE;
    desk_act(desk, 0, 0);
    desk_assert_says(desk, "there is no sound device");
}

static void none_is_heard_while_sound_is_off(void **state)
{
    struct desk *desk = *state;
    desk->game.settings.sounds = false;
    ask(desk);
    desk_key(desk, 'r');
    assert_null(desk->game.asks_sound);
    desk_assert_says(desk, "Sound is off. Turn it on with Ctrl+M, or in Settings.");
    sound_toggle(&desk->game, desk->stand.now_ms);
    desk_act(desk, 0, 0);
    desk_assert_silent(desk, "Sound is off.");
    desk_key(desk, 'r');
    assert_asked_for(desk);
}

static void a_question_without_one_has_no_button(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "silent.json", "Silent", silent);
    assert_true(game_choose_bank(&desk->game, 1));
    ask(desk);
    desk_assert_silent(desk, "Play the sound");
    desk_key(desk, 'r');
    assert_null(desk->game.asks_sound);
}

static void there_is_room_in_all_sizes(void **state)
{
    static const int sizes[][2] = {{1920, 1080}, {1024, 768}, {640, 360}, {720, 1280}};
    struct desk *desk = *state;
    int faults = 0;
    for (int s = 0; s < 2; s++) {
        if (s == 0) {
            ask(desk);
        } else {
            assert_true(game_study(&desk->game, DECK_CRAM));
            desk_enter(desk, &screen_cards);
        }
        for (size_t i = 0; i < COUNT(sizes) * 3; i++) {
            char what[60];
            desk->stand.look.width = sizes[i % COUNT(sizes)][0];
            desk->stand.look.height = sizes[i % COUNT(sizes)][1];
            desk->stand.look.text_percent = (int[]){100, 150, 200}[i / COUNT(sizes)];
            desk->game.sound_state = i % 2 ? SOUND_NO_DEVICE : SOUND_FINE;
            desk_act(desk, 0, 0);
            snprintf(what, sizeof what, "screen %d, %dx%d, %d %%", s, desk->stand.look.width,
                     desk->stand.look.height, desk->stand.look.text_percent);
            faults += layout_check(&desk->stand.frame, &desk->stand.look, what);
        }
    }
    assert_int_equal(faults, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, desk_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_key_and_a_button_play_it),
        TEST(the_first_arrow_key_goes_to_an_answer),
        TEST(it_is_heard_with_the_feedback_and_on_cards_too),
        TEST(what_is_wrong_is_said_until_the_next_try),
        TEST(none_is_heard_while_sound_is_off),
        TEST(a_question_without_one_has_no_button),
        TEST(there_is_room_in_all_sizes),
    };
    return cmocka_run_group_tests_name("sound", tests, NULL, NULL);
}
