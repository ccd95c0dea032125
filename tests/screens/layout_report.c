// The report of a class, with all that it may say.
#include <math.h>
#include <stdio.h>

#include "core/answer_text.h"
#include "screens/layout_walk.h"
#include "screens/report.h"

enum { MOST = 8 };

static const struct answer_words words = {"True", "False", "from {1} to {2}"};

/// Figures of a few questions of the bank, from none right to all.
static void make_figures(struct class_report *figures, const struct bank *bank,
                         struct arena *arena)
{
    static const int numbers[MOST] = {0, 1, 2, 3, 4, 5, 6, 7};
    int count = bank->question_count < MOST ? bank->question_count : MOST;
    struct class_question *questions = ARENA_ARRAY(arena, MOST, struct class_question);
    struct class_topic *topics = ARENA_ARRAY(arena, bank->topic_count + 1, struct class_topic);
    for (int i = 0; i < count; i++) {
        const struct question *question = &bank->questions[i];
        questions[i] = (struct class_question){
            .text = answer_text_asked(question, arena),
            .right = answer_text_right(question, &words, arena),
            .asked = 1,
            .answers_right = i,
            .answers = i == 1 ? 0 : count,
            .share = i == 1 ? -1 : 1000 * i / count,
            .took_ms = 754321,
            .wrong = i % 2 ? NULL : "A secretary general of another organisation",
            .wrong_count = 28,
            .is_changed = i == 2,
            .discrimination = i == 3 ? -0.12 : (double)NAN,
            .change = {.now = 1000 * i / count, .before = 1000, .before_day = 20454},
        };
    }
    for (int i = 0; i <= bank->topic_count; i++) {
        topics[i] = (struct class_topic){.name = i < bank->topic_count ? bank->topics[i] : NULL,
                                         .questions = i + 1,
                                         .share = 500,
                                         .change = {.now = 500, .before = i ? 1000 : -1}};
    }
    *figures = (struct class_report){.lessons = 12,
                                     .first_day = 20454,
                                     .last_day = 20461,
                                     .mode = CONTEST_HANDS,
                                     .share = 456,
                                     .answered = count,
                                     .gone = 3,
                                     .change = {.now = 456, .before = 512},
                                     .questions = questions,
                                     .question_count = count,
                                     .topics = topics,
                                     .topic_count = bank->topic_count + 1,
                                     .teach = numbers,
                                     .teach_count = count,
                                     .compared = numbers,
                                     .compared_count = count};
}

void walk_report(struct walk *w, const struct bank *bank)
{
    static const char *const names[REPORT_TABS] = {"report, questions", "report, topics",
                                                   "report, teach again", "report, compared"};
    struct arena arena = {0};
    struct report report = {.class_name = "8b, Biology", .load = {.count = 12, .wanted = 12}};
    make_figures(&report.figures, bank, &arena);
    for (int tab = 0; tab < REPORT_TABS; tab++) {
        report.tab = (enum report_tab)tab;
        report.is_all = tab == REPORT_TOPICS;
        report.notice =
            tab == REPORT_TEACH
                ? "Saved as /home/somebody/.local/share/quartet/reports/8b-12-2026-01-08.html, "
                  "and as a table beside it."
                : NULL;
        walk_in_all_sizes(w, screens[SCREEN_REPORT], &report, names[tab]);
    }
    report.figures.compared_count = report.figures.teach_count = 0;
    report.load.count = 1;
    walk_in_all_sizes(w, screens[SCREEN_REPORT], &report, "report, nothing to compare with");
    report.is_loading = true;
    walk_in_all_sizes(w, screens[SCREEN_REPORT], &report, "report, being read");
    report.is_loading = false;
    report.fault = "8b, Biology was not asked anything yet.";
    walk_in_all_sizes(w, screens[SCREEN_REPORT], &report, "report, of nothing");
    arena_free(&arena);
}
