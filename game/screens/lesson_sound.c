#include "screens/lesson_sound.h"

enum { TICK_FROM_MS = 5000 };

static enum tone tone_of(const struct contest *c, const struct contest_event *event)
{
    bool is_right = event->credit == CREDIT_FULL;
    switch ((int)event->type) {
    case CONTEST_TIME_UP:
        return TONE_TIME_UP;
    case CONTEST_PRESSED:
        return c->phase == CONTEST_ANSWERING ? TONE_BUZZ : TONE_NONE;
    case CONTEST_ANSWER:
        return contest_last_credit(c) == CREDIT_FULL ? TONE_RIGHT : TONE_WRONG;
    case CONTEST_JUDGE:
        return is_right ? TONE_RIGHT : TONE_WRONG;
    default:
        return TONE_NONE;
    }
}

void lesson_sound(struct game *game, const struct contest_event *event)
{
    enum tone tone = tone_of(&game->run.contest, event);
    if (tone != TONE_NONE && !game->run.log.start.manner.is_calm)
        game->asks_tone = tone;
}

void lesson_sound_tick(struct game *game, int64_t now_ms)
{
    const struct contest *c = &game->run.contest;
    int64_t left_ms = contest_left_ms(c, CONTEST_NOBODY, now_ms);
    if (!game->run.log.start.manner.is_calm && !c->is_paused && left_ms > 0 &&
        left_ms <= TICK_FROM_MS)
        game->asks_tone = TONE_TICK;
}
