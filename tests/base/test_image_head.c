#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/image_head.h"

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

int main(void)
{
    struct CMUnitTest tests[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = says_its_size;
        tests[i].initial_state = (void *)&cases[i];
    }
    return cmocka_run_group_tests_name("image_head", tests, NULL, NULL);
}
