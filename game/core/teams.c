#include "core/teams.h"

#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "base/text.h"

enum { IN_NO_TEAM = -1 };

/// A pupil who is there, while teams are made.
struct draft {
    int place;    // in the list
    int lot;      // drawn: decides where nothing else does
    double share; // that it had right
};

static int by_share(const void *a, const void *b)
{
    const struct draft *x = a, *y = b;
    if (x->share != y->share)
        return x->share > y->share ? -1 : 1;
    return x->lot - y->lot;
}

/// Who is there and in no team yet, in random order.
static int draw(const struct teams_pupil *pupils, int pupil_count, const int *team_of,
                uint64_t seed, struct draft *drafts)
{
    struct rng rng = rng_seed(seed);
    int count = 0;
    for (int i = 0; i < pupil_count; i++) {
        if (!pupils[i].is_absent && team_of[i] == IN_NO_TEAM)
            drafts[count++].place = i;
    }
    for (int i = 0; i < count; i++) {
        int j = i + (int)rng_below(&rng, (uint64_t)(count - i));
        struct draft drawn = drafts[j];
        drafts[j] = drafts[i];
        drafts[i] = drawn;
        drafts[i].lot = i;
    }
    return count;
}

/// Few answers say little, so each share is drawn to that of all by as much as two more answers
/// would; who has none has the share of all.
static void weigh(const struct teams_pupil *pupils, struct draft *drafts, int count)
{
    enum { PRIOR = 2 };

    double right = 0, answered = 0;
    for (int i = 0; i < count; i++) {
        right += pupils[drafts[i].place].right;
        answered += pupils[drafts[i].place].answered;
    }
    double all = answered > 0 ? right / answered : 0;
    for (int i = 0; i < count; i++) {
        const struct teams_pupil *pupil = &pupils[drafts[i].place];
        drafts[i].share = pupil->answered > 0
                              ? (pupil->right + PRIOR * all) / (pupil->answered + PRIOR)
                              : all;
    }
}

/// Down the teams and up again (a snake draft): sizes differ by at most 1, and the sums of what
/// was dealt in falling order by no more than its first and last.
static int snake(int nth, int count)
{
    int at = nth % count;
    return nth / count % 2 ? count - 1 - at : at;
}

static int smallest(const int *sizes, int count)
{
    int least = 0;
    for (int i = 1; i < count; i++) {
        if (sizes[i] < sizes[least])
            least = i;
    }
    return least;
}

/// Notes who is in which team; returns how many are there of each in `sizes`.
static void keep(const struct team *teams, int count, const struct teams_pupil *pupils,
                 int pupil_count, int *team_of, int *sizes)
{
    for (int t = 0; t < count; t++) {
        for (int i = 0; i < teams[t].pupil_count; i++) {
            int place = teams[t].pupils[i];
            if (place < 0 || place >= pupil_count || team_of[place] != IN_NO_TEAM ||
                pupils[place].is_absent)
                continue;
            team_of[place] = t;
            sizes[t]++;
        }
    }
}

static void fill(struct team *team, int number, const int *team_of, int pupil_count,
                 struct arena *arena)
{
    int *places = ARENA_ARRAY(arena, pupil_count + 1, int);
    team->pupil_count = 0;
    for (int i = 0; i < pupil_count; i++) {
        if (team_of[i] == number)
            places[team->pupil_count++] = i;
    }
    team->pupils = places;
}

void teams_deal(struct team *teams, int count, const struct teams_pupil *pupils,
                int pupil_count, enum teams_way way, uint64_t seed, struct arena *arena)
{
    int sizes[TEAMS_MOST] = {0};
    int *team_of = ARENA_ARRAY(arena, pupil_count + 1, int);
    struct draft *drafts = ARENA_ARRAY(arena, pupil_count + 1, struct draft);
    if (count < 1 || count > TEAMS_MOST)
        return;
    for (int i = 0; i < pupil_count; i++)
        team_of[i] = IN_NO_TEAM;
    if (way == TEAMS_AGAIN)
        keep(teams, count, pupils, pupil_count, team_of, sizes);
    int drawn = draw(pupils, pupil_count, team_of, seed, drafts);
    if (way == TEAMS_BALANCED && drawn) {
        weigh(pupils, drafts, drawn);
        qsort(drafts, (size_t)drawn, sizeof *drafts, by_share);
    }
    for (int i = 0; i < drawn; i++) {
        int team = way == TEAMS_AGAIN ? smallest(sizes, count) : snake(i, count);
        team_of[drafts[i].place] = team;
        sizes[team]++;
    }
    for (int t = 0; t < count; t++)
        fill(&teams[t], t, team_of, pupil_count, arena);
}

int teams_free_mark(const struct team *teams, int count)
{
    for (int mark = 0; mark < TEAMS_MOST; mark++) {
        bool is_taken = false;
        for (int i = 0; i < count; i++)
            is_taken = is_taken || teams[i].mark == mark;
        if (!is_taken)
            return mark;
    }
    return -1;
}

static bool is_unnamed(const struct team *team)
{
    const char *at = team->name ? team->name : "", *end = at + strlen(at);
    while (at < end) {
        if (!text_is_blank(text_next(&at, end)))
            return false;
    }
    return true;
}

/// Whether two teams have the fault in common.
static bool is_clash(enum teams_fault fault, const struct team *a, const struct team *b)
{
    if (fault == TEAMS_SAME_MARK)
        return a->mark == b->mark;
    if (fault == TEAMS_SAME_BUZZER)
        return a->buzzer && a->buzzer == b->buzzer;
    struct arena scratch = {0};
    unsigned flags = FOLD_CASE | FOLD_INVISIBLE;
    bool is_same = strcmp(text_fold(&scratch, a->name, flags, NULL),
                          text_fold(&scratch, b->name, flags, NULL)) == 0;
    arena_free(&scratch);
    return is_same;
}

static struct teams_check find_clash(const struct team *teams, int count)
{
    static const enum teams_fault faults[] = {TEAMS_SAME_NAME, TEAMS_SAME_MARK,
                                              TEAMS_SAME_BUZZER};

    for (size_t f = 0; f < sizeof faults / sizeof *faults; f++) {
        for (int i = 0; i < count; i++) {
            for (int k = i + 1; k < count; k++) {
                if (is_clash(faults[f], &teams[i], &teams[k]))
                    return (struct teams_check){faults[f], i, k};
            }
        }
    }
    return (struct teams_check){0};
}

struct teams_check teams_check(const struct team *teams, int count)
{
    bool has_pupils = false;
    if (count < TEAMS_LEAST)
        return (struct teams_check){.fault = TEAMS_TOO_FEW};
    for (int i = 0; i < count; i++) {
        has_pupils = has_pupils || teams[i].pupil_count;
        if (is_unnamed(&teams[i]))
            return (struct teams_check){.fault = TEAMS_NO_NAME, .one = i};
    }
    struct teams_check clash = find_clash(teams, count);
    for (int i = 0; !clash.fault && has_pupils && i < count; i++) {
        if (!teams[i].pupil_count)
            return (struct teams_check){.fault = TEAMS_NO_PUPILS, .one = i};
    }
    return clash;
}
