#include "sdl/key.h"

struct key key_start(void)
{
    return (struct key){14695981039346656037U, 0x9E3779B97F4A7C15U};
}

// FNV-1a, once with its own prime, once with another and shifted down to mix the high bits in.
void key_add(struct key *key, const void *bytes, size_t len)
{
    const unsigned char *at = bytes;
    uint64_t a = key->a, b = key->b;
    for (size_t i = 0; i < len; i++) {
        a = (a ^ at[i]) * 1099511628211U;
        b = (b ^ at[i]) * 0xFF51AFD7ED558CCDU;
        b ^= b >> 32;
    }
    *key = (struct key){a, b};
}

void key_add_int(struct key *key, int64_t number)
{
    uint64_t a = (key->a ^ (uint64_t)number) * 1099511628211U;
    uint64_t b = (key->b ^ (uint64_t)number) * 0xFF51AFD7ED558CCDU;
    *key = (struct key){a ^ a >> 32, b ^ b >> 32};
}

bool key_equal(struct key a, struct key b)
{
    return a.a == b.a && a.b == b.b;
}
