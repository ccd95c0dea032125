// What the lesson screen says.
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/format.h"
#include "screens/lesson.h"

static const char *const mode_names[CONTEST_MODE_COUNT] = {
    [CONTEST_TURNS] = N_("In turn"),  [CONTEST_BUZZ] = N_("First to buzz"),
    [CONTEST_ALL] = N_("All answer"), [CONTEST_HANDS] = N_("Show of hands"),
    [CONTEST_BOARD] = N_("Board"),    [CONTEST_PUPILS] = N_("Random pupil"),
};

const char *lesson_mode_name(enum contest_mode mode)
{
    return _(mode_names[mode]);
}

const char *lesson_team_name(const struct game *game, int team)
{
    return game->run.log.start.teams[team].name;
}

static const char *pupil_name(const struct game *game, int pupil)
{
    return game->run.log.start.pupils[pupil];
}

/// Who is asked, by name.
static const char *asked_name(const struct game *game)
{
    const struct contest *c = &game->run.contest;
    const struct contest_round *round = contest_round(c);
    if (round && round->pupil >= 0)
        return pupil_name(game, round->pupil);
    return c->team >= 0 ? lesson_team_name(game, c->team) : "";
}

/// The names of the teams in `teams`, between commas.
static const char *names_of(const struct game *game, unsigned teams, struct arena *arena)
{
    const char *names = NULL;
    for (int team = 0; team < game->run.contest.rules.team_count; team++) {
        if (!(teams & 1U << team))
            continue;
        const char *name = lesson_team_name(game, team);
        names = names ? arena_printf(arena, "%s, %s", names, name) : name;
    }
    return names ? names : "";
}

/// Who tried last, and what came of it.
static const struct contest_share *last_try(const struct game *game, const char **who)
{
    const struct contest_round *round = contest_round(&game->run.contest);
    const struct contest_share *share = contest_share(round, round->tried);
    bool is_pupil = round->mode == CONTEST_PUPILS && share->pupil >= 0;
    *who = is_pupil ? pupil_name(game, share->pupil) : lesson_team_name(game, round->tried);
    return share;
}

/// "Foxes passed. Owls, your turn."
static const char *call_for_next(const struct game *game, const char *next, struct arena *arena)
{
    const char *last;
    const struct contest_share *share = last_try(game, &last);
    const char *pattern = share->result == CONTEST_PASSED ? _("{1} passed. {2}, your turn.")
                          : share->result == CONTEST_LATE
                              ? _("Time is up for {1}. {2}, your turn.")
                              : _("Not this one. {2}, your turn.");
    return fill_text(arena, pattern, last, next, NULL);
}

static const char *call_for_answer(const struct game *game, struct arena *arena)
{
    const struct contest *c = &game->run.contest;
    const struct contest_round *round = contest_round(c);
    const char *who = asked_name(game);
    if (c->phase == CONTEST_ANSWERING && round->tied && round->tries == 0) {
        return fill_text(arena, _("{1} at the same time. Drawn: {2}. Your answer?"),
                         names_of(game, round->tied, arena), who, NULL);
    }
    if (c->phase == CONTEST_ANSWERING)
        return fill_text(arena, _("{1} first. Your answer?"), who, NULL);
    if (round->tries > 0)
        return call_for_next(game, who, arena);
    return fill_text(arena, _("{1}, your turn."), who, NULL);
}

static const char *call_for_all(const struct contest *c)
{
    const struct contest_round *round = contest_round(c);
    if (round->mode == CONTEST_HANDS) {
        return c->phase == CONTEST_OPEN ? _("Think. Then hands up for one answer.")
                                        : _("Count the hands for each answer.");
    }
    if (c->phase == CONTEST_MARKING)
        return _("Boards up. Who was right?");
    return round->is_final ? _("The last question, for everyone.")
                           : _("Everyone: write your answer down.");
}

static const char *call_for_buzz(const struct game *game, struct arena *arena)
{
    const struct contest *c = &game->run.contest;
    if (c->phase == CONTEST_READING)
        return _("Read first. The buzzers open soon.");
    if (contest_round(c)->tries == 0)
        return _("Buzz when you know it.");
    const char *last;
    const struct contest_share *share = last_try(game, &last);
    const char *pattern = share->result == CONTEST_PASSED ? _("{1} passed. Who else knows it?")
                          : share->result == CONTEST_LATE
                              ? _("Time is up for {1}. Who else knows it?")
                              : _("Not this time, {1}. Who else knows it?");
    return fill_text(arena, pattern, last, NULL);
}

/// What is up, whatever happened just now.
static const char *call_of(const struct game *game, struct arena *arena)
{
    const struct contest *c = &game->run.contest;
    const struct contest_round *round = contest_round(c);
    switch (c->phase) {
    case CONTEST_CHOOSING:
        return fill_text(arena, _("{1}, choose a question."), asked_name(game), NULL);
    case CONTEST_WAGERING:
        return round->is_final
                   ? _("How much does each team wager on the last question?")
                   : fill_text(arena, _("{1}, how much do you wager?"), asked_name(game), NULL);
    case CONTEST_READING:
    case CONTEST_OPEN:
    case CONTEST_ANSWERING:
    case CONTEST_MARKING:
        if (lesson_is_asking(c))
            return call_for_answer(game, arena);
        return round->mode == CONTEST_ALL || round->mode == CONTEST_HANDS
                   ? call_for_all(c)
                   : call_for_buzz(game, arena);
    case CONTEST_SHOWING:
        return _("The answer");
    case CONTEST_STANDING:
        return _("The scores so far");
    case CONTEST_DONE:
        break;
    }
    return _("The end");
}

const char *lesson_call(const struct lesson_screen *lesson, const struct game *game,
                        struct arena *arena)
{
    enum contest_phase phase = game->run.contest.phase;
    const char *call = call_of(game, arena), *notice = lesson->play.notice;
    bool is_asked = phase == CONTEST_READING || phase == CONTEST_OPEN ||
                    phase == CONTEST_ANSWERING; // it stands below the question then
    if (!notice || is_asked)
        return call;
    return phase == CONTEST_SHOWING ? notice : arena_printf(arena, "%s %s", call, notice);
}

const char *lesson_next_label(const struct game *game)
{
    const struct contest *c = &game->run.contest;
    const struct contest_round *round = contest_round(c);
    switch (c->phase) {
    case CONTEST_WAGERING:
        return _("Show the question");
    case CONTEST_READING:
        return _("Open the buzzers");
    case CONTEST_OPEN:
        if (round->mode == CONTEST_HANDS)
            return _("Count hands");
        return round->mode == CONTEST_ALL ? _("Boards up") : _("Show the answer");
    case CONTEST_ANSWERING:
        return _("Show the answer");
    case CONTEST_MARKING:
        return round->mode == CONTEST_HANDS ? _("Show the answer") : _("Done");
    case CONTEST_SHOWING:
        return _("Next");
    case CONTEST_STANDING:
        return _("Next round");
    case CONTEST_DONE:
        return _("To the start");
    case CONTEST_CHOOSING:
        break;
    }
    return NULL;
}

/// What came of a team's try, in a word or two.
static const char *result_words(const struct contest_share *share)
{
    if (share->result == CONTEST_PASSED)
        return _("passed");
    if (share->result == CONTEST_LATE)
        return _("out of time");
    if (share->credit == CREDIT_FULL)
        return share->is_overruled ? _("right, says the host") : _("right");
    if (share->credit > 0)
        return _("partly right");
    return share->is_overruled ? _("wrong, says the host") : _("not right");
}

const char *lesson_line(const struct game *game, int team, struct arena *arena)
{
    const struct contest *c = &game->run.contest;
    const struct contest_round *round = &c->rounds[c->at];
    const struct contest_share *share = contest_share(round, team);
    if (share->result == CONTEST_NOT_TRIED)
        return NULL;
    int64_t bonus = share->points.speed + share->points.streak;
    if (team < 0) {
        const char *pupil = share->pupil >= 0 ? pupil_name(game, share->pupil) : "";
        return fill_text(arena, _("{1}: {2}"), pupil, result_words(share), NULL);
    }
    const char *who = lesson_team_name(game, team);
    if (bonus) {
        return fill_text(arena, _("{1}: {2}, {3} and {4} for speed"), who, result_words(share),
                         format_count(arena, share->points.accuracy),
                         format_count(arena, bonus), NULL);
    }
    const char *sign = share->points.accuracy > 0 ? "+" : "";
    return fill_text(
        arena, _("{1}: {2}, {3}"), who, result_words(share),
        arena_printf(arena, "%s%s", sign, format_count(arena, share->points.accuracy)), NULL);
}
