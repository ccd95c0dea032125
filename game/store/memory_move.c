// What was known of one question becomes known of another.
#include <string.h>

#include "store/memory_fold.h"

/// Gives what is known the name of a question that nothing is known of.
static void rename_known(struct folder *folder, int64_t known, int64_t shelf,
                         const char *question)
{
    static const char name[] = "UPDATE known SET shelf = ?2, question = ?3 WHERE id = ?1";
    static const char cards[] = "UPDATE card SET shelf = ?3 WHERE id >= ?1 AND id < ?2";
    const int64_t values[] = {known, shelf};
    struct sqlite3_stmt *statement = rows_statement(folder, name, values, 2);
    rows_bind_text(statement, 3, question);
    rows_run(folder, statement);
    const int64_t range[] = {rows_slot(known, 0), rows_slot(known + 1, 0), shelf};
    rows_run(folder, rows_statement(folder, cards, range, 3));
}

/// Makes one chain of two, each with the newest first, of the reviews of `card`.
static void merge_chains(const struct buf *a, const struct buf *b, int64_t card,
                         struct buf *merged)
{
    const struct review_row *x = (const struct review_row *)(const void *)a->data;
    const struct review_row *y = (const struct review_row *)(const void *)b->data;
    size_t x_left = a->len / sizeof *x, y_left = b->len / sizeof *y;
    while (x_left + y_left) {
        bool is_x = !y_left || (x_left && x->id > y->id);
        struct review_row review = is_x ? *x++ : *y++;
        is_x ? x_left-- : y_left--;
        review.card = card;
        review.previous = 0;
        if (merged->len) {
            struct review_row *later =
                (struct review_row *)(void *)(merged->data + merged->len - sizeof review);
            later->previous = review.id;
        }
        buf_add(merged, &review, sizeof review);
    }
}

/// Adds what is known of a card to another one, which may be new.
static void merge_card(struct folder *folder, int64_t from, int64_t to, int64_t shelf)
{
    static const char marks[] = "UPDATE mark SET card = ?2 WHERE card = ?1";
    static const char drop[] = "DELETE FROM card WHERE id = ?1";
    struct card_row card, other;
    struct buf a = {0}, b = {0}, merged = {0};
    rows_read_card(folder, from, &other);
    if (!rows_read_card(folder, to, &card)) {
        card.seed = other.seed;
        card.shelf = shelf;
    }
    fold_read_chain(folder, card.last_review, 0, &a);
    fold_read_chain(folder, other.last_review, 0, &b);
    merge_chains(&a, &b, to, &merged);
    struct review_row *chain = (struct review_row *)(void *)merged.data;
    card.last_review = merged.len ? chain[0].id : 0;
    card.card = (struct fsrs_card){0};
    fold_chain(folder, &card, chain, merged.len / sizeof *chain);
    const int64_t values[] = {from, to};
    rows_run(folder, rows_statement(folder, marks, values, 2));
    fold_marks(folder, to);
    rows_run(folder, rows_statement(folder, drop, &from, 1));
    buf_free(&a);
    buf_free(&b);
    buf_free(&merged);
}

static void merge_known(struct folder *folder, int64_t from, int64_t to, int64_t shelf)
{
    static const char sql[] = "SELECT id FROM card WHERE id >= ?1 AND id < ?2 ORDER BY id";
    static const char drop[] = "DELETE FROM missed WHERE known = ?1";
    static const char name[] = "UPDATE known SET shelf = NULL, question = NULL, same_as = ?2 "
                               "WHERE id = ?1 OR same_as = ?1";
    int64_t ids[ROWS_SLOTS];
    int count = 0;
    const int64_t range[] = {rows_slot(from, 0), rows_slot(from + 1, 0)};
    struct sqlite3_stmt *statement = rows_statement(folder, sql, range, 2);
    while (rows_next(folder, statement))
        ids[count++] = rows_column(statement, 0);
    rows_reset(statement);
    for (int i = 0; i < count; i++)
        merge_card(folder, ids[i], rows_slot(to, (int)(ids[i] % ROWS_SLOTS)), shelf);
    const int64_t values[] = {from, to};
    rows_run(folder, rows_statement(folder, name, values, 2));
    rows_run(folder, rows_statement(folder, drop, &from, 1));
}

/// Adds to the row `to` what `old` has of a question that is the same now.
static void join(const struct known_row *old, struct known_row *to)
{
    bool is_earlier = old->first && (!to->first || old->first < to->first);
    to->first = is_earlier ? old->first : to->first;
    to->last = old->last > to->last ? old->last : to->last;
    to->flagged = to->flagged ? to->flagged : old->flagged;
    to->is_dropped = false;
}

void fold_move(struct folder *folder, const struct fold_event *event, const cJSON *root)
{
    const cJSON *bank = cJSON_GetObjectItemCaseSensitive(root, "bank");
    const cJSON *question = cJSON_GetObjectItemCaseSensitive(root, "question");
    struct arena scratch = {0};
    if (!cJSON_IsString(bank) || !cJSON_IsString(question))
        return;
    struct known_row old = rows_read_known(
        folder, rows_shelf(folder, event->learner, event->bank), event->question);
    if (!old.id)
        return;
    int64_t shelf = rows_shelf(folder, event->learner, bank->valuestring);
    int64_t to = rows_known(folder, shelf, question->valuestring, false);
    if (old.flagged)
        old.flagged = arena_text(&scratch, old.flagged, strlen(old.flagged));
    rows_flush(folder);
    if (!to) {
        rename_known(folder, old.id, shelf, question->valuestring);
    } else if (to != old.id) {
        merge_known(folder, old.id, to, shelf);
        fold_missed_anew(folder, event->learner, to, event->id);
    }
    struct known_row row = rows_read_known(folder, shelf, question->valuestring);
    join(&old, &row);
    fold_note(root, &row);
    rows_write_known(folder, shelf, question->valuestring, &row);
    arena_free(&scratch);
}

void fold_drop(struct folder *folder, const struct fold_event *event, const cJSON *root)
{
    const cJSON *is_on = cJSON_GetObjectItemCaseSensitive(root, "on");
    int64_t shelf = rows_shelf(folder, event->learner, event->bank);
    struct known_row row = rows_read_known(folder, shelf, event->question);
    if (!row.id)
        return;
    row.is_dropped = !cJSON_IsFalse(is_on);
    rows_write_known(folder, shelf, event->question, &row);
}
