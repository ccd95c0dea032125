// sdl/job.h: work that is done beside other work.
#pragma once

#include <stdbool.h>

struct job;

/// Begins `work(context)` in a thread of its own, and when it is done calls `then(context)`
/// there, which may be NULL; where there can be no thread, does both at once.
struct job *job_start(void (*work)(void *context), void (*then)(void *context), void *context);

/// Whether its work is done; it is still to be waited for.
bool job_is_done(struct job *job);

/// Waits for its end and frees the job; NULL is fine.
void job_wait(struct job *job);
