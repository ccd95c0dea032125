#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/bank.h"
#include "formats/files.h"
#include "formats/native.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct reading {
    struct arena arena;
    struct diags diags;
    const struct bank *bank;
};

static void read_text(struct reading *r, const char *file, const char *text)
{
    *r = (struct reading){0};
    r->diags.arena = &r->arena;
    r->bank = native_read(file, text, strlen(text), &r->arena, &r->diags);
}

/// Reads a bank of these questions, which must be all right.
static const struct question *read_questions(struct reading *r, const char *questions)
{
    struct buf text = {0};
    buf_printf(&text, "{\"format\":\"quizbank/1\",\"title\":\"T\",\"questions\":[%s]}",
               questions);
    read_text(r, "t.json", text.data);
    buf_free(&text);
    if (r->diags.count)
        fail_msg("%s", r->diags.items[0].message);
    assert_non_null(r->bank);
    return r->bank->questions;
}

static void assert_texts(const struct texts *texts, const char *const *wanted, int count)
{
    assert_int_equal(texts->count, count);
    for (int i = 0; i < count; i++)
        assert_string_equal(texts->items[i], wanted[i]);
}

static void reads_the_shortest_question(void **state)
{
    (void)state;
    struct reading r;
    const struct question *q = read_questions(
        &r, "{\"question\":\"Capital of France?\",\"answer\":\"Paris\",\"wrong\":[\"Lyon\","
            "\"Nice\"]}");
    assert_int_equal(q->kind, KIND_CHOICE);
    assert_string_equal(q->text, "Capital of France?");
    static const char *const options[] = {"Paris", "Lyon", "Nice"};
    assert_texts(&q->choice.options, options, 3);
    assert_int_equal(q->choice.right_count, 1);
    assert_null(q->choice.options.notes);
    assert_null(q->id);
    assert_null(q->extras);
    assert_int_equal(q->points, 1);
    assert_int_equal(q->seconds, 0);
    assert_int_equal(q->typos, TYPOS_BY_LENGTH);
    assert_int_equal(q->difficulty, DIFFICULTY_MEDIUM);
    assert_true(q->is_shuffled);
    assert_int_equal(q->topic_count, 0);
    arena_free(&r.arena);
}

static void reads_multi_with_notes(void **state)
{
    (void)state;
    struct reading r;
    const struct question *q = read_questions(
        &r,
        "{\"question\":\"Prime?\",\"answer\":[\"2\",\"7\"],\"wrong\":[{\"text\":\"1\",\"why\":"
        "\"A unit.\",\"image\":\"one.png\"},\"9\"],\"shuffle\":false}");
    assert_int_equal(q->kind, KIND_MULTI);
    static const char *const options[] = {"2", "7", "1", "9"};
    assert_texts(&q->choice.options, options, 4);
    assert_int_equal(q->choice.right_count, 2);
    assert_non_null(q->choice.options.notes);
    assert_null(q->choice.options.notes[0].why);
    assert_string_equal(q->choice.options.notes[2].why, "A unit.");
    assert_string_equal(q->choice.options.notes[2].image, "one.png");
    assert_false(q->is_shuffled);
    arena_free(&r.arena);
}

static void reads_typed_answers(void **state)
{
    (void)state;
    struct reading r;
    const struct question *q = read_questions(
        &r, "{\"question\":\"Who wrote Hamlet?\",\"answer\":[\"Shakespeare\",{\"text\":"
            "\"Shakespear\",\"credit\":0.5,\"why\":\"Nearly.\"}],\"typos\":1,\"exact\":true},"
            "{\"question\":\"Capital of Italy?\",\"answer\":\"Rome\"},"
            "{\"question\":\"Capital of Spain?\",\"answer\":{\"text\":\"Madrid\"}}");
    assert_int_equal(q[0].kind, KIND_TEXT);
    static const char *const accepted[] = {"Shakespeare", "Shakespear"};
    assert_texts(&q[0].accepted, accepted, 2);
    assert_int_equal(q[0].accepted.notes[0].credit, 1000);
    assert_int_equal(q[0].accepted.notes[1].credit, 500);
    assert_int_equal(q[0].typos, 1);
    assert_true(q[0].is_exact);
    assert_int_equal(q[1].kind, KIND_TEXT);
    assert_string_equal(q[1].accepted.items[0], "Rome");
    assert_string_equal(q[2].accepted.items[0], "Madrid");
    arena_free(&r.arena);
}

static void reads_wrong_answers_as_such_without_credit(void **state)
{
    (void)state;
    struct reading r;
    const struct question *q = read_questions(
        &r, "{\"type\":\"text\",\"question\":\"Which sea?\",\"answer\":\"Baltic\","
            "\"wrong\":[\"Balkan\",{\"text\":\"Balkic\",\"why\":\"No such sea.\"}]},"
            "{\"type\":\"text\",\"question\":\"Cobalt?\",\"answer\":\"Co\","
            "\"wrong\":[\"CO\"],\"exact\":true}");
    static const char *const accepted[] = {"Baltic", "Balkan", "Balkic"};
    assert_texts(&q[0].accepted, accepted, 3);
    assert_int_equal(q[0].accepted.notes[0].credit, 1000);
    assert_int_equal(q[0].accepted.notes[1].credit, 0);
    assert_int_equal(q[0].accepted.notes[2].credit, 0);
    assert_string_equal(q[0].accepted.notes[2].why, "No such sea.");
    assert_int_equal(q[1].accepted.count, 2);
    arena_free(&r.arena);
}

static void reads_numbers(void **state)
{
    (void)state;
    struct reading r;
    const struct question *q = read_questions(
        &r, "{\"question\":\"g?\",\"answer\":9.81,\"tolerance\":\"1.5%\",\"unit\":\"m/s²\"},"
            "{\"question\":\"pi?\",\"answer\":{\"min\":3.1,\"max\":3.2},\"tolerance\":0.25}");
    assert_int_equal(q[0].kind, KIND_NUMBER);
    assert_true(fabs(q[0].number->min - 9.81) < 1e-12);
    assert_true(q[0].number->max <= q[0].number->min && q[0].number->max >= q[0].number->min);
    assert_true(fabs(q[0].number->tolerance - 0.015) < 1e-12);
    assert_true(q[0].number->is_share);
    assert_string_equal(q[0].number->unit, "m/s²");
    assert_true(fabs(q[1].number->min - 3.1) < 1e-12 && fabs(q[1].number->max - 3.2) < 1e-12);
    assert_true(fabs(q[1].number->tolerance - 0.25) < 1e-12);
    assert_false(q[1].number->is_share);
    arena_free(&r.arena);
}

static void reads_order_and_match(void **state)
{
    (void)state;
    struct reading r;
    const struct question *q = read_questions(
        &r, "{\"question\":\"Oldest first\",\"order\":[\"Stone\",\"Bronze\",\"Iron\"]},"
            "{\"question\":\"Match\",\"pairs\":[[\"Canada\",\"Ottawa\"],[\"Japan\",\"Tokyo\"]],"
            "\"extra\":[\"Kyoto\"]}");
    assert_int_equal(q[0].kind, KIND_ORDER);
    static const char *const ages[] = {"Stone", "Bronze", "Iron"};
    assert_texts(&q[0].order, ages, 3);
    assert_int_equal(q[1].kind, KIND_MATCH);
    assert_int_equal(q[1].match.count, 2);
    assert_int_equal(q[1].match.extra_count, 1);
    assert_string_equal(q[1].match.lefts[1], "Japan");
    assert_string_equal(q[1].match.rights[0], "Ottawa");
    assert_string_equal(q[1].match.rights[2], "Kyoto");
    arena_free(&r.arena);
}

static void reads_gaps(void **state)
{
    (void)state;
    struct reading r;
    const struct question *q = read_questions(
        &r, "{\"cloze\":\"The [[ mitochondrion |mitochondria::organelle]] makes [[ATP]].\"}");
    assert_int_equal(q->kind, KIND_CLOZE);
    assert_null(q->text);
    assert_int_equal(q->cloze.gap_count, 2);
    assert_string_equal(q->cloze.between[0], "The ");
    assert_string_equal(q->cloze.between[1], " makes ");
    assert_string_equal(q->cloze.between[2], ".");
    static const char *const accepted[] = {"mitochondrion", "mitochondria"};
    assert_texts(&q->cloze.gaps[0].accepted, accepted, 2);
    assert_string_equal(q->cloze.gaps[0].hint, "organelle");
    assert_null(q->cloze.gaps[1].hint);
    arena_free(&r.arena);
}

static void reads_cards_and_statements(void **state)
{
    (void)state;
    struct reading r;
    const struct question *q =
        read_questions(&r, "{\"front\":\"der Hund\",\"back\":\"dog\",\"reverse\":true},"
                           "{\"question\":\"Oslo is in Norway.\",\"answer\":true},"
                           "{\"question\":\"Oslo is in Peru.\",\"answer\":false}");
    assert_int_equal(q[0].kind, KIND_CARD);
    assert_string_equal(q[0].text, "der Hund");
    assert_string_equal(q[0].card.back, "dog");
    assert_true(q[0].card.is_reversible);
    assert_int_equal(q[1].kind, KIND_TRUEFALSE);
    assert_true(q[1].is_true);
    assert_false(q[2].is_true);
    arena_free(&r.arena);
}

static void reads_what_else_a_question_says(void **state)
{
    (void)state;
    struct reading r;
    const struct question *q = read_questions(
        &r,
        "\n  "
        "{\"id\":\"a-1\",\"question\":\"q\",\"answer\":\"b\",\"image\":\"m/"
        "a.png\",\"imageAlt\":"
        "\"A\",\"sound\":\"a.ogg\",\"explanation\":\"E\",\"hint\":\"H\",\"difficulty\":"
        "\"hard\","
        "\"points\":5.0,\"seconds\":2e1,\"source\":{\"title\":\"T\",\"url\":\"https://e.org\","
        "\"license\":\"L\"},\"comment\":\"\\u202e\",\"x-mine\":[{}]}");
    assert_string_equal(q->id, "a-1");
    assert_int_equal(q->line, 2);
    assert_int_equal(q->column, 3);
    assert_string_equal(q->extras->image, "m/a.png");
    assert_string_equal(q->extras->image_alt, "A");
    assert_string_equal(q->extras->sound, "a.ogg");
    assert_string_equal(q->extras->explanation, "E");
    assert_string_equal(q->extras->hint, "H");
    assert_string_equal(q->extras->source.title, "T");
    assert_string_equal(q->extras->source.url, "https://e.org");
    assert_string_equal(q->extras->source.license, "L");
    assert_int_equal(q->difficulty, DIFFICULTY_HARD);
    assert_int_equal(q->points, 5);
    assert_int_equal(q->seconds, 20);
    arena_free(&r.arena);
}

static void reads_the_bank_itself(void **state)
{
    (void)state;
    struct reading r;
    read_text(
        &r, "x.json",
        "{\"questions\":[{\"question\":\"a\",\"answer\":\"b\"},{\"question\":\"c\",\"answer\":"
        "\"d\",\"tags\":[\"ART\",\"Music\"],\"difficulty\":\"easy\"},{\"question\":\"e\","
        "\"answer\":\"f\",\"tags\":[]}],\"title\":\"T\",\"id\":\"flags.de\",\"translates\":"
        "\"flags\",\"language\":\"de-AT\",\"description\":\"D\",\"author\":\"A\",\"license\":"
        "\"L\",\"source\":\"S\",\"tags\":[\"Art\",\"History\"],\"difficulty\":\"hard\","
        "\"markup\":\"mini\",\"f\\u006frmat\":\"quizbank/1\",\"$schema\":\"s\",\"x-a\":1}");
    assert_int_equal(r.diags.count, 0);
    const struct bank *bank = r.bank;
    assert_string_equal(bank->id, "flags.de");
    assert_string_equal(bank->title, "T");
    assert_string_equal(bank->language, "de-AT");
    assert_string_equal(bank->translates, "flags");
    assert_string_equal(bank->description, "D");
    assert_string_equal(bank->author, "A");
    assert_string_equal(bank->license, "L");
    assert_string_equal(bank->source.title, "S");
    assert_true(bank->has_mini_markup);
    assert_int_equal(bank->question_count, 3);
    // Topics differ by more than case; the first spelling counts.
    static const char *const topics[] = {"Art", "History", "Music"};
    assert_int_equal(bank->topic_count, 3);
    for (int i = 0; i < 3; i++)
        assert_string_equal(bank->topics[i], topics[i]);
    const struct question *q = bank->questions;
    assert_int_equal(q[0].topic_count, 2);
    assert_int_equal(q[0].topics[1], 1);
    assert_int_equal(q[0].difficulty, DIFFICULTY_HARD);
    assert_int_equal(q[1].topic_count, 2);
    assert_int_equal(q[1].topics[0], 0);
    assert_int_equal(q[1].topics[1], 2);
    assert_int_equal(q[1].difficulty, DIFFICULTY_EASY);
    assert_int_equal(q[2].topic_count, 0);
    arena_free(&r.arena);
}

static void sets_a_bad_question_aside(void **state)
{
    (void)state;
    struct reading r;
    read_text(&r, "x.json",
              "{\"format\":\"quizbank/1\",\"title\":\"T\",\"questions\":[\n"
              "{\"question\":\"a\",\"answer\":\"b\"},\n"
              "{\"question\":\"\",\"answer\":\"b\"},\n"
              "{\"question\":\"c\",\"answer\":\"d\",\"points\":1e999},\n"
              "{\"question\":\"e\",\"answer\":\"\\ud800\"},\n"
              "{\"question\":\"g\",\"answer\":\"h\",\"answer\":\"i\"},\n"
              "{\"question\":\"k\",\"answer\":\"l\"}]}");
    assert_non_null(r.bank);
    assert_int_equal(r.bank->question_count, 2);
    assert_int_equal(r.bank->set_aside, 4);
    assert_int_equal(r.diags.errors, 4);
    assert_int_equal(r.bank->questions[0].line, 2);
    assert_int_equal(r.bank->questions[1].line, 7);
    arena_free(&r.arena);
}

static void refuses_what_is_no_bank(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "[]",
        "{\"format\":\"quizbank/2\",\"title\":\"T\",\"questions\":[]}",
        "{\"format\":\"quizbank/1\",\"title\":\"T\"}",
        "{\"format\":\"quizbank/1\",\"title\":\"T\",\"questions\":[],\"titel\":\"T\"}",
        "{\"format\":\"quizbank/1\",\"title\":\"T\",\"title\":\"T\",\"questions\":[]}",
        "{\"format\":\"quizbank/1\",\"title\":\"T\",\"questions\":[],\"x-a\":1e999}",
        "{\"format\":\"quizbank/1\",\"title\":\"T\",\"questions\":[]",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct reading r;
        read_text(&r, "x.json", texts[i]);
        assert_null(r.bank);
        assert_true(r.diags.errors > 0);
        arena_free(&r.arena);
    }
}

static void names_a_bank_by_its_file(void **state)
{
    (void)state;

    static const struct {
        const char *file, *id;
    } cases[] = {
        {"capitals.json", "capitals"},
        {"/home/me/banks/Flags of Europe.json", "flags-of-europe"},
        {"flags.de.json", "flags.de"},
        {"École.json", "ecole"},
        {"capitals", "capitals"},
        {"--x--.json", "x--"},
        {".json", "json"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        read_text(&r, cases[i].file,
                  "{\"format\":\"quizbank/1\",\"title\":\"T\",\"questions\":[]}");
        assert_string_equal(r.bank->id, cases[i].id);
        arena_free(&r.arena);
    }
}

// Names of which nothing is left must not be all the same.
static void names_banks_in_other_scripts_apart(void **state)
{
    (void)state;
    static const char text[] = "{\"format\":\"quizbank/1\",\"title\":\"T\",\"questions\":[]}";
    struct reading a, b;
    read_text(&a, "首都.json", text);
    read_text(&b, "国旗.json", text);
    assert_true(strncmp(a.bank->id, "bank-", 5) == 0);
    assert_string_not_equal(a.bank->id, b.bank->id);
    arena_free(&a.arena);
    arena_free(&b.arena);
}

static void limits_the_number_of_questions(void **state)
{
    (void)state;
    struct buf text = {0};
    buf_text(&text, "{\"format\":\"quizbank/1\",\"title\":\"T\",\"questions\":[\n");
    for (int i = 0; i <= 200000; i++)
        buf_text(&text, i ? ",\n{}" : "{}");
    buf_text(&text, "]}");
    struct reading r;
    read_text(&r, "x.json", text.data);
    buf_free(&text);
    assert_null(r.bank);
    assert_int_equal(r.diags.errors, 1);
    assert_int_equal(r.diags.items[0].place.line, 200002);
    arena_free(&r.arena);
}

static void refuses_a_text_of_more_than_64_mib(void **state)
{
    (void)state;
    size_t len = (size_t)64 * 1024 * 1024 + 1;
    char *text = malloc(len);
    assert_non_null(text);
    memset(text, ' ', len);
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    assert_null(native_read("x.json", text, len, &arena, &diags));
    assert_int_equal(diags.errors, 1);
    free(text);
    arena_free(&arena);
}

static void knows_which_choices_stay_on_a_card(void **state)
{
    (void)state;

    static const struct {
        const char *said;
        bool keeps;
    } rows[] = {
        {"", false},
        {",\"x-card\":\"choices\"", true},
        {",\"x-card\":\"Choices\"", false},
        {",\"x-card\":\"\"", false},
        {",\"x-card\":true", false},
        {",\"x-card\":[\"choices\"]", false},
        {",\"x-cards\":\"choices\"", false},
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct reading r;
        struct buf text = {0};
        buf_printf(&text, "{\"question\":\"Q\",\"answer\":\"A\",\"wrong\":[\"B\"]%s}",
                   rows[i].said);
        assert_int_equal(read_questions(&r, text.data)->keeps_choices, rows[i].keeps);
        buf_free(&text);
        arena_free(&r.arena);
    }
}

static void counts_lines_whatever_ends_them(void **state)
{
    (void)state;
    static const char *const ends[] = {"\n", "\r", "\r\n"};
    for (size_t i = 0; i < COUNT(ends); i++) {
        struct reading r;
        struct buf questions = {0};
        for (int k = 0; k < 3; k++) {
            buf_printf(&questions, "%s%s%s{\"question\":\"q%d\",\"answer\":true}", k ? "," : "",
                       ends[i], k == 1 ? "" : "  ", k);
        }
        const struct question *q = read_questions(&r, questions.data);
        for (int k = 0; k < 3; k++) {
            assert_int_equal(q[k].line, k + 2);
            assert_int_equal(q[k].column, k == 1 ? 1 : 3);
        }
        arena_free(&r.arena);
        buf_free(&questions);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_lines_whatever_ends_them),
        cmocka_unit_test(knows_which_choices_stay_on_a_card),
        cmocka_unit_test(reads_the_shortest_question),
        cmocka_unit_test(reads_multi_with_notes),
        cmocka_unit_test(reads_typed_answers),
        cmocka_unit_test(reads_wrong_answers_as_such_without_credit),
        cmocka_unit_test(reads_numbers),
        cmocka_unit_test(reads_order_and_match),
        cmocka_unit_test(reads_gaps),
        cmocka_unit_test(reads_cards_and_statements),
        cmocka_unit_test(reads_what_else_a_question_says),
        cmocka_unit_test(reads_the_bank_itself),
        cmocka_unit_test(sets_a_bad_question_aside),
        cmocka_unit_test(refuses_what_is_no_bank),
        cmocka_unit_test(names_a_bank_by_its_file),
        cmocka_unit_test(names_banks_in_other_scripts_apart),
        cmocka_unit_test(limits_the_number_of_questions),
        cmocka_unit_test(refuses_a_text_of_more_than_64_mib),
    };
    return cmocka_run_group_tests_name("native", tests, NULL, NULL);
}
