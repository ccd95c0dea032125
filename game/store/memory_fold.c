#include "store/memory_fold.h"

#include <math.h>
#include <string.h>

#include "store/journal.h"
#include "store/memory.h"

/// What can be done with a card. The numbers are in the tables.
enum mark { MARK_SUSPEND = 1, MARK_UNSUSPEND, MARK_HIDE, MARK_UNHIDE };

static const char *const mark_words[] = {[MARK_SUSPEND] = "suspend",
                                         [MARK_UNSUSPEND] = "unsuspend",
                                         [MARK_HIDE] = "hide",
                                         [MARK_UNHIDE] = "unhide"};

static const int64_t moment_most_ms = 1000000000000000; // as fsrs_time
static const int64_t ahead_most_min = 1440;             // a day

static const cJSON *find(const cJSON *root, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(root, key);
}

bool fold_whole(const cJSON *item, int64_t least, int64_t most, int64_t *value)
{
    if (!item || !cJSON_IsNumber(item) ||
        !(item->valuedouble >= (double)least && item->valuedouble <= (double)most) ||
        floor(item->valuedouble) != item->valuedouble)
        return false;
    *value = (int64_t)item->valuedouble;
    return true;
}

/// The nearest whole number in range; 0 for what is no number.
static int64_t nearest(const cJSON *item, int64_t least, int64_t most)
{
    double value = item && cJSON_IsNumber(item) ? item->valuedouble : 0;
    if (!(value > (double)least))
        return least;
    return value < (double)most ? (int64_t)value : most;
}

bool fold_review(struct folder *folder, const struct review_row *review, struct card_row *card,
                 struct fsrs_outcome *outcome)
{
    const struct fsrs *fsrs = fold_scheduler(folder, review->learner, review->id / ROWS_SLOTS);
    const struct fsrs_time when = {review->at_ms, review->ahead_min};
    bool is_first = card->card.phase == FSRS_NEW;
    bool is_done =
        fsrs_review_weighed(fsrs, &card->card, (enum fsrs_rating)review->rating,
                            review->evidence / 1000.0, when, (uint64_t)card->seed, outcome);
    if (is_done && is_first)
        card->first_ms = review->at_ms;
    return is_done;
}

static const char *text_of(const cJSON *root, const char *key)
{
    const cJSON *item = find(root, key);
    return cJSON_IsString(item) ? item->valuestring : NULL;
}

static bool is_same_text(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

void fold_note(const cJSON *root, struct known_row *row)
{
    const char *hash = text_of(root, "hash"), *text = text_of(root, "text");
    // A text that belongs to another hash is no longer what is asked.
    if (text || (hash && !is_same_text(hash, row->hash))) {
        row->text = text;
        row->right = text_of(root, "right");
    }
    row->hash = hash ? hash : row->hash;
}

/// The row of the question that an event is about, which is made if need be.
static int64_t known_of(struct folder *folder, const struct fold_event *event,
                        const cJSON *root)
{
    int64_t shelf = rows_shelf(folder, event->learner, event->bank);
    struct known_row row = rows_read_known(folder, shelf, event->question);
    fold_note(root, &row);
    row.first = row.first ? row.first : event->id;
    row.last = event->id;
    row.is_dropped = false;
    return rows_write_known(folder, shelf, event->question, &row);
}

/// Reads the card of `part`; a new one if there is none.
static void open_card(struct folder *folder, const struct fold_event *event, int64_t known,
                      int part, struct card_row *card)
{
    if (rows_read_card(folder, rows_slot(known, part), card))
        return;
    card->shelf = rows_shelf(folder, event->learner, event->bank);
    card->seed = (int64_t)memory_seed(event->bank, event->question, part);
}

static void add_review(struct folder *folder, const struct fold_event *event, int64_t known,
                       int part, struct review_row *review)
{
    struct card_row card;
    struct fsrs_outcome outcome;
    open_card(folder, event, known, part, &card);
    review->id = rows_slot(event->id, part);
    review->card = card.id;
    review->out = fold_is_left_out(folder, event->game, event->learner) ? ROWS_LEFT_OUT : 0;
    review->previous = card.last_review;
    review->before = card.card;
    card.last_review = review->id;
    bool is_done = !review->out && fold_review(folder, review, &card, &outcome);
    rows_add_review(folder, review, is_done ? &outcome : NULL);
    rows_write_card(folder, &card);
}

/// [part, rating, evidence]
static bool read_grade(const cJSON *grade, struct review_row *review, int *part)
{
    const cJSON *first = cJSON_IsArray(grade) ? grade->child : NULL;
    const cJSON *second = first ? first->next : NULL;
    int64_t number, rating, evidence;
    if (!fold_whole(first, 0, MEMORY_PARTS - 1, &number) ||
        !fold_whole(second, FSRS_AGAIN, FSRS_EASY, &rating) ||
        !fold_whole(second->next, 1, 1000, &evidence))
        return false;
    *part = (int)number;
    review->rating = (int)rating;
    review->evidence = (int)evidence;
    return true;
}

/// The answer in a quiz that an event tells. Returns false if it is none.
static bool read_answer(const struct fold_event *event, const cJSON *root,
                        struct answer_row *answer)
{
    const cJSON *credit = find(root, "credit");
    const char *kind = text_of(root, "kind");
    int64_t value = 0;
    bool is_late = event->type == JOURNAL_TIME_UP && !credit;
    if (!is_late && !fold_whole(credit, 0, 1000, &value))
        return false;
    answer->id = rows_slot(event->id, ROWS_SLOT_QUIZ);
    answer->credit = (int)value;
    answer->kind = kind ? kind : "";
    answer->said = text_of(root, "said");
    return true;
}

/// An answer in a quiz, or a card's grade.
static void fold_answer(struct folder *folder, const struct fold_event *event,
                        const cJSON *root)
{
    bool is_quiz = event->type != JOURNAL_GRADE;
    struct answer_row answer = {
        .learner = event->learner,
        .game = event->game,
        .at_ms = fsrs_days_moment_ms(event->at_ms),
        .ahead_min = (int32_t)nearest(find(root, "ahead"), -ahead_most_min, ahead_most_min),
        .took_ms = (int32_t)nearest(find(root, "took_ms"), 0, INT32_MAX),
        .kind = "",
    };
    struct review_row review = {
        .learner = answer.learner,
        .game = answer.game,
        .at_ms = answer.at_ms,
        .ahead_min = answer.ahead_min,
        .took_ms = answer.took_ms,
        .is_quiz = is_quiz,
    };
    const cJSON *grade = NULL;
    bool is_there[MEMORY_PARTS] = {false};
    int count = 0;
    if (is_quiz && read_answer(event, root, &answer)) {
        answer.known = known_of(folder, event, root);
        rows_add_answer(folder, &answer);
        count++;
    }
    cJSON_ArrayForEach(grade, find(root, "grades"))
    {
        int part;
        if (!read_grade(grade, &review, &part) || is_there[part])
            continue;
        is_there[part] = true;
        if (!answer.known)
            answer.known = known_of(folder, event, root);
        add_review(folder, event, answer.known, part, &review);
        if (!is_quiz) {
            answer.id = rows_slot(event->id, part);
            answer.credit = review.rating == FSRS_AGAIN ? 0 : 1000;
            rows_add_answer(folder, &answer);
            count++;
        }
    }
    if (count == 1) {
        fold_missed(folder, &answer);
    } else if (count) { // they stand in the order of their parts
        fold_missed_anew(folder, event->learner, answer.known, event->id);
    }
}

void fold_mark(struct card_row *card, int mark, int64_t until_ms)
{
    if (mark == MARK_SUSPEND || mark == MARK_UNSUSPEND) {
        card->is_suspended = mark == MARK_SUSPEND;
    } else {
        card->hidden_until_ms = mark == MARK_HIDE ? until_ms : 0;
    }
}

static void fold_card(struct folder *folder, const struct fold_event *event, const cJSON *root)
{
    static const char sql[] =
        "INSERT INTO mark(id, card, what, until_ms, out) VALUES (?1, ?2, ?3, ?4, 0)";
    const char *word = text_of(root, "do");
    int64_t part, until_ms = 0;
    int mark = MARK_SUSPEND;
    if (!word || !fold_whole(find(root, "part"), 0, MEMORY_PARTS - 1, &part))
        return;
    while (mark <= MARK_UNHIDE && strcmp(word, mark_words[mark]) != 0)
        mark++;
    bool is_good =
        mark != MARK_HIDE || fold_whole(find(root, "until"), 1, moment_most_ms, &until_ms);
    if (mark > MARK_UNHIDE || !is_good)
        return;
    struct card_row card;
    open_card(folder, event, known_of(folder, event, root), (int)part, &card);
    fold_mark(&card, mark, until_ms);
    rows_write_card(folder, &card);
    const int64_t values[] = {rows_slot(event->id, (int)part), card.id, mark, until_ms};
    rows_run(folder, rows_statement(folder, sql, values, 4));
}

/// Somebody says that a question is wrong as it reads now, or takes that back.
static void fold_flag(struct folder *folder, const struct fold_event *event, const cJSON *root)
{
    const cJSON *is_on = find(root, "on");
    if (!cJSON_IsBool(is_on))
        return;
    int64_t shelf = rows_shelf(folder, event->learner, event->bank);
    struct known_row row = rows_read_known(folder, shelf, event->question);
    const char *hash = text_of(root, "hash");
    row.flagged = cJSON_IsFalse(is_on) ? NULL : hash ? hash : "";
    rows_write_known(folder, shelf, event->question, &row);
}

/// What is said of a question, as JSON.
static void fold_said(struct folder *folder, const struct fold_event *event)
{
    if (!event->bank || !event->question || !event->data)
        return;
    cJSON *root = cJSON_Parse(event->data);
    if (cJSON_IsObject(root)) {
        if (event->type == JOURNAL_CARD) {
            fold_card(folder, event, root);
        } else if (event->type == JOURNAL_FLAG) {
            fold_flag(folder, event, root);
        } else if (event->type == JOURNAL_MOVE) {
            fold_move(folder, event, root);
        } else if (event->type == JOURNAL_DROP) {
            fold_drop(folder, event, root);
        } else {
            fold_answer(folder, event, root);
        }
    }
    cJSON_Delete(root);
}

void fold_event(struct folder *folder, const struct fold_event *event)
{
    if (event->id <= 0 || event->id >= INT64_MAX / ROWS_SLOTS)
        return;
    fold_line(folder, event);
    switch (event->type) {
    case JOURNAL_ANSWER:
    case JOURNAL_TIME_UP:
    case JOURNAL_GRADE:
    case JOURNAL_CARD:
    case JOURNAL_FLAG:
    case JOURNAL_MOVE:
    case JOURNAL_DROP:
        fold_said(folder, event);
        break;
    case JOURNAL_UNDO:
    case JOURNAL_REDO:
        fold_undo(folder, event);
        break;
    case JOURNAL_OUT:
    case JOURNAL_IN:
        fold_leave_out(folder, event);
        break;
    case JOURNAL_OPTIONS:
        fold_options(folder, event);
        break;
    default:
        break; // of no matter here, or not known to this program
    }
}
