#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/stats_make.h"
#include "formats/stats_csv.h"

/// Three answers to one question, of which one was right, and one to a question that is gone.
static void make_table(struct buf *out)
{
    static const char *const topics[] = {"=Cells"};
    static const uint32_t topic = 0;
    const struct past_answer answers[] = {
        make_answer(TODAY - 40, "q", 0), make_answer(TODAY - 1, "q", 0),
        make_answer(TODAY, "q", 1000),   make_answer(TODAY, "q", 0),
        make_answer(TODAY, "r", 1000),
    };
    struct past_review review = {
        .bank = "b",
        .question = "q",
        .at_ms = noon(TODAY),
        .rating = FSRS_AGAIN,
        .phase = FSRS_REVIEW,
        .evidence = 1000,
        .elapsed_days = 3,
        .retrievability = 0.875,
    };
    struct stats_card card = {
        .bank = "b",
        .question = "q",
        .card = {.due_ms = noon(TODAY + 1), .phase = FSRS_RELEARNING},
    };
    struct bank bank = {.id = "b", .topics = topics, .topic_count = 1};
    struct question question = {
        .text = "Say \"hi\"", .id = "q", .topics = &topic, .topic_count = 1};
    struct stats_question known = {&bank, &question, "q"};
    struct fsrs fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default());
    struct stats_source source = {
        .questions = &known,
        .answers = answers,
        .reviews = &review,
        .cards = &card,
        .question_count = 1,
        .answer_count = (int)COUNT(answers),
        .review_count = 1,
        .card_count = 1,
        .fsrs = &fsrs,
        .now = {.at_ms = noon(TODAY)},
    };
    struct arena arena = {0};
    struct stats_figures figures = stats_figures_make(&source, STATS_30_DAYS, &arena);
    stats_csv_write(&figures, &source, out);
    arena_free(&arena);
}

static const char *const rows[] = {
    "figure,bank,name,from,to,count,right,percent,foreseen,seconds",
    "answers,,today,2024-10-04,2024-10-04,3,2,66.7,,15",
    "answers,,7 days,2024-09-28,2024-10-04,4,2,50,,20",
    "answers,,365 days,2023-10-06,2024-10-04,5,2,40,,25",
    "answers,,all,,,5,2,40,,25",
    "streak,,now,,,2,,,,",
    "streak,,longest,,,2,,,,",
    "cards,,learning,,,1,,,,",
    "topic,,\"'=Cells\",2024-09-05,2024-10-04,3,1,33.3,,15",
    "gone,,,2024-09-05,2024-10-04,1,1,100,,5",
    "question,b,\"Say \"\"hi\"\"\",2024-09-05,2024-10-04,3,1,33.3,,15",
    "recall,,young,2024-09-28,2024-10-04,1,0,0,87.5,",
    "recall,,mature,2024-09-28,2024-10-04,0,0,,,",
    "due,,overdue,,,0,,,,",
    "due,,,2024-10-04,2024-10-04,0,,,,",
    "due,,,2024-10-05,2024-10-05,1,,,,",
    "due,,later,,,0,,,,",
    "foreseen,,85 to 90 %,,,1,0,0,87.5,",
    "day,,,2024-08-25,2024-08-25,1,0,0,,5",
    "day,,,2024-10-04,2024-10-04,3,2,66.7,,15",
};

static void writes_each_figure(void **state)
{
    (void)state;
    struct buf table = {0};
    make_table(&table);
    int days = 0; // only those with answers
    for (const char *at = table.data; (at = strstr(at, "\nday,")) != NULL; at++)
        days++;
    assert_int_equal(days, 3);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf row = {0};
        buf_printf(&row, "%s\r\n", rows[i]);
        const char *found = strstr(table.data, row.data);
        bool is_there = found && (found == table.data || found[-1] == '\n');
        if (!is_there)
            print_error("not there: %s\n%s", rows[i], table.data);
        assert_true(is_there);
        buf_free(&row);
    }
    buf_free(&table);
}

// Each row has as many cells as the first.
static void is_a_table(void **state)
{
    (void)state;
    struct buf table = {0};
    make_table(&table);
    int commas = 0, wanted = 0, lines = 0;
    bool is_quoted = false;
    for (const char *c = table.data; *c; c++) {
        is_quoted ^= *c == '"';
        commas += *c == ',' && !is_quoted;
        if (*c != '\n')
            continue;
        wanted = lines++ ? wanted : commas;
        assert_int_equal(commas, wanted);
        commas = 0;
    }
    assert_int_equal(wanted, 9);
    assert_true(lines > 40);
    buf_free(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_each_figure),
        cmocka_unit_test(is_a_table),
    };
    return cmocka_run_group_tests_name("stats_csv", tests, NULL, NULL);
}
