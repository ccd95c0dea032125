#include "cli/game.h"

#include <string.h>

#include "base/i18n.h"
#include "cli/feedback.h"
#include "cli/mark_wrong.h"
#include "cli/prompt.h"

// What a line led to.
enum outcome {
    OUTCOME_AGAIN, // the same line is wanted again
    OUTCOME_SHOW,  // another question stands now, or this one is to be seen again
    OUTCOME_GIVEN, // the answer is complete
    OUTCOME_TIME_UP,
    OUTCOME_ENDED,
    OUTCOME_QUIT,
    OUTCOME_INTERRUPTED
};

static bool apply(struct game *game, enum event_type type, const struct answer *answer)
{
    const struct event event = {
        .type = type, .at_ms = talk_now_ms(game->talk), .answer = answer};
    return quiz_log_apply(&game->log, &game->session, &event, talk_time(game->talk));
}

static enum outcome run_hint(struct game *game)
{
    const struct turn *turn = session_turn(&game->session);
    if (turn->is_hinted) {
        buf_text(&game->talk->out, _("There is one hint a question.\n"));
        return OUTCOME_AGAIN;
    }
    if (!apply(game, EVENT_HINT, NULL)) {
        buf_text(&game->talk->out, _("There is no hint here.\n"));
        return OUTCOME_AGAIN;
    }
    const struct question_extras *extras = turn->ask.question->extras;
    if (extras && extras->hint) {
        buf_printf(&game->talk->out, _("Hint, for half the points: %s\n"), extras->hint);
    } else {
        buf_printf(&game->talk->out, _("Hint, for half the points: it is not %c.\n"),
                   prompt_letter_of(turn->ask.greyed));
    }
    return OUTCOME_AGAIN;
}

static enum outcome run_skip(struct game *game)
{
    if (apply(game, EVENT_SKIP, NULL)) {
        buf_text(&game->talk->out, _("Skipped. It comes back at the end.\n"));
        return OUTCOME_SHOW;
    }
    buf_text(&game->talk->out, _("This is the last question. Answer it, or stop with :quit\n"));
    return OUTCOME_AGAIN;
}

static enum outcome run_undo(struct game *game)
{
    if (apply(game, EVENT_UNDO, NULL)) {
        buf_text(&game->talk->out, _("Taken back.\n"));
        return OUTCOME_SHOW;
    }
    buf_text(&game->talk->out, _("There is nothing to take back.\n"));
    return OUTCOME_AGAIN;
}

static enum outcome run_redo(struct game *game)
{
    if (apply(game, EVENT_REDO, NULL)) {
        buf_text(&game->talk->out, _("Done again.\n"));
        return OUTCOME_SHOW;
    }
    buf_text(&game->talk->out, _("There is nothing to do again.\n"));
    return OUTCOME_AGAIN;
}

static enum outcome run_pause(struct game *game)
{
    if (!session_limit_ms(&game->session)) {
        buf_text(&game->talk->out, _("No clock is running. Take your time.\n"));
        return OUTCOME_AGAIN;
    }
    apply(game, EVENT_PAUSE, NULL);
    const char *line;
    enum lines_result result =
        talk_read(game->talk, _("Paused. Enter goes on: "), INT64_MAX, &line);
    apply(game, EVENT_RESUME, NULL);
    if (result == LINES_INTERRUPTED)
        return OUTCOME_INTERRUPTED;
    return result == LINES_END ? OUTCOME_ENDED : OUTCOME_SHOW;
}

static enum outcome run_flag(struct game *game)
{
    const struct ask *ask = &session_turn(&game->session)->ask;
    mark_wrong(game->talk, game->memory, ask->bank, ask->question, game->log.game);
    return OUTCOME_AGAIN;
}

static enum outcome run_flag_last(struct game *game)
{
    const struct session *s = &game->session;
    if (s->at == 0) {
        buf_text(&game->talk->out, _("There is no question before this one.\n"));
        return OUTCOME_AGAIN;
    }
    const struct ask *ask = &s->turns[s->queue[s->at - 1]].ask;
    mark_wrong(game->talk, game->memory, ask->bank, ask->question, game->log.game);
    return OUTCOME_AGAIN;
}

static enum outcome run_quit(struct game *game)
{
    (void)game;
    return OUTCOME_QUIT;
}

static enum outcome run_help_lines(struct game *game);

static const struct colon colons[] = {
    {"hint", N_("help with this question, for half the points")},
    {"skip", N_("put this question off to the end")},
    {"undo", N_("take back the last answer, hint or skip; any number of times")},
    {"redo", N_("do again what was taken back")},
    {"pause", N_("stop the clock")},
    {"flag", N_("mark this question as wrong, for who writes it; again: no longer")},
    {"flag last", N_("the same for the question before")},
    {"quit", N_("stop and see the results")},
    {"help", N_("show this")},
};

enum { COLONS = sizeof(colons) / sizeof(colons[0]) };

// What each does.
static enum outcome (*const runs[COLONS])(struct game *game) = {
    run_hint, run_skip,      run_undo, run_redo,       run_pause,
    run_flag, run_flag_last, run_quit, run_help_lines,
};

static enum outcome run_help_lines(struct game *game)
{
    colon_add_help(colons, COLONS, &game->talk->out);
    buf_text(&game->talk->out, _("Begin an answer that has a colon first with two of them.\n"));
    return OUTCOME_AGAIN;
}

static void add_header(struct game *game, const struct turn *turn)
{
    const struct session *s = &game->session;
    const struct question *q = turn->ask.question;
    struct buf *out = &game->talk->out;
    buf_printf(out, _("\nQuestion %d of %d, worth "), s->at + 1, s->turn_count);
    feedback_add_number(out, (int64_t)q->points * CREDIT_FULL);
    if (q->topic_count)
        buf_printf(out, " (%s)", turn->ask.bank->topics[q->topics[0]]);
    int64_t left_ms = session_left_ms(s, talk_now_ms(game->talk));
    if (left_ms != INT64_MAX) {
        int left_s = (int)((left_ms + 999) / 1000);
        buf_text(out, ", ");
        buf_printf(out, ngettext("%d second", "%d seconds", (unsigned long)left_s), left_s);
    }
    buf_text(out, "\n");
}

static void add_question(struct game *game, const struct turn *turn)
{
    const struct question *q = turn->ask.question;
    struct buf *out = &game->talk->out;
    add_header(game, turn);
    feedback_add_question(q, out);
    feedback_add_media(q, out);
    if (prompts[q->kind]->show)
        prompts[q->kind]->show(turn, out);
}

// Takes one line of an answer.
static enum outcome take(struct game *game, const struct turn *turn, int step, const char *line,
                         struct reply *reply)
{
    int command = colon_find(colons, COLONS, &line);
    if (command >= 0)
        return runs[command](game);
    if (command == COLON_UNKNOWN && game->talk->lines.is_terminal) {
        buf_text(&game->talk->out, _("There is no such command. These are there:\n"));
        return run_help_lines(game);
    }
    buf_clear(reply->complaint);
    bool is_possible = prompts[turn->ask.question->kind]->take(turn, step, line, reply);
    bool is_asked_again = !is_possible && game->talk->lines.is_terminal;
    if (is_asked_again)
        buf_text(&game->talk->out, reply->complaint->data);
    return is_asked_again ? OUTCOME_AGAIN : OUTCOME_GIVEN;
}

static enum outcome read_line(struct game *game, const struct turn *turn, int step,
                              struct reply *reply)
{
    struct buf ask = {0};
    prompts[turn->ask.question->kind]->ask(turn, step, &ask);
    int64_t left_ms = session_left_ms(&game->session, talk_now_ms(game->talk));
    if (game->talk->fixed_now_ms >= 0) {
        left_ms = INT64_MAX; // a clock that stands never runs out
    } else if (left_ms != INT64_MAX) {
        left_ms++; // pselect() may wake a moment early
    }
    const char *line = NULL;
    enum lines_result result = talk_read(game->talk, ask.data, left_ms, &line);
    buf_free(&ask);
    switch (result) {
    case LINES_LINE:
        return take(game, turn, step, line, reply);
    case LINES_END:
        return OUTCOME_ENDED;
    case LINES_TIME_UP:
        lines_discard_typed(&game->talk->lines);
        return OUTCOME_TIME_UP;
    case LINES_INTERRUPTED:
        return OUTCOME_INTERRUPTED;
    }
    return OUTCOME_ENDED;
}

// Asks the question that stands now, in as many lines as its kind takes.
static enum outcome ask(struct game *game, struct arena *scratch)
{
    const struct turn *turn = session_turn(&game->session);
    const struct prompt *prompt = prompts[turn->ask.question->kind];
    struct buf complaint = {0};
    struct reply reply = {.arena = scratch, .complaint = &complaint};
    int steps = prompt->steps ? prompt->steps(turn->ask.question) : 1;
    enum outcome outcome = OUTCOME_AGAIN;
    add_question(game, turn);
    for (int step = 0; step < steps && outcome <= OUTCOME_GIVEN;) {
        outcome = read_line(game, turn, step, &reply);
        if (outcome == OUTCOME_SHOW)
            break;
        step += outcome == OUTCOME_GIVEN;
    }
    if (outcome == OUTCOME_GIVEN)
        apply(game, EVENT_ANSWER, &reply.answer);
    buf_free(&complaint);
    return outcome;
}

// With a clock, the next question must not start while the last answer is being read.
static enum outcome wait_for_enter(struct game *game)
{
    if (!game->talk->lines.is_terminal || !session_limit_ms(&game->session))
        return OUTCOME_GIVEN;
    const char *line;
    switch (talk_read(game->talk, _("Enter goes on: "), INT64_MAX, &line)) {
    case LINES_LINE:
        if (strcmp(line, ":quit") == 0)
            return OUTCOME_QUIT;
        if (strcmp(line, ":flag") == 0) {
            run_flag(game);
            return wait_for_enter(game);
        }
        return strcmp(line, ":undo") == 0 ? run_undo(game) : OUTCOME_GIVEN;
    case LINES_INTERRUPTED:
        return OUTCOME_INTERRUPTED;
    case LINES_END:
    case LINES_TIME_UP:
        break;
    }
    return OUTCOME_ENDED;
}

// Shows the feedback and goes on to the next question.
static enum outcome show_feedback(struct game *game)
{
    feedback_add(&game->session, session_turn(&game->session), &game->talk->out);
    enum outcome outcome = wait_for_enter(game);
    if (outcome == OUTCOME_GIVEN)
        apply(game, EVENT_NEXT, NULL);
    return outcome;
}

static enum game_end go_on(struct game *game)
{
    struct arena scratch = {0};
    enum outcome outcome = OUTCOME_SHOW;
    while (game->session.phase != SESSION_DONE && outcome < OUTCOME_ENDED) {
        if (game->session.phase == SESSION_SHOWING) {
            outcome = show_feedback(game);
            continue;
        }
        outcome = ask(game, &scratch);
        if (outcome == OUTCOME_TIME_UP)
            apply(game, EVENT_TIME_UP, NULL);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
    // Whoever leaves a game at a terminal by Ctrl+C or Ctrl+D can go on with it another time.
    bool is_left = outcome == OUTCOME_INTERRUPTED || outcome == OUTCOME_ENDED;
    if (is_left && game->talk->lines.is_terminal)
        game->log = (struct quiz_log){0};
    if (outcome >= OUTCOME_ENDED)
        apply(game, EVENT_STOP, NULL);
    talk_flush(game->talk);
    if (outcome == OUTCOME_INTERRUPTED)
        return GAME_INTERRUPTED;
    if (outcome == OUTCOME_QUIT)
        return GAME_QUIT;
    return outcome == OUTCOME_ENDED ? GAME_INPUT_ENDED : GAME_FINISHED;
}

enum game_end game_play(struct game *game, const struct picked *picked, int count,
                        const struct session_rules *rules)
{
    game_close(game);
    session_start(&game->session, &game->arena, picked, count, rules, talk_now_ms(game->talk));
    quiz_log_start(&game->log, game->journal, &game->session, talk_now_ms(game->talk),
                   talk_time(game->talk));
    quiz_log_learn_paces(&game->log, &game->session, game->memory);
    return go_on(game);
}

bool game_find(struct game *game, struct library *library)
{
    struct quiz_found found;
    game_close(game);
    if (!quiz_log_find(game->journal, library, &game->arena, talk_now_ms(game->talk),
                       talk_time(game->talk), &found))
        return false;
    game->session = found.session;
    game->log = found.log;
    quiz_log_learn_paces(&game->log, &game->session, game->memory);
    return true;
}

enum game_end game_go_on(struct game *game)
{
    apply(game, EVENT_RESUME, NULL);
    return go_on(game);
}

enum game_end game_undo(struct game *game)
{
    run_undo(game);
    return go_on(game);
}

void game_close(struct game *game)
{
    arena_free(&game->arena);
    game->session = (struct session){0};
}
