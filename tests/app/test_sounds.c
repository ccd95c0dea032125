// What is heard, and that it can be turned off everywhere.
#include "app/on_stage.h"

static struct {
    enum tone tone;
    int tones, silences;
} heard;

/// Home, which asks for a buzz whenever it is told anything.
static struct screen ringing;

static struct step ring(void *self, struct game *game, const struct action *action)
{
    (void)self;
    (void)action;
    game->asks_tone = TONE_BUZZ;
    return (struct step){0};
}

static void play_tone(void *context, enum tone tone)
{
    (void)context;
    heard.tone = tone;
    heard.tones++;
}

static void silence(void *context)
{
    (void)context;
    heard.silences++;
}

static int set_up(void **state)
{
    open_stage(state);
    memset(&heard, 0, sizeof heard);
    on.stage.host.play_tone = play_tone;
    on.stage.host.silence = silence;
    ringing = *screens[SCREEN_HOME];
    ringing.update = ring;
    return 0;
}

static void a_tone_is_played_once(void **state)
{
    (void)state;
    on.stage.layers[0].screen = &ringing;
    key('s', 0);
    assert_int_equal(heard.tone, TONE_BUZZ);
    assert_int_equal(heard.tones, 1);
    assert_int_equal(on.game.asks_tone, TONE_NONE);
}

static void ctrl_m_ends_all_and_says_so(void **state)
{
    (void)state;
    on.stage.layers[0].screen = &ringing;
    key('m', MOD_CTRL);
    assert_false(on.game.settings.sounds);
    assert_true(on.game.settings_changed);
    assert_int_equal(heard.silences, 1);
    assert_true(shows("Sound is off. Ctrl+M turns it on again."));
    key('s', 0);
    assert_int_equal(heard.tones, 0);
    assert_int_equal(on.game.asks_tone, TONE_NONE); // and not later either
    assert_true(stage_wake_ms(&on.stage) <= on.now_ms + 3000);
    rest();
    assert_false(shows("Sound is off"));
    key('m', MOD_CTRL);
    assert_true(on.game.settings.sounds);
    assert_true(shows("Sound is on."));
    assert_int_equal(heard.silences, 1);
    key('s', 0);
    assert_int_equal(heard.tones, 1);
}

static void it_is_said_while_a_question_is_in_play(void **state)
{
    (void)state;
    key(KEY_ENTER, 0);
    is_on("play");
    key('m', MOD_CTRL);
    is_on("play");
    assert_true(shows("Sound is off."));
    click("Close this line");
    assert_false(shows("Sound is off."));
}

static void help_names_the_key(void **state)
{
    (void)state;
    key(KEY_F1, 0);
    assert_true(shows("Sound off and on"));
}

#define WITH_STAGE(test) cmocka_unit_test_setup_teardown(test, set_up, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_STAGE(a_tone_is_played_once),
        WITH_STAGE(ctrl_m_ends_all_and_says_so),
        WITH_STAGE(it_is_said_while_a_question_is_in_play),
        WITH_STAGE(help_names_the_key),
    };
    return cmocka_run_group_tests_name("sounds", tests, NULL, NULL);
}
