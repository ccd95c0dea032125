#include <stdio.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "base/rng.h"
#include "cli/desk.h"
#include "cli/feedback.h"
#include "cli/game.h"
#include "cli/moved.h"
#include "cli/run.h"
#include "core/pick.h"

enum { ALL_DIFFICULTIES = DIFFICULTY_COUNT }; // after the others in the words of --difficulty

// Everything that a quiz is made of.
struct play {
    const struct cli *cli;
    struct desk desk;
    struct pick_rules pick;
    struct session_rules rules;
    struct game game;
};

// Options go before settings.
static void make_rules(struct play *p)
{
    const struct option_value *values = p->cli->values;
    const struct settings *s = &p->desk.settings;
    p->pick = (struct pick_rules){
        .topics = values[OPTION_TAG].texts,
        .topic_count = values[OPTION_TAG].text_count,
        .difficulty = s->difficulty,
        .count = values[OPTION_COUNT].is_set ? (int)values[OPTION_COUNT].number : s->count,
        .is_shuffled = s->shuffle,
        .seed = values[OPTION_SEED].is_set ? (uint64_t)values[OPTION_SEED].number : desk_seed(),
    };
    if (values[OPTION_DIFFICULTY].is_set) {
        int place = (int)values[OPTION_DIFFICULTY].number;
        p->pick.difficulty = place == ALL_DIFFICULTIES ? PICK_ANY_DIFFICULTY : place;
    }
    int64_t timer_s =
        values[OPTION_TIMER].is_set ? values[OPTION_TIMER].number : s->question_timer_s;
    p->rules = (struct session_rules){
        .question_limit_ms = timer_s * 1000,
        .quiz_limit_ms = s->quiz_timer_s * (int64_t)1000,
        .has_speed = s->speed_bonus,
        .has_streak = s->streak_bonus,
        .has_memory = s->memory,
        .seed = p->pick.seed,
    };
}

static void say_nothing_fits(const struct play *p)
{
    fputs(_("quartet: no question fits; ask for other topics or another difficulty\n"), stderr);
    fputs(_("These topics are there:"), stderr);
    for (int i = 0; i < p->desk.chosen_count; i++) {
        const struct bank *bank = p->desk.chosen[i];
        for (int k = 0; k < bank->topic_count; k++)
            fprintf(stderr, "%s %s", i || k ? "," : "", bank->topics[k]);
    }
    fputs("\n", stderr);
}

static void add_intro(struct play *p, int count)
{
    if (p->cli->values[OPTION_QUIET].is_set)
        return;
    struct buf *out = &p->desk.talk.out;
    for (int i = 0; i < p->desk.chosen_count; i++)
        buf_printf(out, "%s\n", p->desk.chosen[i]->title);
    buf_printf(out, ngettext("%d question. ", "%d questions. ", (unsigned long)count), count);
    buf_text(out, _("Commands: :hint (halves the points) :skip :undo :redo :quit :help\n"));
}

// The missed ones of the game that is over, in the order they were asked.
static int find_missed(struct play *p, struct picked **missed)
{
    const struct session *s = &p->game.session;
    *missed = ARENA_ARRAY(&p->desk.arena, s->turn_count, struct picked);
    int count = 0;
    for (int i = 0; i < s->turn_count; i++) {
        const struct turn *turn = &s->turns[s->queue[i]];
        if (turn->is_answered && turn->mark.credit < CREDIT_FULL)
            (*missed)[count++] = (struct picked){turn->ask.bank, turn->ask.question};
    }
    return count;
}

static uint64_t next_seed(uint64_t seed)
{
    struct rng rng = rng_seed(seed);
    return rng_next(&rng);
}

// The same settings and a new seed, with what was missed asked first.
static int pick_again(struct play *p, struct picked *missed, int missed_count,
                      struct picked **picked)
{
    p->pick.seed = next_seed(p->pick.seed);
    p->pick.first = missed;
    p->pick.first_count = missed_count;
    return pick_questions(p->desk.chosen, p->desk.chosen_count, &p->pick, &p->desk.arena,
                          picked);
}

enum choice { CHOICE_END, CHOICE_MISSED, CHOICE_AGAIN, CHOICE_UNDO, CHOICE_INTERRUPTED };

// What to do after the results. Only a terminal is asked.
static enum choice ask_what_next(struct play *p, int missed_count)
{
    static const struct {
        const char *word;
        enum choice choice;
    } words[] = {
        {"", CHOICE_END},     {":quit", CHOICE_END}, {"q", CHOICE_END},
        {"r", CHOICE_MISSED}, {"a", CHOICE_AGAIN},   {":undo", CHOICE_UNDO},
    };

    const char *ask = missed_count
                          ? _("\nEnter ends, r tries the missed ones again, a plays again: ")
                          : _("\nEnter ends, a plays again: ");
    for (;;) {
        const char *line;
        enum lines_result result = talk_read(&p->desk.talk, ask, INT64_MAX, &line);
        talk_flush(&p->desk.talk);
        if (result != LINES_LINE)
            return result == LINES_INTERRUPTED ? CHOICE_INTERRUPTED : CHOICE_END;
        for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
            bool is_there = words[i].choice != CHOICE_MISSED || missed_count;
            if (is_there && strcmp(words[i].word, line) == 0)
                return words[i].choice;
        }
        if (strcmp(line, "c") == 0)
            moved_undo(&p->game);
    }
}

static enum game_end show_results(struct play *p, enum game_end end)
{
    buf_text(&p->desk.talk.out, "\n");
    feedback_add_results(&p->game.session, &p->desk.talk.out);
    moved_add(&p->game);
    talk_flush(&p->desk.talk);
    return end;
}

// Plays on as long as the player likes after a first game that came to `end`.
static enum game_end play_rounds(struct play *p, enum game_end end)
{
    bool may_review = p->cli->values[OPTION_REVIEW].is_set;
    end = show_results(p, end);
    while (end == GAME_FINISHED) {
        struct picked *missed;
        int missed_count = find_missed(p, &missed);
        enum choice choice = CHOICE_END;
        if (may_review && missed_count) {
            choice = CHOICE_MISSED;
        } else if (p->desk.talk.lines.is_terminal) {
            choice = ask_what_next(p, missed_count);
        }
        may_review = false;
        if (choice == CHOICE_END)
            break;
        if (choice == CHOICE_INTERRUPTED)
            return GAME_INTERRUPTED;
        if (choice == CHOICE_UNDO) {
            end = show_results(p, game_undo(&p->game));
            continue;
        }
        struct picked *picked = missed;
        int count = missed_count;
        if (choice == CHOICE_AGAIN)
            count = pick_again(p, missed, missed_count, &picked);
        p->rules.seed = next_seed(p->rules.seed);
        end = show_results(p, game_play(&p->game, picked, count, &p->rules));
    }
    return end;
}

static int status_of(const struct play *p, enum game_end end)
{
    switch (end) {
    case GAME_FINISHED:
    case GAME_QUIT:
        return CLI_DONE;
    case GAME_INPUT_ENDED:
        fprintf(stderr, _("quartet: the input ended after %d of %d questions\n"),
                session_answered(&p->game.session), p->game.session.turn_count);
        return CLI_NO;
    case GAME_INTERRUPTED:
        return CLI_INTERRUPTED;
    }
    return CLI_FAILED;
}

// Whether the player says that the game that was left is to go on. Only a terminal is asked,
// and only if nothing else was asked for.
static bool is_going_on(struct play *p)
{
    static const enum option_id makers[] = {OPTION_COUNT,      OPTION_SEED,  OPTION_TAG,
                                            OPTION_DIFFICULTY, OPTION_TIMER, OPTION_REVIEW};

    bool is_asked_for = p->cli->operand_count > 0;
    for (size_t i = 0; i < sizeof(makers) / sizeof(makers[0]); i++)
        is_asked_for = is_asked_for || p->cli->values[makers[i]].is_set;
    if (is_asked_for || !p->desk.talk.lines.is_terminal ||
        !game_find(&p->game, &p->desk.library))
        return false;
    const struct session *s = &p->game.session;
    const char *ask = fill_text(
        &p->desk.arena,
        _("You stopped at question {1} of {2} of {3}. Go on? Enter yes, n no: "),
        arena_printf(&p->desk.arena, "%d", s->at + 1),
        arena_printf(&p->desk.arena, "%d", s->turn_count), s->turns[0].ask.bank->title, NULL);
    const char *line;
    return talk_read(&p->desk.talk, ask, INT64_MAX, &line) == LINES_LINE && line[0] != 'n' &&
           line[0] != 'N';
}

static enum game_end play_first(struct play *p, const struct picked *picked, int count)
{
    if (is_going_on(p))
        return game_go_on(&p->game);
    desk_remember_bank(&p->desk);
    add_intro(p, count);
    return game_play(&p->game, picked, count, &p->rules);
}

static int play(struct play *p)
{
    if (!desk_find(&p->desk, p->cli))
        return CLI_FAILED;
    make_rules(p);
    struct picked *picked;
    int count =
        pick_questions(p->desk.chosen, p->desk.chosen_count, &p->pick, &p->desk.arena, &picked);
    if (!count) {
        say_nothing_fits(p);
        return CLI_FAILED;
    }
    desk_open(&p->desk);
    p->game.talk = &p->desk.talk;
    p->game.journal = &p->desk.journal;
    p->game.memory = &p->desk.memory;
    int status = status_of(p, play_rounds(p, play_first(p, picked, count)));
    game_close(&p->game);
    return status;
}

int run_play(struct cli *cli)
{
    struct play p = {.cli = cli};
    int status = play(&p);
    desk_close(&p.desk);
    return status;
}
