#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/image_head.h"
#include "base/rng.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define BYTES(text)  text, sizeof(text) - 1

static const struct head_case {
    const char *name, *bytes;
    size_t len;
    int width, height; // 0: nothing is said
} cases[] = {
    {"png", BYTES("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\x40\0\0\0\xC8\x08\x06\0\0\0"), 320,
     200},
    {"png, a side of 32 bits", BYTES("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\xFF\xFF\xFF\xFF\0\0\0\x01"),
     INT32_MAX, 1},
    {"png that is cut off", BYTES("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01"), 0, 0},
    {"gif", BYTES("GIF89a\x40\x01\xC8\0\xF7\0\0"), 320, 200},
    {"jpeg",
     BYTES("\xFF\xD8\xFF\xE0\0\x06JFIF\xFF\xC4\0\x02\xFF\xFF\xC2\0\x11\x08\0\xC8\x01\x40\x03"),
     320, 200},
    {"jpeg without a frame", BYTES("\xFF\xD8\xFF\xE0\0\x06JFIF\xFF\xDA\0\x02"), 0, 0},
    {"jpeg with a length of 0", BYTES("\xFF\xD8\xFF\xE0\0\0\0\0\0\0\0\0\0\0"), 0, 0},
    {"webp, lossy", BYTES("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9D\x01\x2A\x40\x01\xC8\0\0\0"),
     320, 200},
    {"webp, lossless", BYTES("RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2F\x3F\xC1\x31\0\0\0\0\0\0\0"), 320,
     200},
    {"webp, extended", BYTES("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x3F\x01\0\xC7\0\0"), 320,
     200},
    {"a side of 0", BYTES("GIF89a\0\0\xC8\0\xF7\0\0"), 0, 0},
    {"text", BYTES("<svg xmlns='http://www.w3.org/2000/svg'/>"), 0, 0},
    {"nothing", BYTES(""), 0, 0},
};

static void says_its_size(void **state)
{
    const struct head_case *c = *state;
    int width = 0, height = 0;
    bool is_known = image_head_read((const uint8_t *)c->bytes, c->len, &width, &height);
    assert_int_equal(is_known, c->width > 0);
    if (is_known) {
        assert_int_equal(width, c->width);
        assert_int_equal(height, c->height);
    }
}

#define JPEG_EXIF                                                                              \
    "\xFF\xD8\xFF\xE0\0\x06JFIF\xFF\xE1\0\x22"                                                 \
    "Exif\0\0"

static const struct turn_case {
    const char *name, *bytes;
    size_t len;
    enum image_turn turn;
} turn_cases[] = {
    {"little end first",
     BYTES(JPEG_EXIF "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"),
     TURN_CLOCKWISE},
    {"big end first",
     BYTES(JPEG_EXIF "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x03\0\0\0\0\0\0"),
     TURN_HALF},
    {"a value that means nothing",
     BYTES(JPEG_EXIF "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x09\0\0\0\0\0\0"),
     TURN_NONE},
    {"another type",
     BYTES(JPEG_EXIF "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x04\0\0\0\x01\0\x03\0\0\0\0\0\0"),
     TURN_NONE},
    {"a directory out of the file",
     BYTES(JPEG_EXIF "MM\0*\xFF\xFF\xFF\xFF\0\x01\x01\x12\0\x03\0\0\0\x01\0\x03\0\0\0\0\0\0"),
     TURN_NONE},
    {"more entries than there is room for",
     BYTES(JPEG_EXIF "MM\0*\0\0\0\x08\xFF\xFF\x01\x13\0\x03\0\0\0\x01\0\x03\0\0\0\0\0\0"),
     TURN_NONE},
    {"cut off", BYTES(JPEG_EXIF "MM\0*\0\0\0\x08\0\x01\x01"), TURN_NONE},
    {"no camera", BYTES("\xFF\xD8\xFF\xE0\0\x06JFIF\xFF\xDA\0\x02"), TURN_NONE},
    {"png", BYTES("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), TURN_NONE},
    {"nothing", BYTES(""), TURN_NONE},
};

static void says_how_it_lies(void **state)
{
    const struct turn_case *c = *state;
    assert_int_equal(image_turn_read((const uint8_t *)c->bytes, c->len), c->turn);
}

/// Whatever is cut off or changed in a file, nothing outside of it is read.
static void garbage_is_survived(void **state)
{
    (void)state;
    struct rng rng = rng_seed(7);
    for (int round = 0; round < 200000; round++) {
        const struct turn_case *c = &turn_cases[rng_below(&rng, 3)];
        size_t len = c->len - rng_below(&rng, 12);
        uint8_t *bytes = malloc(len); // of just this size: the sanitizer sees what is beyond
        assert_non_null(bytes);
        memcpy(bytes, c->bytes, len);
        for (uint64_t i = rng_below(&rng, 5); i > 0; i--)
            bytes[rng_below(&rng, len)] = (uint8_t)rng_next(&rng);
        int width, height;
        enum image_turn turn = image_turn_read(bytes, len);
        assert_true(turn >= TURN_NONE && turn <= TURN_ANTICLOCKWISE);
        image_head_read(bytes, len, &width, &height);
        free(bytes);
    }
}

int main(void)
{
    struct CMUnitTest turns[COUNT(turn_cases) + 1] = {0};
    for (size_t i = 0; i < COUNT(turn_cases); i++) {
        turns[i].name = turn_cases[i].name;
        turns[i].test_func = says_how_it_lies;
        turns[i].initial_state = (void *)&turn_cases[i];
    }
    turns[COUNT(turn_cases)] = (struct CMUnitTest)cmocka_unit_test(garbage_is_survived);
    struct CMUnitTest tests[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = says_its_size;
        tests[i].initial_state = (void *)&cases[i];
    }
    return cmocka_run_group_tests_name("image_head", tests, NULL, NULL) +
           cmocka_run_group_tests_name("image_turn", turns, NULL, NULL);
}
