#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "ui/theme.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const theme_names[THEME_COUNT] = {"dark", "light", "high contrast"};

// --- contrast, by WCAG 2.2 ------------------------------------------------------------------

static double linear(uint8_t channel)
{
    double v = channel / 255.0;
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour c)
{
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

static double contrast(struct colour a, struct colour b)
{
    double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

#define PAIR(ink, ground, least)                                                               \
    {                                                                                          \
#ink " on " #ground, offsetof(struct theme, ink), offsetof(struct theme, ground),      \
            least                                                                              \
    }

/// What stands on what, and how far apart it has to be: 7 for what is to be read, 4.5 for the
/// rest of the text, 3 for what only has to be seen.
static const struct pair {
    const char *name;
    size_t ink, ground;
    double least;
} pairs[] = {
    PAIR(text, bg, 7),
    PAIR(text, bg2, 7),
    PAIR(text, surface, 7),
    PAIR(text, surface2, 7),
    PAIR(text2, bg, 7),
    PAIR(text2, bg2, 7),
    PAIR(text2, surface, 7),
    PAIR(text3, bg, 4.5),
    PAIR(text3, bg2, 4.5),
    PAIR(text3, surface, 4.5),
    PAIR(accent_ink, accent, 4.5),
    PAIR(accent, bg, 4.5),
    PAIR(accent, surface, 4.5),
    PAIR(correct, bg, 4.5),
    PAIR(correct, surface, 4.5),
    PAIR(correct, correct_bg, 4.5),
    PAIR(correct_ink, correct, 4.5),
    PAIR(text, correct_bg, 7),
    PAIR(text2, correct_bg, 7),
    PAIR(wrong, bg, 4.5),
    PAIR(wrong, surface, 4.5),
    PAIR(wrong, wrong_bg, 4.5),
    PAIR(wrong_ink, wrong, 4.5),
    PAIR(text, wrong_bg, 7),
    PAIR(text2, wrong_bg, 7),
    PAIR(warn, surface, 4.5),
    PAIR(warn_ink, warn, 4.5),
    PAIR(outline, bg, 3),
    PAIR(outline, surface, 3),
    PAIR(focus, bg, 3),
    PAIR(focus, bg2, 3),
    PAIR(focus, surface, 3),
    PAIR(focus, surface2, 3),
};

static struct colour token(const struct theme *theme, size_t offset)
{
    struct colour colour;
    memcpy(&colour, (const char *)theme + offset, sizeof colour);
    return colour;
}

static void stands_out(void **state)
{
    const struct pair *pair = *state;
    for (int i = 0; i < THEME_COUNT; i++) {
        double is = contrast(token(&themes[i], pair->ink), token(&themes[i], pair->ground));
        if (is < pair->least) {
            fail_msg("%s: %s is %.2f, wanted %.1f", theme_names[i], pair->name, is,
                     pair->least);
        }
    }
}

static void high_contrast_text_stands_out_by_7_everywhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(pairs); i++) {
        const struct theme *theme = &themes[THEME_ID_HIGH_CONTRAST];
        if (pairs[i].least > 3) {
            assert_true(contrast(token(theme, pairs[i].ink), token(theme, pairs[i].ground)) >=
                        7);
        }
    }
}

static void contrast_is_that_of_the_standard(void **state)
{
    (void)state;
    const struct colour black = {0, 0, 0, 255}, white = {255, 255, 255, 255};
    assert_float_equal(contrast(black, white), 21, 0.0001);
    assert_float_equal(contrast(white, (struct colour){0x77, 0x77, 0x77, 255}), 4.478, 0.001);
}

static void marks_stand_out_from_their_badges(void **state)
{
    (void)state;
    for (int i = 0; i < ANSWER_MARKS; i++)
        assert_true(contrast(answer_colours[i].fill, answer_colours[i].ink) >= 4.5);
}

static void colours_to_be_seen_are_solid(void **state)
{
    (void)state;
    for (int i = 0; i < THEME_COUNT; i++) {
        for (size_t p = 0; p < COUNT(pairs); p++) {
            assert_int_equal(token(&themes[i], pairs[p].ink).a, 255);
            assert_int_equal(token(&themes[i], pairs[p].ground).a, 255);
        }
        assert_in_range(themes[i].scrim.a, 100, 200);
    }
}

// --- the answer colours for people who see two of three primaries
// ---------------------------------

struct rgb {
    double c[3]; // linear, 0 to 1
};

struct lab {
    double l, a, b;
};

/// Full dichromacy: two half planes of the colour space, by which side of a plane a colour is
/// on (Brettel, Vienot, Mollon 1997), in linear sRGB.
static const struct dichromat {
    const char *name;
    double one[9], other[9], plane[3];
} dichromats[] = {
    {"protanopia",
     {.14980, 1.19548, -.34528, .10764, .84864, .04372, .00384, -.00540, 1.00156},
     {.14570, 1.16172, -.30742, .10816, .85291, .03892, .00386, -.00524, 1.00139},
     {.00048, .00393, -.00441}},
    {"deuteranopia",
     {.36477, .86381, -.22858, .26294, .64245, .09462, -.02006, .02728, .99278},
     {.37298, .88166, -.25464, .25954, .63506, .10540, -.01980, .02784, .99196},
     {-.00281, -.00611, .00892}},
    {"tritanopia",
     {1.01277, .13548, -.14826, -.01243, .86812, .14431, .07589, .80500, .11911},
     {.93678, .18979, -.12657, .06154, .81526, .12320, -.37562, 1.12767, .24796},
     {.03901, -.02788, -.01113}},
};

static struct rgb seen_by(const struct dichromat *eye, struct colour colour)
{
    const double in[3] = {linear(colour.r), linear(colour.g), linear(colour.b)};
    double side = in[0] * eye->plane[0] + in[1] * eye->plane[1] + in[2] * eye->plane[2];
    const double *m = side >= 0 ? eye->one : eye->other;
    struct rgb out;
    for (int i = 0; i < 3; i++) {
        double v = m[0] * in[0] + m[1] * in[1] + m[2] * in[2];
        m += 3;
        out.c[i] = fmin(fmax(v, 0), 1);
    }
    return out;
}

static double lab_curve(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

static struct lab lab_of(struct rgb v)
{
    double x = .4124564 * v.c[0] + .3575761 * v.c[1] + .1804375 * v.c[2];
    double y = .2126729 * v.c[0] + .7151522 * v.c[1] + .0721750 * v.c[2];
    double z = .0193339 * v.c[0] + .1191920 * v.c[1] + .9503041 * v.c[2];
    double fx = lab_curve(x / .95047), fy = lab_curve(y), fz = lab_curve(z / 1.08883);
    return (struct lab){116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
}

static const double degree = 0.017453292519943295;

static double hue(double a, double b)
{
    double h = a == 0 && b == 0 ? 0 : atan2(b, a) / degree;
    return h < 0 ? h + 360 : h;
}

static double seventh(double chroma)
{
    double p = pow(chroma, 7);
    return sqrt(p / (p + pow(25, 7)));
}

/// CIEDE2000 (Sharma, Wu, Dalal 2005).
static double distance(struct lab p, struct lab q)
{
    double g = 0.5 * (1 - seventh((hypot(p.a, p.b) + hypot(q.a, q.b)) / 2));
    double pa = p.a * (1 + g), qa = q.a * (1 + g);
    double pc = hypot(pa, p.b), qc = hypot(qa, q.b), ph = hue(pa, p.b), qh = hue(qa, q.b);
    double dh = qh - ph, h = (ph + qh) / 2;
    if (pc * qc == 0) {
        dh = 0;
        h = ph + qh;
    } else if (fabs(dh) > 180) {
        h += ph + qh < 360 ? 180 : -180;
        dh += dh > 0 ? -360 : 360;
    }
    double l = (p.l + q.l) / 2, c = (pc + qc) / 2;
    double t = 1 - 0.17 * cos((h - 30) * degree) + 0.24 * cos(2 * h * degree) +
               0.32 * cos((3 * h + 6) * degree) - 0.20 * cos((4 * h - 63) * degree);
    double light =
        (q.l - p.l) / (1 + 0.015 * (l - 50) * (l - 50) / sqrt(20 + (l - 50) * (l - 50)));
    double chroma = (qc - pc) / (1 + 0.045 * c);
    double hues = 2 * sqrt(pc * qc) * sin(dh / 2 * degree) / (1 + 0.015 * c * t);
    double turn = -2 * seventh(c) * sin(60 * exp(-pow((h - 275) / 25, 2)) * degree);
    return sqrt(light * light + chroma * chroma + hues * hues + turn * chroma * hues);
}

static void distance_is_that_of_the_standard(void **state)
{
    (void)state;
    // Rows 1, 7, 17 and 31 of the test data of Sharma, Wu and Dalal.
    assert_float_equal(
        distance((struct lab){50, 2.6772, -79.7751}, (struct lab){50, 0, -82.7485}), 2.0425,
        0.0001);
    assert_float_equal(distance((struct lab){50, 0, 0}, (struct lab){50, -1, 2}), 2.3669,
                       0.0001);
    assert_float_equal(distance((struct lab){50, 2.5, 0}, (struct lab){73, 25, -18}), 27.1492,
                       0.0001);
    assert_float_equal(distance((struct lab){90.9257, -0.5406, -0.9208},
                                (struct lab){88.6381, -0.8985, -0.7239}),
                       1.5381, 0.0001);
}

static void check_apart(const struct dichromat *eye, int a, int b)
{
    double least = b < 4 ? 15 : 12; // the first four are on most screens
    double is = distance(lab_of(seen_by(eye, answer_colours[a].fill)),
                         lab_of(seen_by(eye, answer_colours[b].fill)));
    if (is < least) {
        fail_msg("%s and %s are %.1f apart", answer_colours[a].name, answer_colours[b].name,
                 is);
    }
}

static void dichromats_tell_the_answers_apart(void **state)
{
    for (int a = 0; a < ANSWER_MARKS; a++) {
        for (int b = a + 1; b < ANSWER_MARKS; b++)
            check_apart(*state, a, b);
    }
}

int main(void)
{
    struct CMUnitTest contrasts[COUNT(pairs)] = {0};
    for (size_t i = 0; i < COUNT(pairs); i++) {
        contrasts[i].name = pairs[i].name;
        contrasts[i].test_func = stands_out;
        contrasts[i].initial_state = (void *)&pairs[i];
    }
    struct CMUnitTest eyes[COUNT(dichromats)] = {0};
    for (size_t i = 0; i < COUNT(dichromats); i++) {
        eyes[i].name = dichromats[i].name;
        eyes[i].test_func = dichromats_tell_the_answers_apart;
        eyes[i].initial_state = (void *)&dichromats[i];
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_that_of_the_standard),
        cmocka_unit_test(high_contrast_text_stands_out_by_7_everywhere),
        cmocka_unit_test(marks_stand_out_from_their_badges),
        cmocka_unit_test(colours_to_be_seen_are_solid),
        cmocka_unit_test(distance_is_that_of_the_standard),
    };
    return cmocka_run_group_tests_name("contrast", contrasts, NULL, NULL) +
           cmocka_run_group_tests_name("dichromacy", eyes, NULL, NULL) +
           cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
