#include "core/class_tally.h"

#include <string.h>

#include "base/text.h"

/// What a question is known by.
struct name {
    const char *bank, *key;
};

static struct tally_question *questions_of(const struct class_tally *tally)
{
    return (struct tally_question *)(void *)tally->questions.data;
}

static struct tally_topic *topics_of(const struct class_tally *tally)
{
    return (struct tally_topic *)(void *)tally->topics.data;
}

int class_tally_questions(const struct class_tally *tally,
                          const struct tally_question **questions)
{
    *questions = questions_of(tally);
    return (int)(tally->questions.len / sizeof **questions);
}

int class_tally_topics(const struct class_tally *tally, const struct tally_topic **topics)
{
    *topics = topics_of(tally);
    return (int)(tally->topics.len / sizeof **topics);
}

int class_tally_answers(const struct class_tally *tally, const struct tally_answer **answers)
{
    *answers = (const struct tally_answer *)(const void *)tally->answers.data;
    return (int)(tally->answers.len / sizeof **answers);
}

int class_tally_pupils(const struct class_tally *tally, const char *const **names)
{
    *names = (const char *const *)(const void *)tally->pupils.data;
    return (int)(tally->pupils.len / sizeof **names);
}

int class_tally_share(int part, int whole)
{
    return whole > 0 ? (int)(((int64_t)part * CREDIT_FULL + whole / 2) / whole) : -1;
}

void class_tally_free(struct class_tally *tally)
{
    buf_free(&tally->questions);
    buf_free(&tally->topics);
    buf_free(&tally->pupils);
    buf_free(&tally->answers);
    index_free(&tally->index);
    arena_free(&tally->arena);
    *tally = (struct class_tally){0};
}

static const char *copy(struct class_tally *tally, const char *text)
{
    return arena_text(&tally->arena, text, strlen(text));
}

// --- finding what was there before

static bool is_same(const void *owner, uint32_t number, const void *key)
{
    const struct tally_question *question = &questions_of(owner)[number];
    const struct name *name = key;
    return strcmp(question->key, name->key) == 0 && strcmp(question->bank, name->bank) == 0;
}

// FNV-1a by Fowler, Noll and Vo, over the texts and their NULs.
static uint64_t hash_of(const struct name *name)
{
    uint64_t hash = 0xcbf29ce484222325u;
    const char *const texts[] = {name->bank, name->key};
    for (int i = 0; i < 2; i++) {
        const char *at = texts[i];
        do {
            hash = (hash ^ (unsigned char)*at) * 0x100000001b3u;
        } while (*at++);
    }
    return hash ^ hash >> 32;
}

/// The number of a topic, which is added if need be; NULL: of questions without one.
static int topic_number(struct class_tally *tally, const char *name)
{
    static const char no_topic[] = "other"; // what is called so is among them
    struct arena scratch = {0};
    const char *folded = name ? text_fold(&scratch, name, FOLD_CASE, NULL) : no_topic;
    const struct tally_topic *topics;
    int count = class_tally_topics(tally, &topics), at = 0;
    while (at < count && strcmp(topics[at].folded, folded) != 0)
        at++;
    if (at == count) {
        bool is_none = strcmp(folded, no_topic) == 0;
        struct tally_topic topic = {.name = is_none ? NULL : copy(tally, name),
                                    .folded = copy(tally, folded),
                                    .last = -1,
                                    .change = {.now = -1, .before = -1}};
        buf_add(&tally->topics, &topic, sizeof topic);
    }
    arena_free(&scratch);
    return at;
}

static void find_topics(struct class_tally *tally, const struct picked *now,
                        struct tally_question *found)
{
    const struct question *question = now->question;
    int *topics = ARENA_ARRAY(&tally->arena, question->topic_count + 1, int);
    for (int i = 0; i < question->topic_count; i++) {
        int topic = topic_number(tally, now->bank->topics[question->topics[i]]), same = 0;
        while (same < found->topic_count && topics[same] != topic)
            same++;
        if (same == found->topic_count)
            topics[found->topic_count++] = topic;
    }
    if (found->topic_count == 0)
        topics[found->topic_count++] = topic_number(tally, NULL);
    found->topics = topics;
}

/// Says how a question reads now, of which nothing was known but its name.
static void describe(struct class_tally *tally, const struct picked *now,
                     struct tally_question *question)
{
    question->is_gone = false;
    question->text = copy(tally, answer_text_asked(now->question, &tally->arena));
    question->right =
        copy(tally, answer_text_right(now->question, tally->words, &tally->arena));
    find_topics(tally, now, question);
}

/// A question that was not counted before, by its name.
static struct tally_question new_question(struct class_tally *tally, const struct name *name)
{
    return (struct tally_question){
        .bank = copy(tally, name->bank),
        .key = copy(tally, name->key),
        .text = arena_printf(&tally->arena, "%s: %s", name->bank, name->key),
        .right = "",
        .is_gone = true,
        .last = -1,
        .change = {.now = -1, .before = -1}};
}

/// The question of this name, which is added if need be; `now` without a question: it is in no
/// bank any more. Good until the next one is.
static struct tally_question *question_of(struct class_tally *tally, const struct name *name,
                                          const struct picked *now)
{
    const struct tally_question *questions;
    uint32_t count = (uint32_t)class_tally_questions(tally, &questions);
    tally->index.is_same = is_same;
    tally->index.owner = tally;
    uint32_t number = index_add(&tally->index, hash_of(name), count, name);
    if (number == INDEX_NONE) {
        struct tally_question added = new_question(tally, name);
        buf_add(&tally->questions, &added, sizeof added);
        number = count;
    }
    struct tally_question *question = &questions_of(tally)[number];
    // What one lesson can't find another may.
    if (question->is_gone && now->question)
        describe(tally, now, question);
    return question;
}

// --- what was answered

static bool is_for_all(const struct contest_round *round)
{
    return round->mode == CONTEST_HANDS || round->mode == CONTEST_ALL;
}

/// How long a question took: one after the other, each with a clock, or the one clock that
/// there was.
static int64_t time_of(const struct contest_round *round, int team_count)
{
    int64_t took_ms = 0;
    for (int team = CONTEST_NOBODY; team < team_count && !is_for_all(round); team++)
        took_ms += contest_share(round, team)->took_ms;
    return took_ms > round->took_ms ? took_ms : round->took_ms;
}

static void say(struct class_tally *tally, struct tally_question *question, const char *text,
                int count)
{
    if (!*text || count <= 0)
        return;
    struct arena scratch = {0};
    const char *folded = text_fold(&scratch, text, FOLD_CASE, NULL);
    struct class_said **at = &question->said;
    while (*at && strcmp((*at)->folded, folded) != 0)
        at = &(*at)->next;
    if (!*at) {
        *at = ARENA_ARRAY(&tally->arena, 1, struct class_said);
        **at = (struct class_said){.text = copy(tally, text), .folded = copy(tally, folded)};
    }
    (*at)->count += count;
    arena_free(&scratch);
}

/// Says an answer, or that one of several choices was taken.
static void say_given(struct class_tally *tally, struct tally_question *question,
                      const struct ask *ask, const struct answer *answer, int count)
{
    struct arena scratch = {0};
    say(tally, question, answer_text_given(ask, answer, tally->words, &scratch), count);
    arena_free(&scratch);
}

/// Says that wrong choices were taken, which are bits of `picked`.
static void say_choices(struct class_tally *tally, struct tally_question *question,
                        const struct ask *ask, uint32_t picked, int count)
{
    for (int place = 0; place < ask->shown_count; place++) {
        const struct answer one = {.picked = UINT32_C(1) << ask->shown[place]};
        if ((picked & one.picked) && !ask_is_right(ask, place))
            say_given(tally, question, ask, &one, count);
    }
}

static void say_answer(struct class_tally *tally, struct tally_question *question,
                       const struct ask *ask, const struct answer *answer)
{
    switch ((enum kind)ask->question->kind) {
    case KIND_CHOICE:
    case KIND_MULTI:
    case KIND_TRUEFALSE:
        say_choices(tally, question, ask, answer->picked, 1);
        break;
    case KIND_TEXT:
    case KIND_NUMBER:
    case KIND_CLOZE:
        say_given(tally, question, ask, answer, 1);
        break;
    case KIND_ORDER: // hardly two are the same
    case KIND_MATCH:
    case KIND_CARD:
    case KIND_COUNT:
        break;
    }
}

static void say_wrong(struct class_tally *tally, struct tally_question *question,
                      const struct contest_round *round, int team_count)
{
    for (int place = 0; round->mode == CONTEST_HANDS && place < round->ask.shown_count;
         place++) {
        uint32_t picked = UINT32_C(1) << round->ask.shown[place];
        say_choices(tally, question, &round->ask, picked, round->hands[place]);
    }
    for (int team = CONTEST_NOBODY; team < team_count; team++) {
        const struct contest_share *share = contest_share(round, team);
        if (share->is_typed && share->credit < CREDIT_FULL)
            say_answer(tally, question, &round->ask, &share->answer);
    }
}

static int pupil_number(struct class_tally *tally, const char *name)
{
    const char *const *names;
    int count = class_tally_pupils(tally, &names), at = 0;
    while (at < count && strcmp(names[at], name) != 0)
        at++;
    if (at == count) {
        const char *kept = copy(tally, name);
        buf_add(&tally->pupils, &kept, sizeof kept);
    }
    return at;
}

/// Notes what pupils said: of each team, or of all if there are none, the last who was asked.
static void note_pupils(struct class_tally *tally, const struct class_lesson *lesson,
                        const struct contest_round *round, int question)
{
    for (int team = CONTEST_NOBODY; team < lesson->contest->rules.team_count; team++) {
        const struct contest_share *share = contest_share(round, team);
        if (share->pupil < 0 || !lesson->pupils)
            continue;
        struct tally_answer answer = {
            .question = question,
            .pupil = pupil_number(tally, lesson->pupils[share->pupil]),
            .is_right = share->credit == CREDIT_FULL,
        };
        buf_add(&tally->answers, &answer, sizeof answer);
    }
}

static bool is_gone(const struct class_lesson *lesson, int at)
{
    return lesson->is_gone && lesson->is_gone[at];
}

/// The question of a round as it is in its bank now.
static struct picked now_of(const struct class_lesson *lesson, int at)
{
    const struct ask *ask = &lesson->contest->rounds[at].ask;
    if (is_gone(lesson, at))
        return lesson->now ? lesson->now[at] : (struct picked){0};
    return (struct picked){ask->bank, ask->question};
}

/// Whether it can be told who was right.
static bool is_known(const struct class_lesson *lesson, int at)
{
    bool is_hands = lesson->contest->rounds[at].mode == CONTEST_HANDS;
    return !is_gone(lesson, at) || !is_hands || (lesson->hands && lesson->hands[at].is_told);
}

/// The answers to the question of a round, also where that is gone.
static struct contest_answers count_answers(const struct class_lesson *lesson, int at)
{
    const struct contest_round *round = &lesson->contest->rounds[at];
    struct contest_answers answers = contest_answers(lesson->contest, at);
    if (round->mode != CONTEST_HANDS || !is_gone(lesson, at))
        return answers;
    answers = (struct contest_answers){0};
    for (int place = 0; place <= ASK_PLACES; place++) {
        bool is_right = place < ASK_PLACES && (lesson->hands[at].right >> place & 1);
        answers.all += round->hands[place];
        answers.right += is_right ? round->hands[place] : 0;
    }
    return answers;
}

static void add_round(struct class_tally *tally, const struct class_lesson *lesson, int at,
                      bool counts)
{
    const struct contest_round *round = &lesson->contest->rounds[at];
    int team_count = lesson->contest->rules.team_count;
    struct contest_answers answers = count_answers(lesson, at);
    const struct name name = {round->ask.bank->id, lesson->keys[at]};
    const struct picked now = now_of(lesson, at);
    struct tally_question *question = question_of(tally, &name, &now);
    question->now_right += answers.right;
    question->now_answers += answers.all;
    if (!counts)
        return;
    question->asked++;
    question->answers_right += answers.right;
    question->answers += answers.all;
    question->unanswered += answers.all == 0 && !is_for_all(round);
    question->took_ms += time_of(round, team_count);
    question->has_hands = question->has_hands || round->mode == CONTEST_HANDS;
    question->is_changed =
        question->is_changed || (lesson->is_changed && lesson->is_changed[at]);
    if (!is_gone(lesson, at))
        say_wrong(tally, question, round, team_count);
    note_pupils(tally, lesson, round, (int)(question - questions_of(tally)));
}

// --- what has changed

static void end_time(int share, int64_t day, bool counts, int *last, int64_t *last_day,
                     struct class_change *change)
{
    if (share < 0)
        return;
    if (counts)
        *change = (struct class_change){share, *last, *last_day};
    *last = share;
    *last_day = day;
}

static void end_topics(struct class_tally *tally, int64_t day, bool counts)
{
    const struct tally_topic *all;
    int count = class_tally_topics(tally, &all);
    for (int i = 0; i < count; i++) {
        struct tally_topic *topic = &topics_of(tally)[i];
        int share =
            topic->now_count ? (topic->now_sum + topic->now_count / 2) / topic->now_count : -1;
        end_time(share, day, counts, &topic->last, &topic->last_day, &topic->change);
        topic->now_sum = topic->now_count = 0;
    }
}

/// The lesson is counted: what comes now is compared with it.
static void end_lesson(struct class_tally *tally, int64_t day, bool counts)
{
    const struct tally_question *all;
    int count = class_tally_questions(tally, &all), sum = 0, asked = 0;
    for (int i = 0; i < count; i++) {
        struct tally_question *question = &questions_of(tally)[i];
        int share = class_tally_share(question->now_right, question->now_answers);
        question->now_right = question->now_answers = 0;
        if (share < 0)
            continue;
        sum += share;
        asked++;
        end_time(share, day, counts, &question->last, &question->last_day, &question->change);
        for (int k = 0; k < question->topic_count; k++) {
            topics_of(tally)[question->topics[k]].now_sum += share;
            topics_of(tally)[question->topics[k]].now_count++;
        }
    }
    end_topics(tally, day, counts);
    end_time(asked ? (sum + asked / 2) / asked : -1, day, counts, &tally->last,
             &tally->last_lesson_day, &tally->change);
}

void class_tally_add(struct class_tally *tally, const struct class_lesson *lesson, bool counts)
{
    const struct contest *contest = lesson->contest;
    if (!tally->has_begun) {
        tally->has_begun = true;
        tally->last = tally->change.now = tally->change.before = -1;
    }
    if (counts) {
        tally->first_day = tally->lessons ? tally->first_day : lesson->day;
        tally->last_day = lesson->day;
        tally->mode = contest->rules.mode;
        tally->lessons++;
    }
    for (int i = 0; i < contest->round_count; i++) {
        const struct contest_round *round = &contest->rounds[i];
        if (round->is_empty)
            continue;
        tally->skipped += counts && round->is_skipped;
        tally->gone += counts && round->is_settled && !now_of(lesson, i).question;
        if (round->is_settled && is_known(lesson, i))
            add_round(tally, lesson, i, counts);
    }
    end_lesson(tally, lesson->day, counts);
}
