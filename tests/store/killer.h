// tests/store/killer.h: processes that are killed in the middle of what they do.
#pragma once

enum { KILLS_SHORT = 30, KILLS_LONG = 300 };

/// How often to kill something: the second number with QUARTET_LONG set.
int kills(void);

/// Runs `play` in a process of its own, and kills it `wait_us` after it acknowledged `wanted`
/// deeds, each by a byte that it writes to `acks`. Returns how many it did acknowledge.
int kill_after(void (*play)(const void *what, int acks), const void *what, int wanted,
               int wait_us);
