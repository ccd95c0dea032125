#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "ui/tone.h"

static const struct tone_case {
    const char *name;
    enum tone tone;
    int length_ms;
    double peak_db;      // of full scale
    double begins, ends; // pitch of the two halves of what is heard, in Hz
} cases[] = {
    {"time up", TONE_TIME_UP, 880, -13, 784, 523}, {"buzz", TONE_BUZZ, 200, -13, 523, 523},
    {"tick", TONE_TICK, 40, -22, 880, 880},        {"right", TONE_RIGHT, 475, -13, 523, 784},
    {"wrong", TONE_WRONG, 240, -15, 233, 208},
};

static int16_t samples[TONE_SAMPLES_MOST];

/// How strong `hz` is from `from` to `to`.
static double strength(double hz, int from, int to)
{
    double re = 0, im = 0;
    for (int i = from; i < to; i++) {
        double phase = 2 * acos(-1) * hz * i / TONE_RATE;
        re += samples[i] * cos(phase);
        im += samples[i] * sin(phase);
    }
    return hypot(re, im) / (to - from);
}

/// The strongest of the pitches that are used anywhere.
static double pitch(int from, int to)
{
    static const double pitches[] = {117, 208, 233, 523.25, 784, 880, 1046.5};
    double best = 0;
    for (size_t i = 0; i < sizeof pitches / sizeof *pitches; i++) {
        if (strength(pitches[i], from, to) > strength(best, from, to) || best == 0)
            best = pitches[i];
    }
    return best;
}

static void is_as_its_recipe_says(void **state)
{
    const struct tone_case *c = *state;
    int length = tone_length(c->tone), peak = 0;
    assert_int_equal(length, c->length_ms * TONE_RATE / 1000);
    assert_true(length <= TONE_SAMPLES_MOST);
    samples[0] = samples[length - 1] = 1;
    tone_render(c->tone, samples);
    assert_int_equal(samples[0], 0);
    assert_int_equal(samples[length - 1], 0);
    for (int i = 0; i < length; i++)
        peak = abs(samples[i]) > peak ? abs(samples[i]) : peak;
    assert_true(fabs(20 * log10(peak / 32767.0) - c->peak_db) < 0.01);
    // Nothing cracks: one sample is never far from the next.
    for (int i = 1; i < length; i++)
        assert_true(abs(samples[i] - samples[i - 1]) < peak / 2);
}

static void has_its_pitches(void **state)
{
    const struct tone_case *c = *state;
    int length = tone_length(c->tone), part = length / 6;
    tone_render(c->tone, samples);
    assert_true(fabs(pitch(0, part) - c->begins) < 1);
    assert_true(fabs(pitch(length / 2, length / 2 + 2 * part) - c->ends) < 1);
}

static void silence_has_no_samples(void **state)
{
    (void)state;
    assert_int_equal(tone_length(TONE_NONE), 0);
    tone_render(TONE_NONE, NULL);
}

int main(void)
{
    enum { CASES = sizeof cases / sizeof *cases };

    struct CMUnitTest tests[2 * CASES + 1] = {cmocka_unit_test(silence_has_no_samples)};
    for (int i = 0; i < CASES; i++) {
        tests[1 + 2 * i] = (struct CMUnitTest){.name = cases[i].name,
                                               .test_func = is_as_its_recipe_says,
                                               .initial_state = (void *)&cases[i]};
        tests[2 + 2 * i] = (struct CMUnitTest){.name = cases[i].name,
                                               .test_func = has_its_pitches,
                                               .initial_state = (void *)&cases[i]};
    }
    return cmocka_run_group_tests_name("tone", tests, NULL, NULL);
}
