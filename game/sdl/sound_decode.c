#include "sdl/sound_decode.h"

#include <stdbool.h>
#include <string.h>

#include <SDL.h>

#if defined(_WIN32)
static const char library_name[] = "sndfile.dll";
#elif defined(__APPLE__)
static const char library_name[] = "libsndfile.1.dylib";
#else
static const char library_name[] = "libsndfile.so.1";
#endif

enum { CHANNELS_MOST = 8, RATE_MOST = 192000, FRAMES_AT_ONCE = 4096 };

// What libsndfile's interface fixes: of its SF_INFO and SF_VIRTUAL_IO.

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

enum { MODE_READ = 0x10 };

struct library {
    void *(*open)(struct file_hooks *hooks, int mode, struct file_info *info, void *context);
    int64_t (*read)(void *file, short *to, int64_t frames);
    int (*close)(void *file);
};

/// A file in memory.
struct source {
    const char *bytes;
    int64_t len, at;
};

static int64_t source_length(void *context)
{
    return ((const struct source *)context)->len;
}

static int64_t source_tell(void *context)
{
    return ((const struct source *)context)->at;
}

static int64_t source_seek(int64_t offset, int whence, void *context)
{
    struct source *s = context;
    int64_t from = whence == RW_SEEK_CUR ? s->at : whence == RW_SEEK_END ? s->len : 0;
    if (offset < -from || offset > s->len - from)
        return -1;
    return s->at = from + offset;
}

static int64_t source_read(void *to, int64_t count, void *context)
{
    struct source *s = context;
    int64_t left = s->len - s->at;
    count = count < 0 ? 0 : count > left ? left : count;
    memcpy(to, s->bytes + s->at, (size_t)count);
    s->at += count;
    return count;
}

static int64_t source_write(const void *from, int64_t count, void *context)
{
    (void)from;
    (void)count;
    (void)context;
    return 0;
}

/// Puts the address of a function into `*to`. ISO C has no conversion from an object's pointer
/// to a function's; the bytes are the same.
static bool find(void *library, const char *name, void *to)
{
    void *symbol = SDL_LoadFunction(library, name);
    memcpy(to, &symbol, sizeof symbol);
    return symbol != NULL;
}

// It stays loaded for the next sound.
static bool load(struct library *l)
{
    void *library = SDL_LoadObject(library_name);
    return library && find(library, "sf_open_virtual", &l->open) &&
           find(library, "sf_readf_short", &l->read) && find(library, "sf_close", &l->close);
}

static enum sound_state read_frames(const struct library *l, void *file,
                                    struct sound_samples *samples)
{
    size_t frame = (size_t)samples->channels * sizeof(short);
    for (;;) {
        buf_reserve(&samples->bytes, FRAMES_AT_ONCE * frame);
        short *to = (void *)(samples->bytes.data + samples->bytes.len);
        int64_t got = l->read(file, to, FRAMES_AT_ONCE);
        if (got <= 0)
            return samples->bytes.len ? SOUND_FINE : SOUND_BROKEN;
        samples->bytes.len += (size_t)got * frame;
        if (samples->bytes.len > SAMPLES_MOST_BYTES)
            return SOUND_TOO_HEAVY;
    }
}

static enum sound_state decode_by_library(const void *bytes, size_t len,
                                          struct sound_samples *samples)
{
    struct library library;
    if (!load(&library))
        return SOUND_NO_READER;
    struct source source = {.bytes = bytes, .len = (int64_t)len};
    struct file_hooks hooks = {source_length, source_seek, source_read, source_write,
                               source_tell};
    struct file_info info = {0};
    void *file = library.open(&hooks, MODE_READ, &info, &source);
    if (!file)
        return SOUND_BROKEN;
    enum sound_state state = SOUND_BROKEN;
    if (info.channels > 0 && info.channels <= CHANNELS_MOST && info.samplerate > 0 &&
        info.samplerate <= RATE_MOST) {
        samples->rate = info.samplerate;
        samples->channels = info.channels;
        state = read_frames(&library, file, samples);
    }
    library.close(file);
    return state;
}

static bool is_wav(const void *bytes, size_t len)
{
    const char *at = bytes;
    return len >= 12 && memcmp(at, "RIFF", 4) == 0 && memcmp(at + 8, "WAVE", 4) == 0;
}

static enum sound_state decode_wav(const void *bytes, size_t len, struct sound_samples *samples)
{
    SDL_AudioSpec spec;
    uint8_t *read = NULL;
    uint32_t count = 0;
    if (!SDL_LoadWAV_RW(SDL_RWFromConstMem(bytes, (int)len), 1, &spec, &read, &count))
        return SOUND_BROKEN;
    SDL_AudioCVT cvt;
    enum sound_state state = SOUND_BROKEN;
    if (SDL_BuildAudioCVT(&cvt, spec.format, spec.channels, spec.freq, AUDIO_S16SYS,
                          spec.channels, spec.freq) >= 0 &&
        count > 0) {
        buf_reserve(&samples->bytes, (size_t)count * (size_t)cvt.len_mult);
        cvt.buf = (void *)samples->bytes.data;
        cvt.len = (int)count;
        memcpy(cvt.buf, read, count);
        state = !cvt.needed || SDL_ConvertAudio(&cvt) == 0 ? SOUND_FINE : SOUND_BROKEN;
        samples->bytes.len = cvt.needed ? (size_t)cvt.len_cvt : count;
        samples->rate = spec.freq;
        samples->channels = spec.channels;
    }
    SDL_FreeWAV(read);
    return state;
}

enum sound_state sound_decode(const void *bytes, size_t len, struct sound_samples *samples)
{
    *samples = (struct sound_samples){0};
    return is_wav(bytes, len) ? decode_wav(bytes, len, samples)
                              : decode_by_library(bytes, len, samples);
}
