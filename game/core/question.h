// core/question.h: one question of a bank, as read. Nothing in here changes after reading.
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum kind {
    KIND_CHOICE,
    KIND_MULTI,
    KIND_TRUEFALSE,
    KIND_TEXT,
    KIND_NUMBER,
    KIND_ORDER,
    KIND_MATCH,
    KIND_CLOZE,
    KIND_CARD,
    KIND_COUNT
};

enum difficulty { DIFFICULTY_EASY, DIFFICULTY_MEDIUM, DIFFICULTY_HARD, DIFFICULTY_COUNT };

enum { TYPOS_BY_LENGTH = -1 };

/// What a bank says of one choice or accepted answer beside its text.
struct note {
    const char *why;   // why it is wrong, or not quite right; NULL if not said
    const char *image; // path relative to the bank; NULL for none
    int credit;        // of an accepted answer, in thousandths; 1000 is full
};

/// A list of texts. `notes` runs beside `items`, or is NULL when no item has anything to note.
struct texts {
    const char *const *items;
    const struct note *notes;
    int count;
};

/// Where something was taken from. All may be NULL.
struct source {
    const char *title, *url, *license;
};

/// What most questions of a large bank don't have. All may be NULL.
struct question_extras {
    const char *explanation, *hint;
    const char *image, *image_alt, *sound; // paths relative to the bank
    struct source source;
    const uint32_t *facts; // numbers for what "x-facts" names: the same, the same fact
    int fact_count;
};

struct number_answer {
    double min, max;  // right from `min` to `max`; equal for one value
    double tolerance; // more to either side; a share of the value if `is_share`
    bool is_share;    // tolerance was "5%"
    const char *unit; // NULL for none
};

struct gap {
    struct texts accepted; // the first is the one to show
    const char *hint;      // NULL for none
};

/// One question. Texts are UTF-8 and live as long as their bank.
struct question {
    const char *id;                       // NULL: none given
    const char *text;                     // what is asked; a card's front; NULL for a cloze
    const struct question_extras *extras; // NULL: none
    const uint32_t *topics;               // into the bank's topics, each once
    int line, column;                     // where it starts in its file
    uint16_t points, seconds;             // points 0 to 1000; seconds 0: none given
    uint8_t kind;                         // enum kind
    uint8_t difficulty;                   // enum difficulty
    uint8_t topic_count;
    int8_t typos;       // edits forgiven in a typed answer, or TYPOS_BY_LENGTH
    bool is_exact;      // text, cloze: case and accents count too
    bool is_shuffled;   // choices may change places
    bool keeps_choices; // choice, multi: they are shown on a card too ("x-card": "choices")

    union {
        struct {
            struct texts options; // the right ones first, then the wrong ones, as written
            int right_count;      // 1 for a choice
        } choice;                 // choice and multi

        bool is_true;          // truefalse
        struct texts accepted; // text: the first is the one to show
        const struct number_answer *number;
        struct texts order; // in the right order

        struct {
            const char *const *lefts;  // `count`
            const char *const *rights; // `count`, then `extra_count` that belong to no left
            uint8_t count, extra_count;
        } match;

        struct {
            const struct gap *gaps;
            const char *const
                *between; // `gap_count` + 1 texts: before each gap, after the last
            int gap_count;
        } cloze;

        struct {
            const char *back;
            bool is_reversible;
        } card;
    };
};
