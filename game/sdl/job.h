// sdl/job.h: work that is done beside other work.
#pragma once

struct job;

/// Begins `work(context)` in a thread of its own; where there can be none, does it at once.
struct job *job_start(void (*work)(void *context), void *context);

/// Waits for its end and frees the job; NULL is fine.
void job_wait(struct job *job);
