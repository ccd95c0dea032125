// Sound devices that several threads open and close: SDL is asked by one at a time.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <SDL.h>
#include <cmocka.h>

#include "sdl/audio.h"

// The linker puts these between the module and SDL, by such names.
// NOLINTBEGIN(bugprone-reserved-identifier)
SDL_AudioDeviceID __real_SDL_OpenAudioDevice(const char *device, int is_capture,
                                             const SDL_AudioSpec *wanted, SDL_AudioSpec *got,
                                             int changes);
SDL_AudioDeviceID __wrap_SDL_OpenAudioDevice(const char *device, int is_capture,
                                             const SDL_AudioSpec *wanted, SDL_AudioSpec *got,
                                             int changes);
void __real_SDL_CloseAudioDevice(SDL_AudioDeviceID device);
void __wrap_SDL_CloseAudioDevice(SDL_AudioDeviceID device);
// NOLINTEND(bugprone-reserved-identifier)

static SDL_mutex *lock;
static int opened, closed; // while another thread had to wait

static int try_lock(void *data)
{
    (void)data;
    bool is_free = SDL_TryLockMutex(lock) == 0;
    if (is_free)
        SDL_UnlockMutex(lock);
    return is_free;
}

static int others_wait(void)
{
    int is_free = 1;
    SDL_WaitThread(SDL_CreateThread(try_lock, "other", NULL), &is_free);
    return !is_free;
}

SDL_AudioDeviceID __wrap_SDL_OpenAudioDevice(const char *device, int is_capture,
                                             const SDL_AudioSpec *wanted, SDL_AudioSpec *got,
                                             int changes)
{
    opened += others_wait();
    return __real_SDL_OpenAudioDevice(device, is_capture, wanted, got, changes);
}

void __wrap_SDL_CloseAudioDevice(SDL_AudioDeviceID device)
{
    closed += others_wait();
    __real_SDL_CloseAudioDevice(device);
}

static void one_at_a_time_opens_and_closes(void **state)
{
    (void)state;
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    lock = SDL_CreateMutex();
    const struct audio_form form = {.rate = 16000, .channels = 1, .samples = 1024};
    SDL_AudioDeviceID device = audio_open(lock, form);
    assert_int_not_equal(device, 0);
    assert_int_equal(opened, 1);
    audio_close(lock, device);
    assert_int_equal(closed, 1);
    assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
    assert_true(try_lock(NULL));
    SDL_DestroyMutex(lock);
}

static void without_a_device_nothing_stays_open(void **state)
{
    (void)state;
    SDL_setenv("SDL_AUDIODRIVER", "none of them", 1);
    lock = SDL_CreateMutex();
    assert_int_equal(audio_open(lock, (struct audio_form){16000, 1, 1024}), 0);
    assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
    assert_true(try_lock(NULL));
    SDL_DestroyMutex(lock);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_at_a_time_opens_and_closes),
        cmocka_unit_test(without_a_device_nothing_stays_open),
    };
    return cmocka_run_group_tests_name("audio", tests, NULL, NULL);
}
