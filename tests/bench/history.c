// Writes a learner's history to measure with: history EVENTS CARDS BANKS DIR
//
// EVENTS events, the last of them just now, of CARDS questions that are spread evenly over
// BANKS banks, "bank0" on, with the keys of bank_make; half of it quizzes of twenty questions,
// half sessions of fifty cards, each to its end, so it may be a few events more. All that is
// remembered is made from it. The same for every run but for the time.
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/rng.h"
#include "store/memory.h"

enum { QUIZ_QUESTIONS = 20, SESSION_CARDS = 50 };

struct writer {
    struct journal journal;
    struct rng rng;
    int64_t at_ms, began_ms, game, step_ms;
    long left, cards, banks;
    char bank[32], question[32];
};

static void need(bool is_good, const char *what)
{
    if (is_good)
        return;
    fprintf(stderr, "history: %s\n", what);
    exit(2);
}

static void write_event(struct writer *w, int type, const char *question, const char *data)
{
    const struct journal_event event = {.at_ms = w->at_ms,
                                        .game = w->game,
                                        .type = type,
                                        .bank = w->bank,
                                        .question = question,
                                        .data = data};
    need(journal_append(&w->journal, &event), w->journal.fault);
    w->left--;
    w->at_ms += w->step_ms;
}

static void begin_game(struct writer *w)
{
    snprintf(w->bank, sizeof w->bank, "bank%ld", (long)rng_below(&w->rng, (uint64_t)w->banks));
    w->began_ms = w->at_ms;
    w->game = journal_new_game(w->at_ms, rng_next(&w->rng));
}

/// What an answer says, in a quiz or of a card; chooses its question too.
static const char *answer(struct writer *w, bool is_quiz, char *data, size_t size)
{
    uint64_t card = rng_below(&w->rng, (uint64_t)(w->cards / w->banks));
    bool is_right = rng_below(&w->rng, 10) > 0;
    char quiz[100] = "";
    snprintf(w->question, sizeof w->question, "q%06" PRIu64, card);
    if (is_quiz) {
        snprintf(quiz, sizeof quiz, "\"picked\":1,\"credit\":%d,\"kind\":\"choice\",%s",
                 is_right ? 1000 : 0, is_right ? "" : "\"said\":\"Something else\",");
    }
    snprintf(data, size,
             "{\"t\":%" PRId64 ",\"took_ms\":%d,%s\"hash\":\"%016" PRIx64 "%016" PRIx64
             "\",\"ahead\":60,\"grades\":[[0,%d,%d]]}",
             w->at_ms - w->began_ms, 2000 + (int)rng_below(&w->rng, 9000), quiz, card,
             card * UINT64_C(0x9E3779B97F4A7C15), is_right ? 3 : 1, is_quiz ? 750 : 1000);
    return data;
}

static void write_quiz(struct writer *w)
{
    char data[4096], item[64];
    size_t len;
    begin_game(w);
    len = (size_t)snprintf(data, sizeof data,
                           "{\"seed\":\"%016" PRIx64 "\",\"question_limit_ms\":0,"
                           "\"quiz_limit_ms\":0,\"speed\":false,\"streak\":false,"
                           "\"banks\":[\"%s\"],\"questions\":[",
                           rng_next(&w->rng), w->bank);
    for (int i = 0; i < QUIZ_QUESTIONS; i++) {
        snprintf(item, sizeof item, "%s[0,\"q%06d\",\"%032d\"]", i ? "," : "", i, i);
        len += (size_t)snprintf(data + len, sizeof data - len, "%s", item);
    }
    snprintf(data + len, sizeof data - len, "]}");
    write_event(w, JOURNAL_QUIZ, NULL, data);
    for (int i = 0; i < QUIZ_QUESTIONS; i++) {
        const char *said = answer(w, true, data, sizeof data);
        write_event(w, JOURNAL_ANSWER, w->question, said);
        snprintf(data, sizeof data, "{\"t\":%" PRId64 "}", w->at_ms - w->began_ms);
        write_event(w, JOURNAL_NEXT, w->question, data);
    }
}

static void write_session(struct writer *w)
{
    char data[512];
    begin_game(w);
    write_event(w, JOURNAL_STUDY, NULL, "{\"mode\":\"due\"}");
    for (int i = 0; i < SESSION_CARDS; i++) {
        const char *said = answer(w, false, data, sizeof data);
        write_event(w, JOURNAL_GRADE, w->question, said);
    }
}

int main(int argc, char **argv)
{
    need(argc == 5, "wants EVENTS, CARDS, BANKS and DIR");
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct writer w = {.rng = rng_seed(1),
                       .left = strtol(argv[1], NULL, 10),
                       .cards = strtol(argv[2], NULL, 10),
                       .banks = strtol(argv[3], NULL, 10)};
    need(w.left > 0 && w.cards > 0 && w.banks > 0, "wants numbers above 0");
    journal_open(&w.journal, argv[4], "me", &diags);
    need(!w.journal.fault[0], w.journal.fault);
    // Two years, in which the time between two events is all the same.
    const int64_t span_ms = INT64_C(2) * 365 * 24 * 3600 * 1000;
    w.step_ms = span_ms / w.left;
    w.at_ms = (int64_t)time(NULL) * 1000 - span_ms;
    need(db_run(&w.journal.db, "BEGIN"), "no transaction");
    for (bool is_quiz = true; w.left > 0; is_quiz = !is_quiz) {
        if (is_quiz) {
            write_quiz(&w);
        } else {
            write_session(&w);
        }
    }
    need(db_run(&w.journal.db, "COMMIT"), "no commit");
    struct memory memory;
    need(memory_open(&memory, &w.journal), "no memory");
    memory_close(&memory);
    need(journal_close(&w.journal), "not all was saved");
    arena_free(&arena);
    return 0;
}
