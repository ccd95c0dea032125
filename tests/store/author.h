// tests/store/author.h: banks that somebody writes and edits, and a learner who learns them.
#pragma once

#include <stdbool.h>

#include "store/library.h"
#include "store/relink.h"
#include "store/scratch.h"

enum { AUTHOR_QUESTIONS = 64, AUTHOR_BANKS = 2, AUTHOR_WORDS = 160 };

/// A question as it stands in a bank. `who` tells it from all others, whatever it says.
struct authored {
    int who;
    char id[32]; // "": none
    char text[AUTHOR_WORDS], right[AUTHOR_WORDS];
};

struct authored_bank {
    char id[32];   // "": none, its file's name counts
    char name[32]; // of its file, without ".json"; "": there is no file
    struct authored questions[AUTHOR_QUESTIONS];
    int count;
};

/// The banks, and what a learner did with them.
struct author {
    struct scratch *scratch;
    struct authored_bank banks[AUTHOR_BANKS];
    struct journal journal;
    struct memory memory;
    struct library library;              // as it was read last
    struct relink relinks[AUTHOR_BANKS]; // of its entries
    int64_t now_ms;
};

void author_open(struct author *a, struct scratch *s);
void author_close(struct author *a);

/// Adds a question to bank `at`. Returns it.
struct authored *author_add(struct author *a, int at, int who, const char *text,
                            const char *right);

/// Writes the files and finds them, but reads none.
void author_write(struct author *a);

/// Writes the files and reads them anew, one after the other, and lets progress follow in each
/// before the next is read.
void author_save(struct author *a);

/// Grades the card of question `i` of bank `at` as it was saved last.
void author_learn(struct author *a, int at, int i);

/// Who the question under `key` in the bank with this id is now; 0: nobody.
int author_who(const struct author *a, const char *bank_id, const char *key);

/// Who was learnt of whom the progress under `key` is; 0: there is none.
int author_learnt_as(struct author *a, const char *bank, const char *key);

/// How many reviews of `who` are kept under the question that is `who` now, in any bank.
int author_found(struct author *a, int who);

/// How many reviews of `who` there are in all.
int author_reviews(struct author *a, int who);

/// Fails if a review is kept under a question that is another one.
void author_check(struct author *a);
