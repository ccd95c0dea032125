// Sounds from files, made here, on a device that only pretends to play.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <cmocka.h>

#include "sdl/sound_decode.h"
#include "sdl/sounds.h"

static void add_little(struct buf *out, uint32_t number, int bytes)
{
    for (int i = 0; i < bytes; i++)
        buf_byte(out, (char)(number >> 8 * i & 0xFF));
}

static void add_big(struct buf *out, uint32_t number)
{
    for (int i = 3; i >= 0; i--)
        buf_byte(out, (char)(number >> 8 * i & 0xFF));
}

/// A WAV file of `count` samples of 8 bits at 8000 a second, all as loud as can be.
static void add_wav(struct buf *out, int channels, uint32_t count)
{
    buf_text(out, "RIFF");
    add_little(out, 36 + count, 4);
    buf_text(out, "WAVEfmt ");
    add_little(out, 16, 4);
    add_little(out, 1, 2);
    add_little(out, (uint32_t)channels, 2);
    add_little(out, 8000, 4);
    add_little(out, 8000U * (uint32_t)channels, 4);
    add_little(out, (uint32_t)channels, 2);
    add_little(out, 8, 2);
    buf_text(out, "data");
    add_little(out, count, 4);
    for (uint32_t i = 0; i < count; i++)
        buf_byte(out, (char)0xFF);
}

/// What the library reads and SDL does not: a Sun audio file of 16 bits, one channel.
static void add_au(struct buf *out, uint32_t count)
{
    buf_text(out, ".snd");
    add_big(out, 24);
    add_big(out, count * 2);
    add_big(out, 3);
    add_big(out, 22050);
    add_big(out, 1);
    for (uint32_t i = 0; i < count; i++)
        buf_add(out, "\x12\x34", 2);
}

static void a_wav_is_decoded(void **state)
{
    (void)state;
    struct buf file = {0};
    struct sound_samples samples;
    add_wav(&file, 2, 400);
    assert_int_equal(sound_decode(file.data, file.len, &samples), SOUND_FINE);
    assert_int_equal(samples.rate, 8000);
    assert_int_equal(samples.channels, 2);
    assert_int_equal(samples.bytes.len, 800);
    assert_true(((const int16_t *)(const void *)samples.bytes.data)[0] > 32000);
    buf_free(&samples.bytes);
    buf_free(&file);
}

static void the_library_decodes_other_files(void **state)
{
    (void)state;
    struct buf file = {0};
    struct sound_samples samples;
    add_au(&file, 10000);
    assert_int_equal(sound_decode(file.data, file.len, &samples), SOUND_FINE);
    assert_int_equal(samples.rate, 22050);
    assert_int_equal(samples.channels, 1);
    assert_int_equal(samples.bytes.len, 20000);
    assert_int_equal(((const int16_t *)(const void *)samples.bytes.data)[9999], 0x1234);
    buf_free(&samples.bytes);
    buf_free(&file);
}

// What libsndfile's interface fixes, to have it write as a player's program would.

enum { MODE_WRITE = 0x20, OGG_VORBIS = 0x200060, OGG_OPUS = 0x200064, MP3 = 0x230082 };

struct file_info {
    int64_t frames;
    int samplerate, channels, format, sections, seekable;
};

struct file_hooks {
    int64_t (*length)(void *context);
    int64_t (*seek)(int64_t offset, int whence, void *context);
    int64_t (*read)(void *to, int64_t count, void *context);
    int64_t (*write)(const void *from, int64_t count, void *context);
    int64_t (*tell)(void *context);
};

/// A file in memory that is written.
struct written {
    struct buf bytes;
    int64_t at;
};

static int64_t length(void *context)
{
    return (int64_t)((const struct written *)context)->bytes.len;
}

static int64_t tell(void *context)
{
    return ((const struct written *)context)->at;
}

static int64_t seek(int64_t offset, int whence, void *context)
{
    struct written *w = context;
    int64_t from = whence == RW_SEEK_CUR ? w->at : whence == RW_SEEK_END ? length(w) : 0;
    return w->at = from + offset;
}

static int64_t read_back(void *to, int64_t count, void *context)
{
    struct written *w = context;
    count = SDL_min(count, length(w) - w->at);
    memcpy(to, w->bytes.data + w->at, (size_t)count);
    w->at += count;
    return count;
}

static int64_t write_on(const void *from, int64_t count, void *context)
{
    struct written *w = context;
    int64_t over = SDL_min(count, length(w) - w->at);
    if (over > 0)
        memcpy(w->bytes.data + w->at, from, (size_t)over);
    buf_add(&w->bytes, (const char *)from + over, (size_t)(count - over));
    w->at += count;
    return count;
}

enum { RATE = 44100, FRAMES = RATE / 2, TONE_HZ = 441 };

/// Half a second of a tone in both channels. Returns false if the library writes no such files.
static bool encode(int format, int rate, struct buf *out)
{
    void *library = SDL_LoadObject("libsndfile.so.1");
    assert_non_null(library);
    void *(*open)(struct file_hooks *, int, struct file_info *, void *) = NULL;
    int64_t (*writef)(void *, const float *, int64_t) = NULL;
    int (*close)(void *) = NULL;
    void *symbols[] = {SDL_LoadFunction(library, "sf_open_virtual"),
                       SDL_LoadFunction(library, "sf_writef_float"),
                       SDL_LoadFunction(library, "sf_close")};
    memcpy(&open, &symbols[0], sizeof open);
    memcpy(&writef, &symbols[1], sizeof writef);
    memcpy(&close, &symbols[2], sizeof close);
    struct file_hooks hooks = {length, seek, read_back, write_on, tell};
    struct file_info info = {.samplerate = rate, .channels = 2, .format = format};
    struct written file = {0};
    void *to = open(&hooks, MODE_WRITE, &info, &file);
    if (!to)
        return false;
    static float tone[FRAMES][2];
    for (int i = 0; i < FRAMES; i++)
        tone[i][0] = tone[i][1] = i * 2 * TONE_HZ / RATE % 2 ? 0.36F : -0.36F;
    assert_int_equal(writef(to, &tone[0][0], FRAMES), FRAMES);
    close(to);
    *out = file.bytes;
    return true;
}

/// How often the first channel crosses its middle.
static int crossings(const struct sound_samples *samples)
{
    const int16_t *at = (const void *)samples->bytes.data;
    size_t count = samples->bytes.len / 2 / (size_t)samples->channels;
    int found = 0, side = 0;
    for (size_t i = 0; i < count; i++) {
        int value = at[i * (size_t)samples->channels];
        int now = value > 4000 ? 1 : value < -4000 ? -1 : side;
        found += side && now != side;
        side = now;
    }
    return found;
}

static void ogg_and_mp3_are_decoded(void **state)
{
    (void)state;

    static const struct {
        const char *name, *magic;
        int format, rate;
    } cases[] = {{"Ogg Vorbis", "OggS", OGG_VORBIS, RATE},
                 {"Ogg Opus", "OggS", OGG_OPUS, 48000},
                 {"MP3", "\xFF", MP3, RATE}};

    int tried = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf file = {0};
        struct sound_samples samples;
        if (!encode(cases[i].format, cases[i].rate, &file)) {
            print_message("Skipped: this libsndfile writes no %s.\n", cases[i].name);
            continue;
        }
        tried++;
        assert_memory_equal(file.data, cases[i].magic, strlen(cases[i].magic));
        assert_int_equal(sound_decode(file.data, file.len, &samples), SOUND_FINE);
        assert_int_equal(samples.rate, cases[i].rate);
        assert_int_equal(samples.channels, 2);
        // A coder may add up to a frame of its own at either end.
        size_t frames = samples.bytes.len / 4;
        assert_in_range(frames, FRAMES - 100, FRAMES + 3000);
        assert_in_range(crossings(&samples), TONE_HZ - 10, TONE_HZ + 10);
        buf_free(&samples.bytes);
        // Cut off in the middle it is heard up to there, or said to be broken.
        enum sound_state cut = sound_decode(file.data, file.len / 2, &samples);
        assert_true(cut == SOUND_FINE || cut == SOUND_BROKEN);
        buf_free(&samples.bytes);
        buf_free(&file);
    }
    if (!tried)
        skip();
}

static void what_is_no_sound_is_said(void **state)
{
    (void)state;
    static const char *const broken[] = {"", "only text", "RIFF1234WAVE", "OggS broken",
                                         "RIFF1234WAVEfmt 1234"};
    struct sound_samples samples;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        assert_int_equal(sound_decode(broken[i], strlen(broken[i]), &samples), SOUND_BROKEN);
        buf_free(&samples.bytes);
    }
}

/// What is played, and what came of it.
struct player {
    struct sounds *sounds;
    SDL_atomic_t reads, wakes;
};

static enum sound_state read_made(void *context, const char *folder, const char *file,
                                  struct buf *out)
{
    struct player *player = context;
    SDL_AtomicAdd(&player->reads, 1);
    assert_string_equal(folder, "/bank");
    if (strcmp(file, "missing.wav") == 0)
        return SOUND_MISSING;
    add_wav(out, 1, strcmp(file, "long.wav") == 0 ? 8000 * 60 : 800);
    return SOUND_FINE;
}

static void wake(void *context)
{
    struct player *player = context;
    SDL_AtomicAdd(&player->wakes, 1);
}

static int set_up(void **state)
{
    struct player *player = calloc(1, sizeof *player);
    player->sounds = sounds_open(
        &(struct sounds_options){.context = player, .read = read_made, .wake = wake});
    *state = player;
    return 0;
}

static int tear_down(void **state)
{
    struct player *player = *state;
    sounds_close(player->sounds);
    free(player);
    return 0;
}

static void await(const struct player *player, int wakes)
{
    while (SDL_AtomicGet((SDL_atomic_t *)&player->wakes) < wakes)
        SDL_Delay(1);
}

static void a_sound_is_played_to_its_end(void **state)
{
    struct player *player = *state;
    enum sound_state came;
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    sounds_play(player->sounds, "/bank", "short.wav");
    assert_false(sounds_step(player->sounds, &came));
    await(player, 1);
    assert_true(sounds_step(player->sounds, &came));
    assert_int_equal(came, SOUND_FINE);
    assert_false(sounds_step(player->sounds, &came));
    assert_false(SDL_WasInit(SDL_INIT_AUDIO));
}

static void another_one_ends_it(void **state)
{
    struct player *player = *state;
    enum sound_state came;
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    sounds_play(player->sounds, "/bank", "long.wav");
    sounds_play(player->sounds, "/bank", "short.wav");
    sounds_play(player->sounds, "/bank", "missing.wav");
    await(player, 1);
    assert_false(sounds_step(player->sounds, &came));
    await(player, 2);
    assert_true(sounds_step(player->sounds, &came));
    assert_int_equal(came, SOUND_MISSING);
    assert_int_equal(SDL_AtomicGet(&player->reads), 2);
}

static void closing_ends_it(void **state)
{
    struct player *player = *state;
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    sounds_play(player->sounds, "/bank", "long.wav");
    SDL_Delay(30);
}

static void without_a_device_that_is_said(void **state)
{
    struct player *player = *state;
    enum sound_state came = SOUND_FINE;
    SDL_setenv("SDL_AUDIODRIVER", "none such", 1);
    sounds_play(player->sounds, "/bank", "short.wav");
    await(player, 1);
    assert_true(sounds_step(player->sounds, &came));
    assert_int_equal(came, SOUND_NO_DEVICE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wav_is_decoded),
        cmocka_unit_test(the_library_decodes_other_files),
        cmocka_unit_test(ogg_and_mp3_are_decoded),
        cmocka_unit_test(what_is_no_sound_is_said),
        cmocka_unit_test_setup_teardown(a_sound_is_played_to_its_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(another_one_ends_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(closing_ends_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_a_device_that_is_said, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("sounds", tests, NULL, NULL);
}
