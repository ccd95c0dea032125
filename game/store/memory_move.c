// What was known of one question becomes known of another.
#include <string.h>

#include "store/memory_fold.h"

static void set(struct folder *folder, const char *sql, int64_t from, int64_t to)
{
    const int64_t values[] = {from, to};
    rows_run(folder, rows_statement(folder, sql, values, 2));
}

/// Gives a question that nothing is known of to all that is known of another.
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

/// Adds the reviews of a card to those of another, which may not be there.
static void merge_card(struct folder *folder, const struct card_row *card, int64_t to,
                       int64_t shelf)
{
    static const char reviews[] = "UPDATE review SET card = ?2 WHERE card = ?1";
    static const char marks[] = "UPDATE mark SET card = ?2 WHERE card = ?1";
    static const char drop[] = "DELETE FROM card WHERE id = ?1";
    struct card_row other;
    bool is_there = rows_read_card(folder, to, &other);
    set(folder, reviews, card->id, to);
    set(folder, marks, card->id, to);
    rows_run(folder, rows_statement(folder, drop, &card->id, 1));
    if (is_there) {
        fold_again(folder, to, 0, (struct fsrs_card){0});
        fold_marks(folder, to);
    } else {
        other = *card;
        other.id = to;
        other.shelf = shelf;
        rows_write_card(folder, &other);
    }
}

static void merge_known(struct folder *folder, int64_t from, int64_t to, int64_t shelf)
{
    static const char sql[] = "SELECT id FROM card WHERE id >= ?1 AND id < ?2 ORDER BY id";
    static const char answers[] = "UPDATE answer SET known = ?2 WHERE known = ?1";
    static const char drop[] = "DELETE FROM known WHERE id = ?1";
    int64_t ids[ROWS_SLOTS];
    int count = 0;
    const int64_t range[] = {rows_slot(from, 0), rows_slot(from + 1, 0)};
    struct sqlite3_stmt *statement = rows_statement(folder, sql, range, 2);
    while (rows_next(folder, statement))
        ids[count++] = rows_column(statement, 0);
    rows_reset(statement);
    for (int i = 0; i < count; i++) {
        struct card_row card;
        if (rows_read_card(folder, ids[i], &card))
            merge_card(folder, &card, rows_slot(to, (int)(ids[i] % ROWS_SLOTS)), shelf);
    }
    set(folder, answers, from, to);
    rows_run(folder, rows_statement(folder, drop, &from, 1));
}

void fold_move(struct folder *folder, const struct fold_event *event, const cJSON *root)
{
    const cJSON *bank = cJSON_GetObjectItemCaseSensitive(root, "bank");
    const cJSON *question = cJSON_GetObjectItemCaseSensitive(root, "question");
    if (!cJSON_IsString(bank) || !cJSON_IsString(question))
        return;
    int64_t from = rows_known(folder, rows_shelf(folder, event->learner, event->bank),
                              event->question, false);
    if (!from)
        return;
    int64_t shelf = rows_shelf(folder, event->learner, bank->valuestring);
    int64_t to = rows_known(folder, shelf, question->valuestring, false);
    if (!to)
        rename_known(folder, from, shelf, question->valuestring);
    else if (to != from)
        merge_known(folder, from, to, shelf);
}
