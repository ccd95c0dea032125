#include "sdl/job.h"

#include <SDL.h>

#include "base/arena.h"

struct job {
    struct arena arena; // of this struct too
    SDL_Thread *thread; // NULL: it is done
    void (*work)(void *context);
    void (*then)(void *context);
    void *context;
    SDL_atomic_t is_done;
};

static int run(void *data)
{
    struct job *job = data;
    job->work(job->context);
    SDL_AtomicSet(&job->is_done, 1);
    if (job->then)
        job->then(job->context);
    return 0;
}

struct job *job_start(void (*work)(void *context), void (*then)(void *context), void *context)
{
    struct arena arena = {0};
    struct job *job = ARENA_ARRAY(&arena, 1, struct job);
    *job = (struct job){.arena = arena, .work = work, .then = then, .context = context};
    job->thread = SDL_CreateThread(run, "job", job);
    if (!job->thread)
        run(job);
    return job;
}

bool job_is_done(struct job *job)
{
    return SDL_AtomicGet(&job->is_done) != 0;
}

void job_wait(struct job *job)
{
    if (!job)
        return;
    if (job->thread)
        SDL_WaitThread(job->thread, NULL);
    struct arena arena = job->arena;
    arena_free(&arena);
}
