#include "store/class_play.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "store/lesson_log.h"

enum { TEAMS = 4, WEEK_MS = 7 * 24 * 3600 * 1000 };

const char *const class_play_pupils[CLASS_PLAY_PUPILS] = {"Ada",  "Ben",  "Cem", "<b>Dora</b>",
                                                          "=Éva", "Finn", "Gül", "Hal",
                                                          "Ivo",  "Jo",   "Kim", "Lou"};

/// A lesson that is played.
struct lesson {
    const struct class_play *play;
    struct lesson_log log;
    struct contest contest;
    int64_t now_ms;
};

static bool send(struct lesson *lesson, struct contest_event event)
{
    lesson->now_ms += 2000;
    event.at_ms = lesson->now_ms;
    const struct fsrs_time wall = {.at_ms = lesson->play->wall_ms + lesson->now_ms};
    return lesson_log_apply(&lesson->log, &lesson->contest, &event, wall);
}

static void must(struct lesson *lesson, struct contest_event event)
{
    bool is_taken = send(lesson, event);
    assert(is_taken);
    (void)is_taken;
}

static void count_hands(struct lesson *lesson, const char *spec)
{
    const struct ask *ask = &contest_round(&lesson->contest)->ask;
    int option = 0;
    for (const char *at = spec; *at; option++) {
        char *end;
        int hands = (int)strtol(at, &end, 10), place = 0;
        while (place < ask->shown_count && ask->shown[place] != option)
            place++;
        must(lesson,
             (struct contest_event){.type = CONTEST_COUNT,
                                    .place = place < ask->shown_count ? place : ASK_PLACES,
                                    .hands = hands});
        at = *end ? end + 1 : end;
    }
}

/// Gives the answer in brackets.
static void answer(struct lesson *lesson, const char *text, size_t len)
{
    const struct question *question = contest_round(&lesson->contest)->ask.question;
    char typed[200];
    const char *texts[] = {typed};
    struct answer given = {.texts = texts, .text_count = 1};
    assert(len < sizeof typed);
    memcpy(typed, text, len);
    typed[len] = '\0';
    for (int i = 0; question->kind == KIND_CHOICE && i < question->choice.options.count; i++) {
        if (strcmp(question->choice.options.items[i], typed) == 0)
            given.picked = 1U << i;
    }
    must(lesson, (struct contest_event){.type = CONTEST_ANSWER, .answer = &given});
}

static void buzz(struct lesson *lesson)
{
    for (int team = 0; team < TEAMS; team++) {
        const struct contest_press press = {team, lesson->now_ms + 2000};
        if (send(lesson, (struct contest_event){
                             .type = CONTEST_PRESSED, .presses = &press, .press_count = 1}))
            return;
    }
}

static void ask_one_after_the_other(struct lesson *lesson, const char *spec)
{
    const struct contest *c = &lesson->contest;
    if (c->phase == CONTEST_READING)
        must(lesson, (struct contest_event){.type = CONTEST_GO});
    for (const char *at = spec; *at; at++) {
        if (c->phase == CONTEST_OPEN && contest_round(c)->mode == CONTEST_BUZZ && *at != 'p')
            buzz(lesson);
        if (*at == '[') {
            const char *end = strchr(at, ']');
            answer(lesson, at + 1, (size_t)(end - at - 1));
            at = end;
        } else if (*at == 'p') {
            must(lesson, (struct contest_event){.type = CONTEST_PASS});
        } else {
            must(lesson, (struct contest_event){.type = CONTEST_JUDGE,
                                                .credit = *at == '+' ? CREDIT_FULL : 0});
        }
    }
}

static void play_one(struct lesson *lesson, const char *spec)
{
    enum contest_mode mode = contest_round(&lesson->contest)->mode;
    if (mode == CONTEST_HANDS) {
        count_hands(lesson, spec);
    } else if (mode == CONTEST_ALL) {
        must(lesson, (struct contest_event){.type = CONTEST_GO});
        for (int team = 0; spec[team]; team++) {
            must(lesson, (struct contest_event){.type = CONTEST_MARK,
                                                .team = team,
                                                .credit = spec[team] == '1' ? CREDIT_FULL : 0});
        }
    } else {
        ask_one_after_the_other(lesson, spec);
    }
    if (lesson->contest.phase != CONTEST_SHOWING)
        must(lesson, (struct contest_event){.type = CONTEST_REVEAL});
    must(lesson, (struct contest_event){.type = CONTEST_NEXT});
}

static struct picked find(const struct bank *bank, const char *spec)
{
    const struct question *found = NULL;
    for (int i = 0; i < bank->question_count && !found; i++) {
        const char *id = bank->questions[i].id;
        size_t len = id ? strlen(id) : 0;
        if (id && strncmp(id, spec, len) == 0 && spec[len] == ':')
            found = &bank->questions[i];
    }
    assert(found);
    return (struct picked){bank, found};
}

static struct contest_rules rules_of(enum contest_mode mode, uint64_t seed)
{
    bool has_teams = mode != CONTEST_HANDS && mode != CONTEST_PUPILS;
    return (struct contest_rules){.mode = mode,
                                  .team_count = has_teams ? TEAMS : 0,
                                  .pupil_count = CLASS_PLAY_PUPILS,
                                  .seed = seed};
}

void class_play(struct class_play *play, enum contest_mode mode, const char *const *specs,
                int count)
{
    static const char *const names[TEAMS] = {"Owls", "Larks", "Jays", "Swifts"};
    struct arena arena = {0};
    struct lesson lesson = {.play = play};
    struct lesson_start start = {.rules = rules_of(mode, play->seed++),
                                 .manner = {.has_memory = true},
                                 .pupils = class_play_pupils,
                                 .count = count};
    struct picked *picked = ARENA_ARRAY(&arena, count, struct picked);
    library_open_entry(play->library, 0);
    for (int i = 0; i < count; i++)
        picked[i] = find(play->library->entries[0].file.bank, specs[i]);
    for (int i = 0; i < TEAMS; i++)
        start.teams[i] = (struct team){.name = names[i], .mark = i, .time_percent = 100};
    start.items = lesson_items(picked, count, &arena);
    contest_start(&lesson.contest, &arena, picked, count, &start.rules, 0);
    lesson_log_start(&lesson.log, play->journal, &lesson.contest, &start, 0,
                     (struct fsrs_time){.at_ms = play->wall_ms});
    while (lesson.contest.phase != CONTEST_DONE) {
        const char *spec = strchr(specs[lesson.contest.at], ':') + 1;
        if (strchr(spec, '.')) {
            count_hands(&lesson, spec);
            break;
        }
        if (*spec == '!') {
            must(&lesson, (struct contest_event){.type = CONTEST_STOP});
        } else {
            play_one(&lesson, spec);
        }
    }
    play->wall_ms += WEEK_MS;
    arena_free(&arena);
}
