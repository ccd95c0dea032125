#include "core/score.h"

enum { BONUS_SUM = 499 }; // of each kind of bonus in a whole game

static int speed_bonus(int share, int64_t left_ms, int64_t limit_ms)
{
    if (limit_ms <= 0 || left_ms <= 0)
        return 0;
    return left_ms >= limit_ms ? share : (int)(share * left_ms / limit_ms);
}

static int streak_bonus(int share, int streak)
{
    if (streak <= 0)
        return 0;
    return share * (streak < STREAK_FULL ? streak : STREAK_FULL) / STREAK_FULL;
}

struct points score_answer(const struct score_rules *rules, const struct question *question,
                           int credit, bool is_hinted, int streak, int64_t left_ms,
                           int64_t limit_ms)
{
    int whole = credit * question->points;
    struct points points = {.accuracy = is_hinted ? (whole + 1) / 2 : whole};
    if (credit < CREDIT_FULL || is_hinted || rules->question_count <= 0)
        return points;
    int share = BONUS_SUM / rules->question_count;
    if (rules->has_speed)
        points.speed = speed_bonus(share, left_ms, limit_ms);
    if (rules->has_streak)
        points.streak = streak_bonus(share, streak);
    return points;
}

struct points score_add(struct points a, struct points b)
{
    return (struct points){
        .accuracy = a.accuracy + b.accuracy,
        .speed = a.speed + b.speed,
        .streak = a.streak + b.streak,
    };
}

int64_t score_total(struct points points)
{
    return points.accuracy + points.speed + points.streak;
}

int score_compare(struct points a, struct points b)
{
    if (a.accuracy != b.accuracy)
        return a.accuracy < b.accuracy ? -1 : 1;
    int a_bonus = a.speed + a.streak, b_bonus = b.speed + b.streak;
    return (a_bonus > b_bonus) - (a_bonus < b_bonus);
}
