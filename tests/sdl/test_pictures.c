// Pictures from files: how they are read, made to size and drawn. The files are made here.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <cmocka.h>

#include "base/image_head.h"
#include "sdl/fonts.h"
#include "sdl/picture_decode.h"
#include "sdl/pictures.h"
#include "sdl/render.h"
#include "sdl/shot.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/// What is read: "WIDTHxHEIGHT" is a PNG of that size, red, with a see-through left half.
struct files {
    struct pictures *pictures;
    SDL_atomic_t reads, wakes;
    SDL_sem *may_read; // NULL: at once
};

static const char *const folder = "/bank";

static void add_png(const char *name, struct buf *out)
{
    char *rest = NULL;
    int width = (int)strtol(name, &rest, 10), height = (int)strtol(rest + 1, NULL, 10);
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_FillRect(surface, &(SDL_Rect){width / 2, 0, width - width / 2, height}, 0xFFFF0000);
    size_t room = (size_t)width * (size_t)height * 5 + 1000;
    void *bytes = malloc(room);
    SDL_RWops *to = SDL_RWFromMem(bytes, (int)room);
    void *symbol = picture_library("IMG_SavePNG_RW");
    int (*save)(SDL_Surface *, SDL_RWops *, int) = NULL;
    memcpy(&save, &symbol, sizeof save);
    assert_int_equal(save(surface, to, 0), 0);
    buf_add(out, bytes, (size_t)SDL_RWtell(to));
    SDL_RWclose(to);
    SDL_FreeSurface(surface);
    free(bytes);
}

/// Adds a JPEG of 60 x 40, blue, with a red quarter at the top left of what is to be seen once
/// it is turned as its EXIF says.
static void add_jpeg(int turn, struct buf *out)
{
    // Where the quarter is in what is stored.
    static const bool is_right[] = {0, 0, 1, 1, 0, 0, 0, 1, 1};
    static const bool is_low[] = {0, 0, 0, 1, 1, 0, 1, 1, 0};
    char exif[] = "\xFF\xD8\xFF\xE1\0\x22"
                  "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"
                  "\0\0\0\0\0\0\0";
    exif[sizeof exif - 1 - 7] = (char)turn;
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, 60, 40, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_FillRect(surface, NULL, 0xFF0000FF);
    SDL_FillRect(surface, &(SDL_Rect){is_right[turn] * 30, is_low[turn] * 20, 30, 20},
                 0xFFFF0000);
    char bytes[20000];
    SDL_RWops *to = SDL_RWFromMem(bytes, sizeof bytes);
    void *symbol = picture_library("IMG_SaveJPG_RW");
    int (*save)(SDL_Surface *, SDL_RWops *, int, int) = NULL;
    memcpy(&save, &symbol, sizeof save);
    assert_int_equal(save(surface, to, 0, 95), 0);
    buf_add(out, exif, sizeof exif - 1);
    buf_add(out, bytes + 2, (size_t)SDL_RWtell(to) - 2);
    SDL_RWclose(to);
    SDL_FreeSurface(surface);
}

static enum picture_state read_made(void *context, struct picture_name name, struct buf *out)
{
    struct files *files = context;
    if (files->may_read)
        SDL_SemWait(files->may_read);
    SDL_AtomicAdd(&files->reads, 1);
    if (strcmp(name.file, "missing") == 0)
        return PICTURE_MISSING;
    if (strcmp(name.file, "text") == 0) {
        buf_text(out, "no picture at all, only text");
    } else if (strcmp(name.file, "cut") == 0) {
        add_png("60x40", out);
        out->len = 50;
    } else if (strncmp(name.file, "turn", 4) == 0) {
        add_jpeg(name.file[4] - '0', out);
    } else if (strcmp(name.file, "vast") == 0) {
        buf_add(out, "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x10\x01\0\0\0\x10", 24);
    } else {
        add_png(name.file, out);
    }
    return PICTURE_READY;
}

static void note_wake(void *context)
{
    struct files *files = context;
    SDL_AtomicAdd(&files->wakes, 1);
}

static int set_up(void **state)
{
    struct files *files = calloc(1, sizeof *files);
    files->pictures =
        pictures_open(&(struct pictures_options){.context = files, .read = read_made});
    *state = files;
    return 0;
}

static int set_up_thread(void **state)
{
    struct files *files = calloc(1, sizeof *files);
    files->may_read = SDL_CreateSemaphore(0);
    files->pictures = pictures_open(
        &(struct pictures_options){.context = files, .read = read_made, .wake = note_wake});
    *state = files;
    return 0;
}

static int tear_down(void **state)
{
    struct files *files = *state;
    if (files->may_read)
        SDL_SemPost(files->may_read);
    pictures_close(files->pictures);
    if (files->may_read)
        SDL_DestroySemaphore(files->may_read);
    free(files);
    return 0;
}

static struct picture_info look(struct files *files, const char *file)
{
    struct picture_source source = pictures_source(files->pictures);
    return source.look(source.context, (struct picture_name){folder, file});
}

static const SDL_Surface *sized(struct files *files, const char *file, int width, int height,
                                int radius)
{
    return pictures_sized(files->pictures, (struct picture_name){folder, file}, width, height,
                          radius);
}

static uint32_t pixel(const SDL_Surface *surface, int x, int y)
{
    const uint32_t *row =
        (const void *)((const char *)surface->pixels + (ptrdiff_t)y * surface->pitch);
    return row[x];
}

static void a_picture_is_turned_as_its_camera_says(void **state)
{
    struct files *files = *state;
    for (int turn = TURN_NONE; turn <= TURN_ANTICLOCKWISE; turn++) {
        const char name[] = {'t', 'u', 'r', 'n', (char)('0' + turn), '\0'};
        bool is_across = turn >= TURN_TRANSPOSED;
        struct picture_info info = look(files, name);
        assert_int_equal(info.state, PICTURE_READY);
        assert_int_equal(info.width, is_across ? 40 : 60);
        assert_int_equal(info.height, is_across ? 60 : 40);
        const SDL_Surface *seen = sized(files, name, info.width, info.height, 0);
        for (int x = 0; x < 2; x++) {
            for (int y = 0; y < 2; y++) {
                uint32_t at =
                    pixel(seen, info.width * (1 + 2 * x) / 4, info.height * (1 + 2 * y) / 4);
                bool is_red = (at >> 16 & 0xFF) > 128 && (at & 0xFF) < 128;
                assert_int_equal(is_red, x == 0 && y == 0);
            }
        }
    }
}

static void each_fault_has_a_name(void **state)
{
    static const struct {
        const char *file;
        struct picture_info info;
    } cases[] = {
        {"60x40", {PICTURE_READY, 60, 40}},   {"4096x1", {PICTURE_READY, 4096, 1}},
        {"missing", {PICTURE_MISSING, 0, 0}}, {"text", {PICTURE_BROKEN, 0, 0}},
        {"cut", {PICTURE_BROKEN, 60, 40}},    {"vast", {PICTURE_TOO_LARGE, 4097, 16}},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct picture_info info = look(*state, cases[i].file);
        assert_int_equal(info.state, cases[i].info.state);
        assert_int_equal(info.width, cases[i].info.width);
        assert_int_equal(info.height, cases[i].info.height);
    }
    assert_null(sized(*state, "text", 10, 10, 0));
}

static void a_size_is_made_on_white_with_round_corners(void **state)
{
    look(*state, "60x40");
    const SDL_Surface *surface = sized(*state, "60x40", 30, 20, 6);
    assert_non_null(surface);
    assert_int_equal(surface->w, 30);
    assert_int_equal(surface->h, 20);
    assert_int_equal(pixel(surface, 5, 10), 0xFFFFFFFF);
    assert_int_equal(pixel(surface, 25, 10), 0xFFFF0000);
    assert_int_equal(pixel(surface, 0, 0) >> 24, 0);
    assert_int_equal(pixel(surface, 29, 19) >> 24, 0);
    assert_int_equal(pixel(surface, 29, 10) >> 24, 255);
    const SDL_Surface *larger = sized(*state, "60x40", 120, 80, 0);
    assert_int_equal(pixel(larger, 119, 79), 0xFFFF0000);
}

static void what_is_large_is_kept_smaller(void **state)
{
    assert_int_equal(look(*state, "4000x3000").state, PICTURE_READY);
    assert_int_equal(look(*state, "4000x3000").width, 4000);
    const SDL_Surface *surface = sized(*state, "4000x3000", 400, 300, 0);
    assert_int_equal(pixel(surface, 100, 150), 0xFFFFFFFF);
    assert_int_equal(pixel(surface, 300, 150), 0xFFFF0000);
}

static void a_file_is_read_once_while_there_is_room(void **state)
{
    struct files *files = *state;
    for (int i = 0; i < 3; i++)
        look(files, "60x40");
    assert_int_equal(SDL_AtomicGet(&files->reads), 1);
    char name[20];
    for (int i = 1; i <= 100; i++) {
        snprintf(name, sizeof name, "%dx1", i);
        assert_int_equal(look(files, name).width, i);
    }
    look(files, "60x40"); // it had to make room
    assert_int_equal(SDL_AtomicGet(&files->reads), 102);
    look(files, "100x1");
    assert_int_equal(SDL_AtomicGet(&files->reads), 102);
}

static void what_is_forgotten_is_read_again(void **state)
{
    struct files *files = *state;
    look(files, "60x40");
    assert_non_null(sized(files, "60x40", 6, 4, 0));
    unsigned before = pictures_version(files->pictures);
    pictures_step(files->pictures);
    assert_false(pictures_step(files->pictures));
    pictures_forget(files->pictures);
    assert_true(pictures_step(files->pictures));
    assert_int_not_equal(pictures_version(files->pictures), before);
    look(files, "60x40");
    assert_int_equal(SDL_AtomicGet(&files->reads), 2);
}

/// Waits until the thread has told something for the `count`th time, and takes it.
static void await(struct files *files, int count)
{
    while (SDL_AtomicGet(&files->wakes) < count)
        SDL_Delay(1);
    assert_true(pictures_step(files->pictures));
}

static void a_thread_tells_the_size_before_the_picture(void **state)
{
    struct files *files = *state;
    struct picture_info info = look(files, "600x400");
    assert_int_equal(info.state, PICTURE_WAITING);
    assert_int_equal(info.width, 0);
    assert_false(pictures_step(files->pictures));
    SDL_SemPost(files->may_read);
    await(files, 1);
    info = look(files, "600x400");
    assert_int_equal(info.width, 600);
    assert_int_equal(info.height, 400);
    await(files, 2);
    assert_int_equal(look(files, "600x400").state, PICTURE_READY);
    assert_null(sized(files, "600x400", 60, 40, 0));
    await(files, 3);
    assert_non_null(sized(files, "600x400", 60, 40, 0));
    assert_false(pictures_step(files->pictures));
}

static void what_is_asked_for_last_comes_first(void **state)
{
    struct files *files = *state;
    look(files, "1x1"); // the thread is at it
    look(files, "2x1");
    look(files, "3x1");
    SDL_SemPost(files->may_read);
    await(files, 1);
    SDL_SemPost(files->may_read);
    await(files, 2);
    assert_int_equal(look(files, "3x1").width, 3);
    assert_int_equal(look(files, "2x1").width, 0);
    SDL_SemPost(files->may_read);
}

static void forgetting_waits_for_the_thread(void **state)
{
    struct files *files = *state;
    look(files, "600x400");
    pictures_forget(files->pictures);
    look(files, "600x400");
    SDL_SemPost(files->may_read);
    await(files, 1);
    assert_int_equal(look(files, "600x400").width, 0);
    SDL_SemPost(files->may_read);
    await(files, 2);
    assert_int_equal(look(files, "600x400").width, 600);
}

static void only_what_became_ready_is_drawn_anew(void **state)
{
    struct files *files = *state;
    struct arena arena = {0};
    struct draw_list list = {.arena = &arena};
    struct shot shot;
    char error[200];
    struct fonts *fonts = fonts_open(&(struct fonts_options){0}, error, sizeof error);
    assert_true(shot_open(&shot, 320, 200));
    struct render *render = render_open(shot.renderer, fonts);
    render_take_pictures(render, files->pictures);
    draw_add(&list, &(struct draw_cmd){.kind = DRAW_BACKDROP,
                                       .rect = {0, 0, 320, 200},
                                       .colour = {0, 0, 0, 255},
                                       .colour2 = {0, 0, 0, 255},
                                       .radius = 2});
    draw_add(&list, &(struct draw_cmd){.kind = DRAW_PICTURE,
                                       .rect = {100, 50, 60, 40},
                                       .colour = {255, 255, 255, 255},
                                       .picture = {folder, "600x400"}});
    render_draw(render, &list);
    look(files, "600x400");
    struct damage damage = render_draw(render, &list);
    assert_int_equal(damage.count, 1);
    assert_true(SDL_RectEquals(&damage.rects[0], &(SDL_Rect){100, 50, 60, 40}));
    SDL_RenderFlush(shot.renderer);
    assert_int_equal(pixel(shot.surface, 155, 70) & 0xFFFFFF, 0xFF0000);
    assert_int_equal(pixel(shot.surface, 105, 70) & 0xFFFFFF, 0xFFFFFF);
    assert_int_equal(pixel(shot.surface, 161, 70) & 0xFFFFFF, 0);
    assert_int_equal(render_draw(render, &list).count, 0);
    pictures_forget(files->pictures); // the file may be another
    assert_int_equal(render_draw(render, &list).count, 1);
    assert_int_equal(pixel(shot.surface, 155, 70) & 0xFFFFFF, 0);
    render_close(render);
    shot_close(&shot);
    fonts_close(fonts);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_picture_is_turned_as_its_camera_says, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(each_fault_has_a_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_size_is_made_on_white_with_round_corners, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_is_large_is_kept_smaller, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_is_read_once_while_there_is_room, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_is_forgotten_is_read_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_thread_tells_the_size_before_the_picture,
                                        set_up_thread, tear_down),
        cmocka_unit_test_setup_teardown(what_is_asked_for_last_comes_first, set_up_thread,
                                        tear_down),
        cmocka_unit_test_setup_teardown(forgetting_waits_for_the_thread, set_up_thread,
                                        tear_down),
        cmocka_unit_test_setup_teardown(only_what_became_ready_is_drawn_anew, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests_name("pictures", tests, NULL, NULL);
}
