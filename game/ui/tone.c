#include "ui/tone.h"

#include <math.h>
#include <stddef.h>

enum { NOTES_MOST = 2, RELEASE_MS = 8 };

enum wave { WAVE_SINE, WAVE_TRIANGLE, WAVE_BELL };

struct note {
    enum wave wave;
    double from_hz, to_hz; // it glides evenly for the ear
    int at_ms, length_ms;  // 0: there is none
    double attack_ms, tau_ms, gain;
};

static const struct recipe {
    double peak_db; // of full scale
    struct note notes[NOTES_MOST];
} recipes[TONE_COUNT] = {
    [TONE_TIME_UP] = {-13,
                      {{WAVE_BELL, 783.99, 783.99, 0, 420, 4, 120, 1},
                       {WAVE_BELL, 523.25, 523.25, 180, 700, 4, 200, 1}}},
    [TONE_BUZZ] = {-13, {{WAVE_BELL, 523.25, 523.25, 0, 200, 2, 60, 1}}},
    [TONE_TICK] = {-22, {{WAVE_SINE, 880, 880, 0, 40, 1, 10, 1}}},
    [TONE_RIGHT] = {-13,
                    {{WAVE_BELL, 523.25, 523.25, 0, 260, 4, 70, 1},
                     {WAVE_BELL, 783.99, 783.99, 95, 380, 4, 110, 1}}},
    [TONE_WRONG] = {-15,
                    {{WAVE_SINE, 233.08, 207.65, 0, 240, 8, 80, 1},
                     {WAVE_TRIANGLE, 116.54, 103.83, 0, 240, 8, 70, 0.35}}},
};

static int samples_of(int ms)
{
    return TONE_RATE / 1000 * ms;
}

static double wave_at(enum wave wave, double turns)
{
    const double phase = 2 * acos(-1) * turns;
    switch (wave) {
    case WAVE_SINE:
        break;
    case WAVE_TRIANGLE:
        return asin(sin(phase)) / asin(1);
    case WAVE_BELL:
        return .72 * sin(phase) + .20 * sin(2 * phase) + .08 * sin(3 * phase);
    }
    return sin(phase);
}

/// How often a note has swung after `at_s`.
static double turns_of(const struct note *note, double at_s)
{
    double length_s = note->length_ms / 1000.0, ratio = note->to_hz / note->from_hz;
    if (ratio == 1)
        return note->from_hz * at_s;
    return note->from_hz * length_s * (pow(ratio, at_s / length_s) - 1) / log(ratio);
}

static double note_at(const struct note *note, int sample)
{
    int at = sample - samples_of(note->at_ms), last = samples_of(note->length_ms) - 1;
    if (at < 0 || at > last)
        return 0;
    double at_ms = at * 1000.0 / TONE_RATE, left_ms = (last - at) * 1000.0 / TONE_RATE;
    double rise = fmin(1, at_ms / note->attack_ms);
    double fall = exp(-fmax(0, at_ms - note->attack_ms) / note->tau_ms);
    double release = fmin(1, left_ms / RELEASE_MS);
    return note->gain * rise * fall * release *
           wave_at(note->wave, turns_of(note, at_ms / 1000));
}

static double recipe_at(const struct recipe *recipe, int sample)
{
    double sum = 0;
    for (int i = 0; i < NOTES_MOST; i++)
        sum += note_at(&recipe->notes[i], sample);
    return sum;
}

int tone_length(enum tone tone)
{
    int length = 0;
    for (int i = 0; i < NOTES_MOST; i++) {
        const struct note *note = &recipes[tone].notes[i];
        int end = samples_of(note->at_ms + note->length_ms);
        length = end > length ? end : length;
    }
    return length;
}

void tone_render(enum tone tone, int16_t *samples)
{
    const struct recipe *recipe = &recipes[tone];
    int length = tone_length(tone);
    double peak = 0;
    for (int i = 0; i < length; i++)
        peak = fmax(peak, fabs(recipe_at(recipe, i)));
    double scale = peak > 0 ? pow(10, recipe->peak_db / 20) * INT16_MAX / peak : 0;
    for (int i = 0; i < length; i++)
        samples[i] = (int16_t)lrint(scale * recipe_at(recipe, i));
}
