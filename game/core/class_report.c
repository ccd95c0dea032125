#include "core/class_report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// --- discrimination

/// What each pupil said, by the pupil's number.
struct pupils {
    int *right, *answers;         // in all
    int *here_right, *here_count; // to the question that is looked at
    int count;
};

/// Sums over those pupils of whom enough is known: x is right here, y is right elsewhere.
struct sums {
    int count;
    double x, y, xx, yy, xy;
};

static void add_pupil(struct sums *sums, const struct pupils *pupils, int at)
{
    int others = pupils->answers[at] - pupils->here_count[at];
    if (pupils->here_count[at] == 0 || others < CLASS_REPORT_OTHERS)
        return;
    double x = (double)pupils->here_right[at] / pupils->here_count[at];
    double y = (double)(pupils->right[at] - pupils->here_right[at]) / others;
    sums->count++;
    sums->x += x;
    sums->y += y;
    sums->xx += x * x;
    sums->yy += y * y;
    sums->xy += x * y;
}

static double correlation(const struct sums *sums)
{
    double n = sums->count;
    if (sums->count < CLASS_REPORT_PUPILS)
        return (double)NAN;
    double x = sums->xx - sums->x * sums->x / n, y = sums->yy - sums->y * sums->y / n;
    double both = sums->xy - sums->x * sums->y / n;
    // Where all were right, or all are equally good, nothing tells them apart.
    return x > 1e-9 && y > 1e-9 ? both / sqrt(x * y) : (double)NAN;
}

static void find_discrimination(const struct class_tally *tally, struct pupils *pupils,
                                int number, struct class_question *question)
{
    const struct tally_answer *answers;
    int count = class_tally_answers(tally, &answers);
    struct sums sums = {0};
    memset(pupils->here_right, 0, (size_t)pupils->count * sizeof(int));
    memset(pupils->here_count, 0, (size_t)pupils->count * sizeof(int));
    for (int i = 0; i < count; i++) {
        if (answers[i].question != number)
            continue;
        pupils->here_count[answers[i].pupil]++;
        pupils->here_right[answers[i].pupil] += answers[i].is_right;
    }
    for (int i = 0; i < pupils->count; i++) {
        question->pupils += pupils->here_count[i] > 0;
        add_pupil(&sums, pupils, i);
    }
    question->discrimination = correlation(&sums);
}

static struct pupils count_pupils(const struct class_tally *tally, struct arena *arena)
{
    const char *const *names;
    const struct tally_answer *answers;
    int count = class_tally_answers(tally, &answers);
    struct pupils pupils = {.count = class_tally_pupils(tally, &names)};
    pupils.right = ARENA_ARRAY(arena, pupils.count + 1, int);
    pupils.answers = ARENA_ARRAY(arena, pupils.count + 1, int);
    pupils.here_right = ARENA_ARRAY(arena, pupils.count + 1, int);
    pupils.here_count = ARENA_ARRAY(arena, pupils.count + 1, int);
    for (int i = 0; i < count; i++) {
        pupils.answers[answers[i].pupil]++;
        pupils.right[answers[i].pupil] += answers[i].is_right;
    }
    return pupils;
}

static int compare_names(const void *a, const void *b)
{
    const struct class_pupil_row *left = a, *right = b;
    return strcmp(left->name, right->name);
}

static void list_pupils(struct class_report *report, const struct class_tally *tally,
                        const struct pupils *pupils, struct arena *arena)
{
    const char *const *names;
    struct class_pupil_row *rows =
        ARENA_ARRAY(arena, pupils->count + 1, struct class_pupil_row);
    report->pupil_count = class_tally_pupils(tally, &names);
    for (int i = 0; i < report->pupil_count; i++) {
        rows[i] = (struct class_pupil_row){names[i], pupils->right[i], pupils->answers[i]};
    }
    if (report->pupil_count)
        qsort(rows, (size_t)report->pupil_count, sizeof *rows, compare_names);
    report->pupils = rows;
}

// --- questions

static struct class_question question_of(const struct tally_question *counted)
{
    struct class_question question = {
        .bank = counted->bank,
        .key = counted->key,
        .text = counted->text,
        .right = counted->right,
        .is_gone = counted->is_gone,
        .asked = counted->asked,
        .answers_right = counted->answers_right,
        .answers = counted->answers,
        .has_hands = counted->has_hands,
        .is_changed = counted->is_changed,
        .is_unanswered = counted->unanswered > 0 && counted->answers == 0,
        .share = class_tally_share(counted->answers_right, counted->answers),
        .took_ms = counted->took_ms / counted->asked,
        .change = counted->change,
    };
    for (const struct class_said *said = counted->said; said; said = said->next) {
        if (said->count > question.wrong_count) { // of equals the first that was said
            question.wrong = said->text;
            question.wrong_count = said->count;
        }
    }
    return question;
}

static void list_questions(struct class_report *report, const struct class_tally *tally,
                           struct pupils *pupils, struct arena *arena)
{
    const struct tally_question *counted;
    int count = class_tally_questions(tally, &counted), sum = 0;
    struct class_question *questions = ARENA_ARRAY(arena, count + 1, struct class_question);
    for (int i = 0; i < count; i++) {
        if (counted[i].asked == 0)
            continue; // only in an earlier lesson
        struct class_question *question = &questions[report->question_count++];
        *question = question_of(&counted[i]);
        find_discrimination(tally, pupils, i, question);
        report->has_discrimination =
            report->has_discrimination || !isnan(question->discrimination);
        report->answered += question->share >= 0;
        sum += question->share >= 0 ? question->share : 0;
    }
    report->questions = questions;
    report->share = report->answered ? (sum + report->answered / 2) / report->answered : -1;
}

/// A question to be sorted by a number.
struct ranked {
    int number, by;
};

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *left = a, *right = b;
    if (left->by != right->by)
        return left->by < right->by ? -1 : 1;
    return left->number - right->number;
}

static int *sorted(struct ranked *ranked, int count, struct arena *arena)
{
    int *numbers = ARENA_ARRAY(arena, count + 1, int);
    if (count)
        qsort(ranked, (size_t)count, sizeof *ranked, compare_ranked);
    for (int i = 0; i < count; i++)
        numbers[i] = ranked[i].number;
    return numbers;
}

static void list_teach(struct class_report *report, struct arena *arena)
{
    struct ranked *ranked = ARENA_ARRAY(arena, report->question_count + 1, struct ranked);
    int count = 0;
    for (int i = 0; i < report->question_count; i++) {
        const struct class_question *question = &report->questions[i];
        if (question->is_unanswered) {
            ranked[count++] = (struct ranked){i, CLASS_REPORT_TEACH};
        } else if (question->share >= 0 && question->share < CLASS_REPORT_TEACH) {
            ranked[count++] = (struct ranked){i, question->share};
        }
    }
    report->teach = sorted(ranked, count, arena);
    report->teach_count = count;
}

static void list_compared(struct class_report *report, struct arena *arena)
{
    struct ranked *ranked = ARENA_ARRAY(arena, report->question_count + 1, struct ranked);
    int count = 0;
    for (int i = 0; i < report->question_count; i++) {
        const struct class_change *change = &report->questions[i].change;
        if (change->before >= 0 && change->now >= 0)
            ranked[count++] = (struct ranked){i, change->now - change->before};
    }
    report->compared = sorted(ranked, count, arena);
    report->compared_count = count;
}

// --- topics

static int compare_topics(const void *a, const void *b)
{
    const struct class_topic *left = a, *right = b;
    if (left->share != right->share)
        return left->share < right->share ? -1 : 1;
    if (!left->name || !right->name)
        return !left->name - !right->name;
    return strcmp(left->name, right->name);
}

static void list_topics(struct class_report *report, const struct class_tally *tally,
                        struct arena *arena)
{
    const struct tally_topic *counted;
    const struct tally_question *questions;
    int count = class_tally_topics(tally, &counted), kept = 0;
    int question_count = class_tally_questions(tally, &questions);
    struct class_topic *topics = ARENA_ARRAY(arena, count + 1, struct class_topic);
    for (int i = 0; i < question_count; i++) {
        int share = class_tally_share(questions[i].answers_right, questions[i].answers);
        for (int k = 0; share >= 0 && k < questions[i].topic_count; k++) {
            topics[questions[i].topics[k]].questions++;
            topics[questions[i].topics[k]].share += share;
        }
    }
    for (int i = 0; i < count; i++) {
        struct class_topic topic = topics[i];
        if (topic.questions == 0)
            continue;
        topic.name = counted[i].name;
        topic.change = counted[i].change;
        topic.share = (topic.share + topic.questions / 2) / topic.questions;
        topics[kept++] = topic;
    }
    if (kept)
        qsort(topics, (size_t)kept, sizeof *topics, compare_topics);
    report->topics = topics;
    report->topic_count = kept;
}

struct class_report class_report_make(const struct class_tally *tally, struct arena *arena)
{
    struct class_report report = {
        .lessons = tally->lessons,
        .first_day = tally->first_day,
        .last_day = tally->last_day,
        .mode = tally->mode,
        .skipped = tally->skipped,
        .gone = tally->gone,
        .change = tally->change,
    };
    struct arena scratch = {0};
    struct pupils pupils = count_pupils(tally, &scratch);
    list_questions(&report, tally, &pupils, arena);
    list_teach(&report, arena);
    list_compared(&report, arena);
    list_topics(&report, tally, arena);
    list_pupils(&report, tally, &pupils, arena);
    arena_free(&scratch);
    return report;
}
