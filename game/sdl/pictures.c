#include "sdl/pictures.h"

#include <stdint.h>
#include <string.h>

#include <SDL.h>

#include "base/arena.h"
#include "base/image_head.h"
#include "sdl/job.h"
#include "sdl/picture_decode.h"

// A picture as large as a screen is kept in a few sizes: as asked, as answered, as on a card.
enum { PICTURES_ROOM = 24, SIZES_ROOM = 12, WHOLES_MOST_BYTES = 64 << 20 };

/// A picture by its name.
struct entry {
    struct arena arena; // of the name
    struct picture_name name;
    struct picture_info info;
    struct buf bytes;   // of the file, until it is decoded
    SDL_Surface *whole; // NULL: not decoded yet
    unsigned used;      // when last, by the count of uses
    bool is_read;       // the file was looked at
};

/// A picture in a size.
struct sized {
    const struct entry *of; // NULL: free
    int width, height, radius;
    SDL_Surface *surface; // NULL: not made yet
    unsigned used;
};

struct pictures {
    struct arena arena; // of this struct too
    struct pictures_options options;
    struct entry *entries[PICTURES_ROOM];
    int count;
    struct sized sizes[SIZES_ROOM];
    unsigned uses;
    struct job *job; // working on the two below; NULL: none
    struct entry *job_entry;
    struct sized *job_size; // NULL: it reads or decodes
    SDL_Surface *made;      // by the job
    bool is_old;            // files may have changed since they were read
    unsigned version;       // counts how often all was forgotten
    bool has_news;          // for pictures_step() to tell
};

struct pictures *pictures_open(const struct pictures_options *options)
{
    struct arena arena = {0};
    struct pictures *p = ARENA_ARRAY(&arena, 1, struct pictures);
    *p = (struct pictures){.arena = arena, .options = *options};
    return p;
}

static void free_size(struct sized *size)
{
    SDL_FreeSurface(size->surface);
    *size = (struct sized){0};
}

static void free_entry(struct pictures *p, int at)
{
    struct entry *entry = p->entries[at];
    for (int i = 0; i < SIZES_ROOM; i++) {
        if (p->sizes[i].of == entry)
            free_size(&p->sizes[i]);
    }
    SDL_FreeSurface(entry->whole);
    buf_free(&entry->bytes);
    p->entries[at] = p->entries[--p->count];
    struct arena arena = entry->arena;
    arena_free(&arena);
}

void pictures_close(struct pictures *p)
{
    if (!p)
        return;
    job_wait(p->job);
    SDL_FreeSurface(p->made);
    while (p->count)
        free_entry(p, p->count - 1);
    struct arena arena = p->arena;
    arena_free(&arena);
}

// In the thread. Nothing else touches the entry while it is that of the job.

static void read_file(const struct pictures *p, struct entry *entry)
{
    struct picture_info *info = &entry->info;
    info->state = p->options.read(p->options.context, entry->name, &entry->bytes);
    if (info->state != PICTURE_READY)
        return;
    int width = 0, height = 0;
    info->state = PICTURE_WAITING;
    if (!image_head_read((const uint8_t *)entry->bytes.data, entry->bytes.len, &width,
                         &height)) {
        info->state = PICTURE_BROKEN;
        return;
    }
    const void *bytes = entry->bytes.data;
    bool is_across = image_turn_read(bytes, entry->bytes.len) >= TURN_TRANSPOSED;
    info->width = is_across ? height : width;
    info->height = is_across ? width : height;
    if (width > PICTURE_MOST_SIDE || height > PICTURE_MOST_SIDE)
        info->state = PICTURE_TOO_LARGE;
}

static void work(void *context)
{
    struct pictures *p = context;
    struct entry *entry = p->job_entry;
    if (p->job_size) {
        p->made = picture_scale(entry->whole, p->job_size->width, p->job_size->height,
                                p->job_size->radius);
    } else if (!entry->is_read) {
        read_file(p, entry);
    } else {
        entry->info.state = picture_decode(entry->bytes.data, entry->bytes.len, &p->made);
    }
}

static void tell(void *context)
{
    const struct pictures *p = context;
    p->options.wake(p->options.context);
}

// In the caller's thread.

static bool is_in_job(const struct pictures *p, const struct entry *entry)
{
    return p->job && p->job_entry == entry;
}

/// What can be said of it while the thread may be at it.
static bool wants_work(const struct entry *entry)
{
    return !entry->is_read || (!entry->whole && entry->info.state == PICTURE_WAITING);
}

static size_t whole_bytes(const struct pictures *p)
{
    size_t sum = 0;
    for (int i = 0; i < p->count; i++) {
        const SDL_Surface *whole = p->entries[i]->whole;
        sum += whole ? (size_t)whole->pitch * (size_t)whole->h : 0;
    }
    return sum;
}

/// Drops the entry that was used least, but for that of the job and the last one used. Returns
/// false if there is none.
static bool drop_oldest(struct pictures *p)
{
    int oldest = -1;
    for (int i = 0; i < p->count; i++) {
        const struct entry *entry = p->entries[i];
        if (is_in_job(p, entry) || entry->used == p->uses)
            continue;
        if (oldest < 0 || entry->used < p->entries[oldest]->used)
            oldest = i;
    }
    if (oldest >= 0)
        free_entry(p, oldest);
    return oldest >= 0;
}

static bool start(struct pictures *p, struct entry *entry, struct sized *size)
{
    p->job_entry = entry;
    p->job_size = size;
    if (!p->options.wake) {
        work(p);
        return true;
    }
    p->job = job_start(work, tell, p);
    return false;
}

/// Keeps what the job made.
static void take(struct pictures *p)
{
    struct entry *entry = p->job_entry;
    if (p->job_size) {
        p->job_size->surface = p->made;
        if (!p->made)
            free_size(p->job_size);
    } else if (!entry->is_read) {
        entry->is_read = true;
        if (entry->info.state != PICTURE_WAITING)
            buf_free(&entry->bytes);
    } else {
        entry->whole = p->made;
        buf_free(&entry->bytes);
    }
    p->job_entry = NULL;
    p->job_size = NULL;
    p->made = NULL;
    p->has_news = true;
    while (whole_bytes(p) > WHOLES_MOST_BYTES && drop_oldest(p))
        ;
}

static void drop_old(struct pictures *p)
{
    for (int i = p->count - 1; i >= 0; i--)
        free_entry(p, i);
    p->is_old = false;
    p->version++;
    p->has_news = true;
}

/// Begins what is most wanted: a size that is drawn, else the picture that was asked for last.
/// Returns false if there is nothing to do, or a thread is at it now.
static bool start_next(struct pictures *p)
{
    for (int i = 0; i < SIZES_ROOM; i++) {
        struct sized *size = &p->sizes[i];
        if (size->of && !size->surface)
            return start(p, (struct entry *)size->of, size);
    }
    struct entry *next = NULL;
    for (int i = 0; i < p->count; i++) {
        if (wants_work(p->entries[i]) && (!next || p->entries[i]->used > next->used))
            next = p->entries[i];
    }
    return next && start(p, next, NULL);
}

static void advance(struct pictures *p)
{
    if (p->job) {
        if (!job_is_done(p->job))
            return;
        job_wait(p->job);
        p->job = NULL;
        take(p);
    }
    if (p->is_old)
        drop_old(p);
    while (start_next(p))
        take(p);
}

bool pictures_step(struct pictures *p)
{
    advance(p);
    bool has_news = p->has_news;
    p->has_news = false;
    return has_news;
}

static struct entry *find(struct pictures *p, struct picture_name name)
{
    for (int i = 0; i < p->count; i++) {
        const struct picture_name *other = &p->entries[i]->name;
        if (strcmp(other->file, name.file) == 0 && strcmp(other->folder, name.folder) == 0)
            return p->entries[i];
    }
    return NULL;
}

static void find_or_add(struct pictures *p, struct picture_name name)
{
    struct entry *entry = find(p, name);
    if (!entry) {
        if (p->count == PICTURES_ROOM && !drop_oldest(p))
            return;
        struct arena arena = {0};
        entry = ARENA_ARRAY(&arena, 1, struct entry);
        *entry = (struct entry){0};
        entry->name.folder = arena_text(&arena, name.folder, strlen(name.folder));
        entry->name.file = arena_text(&arena, name.file, strlen(name.file));
        entry->arena = arena;
        p->entries[p->count++] = entry;
    }
    entry->used = ++p->uses;
}

static struct picture_info look(void *context, struct picture_name name)
{
    struct pictures *p = context;
    advance(p);
    find_or_add(p, name);
    advance(p);
    const struct entry *entry = find(p, name);
    bool is_in_work = entry && is_in_job(p, entry) && !p->job_size;
    if (!entry || (is_in_work && !entry->is_read))
        return (struct picture_info){PICTURE_WAITING, 0, 0};
    if (is_in_work) // the thread is about to write the state
        return (struct picture_info){PICTURE_WAITING, entry->info.width, entry->info.height};
    return entry->info;
}

struct picture_source pictures_source(struct pictures *p)
{
    return (struct picture_source){.context = p, .look = look};
}

static struct sized *find_size(struct pictures *p, const struct sized *wanted)
{
    for (int i = 0; i < SIZES_ROOM; i++) {
        struct sized *size = &p->sizes[i];
        if (size->of == wanted->of && size->width == wanted->width &&
            size->height == wanted->height && size->radius == wanted->radius)
            return size;
    }
    return NULL;
}

/// Room for a size: free, else that of the one used least, but not that of the job.
static struct sized *size_room(struct pictures *p)
{
    struct sized *oldest = NULL;
    for (int i = 0; i < SIZES_ROOM; i++) {
        struct sized *size = &p->sizes[i];
        if (!size->of)
            return size;
        if (size != p->job_size && (!oldest || size->used < oldest->used))
            oldest = size;
    }
    free_size(oldest);
    return oldest;
}

const SDL_Surface *pictures_sized(struct pictures *p, struct picture_name name, int width,
                                  int height, int radius)
{
    struct entry *entry = find(p, name);
    if (!entry || !entry->whole || width <= 0 || height <= 0)
        return NULL;
    const struct sized wanted = {
        .of = entry, .width = width, .height = height, .radius = radius};
    struct sized *size = find_size(p, &wanted);
    if (!size) {
        size = size_room(p);
        *size = wanted;
    }
    size->used = entry->used = ++p->uses;
    advance(p);
    size = find_size(p, &wanted);
    return size ? size->surface : NULL;
}

unsigned pictures_version(const struct pictures *p)
{
    return p->version;
}

void pictures_forget(struct pictures *p)
{
    p->is_old = true;
    advance(p);
}
