// screens/plan_page.h: the parts of the screen that plans the days: minutes a day and an exam.
#pragma once

#include <stdbool.h>

#include "screens/game.h"
#include "store/plan_past.h"
#include "store/plan_wish.h"
#include "ui/ui.h"

enum {
    PLAN_MINUTES = 1,
    PLAN_EXAM,  // a week earlier or later; none before the first
    PLAN_DAY,   // a day
    PLAN_TOPIC, // which topic of the bank; after its last one what has no topic
    PLAN_ALL,   // all topics, or none
    PLAN_OPEN,  // picks a bank, while there is none
    PLAN_UNDO,
    PLAN_REGION,
};

enum { PLAN_UNDO_MOST = 16 };

struct plan_topic {
    const char *name;  // as core/pick knows it
    const char *shown; // as it is shown
    bool is_on;
};

/// What can be undone.
struct plan_choice {
    int minutes_a_day;
    char exam_bank[sizeof((struct settings *)0)->exam_bank];
    char exam_date[sizeof((struct settings *)0)->exam_date];
    char exam_topics[sizeof((struct settings *)0)->exam_topics];
};

struct plan_page {
    struct arena arena; // of what the page is about
    const struct bank *bank;
    struct card_pile pile;
    struct fsrs fsrs;
    struct plan_past past;
    struct fsrs_time now;
    int64_t today; // number of the day
    struct plan_topic *topics;
    int topic_count;

    struct plan_back back;
    int64_t exam_day;       // number; -1: there is none of this bank
    int64_t other_exam_day; // of another bank; -1: none
    struct plan_exam exam;  // if it is to come and a topic is chosen

    struct plan_choice undo[PLAN_UNDO_MOST]; // before each change, oldest first
    int undo_count;
    bool is_crowded; // the topics chosen last are too many to be kept
};

/// Whether an exam is to come, today's too.
bool plan_page_has_exam(const struct plan_page *page);

/// Whether it is about anything.
bool plan_page_has_topic(const struct plan_page *page);

enum plan_tone { PLAN_SAYS, PLAN_STRESSES, PLAN_WARNS };

/// A sentence of what a plan means.
struct plan_words {
    enum plan_tone tone;
    const char *text;
};

enum { PLAN_WORDS_MOST = 4 };

/// What the minutes a day mean, and what the exam takes. Return how many sentences.
int plan_words_of_minutes(const struct plan_page *page, int minutes_a_day, struct arena *arena,
                          struct plan_words words[PLAN_WORDS_MOST]);
int plan_words_of_exam(const struct plan_page *page, int minutes_a_day, struct arena *arena,
                       struct plan_words words[PLAN_WORDS_MOST]);

/// "in 23 days", "tomorrow", "today", "12 days ago".
const char *plan_words_when(const struct plan_page *page, int64_t day, struct arena *arena);

/// Draws the page.
void plan_page_view(const struct plan_page *page, const struct game *game, struct ui *ui);
