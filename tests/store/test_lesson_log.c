// Random lessons over a bank of all kinds, cut off or killed at any event, come back as they
// were; and the memory of the class follows them. A failure prints the seed of its lesson.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/rng.h"
#include "store/killer.h"
#include "store/lesson_log.h"
#include "store/memory.h"
#include "store/scratch.h"

enum { LESSONS = 40, EVENTS = 60, PUPILS = 5, CELLS = 6 };

static const int64_t an_hour = 3600000;

struct play {
    struct scratch *scratch;
    struct library library;
    struct journal journal;
    struct lesson_log log;
    struct arena arena;
    struct contest contest;
    struct rng rng;
    int64_t now_ms;
};

static const char *const pupils[PUPILS] = {"Ada", "Ben", "Cem", "Dora", "Éva \"E\""};
static const int pupil_teams[PUPILS] = {0, 1, 1, 0, -1};
static const char *const topics[] = {"Rivers", "Hills", "Seas"};

static int below(struct play *play, int bound)
{
    return (int)rng_below(&play->rng, (uint64_t)bound);
}

static const char *tour(struct scratch *s)
{
    const char *source = getenv("QUARTET_SOURCE");
    return arena_printf(&s->arena, "%s/questions/tour.json", source ? source : ".");
}

static void open_play(struct play *play, struct scratch *s, const char *dir, const char *bank)
{
    *play = (struct play){.scratch = s};
    library_find(&play->library, &(struct library_places){.named = (const char *const[]){bank},
                                                          .named_count = 1});
    assert_true(library_open_entry(&play->library, 0));
    journal_open(&play->journal, dir, "8b", &s->diags);
    assert_string_equal(play->journal.fault, "");
}

static void close_play(struct play *play)
{
    journal_close(&play->journal);
    library_close(&play->library);
    arena_free(&play->arena);
}

static struct fsrs_time wall_of(int64_t now_ms)
{
    return (struct fsrs_time){.at_ms = (1 << 20) + now_ms};
}

static struct contest_rules rules_of(struct play *play, enum contest_mode mode)
{
    struct contest_rules rules = {.mode = mode,
                                  .team_count = 2 + below(play, 3),
                                  .time_percent = {100, 150, 100, 200, 100, 100},
                                  .limit_ms = below(play, 2) ? 20000 : 0,
                                  .keeps_more_time = true,
                                  .has_speed = below(play, 2) == 1,
                                  .is_buzzed = below(play, 2) == 1,
                                  .round_length = below(play, 4),
                                  .seed = rng_next(&play->rng)};
    if (mode == CONTEST_BOARD) {
        rules.board_columns = 3;
        rules.board_rows = 2;
        rules.board_value = 200;
        rules.has_wagers = rules.has_final = true;
    }
    if (mode == CONTEST_PUPILS) {
        rules.pupil_count = PUPILS;
        rules.pupil_teams = pupil_teams;
    }
    return rules;
}

static void begin(struct play *play, uint64_t seed, enum contest_mode mode)
{
    const struct bank *bank = play->library.entries[0].file.bank;
    struct picked picked[64];
    int count = bank->question_count;
    play->rng = rng_seed(seed);
    play->now_ms = 1000 + below(play, 100000);
    struct lesson_start start = {.rules = rules_of(play, mode),
                                 .manner = {.has_memory = true, .is_calm = true},
                                 .pupils = pupils,
                                 .topics = topics};
    for (int i = 0; i < count; i++)
        picked[i] = (struct picked){bank, &bank->questions[i]};
    if (mode == CONTEST_BOARD) {
        count = CELLS + 1;
        picked[2] = (struct picked){0}; // no question fits there
    }
    for (int i = 0; i < start.rules.team_count; i++) {
        start.teams[i] = (struct team){.name = "Owls", .mark = i, .buzzer = 'a' + i};
        start.rules.buzzers[i] = 'a' + i;
    }
    arena_reset(&play->arena);
    start.items = lesson_items(picked, count, &play->arena);
    start.count = count;
    contest_start(&play->contest, &play->arena, picked, count, &start.rules, play->now_ms);
    lesson_log_start(&play->log, &play->journal, &play->contest, &start, play->now_ms,
                     wall_of(play->now_ms));
}

/// An answer to the question asked, right or not.
static struct answer any_answer(struct play *play, const char *texts[8])
{
    static const char *const said[] = {"Paris", "8848", "Zebra \"quoted\"\n", "Größe"};
    const struct contest_round *round = contest_round(&play->contest);
    const struct question *question = round->ask.question;
    struct answer answer = {.picked = 1U << below(play, 3), .credit = below(play, 2) * 1000};
    bool is_match = question->kind == KIND_MATCH;
    for (int i = 0; i < round->ask.shown_count; i++)
        answer.places[i] = round->ask.shown[i];
    for (int i = is_match ? question->match.count : ASK_PLACES; i < ASK_PLACES; i++)
        answer.places[i] = 0;
    if (question->kind == KIND_TEXT || question->kind == KIND_NUMBER ||
        question->kind == KIND_CLOZE) {
        answer.text_count = question->kind == KIND_CLOZE ? question->cloze.gap_count : 1;
        for (int i = 0; i < answer.text_count; i++)
            texts[i] = said[below(play, 4)];
        answer.texts = texts;
    }
    return answer;
}

/// One event that may or may not be possible; most often what leads on.
static bool step(struct play *play)
{
    static const enum contest_event_type likely[] = {
        CONTEST_PICK, CONTEST_WAGER, CONTEST_GO,    CONTEST_PRESSED, CONTEST_ANSWER,
        CONTEST_NEXT, CONTEST_NEXT,  CONTEST_JUDGE, CONTEST_REVEAL,  CONTEST_COUNT,
        CONTEST_UNDO, CONTEST_MARK,  CONTEST_REDO,  CONTEST_RESUME,  CONTEST_PASS};

    int die = below(play, 20);
    play->now_ms += below(play, 6000);
    const struct contest_press presses[] = {{below(play, 4), play->now_ms - below(play, 20)},
                                            {below(play, 4), play->now_ms}};
    struct contest_event event = {
        .type = die < 15 ? likely[die] : (enum contest_event_type)below(play, CONTEST_STOP),
        .at_ms = play->now_ms,
        .team = below(play, 4),
        .round = below(play, CELLS),
        .credit = below(play, 3) * 500,
        .points = below(play, 3) * 100,
        .place = below(play, 3),
        .hands = below(play, 20),
        .buzzer = below(play, 5) ? 'a' + below(play, 5) : 0,
        .more_ms = 5000,
        .presses = presses,
        .press_count = 2};
    const char *texts[8];
    struct answer answer;
    if (event.type == CONTEST_ANSWER && contest_round(&play->contest)) {
        answer = any_answer(play, texts);
        event.answer = &answer;
    }
    return lesson_log_apply(&play->log, &play->contest, &event, wall_of(play->now_ms));
}

static void write_share(const struct contest_share *share, struct buf *out)
{
    buf_printf(out, " [%d%d%d%d %d %d %lld %lld]", share->result, share->is_stolen,
               share->is_typed, share->is_overruled, share->credit, share->wager,
               (long long)score_total(share->points), (long long)share->took_ms);
}

/// All that counts of a lesson, as text. Pausing is left out.
static char *state_of(const struct contest *c, int64_t now_ms, int64_t origin_ms)
{
    struct buf out = {0};
    buf_printf(&out, "%d at %d of %d, %d %x, left %lld, %d %d, bag %d\n", c->phase, c->at,
               c->asked, c->team, c->out, (long long)contest_left_ms(c, CONTEST_NOBODY, now_ms),
               contest_can_undo(c), contest_can_redo(c), c->bag_at);
    for (int team = 0; team < c->rules.team_count; team++) {
        int64_t locked_ms = c->locked_ms[team] > INT64_MIN ? c->locked_ms[team] - origin_ms : 0;
        buf_printf(&out, "%lld %d %lld %d\n", (long long)score_total(c->scores[team]),
                   c->turns[team], (long long)locked_ms, c->buzzers[team]);
    }
    for (int i = 0; i < c->round_count; i++) {
        const struct contest_round *round = &c->rounds[i];
        buf_printf(&out, "%d%d%d %d %d %d %d %d %x:", round->is_empty, round->is_wager,
                   round->is_settled, round->nth, round->team, round->pupil, round->value,
                   round->tries, round->tied);
        for (int team = -1; team < c->rules.team_count; team++)
            write_share(contest_share(round, team), &out);
        buf_printf(&out, " %d %d %d\n", round->hands[0], round->hands[1], round->hands[2]);
    }
    return out.data;
}

static bool find(struct play *play, struct lesson_found *found, struct arena *arena,
                 int64_t now_ms)
{
    return lesson_log_find(&play->journal, &play->library, arena, now_ms, wall_of(now_ms),
                           found);
}

/// Goes on with what was found.
static void take(struct play *play, const struct lesson_found *found, struct arena arena)
{
    arena_free(&play->arena);
    play->arena = arena;
    play->contest = found->contest;
    play->contest.arena = &play->arena;
    play->log = found->log;
}

static void any_lesson_comes_back_as_it_was(void **state)
{
    struct scratch *s = *state;
    struct play play;
    open_play(&play, s, s->dir, tour(s));
    for (uint64_t seed = 1; seed <= LESSONS; seed++) {
        print_message("lesson %d\n", (int)seed);
        begin(&play, seed, (enum contest_mode)(seed % CONTEST_MODE_COUNT));
        for (int i = 0; i < EVENTS && play.contest.phase != CONTEST_DONE; i++) {
            step(&play);
            if (below(&play, 8))
                continue;
            struct arena arena = {0}, glances = {0};
            struct lesson_found found;
            struct lesson_glance glance;
            int64_t later_ms = play.now_ms + an_hour;
            bool is_over = play.contest.phase == CONTEST_DONE;
            char *before = state_of(&play.contest, play.contest.since_ms, play.log.origin_ms);
            assert_int_equal(lesson_log_glance(&play.journal, &glances, &glance), !is_over);
            assert_int_equal(find(&play, &found, &arena, later_ms), !is_over);
            assert_string_equal(found.log.start.teams[1].name, "Owls");
            assert_true(found.log.start.manner.is_calm);
            if (!is_over) {
                assert_int_equal(glance.at, play.contest.asked);
                assert_true(found.contest.is_paused);
                assert_int_equal(found.log.noted_count, play.log.noted_count);
                char *after = state_of(&found.contest, later_ms, found.log.origin_ms);
                assert_string_equal(after, before);
                free(after);
                take(&play, &found, arena);
                play.now_ms = later_ms;
            } else {
                arena_free(&arena);
            }
            arena_free(&glances);
            free(before);
        }
    }
    close_play(&play);
}

// --- the power goes

struct victim {
    const char *dir, *bank;
    uint64_t seed;
};

static enum contest_mode mode_of(uint64_t seed)
{
    return (enum contest_mode)(seed % CONTEST_MODE_COUNT);
}

static void play_on(const void *what, int acks)
{
    const struct victim *victim = what;
    struct scratch s = {.diags.arena = &s.arena};
    struct play play;
    open_play(&play, &s, victim->dir, victim->bank);
    begin(&play, victim->seed, mode_of(victim->seed));
    while (play.contest.phase != CONTEST_DONE) {
        if (step(&play) && write(acks, ".", 1) != 1)
            break;
    }
}

/// The same lesson without anybody killing it, after `events` of them.
static char *state_after(struct play *play, uint64_t seed, int events)
{
    begin(play, seed, mode_of(seed));
    while (events > 0 && play->contest.phase != CONTEST_DONE)
        events -= step(play);
    return state_of(&play->contest, play->contest.since_ms, play->log.origin_ms);
}

static void a_killed_lesson_is_at_its_last_event(void **state)
{
    struct scratch *s = *state;
    struct rng rng = rng_seed(4);
    for (int i = 0; i < kills(); i++) {
        uint64_t seed = rng_next(&rng);
        const char *dir = arena_printf(&s->arena, "%s/%d", s->dir, i);
        const char *beside = arena_printf(&s->arena, "%s/beside%d", s->dir, i);
        const struct victim victim = {dir, tour(s), seed};
        int acks =
            kill_after(play_on, &victim, (int)rng_below(&rng, 25), (int)rng_below(&rng, 3000));
        struct play play, model;
        struct lesson_found found;
        struct arena arena = {0};
        open_play(&play, s, dir, tour(s));
        open_play(&model, s, beside, tour(s));
        bool is_there = find(&play, &found, &arena, 0);
        // The last event may be on the disk without having been acknowledged.
        char *one = state_after(&model, seed, acks);
        char *other = state_after(&model, seed, acks + 1);
        char *is = is_there ? state_of(&found.contest, 0, found.log.origin_ms) : NULL;
        print_message("kill %d after %d events: %s\n", i, acks, is_there ? "goes on" : "none");
        if (is && strcmp(is, other) != 0) {
            assert_string_equal(is, one);
        } else {
            assert_true(is || acks == 0 || model.contest.phase == CONTEST_DONE);
        }
        free(is);
        free(one);
        free(other);
        arena_free(&arena);
        close_play(&play);
        close_play(&model);
    }
}

// --- the memory of the class

/// Cards that the memory knows, and how many of those are in their first steps or forgotten.
static int cards_known(struct play *play)
{
    struct memory memory;
    struct arena arena = {0};
    struct memory_card *cards;
    memory_open(&memory, &play->journal);
    int count = memory_cards(&memory, NULL, &arena, &cards), reviewed = 0;
    for (int i = 0; i < count; i++)
        reviewed += cards[i].card.phase != FSRS_NEW;
    arena_free(&arena);
    memory_close(&memory);
    return reviewed;
}

static bool send(struct play *play, struct contest_event event)
{
    event.at_ms = play->now_ms += 1000;
    return lesson_log_apply(&play->log, &play->contest, &event, wall_of(play->now_ms));
}

static void what_the_class_answers_it_remembers(void **state)
{
    struct scratch *s = *state;
    struct play play;
    open_play(&play, s, s->dir, tour(s));
    begin(&play, 1, CONTEST_TURNS);
    assert_int_equal(cards_known(&play), 0);
    assert_true(send(&play, (struct contest_event){.type = CONTEST_JUDGE}));
    assert_int_equal(cards_known(&play), 0); // the host may still change it
    assert_true(send(&play, (struct contest_event){.type = CONTEST_NEXT}));
    int one = cards_known(&play);
    assert_true(one > 0);
    assert_true(
        send(&play, (struct contest_event){.type = CONTEST_JUDGE, .credit = CREDIT_FULL}));
    while (play.contest.phase != CONTEST_OPEN)
        assert_true(send(&play, (struct contest_event){.type = CONTEST_NEXT}));
    assert_true(cards_known(&play) > one);
    assert_true(send(&play, (struct contest_event){.type = CONTEST_UNDO}));
    assert_int_equal(cards_known(&play), one);
    assert_true(send(&play, (struct contest_event){.type = CONTEST_REDO}));
    assert_true(cards_known(&play) > one);
    while (contest_can_undo(&play.contest))
        assert_true(send(&play, (struct contest_event){.type = CONTEST_UNDO}));
    assert_int_equal(cards_known(&play), 0);
    close_play(&play);
}

static void a_question_that_is_gone_is_left_out(void **state)
{
    struct scratch *s = *state;
    static const char both[] =
        "{\"format\": \"quizbank/1\", \"id\": \"b\", \"title\": \"B\", \"questions\": ["
        "{\"id\": \"one\", \"question\": \"One?\", \"answer\": \"1 a\", \"type\": \"text\"},"
        "{\"id\": \"two\", \"question\": \"Two?\", \"answer\": \"2 a\", \"type\": \"text\"},"
        "{\"id\": \"three\", \"question\": \"Three?\", \"answer\": \"3\", \"type\": \"text\"},"
        "{\"id\": \"four\", \"question\": \"Four?\", \"answer\": \"4\", \"type\": \"text\"}]}";
    static const char fewer[] =
        "{\"format\": \"quizbank/1\", \"id\": \"b\", \"title\": \"B\", \"questions\": ["
        "{\"id\": \"two\", \"question\": \"Two??\", \"answer\": \"2 a\", \"type\": \"text\"},"
        "{\"id\": \"four\", \"question\": \"Four?\", \"answer\": \"4\", \"type\": \"text\"}]}";
    const char *bank = scratch_write(s, "b.json", both);
    struct play play;
    open_play(&play, s, s->dir, bank);
    begin(&play, 1, CONTEST_ALL);
    for (int i = 0; i < 2; i++) {
        assert_true(send(&play, (struct contest_event){.type = CONTEST_GO}));
        assert_true(send(&play, (struct contest_event){
                                    .type = CONTEST_MARK, .team = 1, .credit = CREDIT_FULL}));
        assert_true(send(&play, (struct contest_event){.type = CONTEST_REVEAL}));
        if (i == 0)
            assert_true(send(&play, (struct contest_event){.type = CONTEST_NEXT}));
    }
    close_play(&play);
    scratch_write(s, "b.json", fewer);
    open_play(&play, s, s->dir, bank);
    struct lesson_found found;
    assert_true(find(&play, &found, &play.arena, 0));
    assert_int_equal(found.gone, 2);
    assert_int_equal(found.changed, 1);
    assert_int_equal(score_total(found.contest.scores[1]), 2000);
    assert_true(contest_apply(&found.contest, &(struct contest_event){.type = CONTEST_RESUME}));
    assert_true(contest_apply(&found.contest, &(struct contest_event){.type = CONTEST_NEXT}));
    while (found.contest.phase != CONTEST_OPEN) {
        assert_true(
            contest_apply(&found.contest, &(struct contest_event){.type = CONTEST_NEXT}));
    }
    assert_int_equal(found.contest.at, 3);
    close_play(&play);
}

/// Counts hands for the question that is asked: so many for its first choice.
static void count_hands(struct play *play, int hands)
{
    assert_true(send(play, (struct contest_event){.type = CONTEST_COUNT, .hands = hands}));
    assert_true(send(play, (struct contest_event){.type = CONTEST_REVEAL}));
}

static void hands_stay_with_their_questions(void **state)
{
    struct scratch *s = *state;
#define HEAD     "{\"format\": \"quizbank/1\", \"id\": \"b\", \"title\": \"B\", \"questions\": ["
#define TEXT(id) "{\"id\": \"" id "\", \"question\": \"" id "?\", \"answer\": \"x y\"}"
#define CHOICE(id)                                                                             \
    "{\"id\": \"" id "\", \"question\": \"" id                                                 \
    "?\", \"answer\": \"1\", \"wrong\": [\"2\", \"3\"]}"
    static const char before[] = HEAD TEXT("t") "," CHOICE("gone") "," CHOICE(
        "kind") "," CHOICE("same") "," CHOICE("open") "]}";
    static const char after[] =
        HEAD CHOICE("t") "," TEXT("kind") "," CHOICE("same") "," CHOICE("open") "]}";
    const char *bank = scratch_write(s, "b.json", before);
    struct play play;
    open_play(&play, s, s->dir, bank);
    begin(&play, 1, CONTEST_HANDS);
    for (int i = 1; i <= 3; i++) {
        count_hands(&play, 10 * i);
        assert_true(send(&play, (struct contest_event){.type = CONTEST_NEXT}));
        if (play.contest.phase == CONTEST_STANDING)
            assert_true(send(&play, (struct contest_event){.type = CONTEST_NEXT}));
    }
    close_play(&play);
    scratch_write(s, "b.json", after);
    open_play(&play, s, s->dir, bank);
    struct lesson_found found;
    int64_t *games;
    assert_int_equal(lesson_log_list(&play.journal, &play.arena, &games), 1);
    assert_true(lesson_log_read(&play.journal, &play.library, games[0], &play.arena, &found));
    assert_int_equal(found.contest.rounds[3].hands[0], 30);
    assert_true(found.contest.rounds[3].is_settled);
    assert_int_equal(found.contest.rounds[2].hands[0], 20);
    assert_false(found.contest.rounds[0].is_settled);
    assert_int_equal(found.contest.at, 4);
    assert_int_equal(found.gone, 1);
    static const bool gone[] = {true, true, true, false, false};
    static const bool changed[] = {true, false, true, false, false};
    assert_memory_equal(found.is_gone, gone, sizeof gone);
    assert_memory_equal(found.is_changed, changed, sizeof changed);
    close_play(&play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(any_lesson_comes_back_as_it_was, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_killed_lesson_is_at_its_last_event, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(what_the_class_answers_it_remembers, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_question_that_is_gone_is_left_out, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(hands_stay_with_their_questions, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
