#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/stats_figures.h"
#include "core/stats_make.h"

enum { SEEDS = 100 };

static int sum_days(const struct stats_figures *figures, int days)
{
    int sum = 0;
    for (int i = STATS_YEAR - days; i < STATS_YEAR; i++)
        sum += figures->year[i].answers;
    return sum;
}

static void check(struct made_source *made, const struct stats_figures *figures)
{
    const struct stats_source *source = &made->source;
    for (enum stats_window w = 0; w < STATS_WINDOWS; w++) {
        assert_int_equal(figures->in_window[w].answers,
                         sum_days(figures, stats_window_days(w)));
        assert_int_equal(figures->windows[w].last, TODAY);
    }
    assert_int_equal(figures->today.answers, sum_days(figures, 1));
    assert_int_equal(figures->all.answers, source->answer_count);
    const struct stats_topics *topics = &figures->topics;
    assert_int_equal(topics->known.answers + topics->gone.answers,
                     figures->in_window[figures->window].answers);
    struct stats_due today = stats_due_on(source, TODAY);
    assert_int_equal(topics->due.cards + topics->gone_due.cards, today.cards);
    assert_int_equal(figures->forecast.overdue + figures->forecast.days[0], today.cards);
    assert_int_equal(figures->forecast.count, STATS_FORECAST_DAYS);
    assert_true(figures->hardest_count <= STATS_HARDEST);
    assert_true(figures->target > 0.89 && figures->target < 0.91);
}

static void figures_agree(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct made_source made;
        make_source(&made, seed);
        struct stats_figures figures =
            stats_figures_make(&made.source, STATS_30_DAYS, &made.arena);
        check(&made, &figures);
        stats_figures_set_window(&figures, &made.source, STATS_7_DAYS, &made.arena);
        assert_int_equal(figures.window, STATS_7_DAYS);
        check(&made, &figures);
        made_source_free(&made);
    }
}

static void shares_are_rounded(void **state)
{
    (void)state;
    assert_int_equal(stats_permille(0, 0), 0);
    assert_int_equal(stats_permille(1, 3), 333);
    assert_int_equal(stats_permille(2, 3), 667);
    assert_int_equal(stats_permille(5, 5), 1000);
    assert_int_equal(stats_percent(0, 0), 0);
    assert_int_equal(stats_percent(9946, 10000), 99);
    assert_int_equal(stats_percent(995, 1000), 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_agree),
        cmocka_unit_test(shares_are_rounded),
    };
    return cmocka_run_group_tests_name("stats_figures", tests, NULL, NULL);
}
