// formats/native_reader.h: the state of native_read(), for its own files.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <cjson/cJSON.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/index.h"
#include "core/bank.h"
#include "formats/json_scan.h"
#include "formats/json_tree.h"
#include "formats/json_where.h"
#include "formats/lint.h"

/// Reads one bank: first the members of the bank itself, then question by question.
struct reader {
    struct lint_bank *lint; // NULL: only what is wrong is looked for
    const char *file, *text;
    size_t len;
    struct arena *arena;  // of the bank
    struct arena scratch; // of the question at hand
    struct diags *diags;
    struct bank *bank;
    bool is_refused; // the bank itself is wrong
    bool is_newer;   // made for a later version of Quartet

    // The value that is read: a member of the bank, or a question.
    const struct json_item *item;
    cJSON *root;
    struct json_mark mark;             // where it starts, or what was reported last
    const struct json_remark *remarks; // those inside it
    size_t remark_count;
    bool is_bad;   // an error was found in it
    uint32_t told; // bit i: that it breaks enum lint_rule i was said
    uint32_t off;  // bit i: it says that rule i is not to be looked at

    uint32_t bank_off; // the bank says it

    // What questions that give none get.
    const uint32_t *topics;
    uint8_t topic_count;
    enum difficulty difficulty;

    struct json_maker maker; // its names are fields; none while the bank itself is read
    struct buf looks;        // struct look_text, of the bank's texts with markup
    struct buf topics_found; // const char *, each topic once
    struct buf spellings;    // of topics
    struct index spelling_index;
    uint64_t seed; // of hashes; from the text, so that none can be made to collide
};

/// Parses a member or question to be read, until native_close(). `*next` is the first remark
/// that is not yet used.
void native_open(struct reader *r, const struct json_scan *scan, const struct json_item *item,
                 size_t *next);

/// Frees what was read of it, and the scratch memory.
void native_close(struct reader *r);

/// Reads all members of the bank but its questions.
void native_read_bank(struct reader *r, const struct json_scan *scan);

/// A part of the value that is read, to point at.
struct spot {
    const cJSON *item;
    bool is_key;       // its key is meant
    bool is_char;      // characters of the string are meant, from byte `index` on
    size_t index, len; // `len` bytes, or one character if that is 0
};

struct spot spot_value(const cJSON *item);
struct spot spot_key(const cJSON *item);
struct spot spot_char(const cJSON *item, size_t index);
struct spot spot_part(const cJSON *item, size_t index, size_t len);

/// Reports a problem; an error makes the value bad. Says nothing of a value that json_scan()
/// has already remarked on.
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void native_report(struct reader *r, enum diag_severity severity, struct spot spot,
                   const char *format, ...);

/// Reports that the value breaks a rule. A warning is not given if the value says so.
#if defined(__GNUC__)
__attribute__((format(printf, 5, 6)))
#endif
void native_report_rule(struct reader *r, enum lint_rule rule, enum diag_severity severity,
                        struct spot spot, const char *format, ...);

/// Reports a problem at some bytes of the text.
#if defined(__GNUC__)
__attribute__((format(printf, 5, 6)))
#endif
void native_report_at(struct reader *r, enum diag_severity severity, size_t at, size_t len,
                      const char *format, ...);

/// Notes that `put` in the place of a spot mends what was reported there.
void native_fix(struct reader *r, struct spot spot, const char *put);

/// The same of a text that is to be `word`.
void native_fix_word(struct reader *r, const cJSON *item, const char *word);

/// The same of a key that is to be `name`, unless its object has that already.
void native_fix_key(struct reader *r, const cJSON *item, const char *name);

/// Notes that `twin`, an item of a list behind its first, can go if it reads to the last accent
/// and letter as `one` of the same list does.
void native_fix_twin(struct reader *r, const cJSON *one, const cJSON *twin);

/// Reports that `item` is of the wrong type: `"key" is FOUND. ADVICE`. `key` names the list
/// that an item without a key stands in.
void native_report_type(struct reader *r, const cJSON *item, const char *key,
                        const char *advice);

/// Names a value in a message: `"hint"`, or `an item of "wrong"`. In scratch memory.
const char *native_label(struct reader *r, const cJSON *item, const char *key);

/// What a value is, in a message: `a list`, `5`, `the text "Lyon"`. In scratch memory.
const char *native_describe(struct reader *r, const cJSON *item);

/// The one of `count` names that `name` was probably meant to be, or NULL: within two edits, or
/// with other capitals.
const char *native_guess(const char *name, const char *const *names, size_t count);

/// Reports a key of an object that has only keys of `names`. Returns the one that was
/// probably meant, or NULL.
const char *native_report_key(struct reader *r, const cJSON *item, const char *const *names,
                              size_t count);

/// How a text may be.
struct text_rule {
    int most;      // characters
    bool is_shown; // it must be there, not blank, and in the character set of questions
};

/// Reads `item` as a text into the bank's memory; NULL, and a report, if it is none.
const char *native_text(struct reader *r, const cJSON *item, const char *key,
                        struct text_rule rule);

/// A copy of a text that players see in the bank's memory, its mini markup made plain and
/// noted in `r->looks`.
const char *native_keep(struct reader *r, const char *text, size_t len);

/// Checks what native_text() checks, of a value that is a string, and leaves it there.
bool native_check_text(struct reader *r, const cJSON *item, const char *key,
                       struct text_rule rule);

/// Reads the path of an image or a sound.
const char *native_image(struct reader *r, const cJSON *item);
const char *native_sound(struct reader *r, const cJSON *item);

/// Reads an id; NULL, and a report, if it is none.
const char *native_id(struct reader *r, const cJSON *item);

/// Reads a source: a text, or title, url and license.
bool native_source(struct reader *r, const cJSON *item, struct source *source);

/// Reads tags as topics of the bank.
bool native_tags(struct reader *r, const cJSON *item, const uint32_t **topics, uint8_t *count);

/// Reads one of `count` words; -1, and a report, if it is none.
int native_word(struct reader *r, const cJSON *item, const char *const *words, size_t count);

/// The words of enum difficulty.
extern const char *const native_difficulties[DIFFICULTY_COUNT];

struct draft;

/// Reads the question that is `r->root` and starts at `r->mark`, by way of a zeroed `draft`.
/// Returns whether it can be played; `question->id` is set even if not, where there is a good
/// one.
bool native_question(struct reader *r, struct draft *draft, struct question *question);
