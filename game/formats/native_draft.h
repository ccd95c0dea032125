// formats/native_draft.h: a question while it is read, for the files of native_read().
#pragma once

#include "formats/native_reader.h"

/// Everything a question may say, in the order of its documentation.
enum field {
    FIELD_ID,
    FIELD_TYPE,
    FIELD_QUESTION,
    FIELD_ANSWER,
    FIELD_WRONG,
    FIELD_ORDER,
    FIELD_PAIRS,
    FIELD_EXTRA,
    FIELD_CLOZE,
    FIELD_FRONT,
    FIELD_BACK,
    FIELD_REVERSE,
    FIELD_TOLERANCE,
    FIELD_UNIT,
    FIELD_EXACT,
    FIELD_TYPOS,
    FIELD_SHUFFLE,
    FIELD_IMAGE,
    FIELD_IMAGE_ALT,
    FIELD_SOUND,
    FIELD_EXPLANATION,
    FIELD_HINT,
    FIELD_TAGS,
    FIELD_DIFFICULTY,
    FIELD_POINTS,
    FIELD_SECONDS,
    FIELD_SOURCE,
    FIELD_COMMENT,
    FIELD_COUNT
};

/// A list while it is read.
struct draft_list {
    struct texts texts;
    const cJSON **from; // the value of each text, in scratch memory
};

struct draft {
    const cJSON *fields[FIELD_COUNT]; // NULL if not given
    uint8_t sequence[FIELD_COUNT];    // the given ones as they stand in the text
    int given;                        // how many
    uint32_t excused;                 // bit i: field i is missing, but why was already said
    uint32_t lonely;                  // bit i: field i is there, and was said to lack another
    bool is_inferred;                 // no type was given
    enum kind kind;
    const struct field_row *row; // of the field that is read
    struct question *question;
    struct question_extras extras;
    bool has_extras;
    struct number_answer number;
    struct draft_list right, wrong, order, lefts, rights, extra;
};

/// One thing a question may say.
struct field_row {
    const char *name;
    unsigned kinds; // bit i: enum kind i has a use for it
    unsigned makes; // bit i: it makes a question of enum kind i; 0 for what any kind may say
    bool (*read)(struct reader *r, struct draft *draft, const cJSON *item);
    int least, most; // of a number, or most characters of a text
};

extern const struct field_row native_fields[FIELD_COUNT];

/// One kind of question.
struct kind_row {
    const char *name;
    const char *example;
    enum field needs[3]; // FIELD_COUNT where it needs fewer
    bool (*finish)(struct reader *r, struct draft *draft);
};

extern const struct kind_row native_kinds[KIND_COUNT];

/// The field of this name; FIELD_COUNT if there is none.
enum field native_find_field(const char *name);

/// Reports a key that isn't ours. The field that was probably meant is excused.
void native_report_unknown(struct reader *r, struct draft *draft, const cJSON *item);

/// Reports a "type" as other programs call it. Returns whether it is one.
bool native_report_foreign_kind(struct reader *r, const cJSON *type);

bool native_read_answer(struct reader *r, struct draft *draft, const cJSON *item);
bool native_read_wrong(struct reader *r, struct draft *draft, const cJSON *item);
bool native_read_order(struct reader *r, struct draft *draft, const cJSON *item);
bool native_read_pairs(struct reader *r, struct draft *draft, const cJSON *item);
bool native_read_extra(struct reader *r, struct draft *draft, const cJSON *item);
bool native_read_cloze(struct reader *r, struct draft *draft, const cJSON *item);

bool native_finish_choice(struct reader *r, struct draft *draft);
bool native_finish_text(struct reader *r, struct draft *draft);
bool native_finish_order(struct reader *r, struct draft *draft);
bool native_finish_match(struct reader *r, struct draft *draft);

/// A finite number from -1e15 to 1e15.
bool native_number(struct reader *r, const cJSON *item, double *value);

enum { LIST_CHOICES, LIST_ACCEPTED, LIST_TEXTS };

/// Reads one item of a list, which may be an object where `kind` is not LIST_TEXTS.
bool native_read_item(struct reader *r, const cJSON *item, const char *key, int kind,
                      const char **text, struct note *note);

/// Reads the children of `item`, from `least` to `most` of them.
bool native_read_list(struct reader *r, const cJSON *item, int kind, int least, int most,
                      struct draft_list *list);
