#include "base/number.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum {
    DIGITS_KEPT = 19,                  // as many as a uint64_t holds whatever they are
    EXPONENT_MAX = 308,                // more times 10 overflows any digits
    EXPONENT_MIN = -345,               // more divisions by 10 leave nothing of 19 digits
    EXPONENT_FAR = 1000 * 1000 * 1000, // an exponent is not read further than this
    BIG_WORDS = 44,                    // 19 digits times 2^BIG_SHIFT, or times 10^308
    BIG_SHIFT_WORDS = 38,              // 2^(32 * 38) divided by 10^345 leaves 70 bits
};

// A whole number, lowest word first.
struct big {
    uint32_t words[BIG_WORDS];
};

struct decimal {
    bool is_negative;
    uint64_t digits;
    int64_t exponent; // of 10
    bool has_rest;    // digits beyond those kept, not all 0
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void big_multiply(struct big *big, uint32_t factor)
{
    uint64_t carry = 0;
    for (int i = 0; i < BIG_WORDS; i++) {
        carry += (uint64_t)big->words[i] * factor;
        big->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

// Returns whether something remained.
static bool big_divide(struct big *big, uint32_t divisor)
{
    uint64_t rest = 0;
    for (int i = BIG_WORDS - 1; i >= 0; i--) {
        rest = rest << 32 | big->words[i];
        big->words[i] = (uint32_t)(rest / divisor);
        rest %= divisor;
    }
    return rest != 0;
}

// The nearest double to big x 2^exponent, plus a little if `has_rest`.
static double big_value(const struct big *big, int exponent, bool has_rest)
{
    int top = BIG_WORDS - 1;
    while (top > 1 && big->words[top] == 0)
        top--;
    uint64_t high = (uint64_t)big->words[top] << 32 | big->words[top - 1];
    exponent += 32 * (top - 1);
    uint32_t next = top > 1 ? big->words[top - 2] : 0;
    for (; high >> 63 == 0; exponent--) {
        high = high << 1 | next >> 31;
        next <<= 1;
    }
    has_rest = has_rest || next != 0;
    for (int i = 0; i < top - 2; i++)
        has_rest = has_rest || big->words[i] != 0;
    // The lowest of 64 bits only has to say that the rest is not nothing.
    return ldexp((double)(high | has_rest), exponent);
}

static uint32_t power_of_10(int exponent)
{
    uint32_t power = 1;
    for (; exponent > 0; exponent--)
        power *= 10;
    return power;
}

// digits x 10^exponent, plus a little if `has_rest`: exact arithmetic and one rounding.
static double scale_exactly(uint64_t digits, int exponent, bool has_rest)
{
    enum { STEP = 9 }; // 10^9 is the largest power in a word

    int shift = exponent < 0 ? BIG_SHIFT_WORDS : 0;
    struct big big = {0};
    big.words[shift] = (uint32_t)digits;
    big.words[shift + 1] = (uint32_t)(digits >> 32);
    for (int left = exponent; left > 0; left -= STEP)
        big_multiply(&big, power_of_10(left < STEP ? left : STEP));
    for (int left = -exponent; left > 0; left -= STEP) {
        bool rest = big_divide(&big, power_of_10(left < STEP ? left : STEP));
        has_rest = has_rest || rest;
    }
    return big_value(&big, -32 * shift, has_rest);
}

static double scale(uint64_t digits, int64_t exponent, bool has_rest)
{
    static const double exact[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (digits == 0 || exponent < EXPONENT_MIN)
        return 0;
    if (exponent > EXPONENT_MAX)
        return HUGE_VAL;
    // Clinger (1990): both are exact, so one operation rounds once.
    if (!has_rest && digits <= (uint64_t)1 << 53 && exponent >= -22 && exponent <= 22) {
        return exponent < 0 ? (double)digits / exact[-exponent]
                            : (double)digits * exact[exponent];
    }
    return scale_exactly(digits, (int)exponent, has_rest);
}

// Adds digits from `at`, each `place` powers of 10 to the exponent, and returns their end.
static const char *read_digits(const char *at, const char *end, struct decimal *number,
                               int *kept, int place)
{
    for (; at < end && is_digit(*at); at++) {
        if (*kept < DIGITS_KEPT) {
            number->digits = number->digits * 10 + (uint64_t)(*at - '0');
            *kept += number->digits != 0;
            number->exponent += place;
        } else {
            number->exponent += place + 1;
            number->has_rest = number->has_rest || *at != '0';
        }
    }
    return at;
}

static const char *read_exponent(const char *at, const char *end, struct decimal *number)
{
    bool is_minus = at < end && *at == '-';
    at += at < end && (*at == '-' || *at == '+');
    if (at == end || !is_digit(*at))
        return NULL;
    int64_t exponent = 0;
    for (; at < end && is_digit(*at); at++) {
        if (exponent < EXPONENT_FAR)
            exponent = exponent * 10 + (*at - '0');
    }
    number->exponent += is_minus ? -exponent : exponent;
    return at;
}

bool number_parse(const char *text, size_t len, double *value)
{
    const char *at = text, *end = text + len;
    struct decimal number = {0};
    number.is_negative = at < end && *at == '-';
    at += number.is_negative;
    if (at == end || !is_digit(*at) || (*at == '0' && at + 1 < end && is_digit(at[1])))
        return false;
    int kept = 0;
    at = read_digits(at, end, &number, &kept, 0);
    if (at < end && *at == '.') {
        const char *first = at + 1;
        at = read_digits(first, end, &number, &kept, -1);
        if (at == first)
            return false;
    }
    if (at < end && (*at == 'e' || *at == 'E'))
        at = read_exponent(at + 1, end, &number);
    if (at != end)
        return false;
    double size = scale(number.digits, number.exponent, number.has_rest);
    if (isinf(size))
        return false;
    *value = number.is_negative ? -size : size;
    return true;
}

// The fewest digits of `value` (above 0) that read back; returns how many and its exponent.
static int shortest_digits(double value, char digits[DIGITS_KEPT], int *exponent)
{
    int count = 0;
    for (int wanted = 1; wanted <= 17; wanted++) {
        char text[NUMBER_ROOM];
        snprintf(text, sizeof text, "%.*e", wanted - 1, value);
        // Only digits are taken, so the locale's decimal mark does not matter.
        const char *at = text;
        uint64_t whole = 0;
        for (count = 0; *at != 'e'; at++) {
            if (is_digit(*at)) {
                digits[count++] = *at;
                whole = whole * 10 + (uint64_t)(*at - '0');
            }
        }
        struct decimal power = {0};
        read_exponent(at + 1, at + strlen(at), &power);
        *exponent = (int)power.exponent;
        if (scale(whole, *exponent - (count - 1), false) == value)
            break;
    }
    while (count > 1 && digits[count - 1] == '0')
        count--;
    return count;
}

size_t number_format(double value, char out[NUMBER_ROOM])
{
    assert(isfinite(value));
    if (value == 0)
        return (size_t)snprintf(out, NUMBER_ROOM, "0");
    const char *sign = value < 0 ? "-" : "";
    char digits[DIGITS_KEPT] = "0";
    int exponent = 0;
    int count = shortest_digits(fabs(value), digits, &exponent);
    int written;
    if (exponent < -6 || exponent > 15) {
        written = snprintf(out, NUMBER_ROOM, "%s%c%s%.*se%+03d", sign, digits[0],
                           count > 1 ? "." : "", count - 1, digits + 1, exponent);
    } else if (exponent < 0) {
        written = snprintf(out, NUMBER_ROOM, "%s0.%.*s%.*s", sign, -exponent - 1, "00000",
                           count, digits);
    } else if (count <= exponent + 1) {
        written = snprintf(out, NUMBER_ROOM, "%s%.*s%.*s", sign, count, digits,
                           exponent + 1 - count, "000000000000000");
    } else {
        written = snprintf(out, NUMBER_ROOM, "%s%.*s.%.*s", sign, exponent + 1, digits,
                           count - exponent - 1, digits + exponent + 1);
    }
    return (size_t)written;
}
