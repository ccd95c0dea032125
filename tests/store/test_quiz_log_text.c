// What the journal keeps of each answer, word for word, and what that says about the cards.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "store/quiz_log.h"
#include "store/quiz_log_text.h"
#include "store/scratch.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct fsrs_time wall = {.at_ms = 5, .ahead_min = -90};

/// A quiz over one bank with its journal.
struct play {
    struct scratch *scratch;
    struct library library;
    struct journal journal;
    struct quiz_log log;
    struct arena arena;
    struct picked *picked;
    struct session session;
    int64_t now_ms;
};

/// Begins a quiz over all questions (a JSON list) in their order.
static void open_play(struct play *play, struct scratch *s, const char *questions,
                      struct session_rules rules)
{
    *play = (struct play){.scratch = s, .now_ms = 100};
    const char *text =
        arena_printf(&s->arena,
                     "{\"format\": \"quizbank/1\", \"title\": \"T\", \"id\": \"t\",\n"
                     "\"questions\": [\n%s\n]}\n",
                     questions);
    library_find(&play->library,
                 &(struct library_places){
                     .named = (const char *const[]){scratch_write(s, "bank.json", text)},
                     .named_count = 1});
    assert_true(library_open_entry(&play->library, 0));
    const struct bank *bank = play->library.entries[0].file.bank;
    assert_int_equal(bank->set_aside, 0);
    journal_open(&play->journal, s->dir, "me", &s->diags);
    play->picked = ARENA_ARRAY(&s->arena, bank->question_count, struct picked);
    for (int i = 0; i < bank->question_count; i++)
        play->picked[i] = (struct picked){bank, &bank->questions[i]};
    session_start(&play->session, &play->arena, play->picked, bank->question_count, &rules,
                  play->now_ms);
    quiz_log_start(&play->log, &play->journal, &play->session, play->now_ms, wall);
}

static void close_play(struct play *play)
{
    journal_close(&play->journal);
    library_close(&play->library);
    arena_free(&play->arena);
}

static void apply(struct play *play, enum event_type type, const struct answer *answer,
                  int64_t took_ms)
{
    play->now_ms += took_ms;
    const struct event event = {.type = type, .at_ms = play->now_ms, .answer = answer};
    assert_true(quiz_log_apply(&play->log, &play->session, &event, wall));
}

/// The last event of the quiz.
static struct journal_event last(struct play *play)
{
    struct journal_event *events;
    int count = journal_read_game(&play->journal, play->log.game, &play->arena, &events);
    assert_true(count > 0);
    return events[count - 1];
}

// --- every kind -----------------------------------------------------------------------------

static const char *const lyon[] = {"Ly\non "}, *const paris[] = {"pariss"},
                         *const eight[] = {"8"}, *const leaves[] = {"water", NULL};

/// One question, an answer, and what the journal says after "took_ms", with # for the hash.
static const struct kind_case {
    const char *name, *question;
    struct answer answer;
    const char *says;
} kinds[] = {
    {"choice, right",
     "{\"id\": \"q\", \"question\": \"Q?\", \"answer\": \"a\", \"wrong\": [\"b\", \"c\", "
     "\"d\"]}",
     {.picked = 1},
     "\"kind\":\"choice\",#,\"grades\":[[0,3,750]]}"},
    {"choice, wrong",
     "{\"id\": \"q\", \"question\": \"Q?\", \"answer\": \"a\", \"wrong\": [\"b\", \"c\", "
     "\"d\"]}",
     {.picked = 2},
     "\"kind\":\"choice\",#,\"said\":\"b\",\"grades\":[[0,1,750]]}"},
    {"choice without id",
     "{\"question\": \"Which  of\\nthese?\", \"answer\": \"a\", \"wrong\": [\"b\"]}",
     {.picked = 2},
     "\"kind\":\"choice\",#,\"said\":\"b\",\"text\":\"Which of these?\",\"right\":\"a\","
     "\"grades\":[[0,1,500]]}"},
    {"multi, partly",
     "{\"id\": \"q\", \"question\": \"Q?\", \"answer\": [\"a\", \"b\"], \"wrong\": [\"c\"], "
     "\"shuffle\": false}",
     {.picked = 1},
     "\"kind\":\"multi\",#,\"said\":\"a\",\"grades\":[[0,2,875]]}"},
    {"truefalse",
     "{\"question\": \"Q?\", \"answer\": true}",
     {.picked = 2},
     "\"kind\":\"truefalse\",#,\"said\":\"false\",\"text\":\"Q?\",\"right\":\"true\","
     "\"grades\":[[0,1,500]]}"},
    {"text, in one line",
     "{\"id\": \"q\", \"question\": \"Q?\", \"answer\": \"Paris\"}",
     {.texts = lyon, .text_count = 1},
     "\"kind\":\"text\",#,\"said\":\"Ly on\",\"grades\":[[0,1,1000]]}"},
    {"text, nearly",
     "{\"question\": \"Q?\", \"answer\": \"Paris\"}",
     {.texts = paris, .text_count = 1},
     "\"kind\":\"text\",#,\"text\":\"Q?\",\"right\":\"Paris\",\"grades\":[[0,3,1000]]}"},
    {"number, from and to",
     "{\"question\": \"Q?\", \"answer\": {\"min\": 9, \"max\": 10.5}, \"unit\": \"m\"}",
     {.texts = eight, .text_count = 1},
     "\"kind\":\"number\",#,\"said\":\"8\",\"text\":\"Q?\",\"right\":\"9–10.5 m\","
     "\"grades\":[[0,1,1000]]}"},
    {"cloze, a card a gap",
     "{\"cloze\": \"Leaves make [[sugar]] from [[water]].\"}",
     {.texts = leaves, .text_count = 2},
     "\"kind\":\"cloze\",#,\"said\":\"water, ?\",\"text\":\"Leaves make ____ from ____.\","
     "\"right\":\"sugar, water\",\"grades\":[[0,1,1000],[1,1,1000]]}"},
    {"card, partly",
     "{\"front\": \"chien\", \"back\": \"dog\", \"reverse\": true}",
     {.credit = 500},
     "\"kind\":\"card\",#,\"text\":\"chien\",\"right\":\"dog\",\"grades\":[[0,2,1000]]}"},
    {"card, known",
     "{\"id\": \"q\", \"front\": \"chien\", \"back\": \"dog\"}",
     {.credit = 1000},
     "\"kind\":\"card\",#,\"grades\":[[0,3,1000]]}"},
};

/// What the journal says from "kind" on, with # for the right hash and "ahead".
static const char *said_of(struct play *play, struct arena *arena)
{
    const char *data = last(play).data;
    const char *from = strstr(data, "\"kind\":");
    assert_non_null(from);
    const char *known =
        arena_printf(arena, "\"hash\":\"%s\",\"ahead\":-90", play->log.hashes[0]);
    assert_int_equal(strlen(play->log.hashes[0]), 32);
    const char *hash = strstr(from, known);
    assert_non_null(hash);
    return arena_printf(arena, "%.*s#%s", (int)(hash - from), from, hash + strlen(known));
}

static void is_kept(void **state)
{
    const struct kind_case *c = *state;
    void *made = NULL;
    scratch_setup(&made);
    struct play play;
    open_play(&play, made, c->question, (struct session_rules){.has_memory = true});
    apply(&play, EVENT_ANSWER, &c->answer, 2000);
    assert_string_equal(said_of(&play, &play.arena), c->says);
    close_play(&play);
    scratch_teardown(&made);
}

static const char two_texts[] =
    "{\"id\": \"fr\", \"question\": \"France?\", \"answer\": \"Paris\"},\n"
    "{\"id\": \"it\", \"question\": \"Italy?\", \"answer\": \"Rome\"}";

static void a_time_that_ran_out_is_not_known(void **state)
{
    struct play play;
    open_play(&play, *state, two_texts,
              (struct session_rules){.has_memory = true, .question_limit_ms = 9000});
    apply(&play, EVENT_TIME_UP, NULL, 9000);
    assert_int_equal(last(&play).type, JOURNAL_TIME_UP);
    assert_string_equal(said_of(&play, &play.arena),
                        "\"kind\":\"text\",#,\"grades\":[[0,1,1000]]}");
    assert_non_null(strstr(last(&play).data, "{\"t\":9000,\"credit\":0,\"took_ms\":9000,"));
    close_play(&play);
}

static void a_quiz_can_leave_the_memory_alone(void **state)
{
    struct play play;
    open_play(&play, *state, two_texts, (struct session_rules){0});
    apply(&play, EVENT_ANSWER, &(struct answer){.texts = lyon, .text_count = 1}, 2000);
    assert_string_equal(said_of(&play, &play.arena), "\"kind\":\"text\",#,\"said\":\"Ly on\"}");
    close_play(&play);
}

static void what_has_no_answer_says_nothing_more(void **state)
{
    struct play play;
    open_play(&play, *state, two_texts, (struct session_rules){.has_memory = true});
    apply(&play, EVENT_SKIP, NULL, 2000);
    assert_string_equal(last(&play).data, "{\"t\":2000}");
    close_play(&play);
}

static void words_are_cut_off_after_a_whole_character(void **state)
{
    struct scratch *s = *state;
    char long_text[700] = "";
    for (int i = 0; i < 100; i++)
        strncat(long_text, "e\xCC\x88\xE2\x82\xAC", sizeof long_text - strlen(long_text) - 1);
    const char *question =
        arena_printf(&s->arena, "{\"question\": \"xy%s\", \"answer\": \"Paris\"}", long_text);
    struct play play;
    open_play(&play, s, question, (struct session_rules){0});
    const struct question *q = play.session.turns[0].ask.question;
    const char *asked = quiz_words_asked(q, &s->arena);
    assert_int_equal(strlen(asked), 2 + 59 * 5 + 2); // and no euro of three bytes
    assert_memory_equal(asked, "xyë€ë€", 12);
    assert_string_equal(quiz_words_right(q, &s->arena), "Paris");
    close_play(&play);
}

static void a_quiz_from_before_there_was_a_memory_counts(void **state)
{
    struct scratch *s = *state;
    static const char old[] = "{\"seed\":\"0f\",\"question_limit_ms\":0,\"quiz_limit_ms\":0,"
                              "\"speed\":false,\"streak\":true,\"banks\":[\"t\"],"
                              "\"questions\":[[0,\"fr\",\"e1\"]]";
    struct quiz_start start;
    assert_true(quiz_start_read(arena_printf(&s->arena, "%s}", old), &s->arena, &start));
    assert_true(start.rules.has_memory);
    assert_true(start.rules.has_streak);
    const char *off = arena_printf(&s->arena, "%s,\"memory\":false}", old);
    assert_true(quiz_start_read(off, &s->arena, &start));
    assert_false(start.rules.has_memory);
    int64_t t_ms;
    assert_true(
        quiz_event_read("{\"t\":7,\"texts\":[\"Rome\"],\"credit\":1,\"took_ms\":7}", &t_ms));
}

static void it_is_known_again_after_a_restart(void **state)
{
    for (int is_on = 0; is_on < 2; is_on++) {
        struct play play;
        open_play(&play, *state, two_texts, (struct session_rules){.has_memory = is_on != 0});
        apply(&play, EVENT_ANSWER, &(struct answer){.texts = lyon, .text_count = 1}, 2000);
        apply(&play, EVENT_NEXT, NULL, 100);
        struct quiz_found found;
        assert_true(quiz_log_find(&play.journal, &play.library, &play.arena, 0, wall, &found));
        assert_int_equal(found.session.rules.has_memory, is_on);
        play.session = found.session;
        play.log = found.log;
        apply(&play, EVENT_RESUME, NULL, 100);
        apply(&play, EVENT_ANSWER, &(struct answer){.texts = paris, .text_count = 1}, 2000);
        const char *data = last(&play).data;
        assert_int_equal(strstr(data, "\"grades\":[[0,1,1000]]") != NULL, is_on);
        const char *hash = arena_printf(&play.arena, "\"hash\":\"%s\"", play.log.hashes[1]);
        assert_non_null(strstr(data, hash));
        close_play(&play);
    }
}

// --- how fast -------------------------------------------------------------------------------

static const char *const exact[] = {"Paris"};

static const char *questions_of(struct scratch *s, int count)
{
    const char *list = "";
    for (int i = 0; i < count; i++) {
        list = arena_printf(
            &s->arena, "%s%s{\"id\": \"q%d\", \"question\": \"Q%d?\", \"answer\": \"Paris\"}",
            list, i ? ",\n" : "", i, i);
    }
    return list;
}

/// Answers what is asked and returns the rating that its card got.
static int answer_in(struct play *play, bool is_right, int64_t took_ms)
{
    const struct answer answer = {
        .picked = 1, .texts = is_right ? exact : lyon, .text_count = 1};
    apply(play, EVENT_ANSWER, &answer, took_ms);
    const char *grades = strstr(last(play).data, "\"grades\":[[0,");
    assert_non_null(grades);
    int rating = grades[strlen("\"grades\":[[0,")] - '0';
    apply(play, EVENT_NEXT, NULL, 0);
    return rating;
}

static void ten_right_answers_say_what_is_slow(void **state)
{
    struct play play;
    open_play(&play, *state, questions_of(*state, 20),
              (struct session_rules){.has_memory = true});
    for (int i = 0; i < 9; i++)
        assert_int_equal(answer_in(&play, true, 1000), FSRS_GOOD);
    assert_int_equal(answer_in(&play, false, 1000), FSRS_AGAIN); // sets no pace
    assert_int_equal(answer_in(&play, true, 30000), FSRS_GOOD);  // is the tenth
    assert_int_equal(answer_in(&play, true, 2001), FSRS_HARD);
    assert_int_equal(answer_in(&play, true, 2000), FSRS_GOOD);
    close_play(&play);
}

static void each_kind_has_its_own_pace(void **state)
{
    struct scratch *s = *state;
    const char *list = questions_of(s, 2);
    static const char guess[] = "{\"question\": \"Is it?\", \"answer\": true}";
    for (int i = 0; i < 10; i++)
        list = arena_printf(&s->arena, "%s,\n%s", guess, list);
    struct play play;
    open_play(&play, s, list, (struct session_rules){.has_memory = true});
    for (int i = 0; i < 10; i++)
        answer_in(&play, true, 100);
    assert_int_equal(answer_in(&play, true, 30000), FSRS_GOOD);
    close_play(&play);
}

static void earlier_quizzes_say_it_too(void **state)
{
    struct play play;
    struct grade_pace paces[KIND_COUNT] = {0};
    for (int i = 0; i < 10; i++) {
        grade_pace_add(&paces[KIND_TEXT], 1000);
        grade_pace_add(&paces[KIND_CHOICE], 100);
    }
    open_play(&play, *state, questions_of(*state, 20),
              (struct session_rules){.has_memory = true});
    quiz_log_set_paces(&play.log, &play.session, paces);
    memset(paces, 0, sizeof paces); // was copied
    assert_int_equal(answer_in(&play, true, 2001), FSRS_HARD);
    assert_int_equal(answer_in(&play, true, 2000), FSRS_GOOD);
    // Those that come in pass the old ones by: twenty that took 5 s are the pace then.
    for (int i = 0; i < 17; i++)
        answer_in(&play, true, 5000);
    assert_int_equal(answer_in(&play, true, 9000), FSRS_GOOD);
    close_play(&play);
}

static void what_was_undone_sets_no_pace(void **state)
{
    struct play play;
    open_play(&play, *state, questions_of(*state, 20),
              (struct session_rules){.has_memory = true});
    for (int i = 0; i < 9; i++)
        answer_in(&play, true, 1000);
    answer_in(&play, true, 1500);
    apply(&play, EVENT_UNDO, NULL, 0);
    assert_int_equal(answer_in(&play, false, 1000), FSRS_AGAIN);
    assert_int_equal(answer_in(&play, true, 50000), FSRS_GOOD); // there are nine again
    close_play(&play);
}

static void a_quiz_that_goes_on_counts_no_answer_twice(void **state)
{
    struct play play;
    struct grade_pace paces[KIND_COUNT] = {0};
    open_play(&play, *state, questions_of(*state, 20),
              (struct session_rules){.has_memory = true});
    for (int i = 0; i < 4; i++)
        answer_in(&play, true, 1000);
    apply(&play, EVENT_ANSWER, &(struct answer){.texts = exact, .text_count = 1}, 1000);
    struct quiz_found found;
    assert_true(quiz_log_find(&play.journal, &play.library, &play.arena, 0, wall, &found));
    play.session = found.session;
    play.log = found.log;
    // The memory has those five by now.
    for (int i = 0; i < 5; i++)
        grade_pace_add(&paces[KIND_TEXT], 1000);
    quiz_log_set_paces(&play.log, &play.session, paces);
    apply(&play, EVENT_RESUME, NULL, 0);
    apply(&play, EVENT_NEXT, NULL, 0);
    for (int i = 0; i < 5; i++)
        assert_int_equal(answer_in(&play, true, i < 4 ? 1000 : 30000), FSRS_GOOD);
    assert_int_equal(answer_in(&play, true, 2001), FSRS_HARD);
    close_play(&play);
}

// --- the memory -----------------------------------------------------------------------------

static void answers_are_in_the_memory_as_they_were_graded(void **state)
{
    struct play play;
    struct memory memory;
    open_play(&play, *state,
              "{\"id\": \"q\", \"question\": \"Q?\", \"answer\": true},\n"
              "{\"cloze\": \"[[Leaves]] make [[sugar]].\"}",
              (struct session_rules){.has_memory = true});
    memory_open(&memory, &play.journal);
    static const char *const sugar[] = {NULL, "sugar"};
    answer_in(&play, true, 1000);
    apply(&play, EVENT_ANSWER, &(struct answer){.texts = sugar, .text_count = 2}, 1000);
    assert_true(memory_catch_up(&memory));
    struct past_review *reviews;
    assert_int_equal(memory_reviews(&memory, "t", 0, &play.arena, &reviews), 3);

    static const struct {
        int part, rating, evidence;
    } wanted[] = {{0, FSRS_GOOD, 500}, {0, FSRS_AGAIN, 1000}, {1, FSRS_GOOD, 1000}};

    for (size_t i = 0; i < COUNT(wanted); i++) {
        assert_int_equal(reviews[i].part, wanted[i].part);
        assert_int_equal(reviews[i].rating, wanted[i].rating);
        assert_int_equal(reviews[i].evidence, wanted[i].evidence);
        assert_int_equal(reviews[i].ahead_min, -90);
        assert_true(reviews[i].is_quiz);
    }
    assert_string_equal(reviews[0].question, "q");
    assert_string_equal(reviews[1].question, play.log.hashes[1]);
    memory_close(&memory);
    close_play(&play);
}

static void the_memory_knows_how_fast_earlier_quizzes_went(void **state)
{
    struct play play;
    struct memory memory;
    open_play(&play, *state, questions_of(*state, 20),
              (struct session_rules){.has_memory = true});
    for (int i = 0; i < 12; i++)
        answer_in(&play, true, 1000);
    memory_open(&memory, &play.journal);
    // The same questions again, from the first.
    session_start(&play.session, &play.arena, play.picked, 20,
                  &(struct session_rules){.has_memory = true}, play.now_ms);
    quiz_log_start(&play.log, &play.journal, &play.session, play.now_ms, wall);
    quiz_log_learn_paces(&play.log, &play.session, NULL); // nothing comes of nothing
    assert_int_equal(answer_in(&play, true, 30000), FSRS_GOOD);
    quiz_log_learn_paces(&play.log, &play.session, &memory);
    assert_int_equal(answer_in(&play, true, 2001), FSRS_HARD);
    assert_int_equal(answer_in(&play, true, 2000), FSRS_GOOD);
    memory_close(&memory);
    close_play(&play);
}

static void a_quiz_is_left_out_of_the_memory_and_taken_in_again(void **state)
{
    struct play play;
    struct memory memory;
    open_play(&play, *state, two_texts, (struct session_rules){.has_memory = true});
    memory_open(&memory, &play.journal);
    answer_in(&play, false, 1000);
    answer_in(&play, true, 1000);
    for (int is_out = 1; is_out >= 0; is_out--) {
        struct memory_card *cards;
        quiz_log_leave_out(&play.log, is_out != 0, wall);
        assert_true(memory_catch_up(&memory));
        assert_int_equal(memory_moved(&memory, play.log.game, wall).is_out, is_out);
        assert_int_equal(memory_cards(&memory, NULL, &play.arena, &cards), is_out ? 0 : 2);
    }
    quiz_log_leave_out(&(struct quiz_log){0}, true, wall); // one that is not noted
    memory_close(&memory);
    close_play(&play);
}

static void two_quizzes_are_never_one(void **state)
{
    struct play play;
    open_play(&play, *state, two_texts, (struct session_rules){.seed = 7});
    int64_t first = play.log.game;
    apply(&play, EVENT_SKIP, NULL, 2000);
    close_play(&play);
    open_play(&play, *state, two_texts, (struct session_rules){.seed = 7});
    assert_true(play.log.game != first);
    struct journal_event *events;
    assert_int_equal(journal_read_game(&play.journal, first, &play.arena, &events), 2);
    close_play(&play);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(a_time_that_ran_out_is_not_known),
        IN_SCRATCH(a_quiz_can_leave_the_memory_alone),
        IN_SCRATCH(what_has_no_answer_says_nothing_more),
        IN_SCRATCH(words_are_cut_off_after_a_whole_character),
        IN_SCRATCH(a_quiz_from_before_there_was_a_memory_counts),
        IN_SCRATCH(it_is_known_again_after_a_restart),
        IN_SCRATCH(two_quizzes_are_never_one),
        IN_SCRATCH(answers_are_in_the_memory_as_they_were_graded),
        IN_SCRATCH(the_memory_knows_how_fast_earlier_quizzes_went),
        IN_SCRATCH(a_quiz_is_left_out_of_the_memory_and_taken_in_again),
        IN_SCRATCH(ten_right_answers_say_what_is_slow),
        IN_SCRATCH(each_kind_has_its_own_pace),
        IN_SCRATCH(earlier_quizzes_say_it_too),
        IN_SCRATCH(what_was_undone_sets_no_pace),
        IN_SCRATCH(a_quiz_that_goes_on_counts_no_answer_twice),
    };
    struct CMUnitTest rows[COUNT(kinds)] = {0};
    for (size_t i = 0; i < COUNT(kinds); i++)
        rows[i] = (struct CMUnitTest){kinds[i].name, is_kept, NULL, NULL, (void *)&kinds[i]};
    int failed = cmocka_run_group_tests_name("quiz_log_text, kind by kind", rows, NULL, NULL);
    return failed + cmocka_run_group_tests_name("quiz_log_text", tests, NULL, NULL);
}
