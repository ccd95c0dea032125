// The pages of a lesson that show scores, and those for its host.
#include "screens/accept.h"
#include "screens/layout_walk.h"
#include "screens/lesson.h"

enum { QUESTIONS = 8, ROUND = 2 };

static const char *const accepted[] = {"the Federated States of Micronesia"};
static const struct question_extras extras = {
    .explanation = "They are four states in the western Pacific, far from each other, with one "
                   "government since 1979.",
    .hint = "It is an island state."};
static const struct question question = {
    .text = "Which state in the western Pacific has its capital, Palikir, on the largest of "
            "its 607 islands?",
    .kind = KIND_TEXT,
    .points = 1,
    .extras = &extras,
    .accepted = {.items = accepted, .count = 1}};
static const struct bank bank = {
    .id = "b", .title = "B", .questions = &question, .question_count = 1};

static int64_t now_ms;

static void tell(struct walk *w, struct contest_event event)
{
    event.at_ms = now_ms += 100;
    contest_apply(&w->game.run.contest, &event);
}

static const char *const names[TEAMS_MOST] = {
    "Owls", "The Unbelievable Foxes of Year Eight", "Herons", "Bears", "Larks", "Elks"};

/// Six teams with names of all lengths, in the middle of a lesson; no teams: of pupils.
static void begin(struct walk *w, bool has_teams)
{
    static const char *pupils[] = {"Maximilian Featherstonehaugh", "Bo"};
    static struct picked picked[QUESTIONS];
    struct lesson_run *run = &w->game.run;
    *run = (struct lesson_run){.is_there = true, .text_percent = 130};
    const struct contest_rules rules = {.mode = has_teams ? CONTEST_ALL : CONTEST_PUPILS,
                                        .team_count = has_teams ? TEAMS_MOST : 0,
                                        .pupil_count = 2,
                                        .round_length = ROUND,
                                        .limit_ms = 60000};
    for (int i = 0; i < QUESTIONS; i++)
        picked[i] = (struct picked){&bank, &question};
    for (int i = 0; i < TEAMS_MOST; i++)
        run->log.start.teams[i] = (struct team){.name = names[i], .mark = i};
    run->log.start.pupils = pupils;
    contest_start(&run->contest, &run->arena, picked, QUESTIONS, &rules, now_ms);
}

static void ask_all(struct walk *w, int right)
{
    tell(w, (struct contest_event){.type = CONTEST_GO});
    for (int team = 0; team < right; team++) {
        tell(w, (struct contest_event){
                    .type = CONTEST_MARK, .team = (team * 5) % TEAMS_MOST, .credit = 1000});
    }
    tell(w, (struct contest_event){.type = CONTEST_REVEAL});
    tell(w, (struct contest_event){.type = CONTEST_NEXT});
}

static void show_host(struct walk *w, const struct lesson_screen *lesson, const char *name)
{
    struct screen host = screen_lesson;
    host.view = lesson_host_view;
    walk_in_all_sizes(w, &host, lesson, name);
}

static void show_accept(struct walk *w)
{
    struct accept_page page = {.answer = "Micronesia, the one with four states",
                               .path = "/a/folder/the-capitals-of-all-countries.json",
                               .diff = "--- a.json\n+++ a.json\n@@ -1,1 +1,1 @@\n"
                                       "-    {\"question\": \"Who?\", \"answer\": \"Ann\"}\n"
                                       "+    {\"question\": \"Who?\", \"answer\": [\"Ann\", "
                                       "\"Micronesia, the one with four states\"]}\n"};
    walk_in_all_sizes(w, &screen_accept, &page, "accept");
    page.done = "It is written. From the next time on the answer is right.";
    walk_in_all_sizes(w, &screen_accept, &page, "accept, done");
    page = (struct accept_page){.answer = "x",
                                .fault = "Another program has changed the file meanwhile. Go "
                                         "back and try again."};
    walk_in_all_sizes(w, &screen_accept, &page, "accept, with a fault");
}

void walk_lesson(struct walk *w)
{
    struct lesson_screen lesson = {.play = {.page = 1, .shown_ms = -100000},
                                   .chosen = CONTEST_NOBODY,
                                   .judged = CONTEST_NOBODY};
    begin(w, true);
    show_host(w, &lesson, "lesson, for its host");
    ask_all(w, 4);
    ask_all(w, 2);
    walk_in_all_sizes(w, &screen_lesson, &lesson, "lesson, first scores");
    tell(w, (struct contest_event){.type = CONTEST_NEXT});
    ask_all(w, 6);
    ask_all(w, 3);
    walk_in_all_sizes(w, &screen_lesson, &lesson, "lesson, scores");
    show_host(w, &lesson, "lesson, scores for its host");
    w->game.run.contest.hides_scores = true;
    walk_in_all_sizes(w, &screen_lesson, &lesson, "lesson, hidden scores");
    w->game.run.contest.hides_scores = false;
    tell(w, (struct contest_event){.type = CONTEST_STOP});
    walk_in_all_sizes(w, &screen_lesson, &lesson, "lesson, podium");
    w->game.run.log.start.manner.hides_names = true;
    walk_in_all_sizes(w, &screen_lesson, &lesson, "lesson, podium without names");
    arena_free(&w->game.run.arena);

    begin(w, false);
    for (int i = 0; i < 3; i++) {
        tell(w, (struct contest_event){.type = CONTEST_JUDGE, .credit = i ? 1000 : 0});
        tell(w, (struct contest_event){.type = CONTEST_REVEAL});
        tell(w, (struct contest_event){.type = CONTEST_NEXT});
        tell(w, (struct contest_event){.type = CONTEST_NEXT});
    }
    tell(w, (struct contest_event){.type = CONTEST_STOP});
    walk_in_all_sizes(w, &screen_lesson, &lesson, "lesson, what the class knew");
    arena_free(&w->game.run.arena);
    w->game.run = (struct lesson_run){0};
    show_accept(w);
}

/// Shows what is up in the lesson.
static void show(struct walk *w, struct lesson_screen *lesson, const char *name)
{
    lesson_follow(lesson, &w->game, now_ms);
    lesson->play.shown_ms = -100000;
    walk_in_all_sizes(w, &screen_lesson, lesson, name);
}

static void ask_as(struct walk *w, enum contest_mode mode, const struct picked *picked)
{
    struct lesson_screen lesson = {
        .seen_at = -2, .chosen = CONTEST_NOBODY, .judged = CONTEST_NOBODY};
    struct lesson_run *run = &w->game.run;
    *run = (struct lesson_run){.is_there = true, .text_percent = 130};
    const struct contest_rules rules = {
        .mode = mode, .team_count = mode == CONTEST_HANDS ? 0 : 4, .limit_ms = 60000};
    for (int i = 0; i < rules.team_count; i++)
        run->log.start.teams[i] = (struct team){.name = names[i + 2], .mark = i};
    // One for each team: what is left over of turns is for everyone.
    const struct picked one_each[] = {*picked, *picked, *picked, *picked};
    contest_start(&run->contest, &run->arena, one_each, 4, &rules, now_ms);
    show(w, &lesson, "lesson, question");
    tell(w, (struct contest_event){.type = CONTEST_GO});
    if (run->contest.phase == CONTEST_MARKING)
        show(w, &lesson, "lesson, marking");
    tell(w, (struct contest_event){.type = CONTEST_REVEAL});
    show(w, &lesson, "lesson, answer");
    arena_free(&lesson.play.arena);
    arena_free(&run->arena);
    w->game.run = (struct lesson_run){0};
}

void walk_lesson_question(struct walk *w, const struct bank *of, const struct question *asked)
{
    const struct picked picked = {of, asked};
    ask_as(w, CONTEST_ALL, &picked);
    ask_as(w, CONTEST_TURNS, &picked);
    if (contest_fits(CONTEST_HANDS, asked) == CONTEST_FITS)
        ask_as(w, CONTEST_HANDS, &picked);
}
