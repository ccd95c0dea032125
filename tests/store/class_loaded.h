// store/class_loaded.h: the journal of a class, and what its lessons come to.
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/class_report.h"
#include "store/class_load.h"
#include "store/class_play.h"
#include "store/scratch.h"

static const struct answer_words words = {"True", "False", "from {1} to {2}"};

#define HEAD "{\"format\": \"quizbank/1\", \"id\": \"b\", \"title\": \"B\", \"questions\": ["
#define CHOICE(id)                                                                             \
    "{\"id\": \"" id "\", \"question\": \"" id "?\", \"answer\": \"Paris\", \"wrong\": "       \
    "[\"Lyon\", \"Nice\"], \"tags\": [\"" id "s\"]}"

#define MULTI                                                                                  \
    "{\"id\": \"m\", \"question\": \"m?\", \"answer\": [\"1\", \"2\", \"3\"], \"wrong\": "     \
    "[\"4\", \"5\", \"6\", \"7\", \"8\", \"9\"]}"

#define TYPED(id, rest)                                                                        \
    "{\"id\": \"" id "\", \"question\": \"" id "?\", \"answer\": \"Lausanne\"" rest "}"

static const char bank_text[] =
    HEAD CHOICE("a") "," CHOICE("b") "," CHOICE("c") "," CHOICE("d") "," MULTI "]}";

/// A class whose lessons are about the bank "b".
struct class {
    struct scratch *scratch;
    struct library library;
    struct journal journal;
    struct class_play play;
    struct class_load load;
    struct class_report report;
};

/// Opens the journal in the folder, with `text` as the bank.
static inline void open_class(struct class *class, struct scratch *s, const char *text)
{
    *class = (struct class){.scratch = s};
    const char *named[] = {scratch_write(s, "b.json", text)};
    library_find(&class->library, &(struct library_places){.named = named, .named_count = 1});
    journal_open(&class->journal, s->dir, "8b", &s->diags);
    class->play = (struct class_play){.journal = &class->journal,
                                      .library = &class->library,
                                      .wall_ms = INT64_C(1767265200000), // 1 January 2026
                                      .seed = 1};
}

static inline void close_class(struct class *class)
{
    class_load_end(&class->load);
    journal_close(&class->journal);
    library_close(&class->library);
}

/// Loads lessons of `learner`, into the report too.
static inline bool load(struct class *class, const char *learner, int wanted)
{
    class_load_end(&class->load);
    if (!class_load_begin(&class->load, &class->journal, learner, &class->library, wanted,
                          &words))
        return false;
    while (class_load_next(&class->load))
        ;
    class->report = class_report_make(&class->load.tally, &class->scratch->arena);
    return true;
}

#define PLAY(class, mode, ...)                                                                 \
    do {                                                                                       \
        const char *const specs[] = {__VA_ARGS__};                                             \
        class_play(&(class)->play, mode, specs, (int)(sizeof specs / sizeof *specs));          \
    } while (0)
