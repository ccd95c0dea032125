// What lessons come to when questions are edited, or gone with their banks.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/class_loaded.h"
#include "store/lesson_log.h"

static void questions_that_went_and_that_were_edited_are_told_apart(void **state)
{
    struct class class;
    open_class(&class, *state, bank_text);
    PLAY(&class, CONTEST_HANDS, "a:5,4,1,0", "b:2,0,8,0", "c:1,2,3,4");
    PLAY(&class, CONTEST_HANDS, "a:5,4,1,0");
    close_class(&class);
    static const char fewer[] = HEAD CHOICE("b") ",{\"id\": \"c\", \"question\": \"C!\", "
                                                 "\"answer\": \"x\", \"wrong\": [\"y\"]}]}";
    open_class(&class, class.scratch, fewer);
    assert_true(load(&class, "8b", 1));
    assert_int_equal(class.report.gone, 1);
    assert_int_equal(class.report.question_count, 3);
    assert_true(class.report.questions[0].is_gone);
    assert_false(class.report.questions[1].is_gone);
    assert_string_equal(class.report.questions[1].wrong, "Nice");
    assert_false(class.report.questions[1].is_changed);
    assert_true(class.report.questions[2].is_changed);
    assert_null(class.load.lost.id); // the bank is there
    close_class(&class);
}

static const struct class_question *asked_as(const struct class *class, const char *key)
{
    for (int i = 0; i < class->report.question_count; i++) {
        if (strcmp(class->report.questions[i].key, key) == 0)
            return &class->report.questions[i];
    }
    fail_msg("%s was not asked", key);
    return NULL;
}

/// Asserts that without its bank a question has all of its figures, and its id for a text.
static void assert_counts_as(const struct class_question *whole, const struct class *bare)
{
    const struct class_question *now = asked_as(bare, whole->key);
    assert_int_equal(now->answers, whole->answers);
    assert_int_equal(now->answers_right, whole->answers_right);
    assert_int_equal(now->took_ms, whole->took_ms);
    assert_int_equal(now->change.before, whole->change.before);
    assert_true(now->is_gone);
    assert_null(now->wrong);
    assert_string_equal(now->right, "");
    assert_string_equal(now->text, arena_printf(&bare->scratch->arena, "b: %s", now->key));
}

static void without_their_bank_questions_count_by_their_ids(void **state)
{
    static const enum contest_mode modes[] = {CONTEST_TURNS, CONTEST_BUZZ, CONTEST_PUPILS,
                                              CONTEST_ALL, CONTEST_HANDS};
    struct class class;
    open_class(&class, *state, bank_text);
    PLAY(&class, CONTEST_TURNS, "a:[Lyon]", "c:+", "d:p-", "b:[Paris]");
    PLAY(&class, CONTEST_BUZZ, "a:+", "c:-[Nice]+");
    PLAY(&class, CONTEST_PUPILS, "a:+", "c:[Lyon]");
    PLAY(&class, CONTEST_ALL, "a:0110", "c:1111");
    PLAY(&class, CONTEST_HANDS, "a:5,4,1,0", "b:2,0,8,3", "c:0,0,7,0", "m:9,8,7,6,5,4,3,2,1,0");
    for (int i = 0; i < 5; i++) {
        assert_true(load(&class, "8b", i + 1));
        struct class bare = {.scratch = class.scratch, .journal = class.journal};
        assert_true(load(&bare, "8b", i + 1));
        assert_int_equal(bare.report.mode, modes[i]);
        assert_int_equal(bare.report.gone, class.report.question_count);
        assert_int_equal(bare.report.share, class.report.share);
        assert_int_equal(bare.report.topic_count, 0);
        assert_string_equal(bare.load.lost.id, "b");
        for (int k = 0; k < class.report.question_count; k++)
            assert_counts_as(&class.report.questions[k], &bare);
        class_load_end(&bare.load);
    }
    close_class(&class);
}

/// Goes on with the lesson of hands that was left, with the bank `text`: counts hands for each
/// choice anew, 10 for the first one and one more for each, and ends it.
static void end_lesson(struct class *class, const char *text)
{
    const char *named[] = {scratch_write(class->scratch, "now.json", text)};
    struct library library;
    struct lesson_found found;
    struct contest_event events[] = {{.type = CONTEST_RESUME},
                                     {.type = CONTEST_COUNT, .place = 0, .hands = 10},
                                     {.type = CONTEST_COUNT, .place = 1, .hands = 11},
                                     {.type = CONTEST_COUNT, .place = 2, .hands = 12},
                                     {.type = CONTEST_REVEAL},
                                     {.type = CONTEST_NEXT}};
    struct fsrs_time wall = {.at_ms = class->play.wall_ms};
    library_find(&library, &(struct library_places){.named = named, .named_count = 1});
    assert_true(
        lesson_log_find(&class->journal, &library, &class->scratch->arena, 0, wall, &found));
    for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
        events[i].at_ms = (int64_t)(i + 1) * 1000;
        assert_true(lesson_log_apply(&found.log, &found.contest, &events[i], wall));
    }
    assert_int_equal(found.contest.phase, CONTEST_DONE);
    library_close(&library);
}

/// The last lesson without its bank.
static struct class load_bare(const struct class *class)
{
    struct class bare = {.scratch = class->scratch, .journal = class->journal};
    assert_true(load(&bare, "8b", CLASS_LESSON_LAST));
    return bare;
}

/// How often the class answered the question for its memory.
static int answers_kept(struct class *class, const char *question)
{
    struct journal_event *events;
    int64_t *games;
    int kept = 0;
    assert_int_equal(lesson_log_list(&class->journal, &class->scratch->arena, &games), 1);
    int count = journal_read_game(&class->journal, games[0], &class->scratch->arena, &events);
    for (int i = 0; i < count; i++)
        kept += events[i].type == JOURNAL_ANSWER && strcmp(events[i].question, question) == 0;
    return kept;
}

/// Leaves a lesson while hands are counted, goes on with the bank `then` and asserts that a
/// report without a bank says the same as one with the bank `judged`: 33 hands, of which
/// `least` or one more are for what is right.
static void assert_holds(struct scratch *s, const char *then, const char *judged, int least)
{
    struct class class;
    open_class(&class, s, bank_text);
    PLAY(&class, CONTEST_HANDS, "a:5,4,1,0", "b:5,4,1,0.");
    end_lesson(&class, then);
    close_class(&class);
    open_class(&class, s, judged);
    assert_true(load(&class, "8b", CLASS_LESSON_LAST));
    assert_int_equal(asked_as(&class, "b")->answers, 33);
    assert_in_range(asked_as(&class, "b")->answers_right, least, least + 1);
    struct class bare = load_bare(&class);
    assert_counts_as(asked_as(&class, "b"), &bare);
    assert_int_equal(answers_kept(&class, "a"), 1);
    assert_int_equal(answers_kept(&class, "b"), then == judged);
    class_load_end(&bare.load);
    close_class(&class);
}

static void nobody_judges_hands_for_a_question_that_is_gone(void **state)
{
    assert_holds(*state, HEAD CHOICE("a") "]}", bank_text, 11);
}

static void what_was_said_last_of_a_choice_holds(void **state)
{
    static const char edited[] =
        HEAD CHOICE("a") ",{\"id\": \"b\", \"question\": \"b?\", \"answer\": \"1\", "
                         "\"wrong\": [\"2\", \"3\", \"4\"]}]}";
    assert_holds(*state, edited, edited, 10);
}

static void a_choice_that_nobody_spoke_of_leaves_a_question_out(void **state)
{
    struct class class;
    open_class(&class, *state, bank_text);
    PLAY(&class, CONTEST_HANDS, "a:5,4,1,0", "b:5,4.");
    end_lesson(&class, HEAD CHOICE("a") "]}");
    struct class bare = load_bare(&class);
    assert_int_equal(bare.report.question_count, 1);
    assert_string_equal(bare.report.questions[0].key, "a");
    class_load_end(&bare.load);
    close_class(&class);
}

static void a_question_that_has_no_choices_any_more_is_still_there(void **state)
{
    struct class class;
    open_class(&class, *state, bank_text);
    PLAY(&class, CONTEST_HANDS, "a:5,4,1,0");
    int64_t next_ms = class.play.wall_ms;
    close_class(&class);
    open_class(&class, class.scratch, HEAD TYPED("a", ", \"tags\": [\"lakes\"]") "]}");
    class.play.wall_ms = next_ms;
    assert_true(load(&class, "8b", 1));
    for (int i = 0; i < 2; i++) {
        assert_int_equal(class.report.question_count, 1);
        assert_false(class.report.questions[0].is_gone);
        assert_true(class.report.questions[0].is_changed);
        assert_string_equal(class.report.questions[0].text, "a?");
        assert_string_equal(class.report.questions[0].right, "Lausanne");
        assert_int_equal(class.report.questions[0].answers, 10 + i);
        assert_int_equal(class.report.questions[0].answers_right, 5);
        assert_int_equal(class.report.topic_count, 1);
        assert_int_equal(class.report.gone, 0);
        if (i == 0) {
            assert_null(class.report.questions[0].wrong);
            PLAY(&class, CONTEST_PUPILS, "a:[Bern]");
            assert_true(load(&class, "8b", CLASS_LESSON_ALL));
        }
    }
    assert_string_equal(class.report.questions[0].wrong, "Bern");
    close_class(&class);
}

#define TEST(function)                                                                         \
    cmocka_unit_test_setup_teardown(function, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(questions_that_went_and_that_were_edited_are_told_apart),
        TEST(without_their_bank_questions_count_by_their_ids),
        TEST(nobody_judges_hands_for_a_question_that_is_gone),
        TEST(what_was_said_last_of_a_choice_holds),
        TEST(a_choice_that_nobody_spoke_of_leaves_a_question_out),
        TEST(a_question_that_has_no_choices_any_more_is_still_there),
    };
    return cmocka_run_group_tests_name("class_gone", tests, NULL, NULL);
}
