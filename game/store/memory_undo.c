// What is worked out again after an undo, a game that is left out, or a move.
#include <string.h>

#include "store/journal.h"
#include "store/memory_fold.h"

void fold_read_chain(struct folder *folder, int64_t last, int64_t from, struct buf *chain)
{
    struct review_row review = {.previous = last};
    while (review.previous && review.previous >= from &&
           rows_read_review(folder, review.previous, &review))
        buf_add(chain, &review, sizeof review);
}

void fold_chain(struct folder *folder, struct card_row *card, struct review_row *chain,
                size_t count)
{
    for (size_t i = count; i > 0; i--) {
        struct review_row *review = &chain[i - 1];
        struct fsrs_outcome outcome;
        review->before = card->card;
        bool is_done = !review->out && fold_review(folder, review, card, &outcome);
        rows_set_review(folder, review, is_done ? &outcome : NULL);
    }
    if (card->card.phase == FSRS_NEW)
        card->first_ms = 0;
    rows_write_card(folder, card);
}

void fold_marks(struct folder *folder, int64_t card_id)
{
    static const char sql[] =
        "SELECT what, until_ms FROM mark WHERE card = ?1 AND out = 0 ORDER BY id";
    struct card_row card;
    if (!rows_read_card(folder, card_id, &card))
        return;
    card.is_suspended = false;
    card.hidden_until_ms = 0;
    struct sqlite3_stmt *statement = rows_statement(folder, sql, &card_id, 1);
    while (rows_next(folder, statement))
        fold_mark(&card, (int)rows_column(statement, 0), rows_column(statement, 1));
    rows_reset(statement);
    rows_write_card(folder, &card);
}

/// Lets a review count, or not, and works out its card again.
static void set_review_out(struct folder *folder, int64_t card_id, int64_t id, int out)
{
    struct card_row card;
    struct buf links = {0};
    if (!rows_read_card(folder, card_id, &card))
        return;
    fold_read_chain(folder, card.last_review, id, &links);
    struct review_row *chain = (struct review_row *)(void *)links.data;
    size_t count = links.len / sizeof *chain;
    // What doesn't count left no trace: the state was the same before the next that does.
    for (size_t i = 0; i < count; i++) {
        if (!chain[i].out)
            card.card = chain[i].before;
    }
    if (count) {
        chain[count - 1].out = out;
        fold_chain(folder, &card, chain, count);
    }
    buf_free(&links);
}

/// Sets or clears `why` for all reviews of an event.
static void set_reviews_out(struct folder *folder, int64_t event, enum rows_out why,
                            bool is_out)
{
    static const char sql[] =
        "SELECT id, card, out FROM review WHERE id >= ?1 AND id < ?2 ORDER BY id";
    static const char set[] = "UPDATE review SET out = ?2 WHERE id = ?1";
    struct buf found = {0};
    const int64_t values[] = {rows_slot(event, 0), rows_slot(event + 1, 0)};
    struct sqlite3_stmt *statement = rows_statement(folder, sql, values, 2);
    while (rows_next(folder, statement)) {
        const struct review_row review = {.id = rows_column(statement, 0),
                                          .card = rows_column(statement, 1),
                                          .out = (int)rows_column(statement, 2)};
        buf_add(&found, &review, sizeof review);
    }
    rows_reset(statement);
    const struct review_row *reviews = (const struct review_row *)(const void *)found.data;
    for (size_t i = 0; i < found.len / sizeof *reviews; i++) {
        const struct review_row *review = &reviews[i];
        int out = is_out ? review->out | (int)why : review->out & ~(int)why;
        const int64_t row[] = {review->id, out};
        if (!out != !review->out) {
            set_review_out(folder, review->card, review->id, out);
        } else if (out != review->out) {
            rows_run(folder, rows_statement(folder, set, row, 2));
        }
    }
    buf_free(&found);
}

/// `by`: the event that says so.
static void set_answers_out(struct folder *folder, int64_t event, bool is_out,
                            const struct fold_event *by)
{
    static const char sql[] = "UPDATE answer SET out = ?3 WHERE id >= ?1 AND id < ?2";
    static const char of[] = "SELECT known FROM answer WHERE id >= ?1 AND id < ?2";
    const int64_t values[] = {rows_slot(event, 0), rows_slot(event + 1, 0), is_out};
    rows_run(folder, rows_statement(folder, sql, values, 3));
    int64_t known = rows_number(folder, rows_statement(folder, of, values, 2));
    if (known)
        fold_missed_anew(folder, by->learner, known, by->id);
}

static void set_mark_out(struct folder *folder, int64_t event, bool is_out)
{
    static const char find[] = "SELECT card FROM mark WHERE id >= ?1 AND id < ?2";
    static const char set[] = "UPDATE mark SET out = ?3 WHERE id >= ?1 AND id < ?2";
    const int64_t values[] = {rows_slot(event, 0), rows_slot(event + 1, 0), is_out};
    int64_t card = rows_number(folder, rows_statement(folder, find, values, 2));
    rows_run(folder, rows_statement(folder, set, values, 3));
    fold_marks(folder, card);
}

static void set_undone(struct folder *folder, const struct undo_step *step, bool is_undone,
                       const struct fold_event *by)
{
    if (step->type == JOURNAL_CARD) {
        set_mark_out(folder, step->id, is_undone);
    } else if (step->type == JOURNAL_ANSWER || step->type == JOURNAL_TIME_UP ||
               step->type == JOURNAL_GRADE) {
        set_reviews_out(folder, step->id, ROWS_UNDONE, is_undone);
        set_answers_out(folder, step->id, is_undone, by);
    }
}

/// Reads the events of a game up to `event`, and what of them is undone.
static void read_line(struct folder *folder, const struct fold_event *event)
{
    static const char sql[] = "SELECT id, type FROM event WHERE game = ?1 AND learner = ?2 AND "
                              "id < ?3 ORDER BY id";
    undo_line_free(&folder->line);
    folder->line_game = event->game;
    folder->line_learner = event->learner;
    const int64_t values[] = {event->game, event->learner, event->id};
    struct sqlite3_stmt *statement = rows_statement(folder, sql, values, 3);
    while (rows_next(folder, statement))
        undo_line_add(&folder->line, (int)rows_column(statement, 1), rows_column(statement, 0));
    rows_reset(statement);
}

static bool has_line(const struct folder *folder, const struct fold_event *event)
{
    return event->game && folder->line_game == event->game &&
           folder->line_learner == event->learner;
}

void fold_line(struct folder *folder, const struct fold_event *event)
{
    bool is_undo = event->type == JOURNAL_UNDO || event->type == JOURNAL_REDO;
    if (!is_undo && has_line(folder, event))
        undo_line_add(&folder->line, event->type, event->id);
}

void fold_undo(struct folder *folder, const struct fold_event *event)
{
    if (!event->game)
        return;
    if (!has_line(folder, event))
        read_line(folder, event);
    struct undo_span span = undo_line_add(&folder->line, event->type, event->id);
    for (int i = span.first; i < span.end; i++)
        set_undone(folder, &undo_line_steps(&folder->line)[i], !span.counts, event);
}

// --- a whole game ----------------------------------------------------------------------------

bool fold_is_left_out(struct folder *folder, int64_t game, int64_t learner)
{
    static const char sql[] = "SELECT 1 FROM left_out WHERE game = ?1 AND learner = ?2";
    if (game != folder->left_game || learner != folder->left_learner) {
        const int64_t values[] = {game, learner};
        folder->left_game = game;
        folder->left_learner = learner;
        folder->is_left = rows_number(folder, rows_statement(folder, sql, values, 2));
    }
    return folder->is_left;
}

void fold_leave_out(struct folder *folder, const struct fold_event *event)
{
    static const char add[] = "INSERT OR IGNORE INTO left_out(game, learner) VALUES (?1, ?2)";
    static const char drop[] = "DELETE FROM left_out WHERE game = ?1 AND learner = ?2";
    static const char sql[] = "SELECT id FROM event WHERE game = ?1 AND learner = ?2 AND "
                              "id < ?3 AND question NOTNULL ORDER BY id";
    if (!event->game)
        return;
    bool is_out = event->type == JOURNAL_OUT;
    const int64_t values[] = {event->game, event->learner, event->id};
    rows_run(folder, rows_statement(folder, is_out ? add : drop, values, 2));
    folder->left_game = event->game;
    folder->left_learner = event->learner;
    folder->is_left = is_out;
    struct sqlite3_stmt *statement = rows_statement(folder, sql, values, 3);
    while (rows_next(folder, statement))
        set_reviews_out(folder, rows_column(statement, 0), ROWS_LEFT_OUT, is_out);
    rows_reset(statement);
}
