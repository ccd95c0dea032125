// Tones, on a device that writes what it plays into a file.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <SDL.h>
#include <cmocka.h>

#include "sdl/sounds.h"

static struct {
    struct sounds *sounds;
    char file[64];
    SDL_atomic_t wakes;
} on;

static enum sound_state read_long(void *context, const char *folder, const char *file,
                                  struct buf *out)
{
    (void)context;
    (void)folder;
    (void)file;
    static const unsigned char head[44] = {
        'R', 'I', 'F', 'F', 0xA4, 0x77, 1,   0,   'W', 'A',  'V',  'E',  'f', 'm', 't',
        ' ', 16,  0,   0,   0,    1,    0,   1,   0,   0x80, 0x3E, 0,    0,   0,   0x7D,
        0,   0,   2,   0,   16,   0,    'd', 'a', 't', 'a',  0x80, 0x77, 1,   0};
    buf_add(out, head, sizeof head);
    for (int i = 0; i < 96128; i++)
        buf_byte(out, 1);
    return SOUND_FINE;
}

static void wake(void *context)
{
    (void)context;
    SDL_AtomicAdd(&on.wakes, 1);
}

static int set_up(void **state)
{
    (void)state;
    snprintf(on.file, sizeof on.file, "/tmp/quartet-tones-%ld.raw", (long)getpid());
    SDL_setenv("SDL_AUDIODRIVER", "disk", 1);
    SDL_setenv("SDL_DISKAUDIOFILE", on.file, 1);
    SDL_AtomicSet(&on.wakes, 0);
    on.sounds = sounds_open(&(struct sounds_options){.read = read_long, .wake = wake});
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sounds_close(on.sounds);
    unlink(on.file);
    return 0;
}

/// What was played, of which there are `count` samples.
static const int16_t *heard(size_t *count)
{
    static int16_t samples[TONE_RATE * 20];
    FILE *file = fopen(on.file, "rb");
    *count = file ? fread(samples, sizeof *samples, sizeof samples / sizeof *samples, file) : 0;
    if (file)
        fclose(file);
    return samples;
}

/// Where the tone is heard whole, counted in samples; -1: nowhere.
static long found(enum tone tone)
{
    static int16_t wanted[TONE_SAMPLES_MOST];
    size_t count = 0, length = (size_t)tone_length(tone);
    const int16_t *samples = heard(&count);
    tone_render(tone, wanted);
    for (size_t at = 0; at + length <= count; at++) {
        if (memcmp(samples + at, wanted, length * sizeof *wanted) == 0)
            return (long)at;
    }
    return -1;
}

static void await_end(void)
{
    for (int i = 0; i < 1000 && SDL_WasInit(SDL_INIT_AUDIO); i++)
        SDL_Delay(10);
    assert_false(SDL_WasInit(SDL_INIT_AUDIO));
}

static void await_start(void)
{
    for (int i = 0; i < 1000 && !SDL_WasInit(SDL_INIT_AUDIO); i++)
        SDL_Delay(1);
    assert_true(SDL_WasInit(SDL_INIT_AUDIO));
}

static void a_tone_is_heard_and_the_device_closed(void **state)
{
    (void)state;
    sounds_play_tone(on.sounds, TONE_BUZZ);
    await_start();
    await_end();
    assert_true(found(TONE_BUZZ) >= 0);
}

static void the_next_one_comes_on_the_same_device(void **state)
{
    (void)state;
    sounds_play_tone(on.sounds, TONE_TICK);
    await_start();
    SDL_Delay(1000);
    sounds_play_tone(on.sounds, TONE_TICK);
    SDL_Delay(200);
    sounds_play_tone(on.sounds, TONE_BUZZ);
    await_end();
    assert_true(found(TONE_TICK) >= 0);
    assert_true(found(TONE_BUZZ) > found(TONE_TICK) + TONE_RATE / 2);
}

static void a_newer_one_ends_the_one_before(void **state)
{
    (void)state;
    sounds_play_tone(on.sounds, TONE_TIME_UP);
    await_start();
    SDL_Delay(150);
    sounds_play_tone(on.sounds, TONE_BUZZ);
    await_end();
    assert_true(found(TONE_TIME_UP) < 0);
    assert_true(found(TONE_BUZZ) >= 0);
}

static void silence_ends_it(void **state)
{
    (void)state;
    sounds_play_tone(on.sounds, TONE_TIME_UP);
    await_start();
    SDL_Delay(100);
    sounds_stop(on.sounds);
    await_end();
    assert_true(found(TONE_TIME_UP) < 0);
    sounds_play_tone(on.sounds, TONE_TICK); // and others come as before
    await_start();
    await_end();
    assert_true(found(TONE_TICK) >= 0);
}

static void a_sound_goes_on_beside_it(void **state)
{
    (void)state;
    enum sound_state came;
    sounds_play(on.sounds, "", "long.wav");
    await_start();
    sounds_play_tone(on.sounds, TONE_TICK);
    SDL_Delay(400);
    assert_false(sounds_step(on.sounds, &came));
    assert_int_equal(SDL_AtomicGet(&on.wakes), 0);
    sounds_stop(on.sounds);
    for (int i = 0; i < 500 && !sounds_step(on.sounds, &came); i++)
        SDL_Delay(10);
    assert_int_equal(came, SOUND_FINE);
    await_end();
}

static void without_a_device_nothing_happens(void **state)
{
    (void)state;
    SDL_setenv("SDL_AUDIODRIVER", "none such", 1);
    for (int i = 0; i < 20; i++) {
        sounds_play_tone(on.sounds, TONE_BUZZ);
        SDL_Delay((Uint32)i % 3);
    }
    await_end();
    size_t count = 0;
    heard(&count);
    assert_int_equal(count, 0);
}

#define WITH_A_FILE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_A_FILE(a_tone_is_heard_and_the_device_closed),
        WITH_A_FILE(the_next_one_comes_on_the_same_device),
        WITH_A_FILE(a_newer_one_ends_the_one_before),
        WITH_A_FILE(silence_ends_it),
        WITH_A_FILE(a_sound_goes_on_beside_it),
        WITH_A_FILE(without_a_device_nothing_happens),
    };
    return cmocka_run_group_tests_name("tones", tests, NULL, NULL);
}
