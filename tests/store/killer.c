#include "store/killer.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

int kills(void)
{
    return getenv("QUARTET_LONG") ? KILLS_LONG : KILLS_SHORT;
}

static int read_acks(int fd, int wanted)
{
    char byte;
    int acks = 0;
    while (acks < wanted && read(fd, &byte, 1) == 1)
        acks++;
    return acks;
}

int kill_after(void (*play)(const void *what, int acks), const void *what, int wanted,
               int wait_us)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        play(what, ends[1]);
        close(ends[1]);
        for (;;)
            pause();
    }
    close(ends[1]);
    int acks = read_acks(ends[0], wanted);
    nanosleep(&(struct timespec){.tv_nsec = wait_us * 1000L}, NULL);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    acks += read_acks(ends[0], 1000); // of those that it wrote meanwhile
    close(ends[0]);
    return acks;
}
