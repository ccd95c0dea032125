#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <cmocka.h>

#include "sdl/fonts.h"

enum { PX = 40 };

static const struct colour white = {255, 255, 255, 255};

static int set_up(void **state)
{
    char error[200];
    *state = fonts_open(&(struct fonts_options){0}, error, sizeof error);
    return *state ? 0 : -1;
}

static int tear_down(void **state)
{
    fonts_close(*state);
    return 0;
}

static float width(struct fonts *fonts, const char *text)
{
    return fonts_width(fonts,
                       &(struct text_run){.size_px = PX, .text = text, .len = strlen(text)});
}

static bool has_ink(const SDL_Surface *surface)
{
    for (int y = 0; surface && y < surface->h; y++) {
        const uint32_t *row =
            (const void *)((const char *)surface->pixels + (ptrdiff_t)y * surface->pitch);
        for (int x = 0; x < surface->w; x++) {
            if (row[x] >> 24)
                return true;
        }
    }
    return false;
}

static void without_a_font_it_names_the_packages(void **state)
{
    (void)state;
    static const char *const nowhere[] = {"/nowhere", NULL};
    char error[200] = "";
    struct fonts_options options = {.dirs = nowhere};
    assert_null(fonts_open(&options, error, sizeof error));
    assert_non_null(strstr(error, "fonts-inter or fonts-dejavu-core"));
}

static void an_own_font_must_be_one(void **state)
{
    (void)state;
    static const char *const files[] = {"/nowhere/font.ttf", "/proc/self/cmdline", "/",
                                        "/bin/sh"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char error[200] = "";
        struct fonts_options options = {.own_file = files[i]};
        assert_null(fonts_open(&options, error, sizeof error));
        assert_non_null(strstr(error, files[i]));
        assert_non_null(strstr(error, "cannot be used as a font"));
    }
}

static void an_own_font_goes_first(void **state)
{
    struct fonts *usual = *state;
    char error[200];
    struct fonts_options options = {.own_file =
                                        "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"};
    struct fonts *own = fonts_open(&options, error, sizeof error);
    assert_non_null(own);
    assert_true(abs((int)(width(own, "iiii") - width(own, "mmmm"))) <= 1);
    assert_true(width(usual, "iiii") < width(usual, "mmmm"));
    assert_true(width(own, "東") > 0); // and others fill its gaps
    fonts_close(own);
}

static void advances_add_up(void **state)
{
    struct fonts *fonts = *state;
    static const char *const parts[][3] = {{"Nucleus of ", "the cell", "Nucleus of the cell"},
                                           {"j", "j", "jj"},
                                           {"1 ", "240", "1 240"},
                                           {"Ω ж ", "√2 ≤ π", "Ω ж √2 ≤ π"}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        float sum = width(fonts, parts[i][0]) + width(fonts, parts[i][1]);
        float whole = width(fonts, parts[i][2]);
        assert_true(sum - whole < 3 && whole - sum < 3);
    }
    assert_true(width(fonts, " ") > PX / 8.F);
    assert_true(width(fonts, "") == 0);
}

static void the_layout_measures_the_same(void **state)
{
    struct text_measure measure = fonts_measure(*state);
    assert_true(measure.width(measure.context, FACE_REGULAR, PX, "Mitochondrion", 4) ==
                width(*state, "Mito"));
    assert_true(measure.width(measure.context, FACE_SEMIBOLD, PX, "Mito", 4) >
                width(*state, "Mito"));
    assert_true(measure.width(measure.context, FACE_REGULAR, 2 * PX, "Mito", 4) >
                1.9F * width(*state, "Mito"));
}

static const struct fallback_case {
    const char *name, *text;
} fallback_cases[] = {
    {"Greek", "Ω"},       {"Cyrillic", "ж"},   {"root", "√"},   {"less or equal", "≤"},
    {"Devanagari", "अ"},  {"check", "✓"},      {"knight", "♞"}, {"Hebrew", "ש"},
    {"Arabic", "ب"},      {"Thai", "ก"},       {"arrow", "→"},  {"bold script", "𝓐"},
    {"superscript", "²"}, {"Vietnamese", "ế"},
};

// A character that no font has is a box of known width; these are something else.
static void some_font_has_it(void **state)
{
    const struct fallback_case *c = *state;
    char error[200];
    struct fonts *fonts = fonts_open(&(struct fonts_options){0}, error, sizeof error);
    assert_non_null(fonts);
    struct text_image image;
    struct text_run run = {.size_px = PX, .text = c->text, .len = strlen(c->text)};
    assert_true(fonts_draw(fonts, &run, white, &image));
    assert_true(has_ink(image.ink));
    assert_int_not_equal((int)(width(fonts, c->text) * 10),
                         (int)(width(fonts, "\U0010FFFD") * 10));
    text_image_free(&image);
    fonts_close(fonts);
}

static void what_is_missing_is_a_box(void **state)
{
    struct text_image image;
    struct text_run run = {.size_px = PX, .text = "\U0010FFFD\U0010FFFD", .len = 8};
    assert_true(fonts_draw(*state, &run, white, &image));
    assert_true(has_ink(image.ink));
    assert_true(width(*state, run.text) == 2 * width(*state, "\U0010FFFD"));
    text_image_free(&image);
}

static void marks_stay_with_their_letter(void **state)
{
    struct fonts *fonts = *state;

    static const struct {
        const char *with, *without;
        int more; // pixels at most
    } cases[] = {
        {"e\u0301", "e", 1}, {"✓\uFE0E", "✓", 1}, {"a\u200D", "a", 1}, {"♞\uFE0E ", "♞ ", 1}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        float more = width(fonts, cases[i].with) - width(fonts, cases[i].without);
        assert_true(more <= (float)cases[i].more && more >= -1);
    }
}

static void arabic_letters_join(void **state)
{
    struct fonts *fonts = *state;
    float apart = width(fonts, "م") + width(fonts, "ر") + width(fonts, "ح") +
                  width(fonts, "ب") + width(fonts, "ا");
    assert_true(width(fonts, "مرحبا") < apart - 3);
}

// Leftmost column with ink.
static int first_ink(const SDL_Surface *surface)
{
    for (int x = 0; x < surface->w; x++) {
        for (int y = 0; y < surface->h; y++) {
            const uint32_t *row =
                (const void *)((const char *)surface->pixels + (ptrdiff_t)y * surface->pitch);
            if (row[x] >> 24)
                return x;
        }
    }
    return -1;
}

static bool has_ink_in(const SDL_Surface *surface, SDL_Rect part)
{
    for (int y = part.y; y < part.y + part.h; y++) {
        const uint32_t *row =
            (const void *)((const char *)surface->pixels + (ptrdiff_t)y * surface->pitch);
        for (int x = part.x; x < part.x + part.w; x++) {
            if (row[x] >> 24)
                return true;
        }
    }
    return false;
}

static void hebrew_begins_at_the_right(void **state)
{
    // Alef stands on the baseline, yod, the last, hangs above it.
    const char *text = "אי";
    struct text_image image;
    struct text_run run = {.size_px = PX, .text = text, .len = strlen(text), .is_rtl = true};
    assert_true(fonts_draw(*state, &run, white, &image));
    int quarter = image.ink->w / 4;
    SDL_Rect low = {0, image.baseline - PX / 8, quarter, PX / 8};
    assert_false(has_ink_in(image.ink, low));
    low.x = image.ink->w - quarter;
    assert_true(has_ink_in(image.ink, low));
    text_image_free(&image);
}

static void runs_go_from_right_to_left(void **state)
{
    struct fonts *fonts = *state;
    // Two fonts: the second piece of text stands left of the first.
    const char *text = "שלום ♞";
    struct text_run run = {.size_px = PX, .text = text, .len = strlen(text), .is_rtl = true};
    struct text_image backwards, knight;
    assert_true(fonts_draw(fonts, &run, white, &backwards));
    run = (struct text_run){.size_px = PX, .text = "♞", .len = strlen("♞")};
    assert_true(fonts_draw(fonts, &run, white, &knight));
    int from = first_ink(backwards.ink), alone = first_ink(knight.ink);
    assert_in_range(from - alone + 2, 0, 4);
    text_image_free(&backwards);
    text_image_free(&knight);
}

static void faulty_bytes_end_the_run(void **state)
{
    assert_true(width(*state, "ab\xFF"
                              "cd") == width(*state, "ab"));
    struct text_image image;
    struct text_run run = {.size_px = PX, .text = "\xFF", .len = 1};
    assert_false(fonts_draw(*state, &run, white, &image));
}

static void emoji_take_their_place(void **state)
{
    // With a font for them they have colours, without one they are boxes.
    struct text_image image;
    const char *text = "a😀b";
    struct text_run run = {.size_px = PX, .text = text, .len = strlen(text)};
    assert_true(fonts_draw(*state, &run, white, &image));
    assert_true(has_ink(image.ink));
    float emoji = width(*state, "😀");
    assert_true(emoji > .6F * PX && emoji < 1.3F * PX);
    text_image_free(&image);
}

static void many_sizes_do_not_pile_up(void **state)
{
    struct fonts *fonts = *state;
    float before = width(fonts, "Quartet");
    for (int px = 10; px < 90; px++) {
        struct text_run run = {.size_px = px, .text = "Quartet", .len = 7};
        assert_true(fonts_width(fonts, &run) > (float)px);
    }
    assert_true(width(fonts, "Quartet") == before);
    struct text_run run = {.size_px = 10, .text = "Other", .len = 5};
    assert_true(fonts_width(fonts, &run) > 10);
}

/// How much of `text` in `face` is drawn where in `other` it is not, in pixels.
static int difference(struct fonts *fonts, enum face face, enum face other, const char *text)
{
    struct text_run runs[] = {
        {.face = face, .size_px = PX, .text = text, .len = strlen(text)},
        {.face = other, .size_px = PX, .text = text, .len = strlen(text)}};
    struct text_image images[2];
    int count = 0;
    for (int i = 0; i < 2; i++)
        assert_true(fonts_draw(fonts, &runs[i], white, &images[i]));
    const SDL_Surface *a = images[0].ink, *b = images[1].ink;
    for (int y = 0; y < a->h && y < b->h; y++) {
        const uint32_t *one = (const void *)((const char *)a->pixels + (ptrdiff_t)y * a->pitch);
        const uint32_t *two = (const void *)((const char *)b->pixels + (ptrdiff_t)y * b->pitch);
        for (int x = 0; x < a->w && x < b->w; x++)
            count += (one[x] >> 24 > 128) != (two[x] >> 24 > 128);
    }
    text_image_free(&images[0]);
    text_image_free(&images[1]);
    return count;
}

/// Each look can be told from the face around it, also where the family has no file for it.
static void looks_can_be_told_apart(void **state)
{
    (void)state;
    static const char *const dejavu[] = {"/usr/share/fonts/truetype/dejavu", NULL};
    static const char mono[] = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf";

    static const enum face pairs[][2] = {
        {FACE_REGULAR, FACE_ITALIC},
        {FACE_REGULAR, FACE_BOLD},
        {FACE_MEDIUM, FACE_MEDIUM_ITALIC},
        {FACE_MEDIUM, FACE_HEAVY},
        {FACE_SEMIBOLD, FACE_SEMIBOLD_ITALIC},
        {FACE_SEMIBOLD, FACE_HEAVY},
        {FACE_HEAVY, FACE_HEAVY_ITALIC},
        {FACE_DISPLAY, FACE_DISPLAY_ITALIC},
        {FACE_DISPLAY, FACE_DISPLAY_HEAVY},
        {FACE_DISPLAY_HEAVY, FACE_DISPLAY_HEAVY_ITALIC},
        {FACE_DISPLAY_BOLD, FACE_DISPLAY_BOLD_ITALIC},
        {FACE_DISPLAY_BOLD, FACE_DISPLAY_HEAVY},
    };
    const struct fonts_options options[] = {{0}, {.dirs = dejavu}, {.own_file = mono}};
    for (size_t o = 0; o < sizeof options / sizeof *options; o++) {
        char error[200];
        struct fonts *fonts = fonts_open(&options[o], error, sizeof error);
        assert_non_null(fonts);
        for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
            print_message("fonts %d, faces %d and %d\n", (int)o, (int)pairs[i][0],
                          (int)pairs[i][1]);
            assert_true(difference(fonts, pairs[i][0], pairs[i][1], "Hill") >= PX);
        }
        fonts_close(fonts);
    }
}

#define WITH_FONTS(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    enum { FALLBACKS = sizeof(fallback_cases) / sizeof(*fallback_cases), OTHERS = 14 };
    struct CMUnitTest tests[OTHERS + FALLBACKS] = {
        cmocka_unit_test(without_a_font_it_names_the_packages),
        cmocka_unit_test(an_own_font_must_be_one),
        WITH_FONTS(an_own_font_goes_first),
        WITH_FONTS(advances_add_up),
        WITH_FONTS(the_layout_measures_the_same),
        WITH_FONTS(what_is_missing_is_a_box),
        WITH_FONTS(marks_stay_with_their_letter),
        WITH_FONTS(arabic_letters_join),
        WITH_FONTS(hebrew_begins_at_the_right),
        WITH_FONTS(runs_go_from_right_to_left),
        WITH_FONTS(faulty_bytes_end_the_run),
        WITH_FONTS(emoji_take_their_place),
        WITH_FONTS(many_sizes_do_not_pile_up),
        cmocka_unit_test(looks_can_be_told_apart),
    };
    for (size_t i = 0; i < FALLBACKS; i++) {
        tests[OTHERS + i] = (struct CMUnitTest){.name = fallback_cases[i].name,
                                                .test_func = some_font_has_it,
                                                .initial_state = (void *)&fallback_cases[i]};
    }
    return cmocka_run_group_tests_name("fonts", tests, NULL, NULL);
}
