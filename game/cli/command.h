// cli/command.h: the commands and their options, as data that parsing and help read.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "cli/cli.h"
#include "store/paths.h"

enum option_id {
    OPTION_DATA_DIR,
    OPTION_LIBRARY,
    OPTION_LEARNER,
    OPTION_NOW,
    OPTION_COLOR,
    OPTION_QUIET,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_GLOBALS, // those above go with every command
    OPTION_RENDERER = OPTION_GLOBALS,
    OPTION_FONT,
    OPTION_FULLSCREEN,
    OPTION_COUNT,
    OPTION_SEED,
    OPTION_TAG,
    OPTION_DIFFICULTY,
    OPTION_TIMER,
    OPTION_REVIEW,
    OPTION_CRAM,
    OPTION_NEW,
    OPTION_TYPE,
    OPTION_JSON,
    OPTION_CSV,
    OPTION_HTML,
    OPTION_OUTPUT,
    OPTION_LESSON,
    OPTION_NAMES,
    OPTION_LINT,
    OPTION_FIT,
    OPTION_FIX,
    OPTION_CHECK,
    OPTION_DRY_RUN,
    OPTION_ON,
    OPTION_SHOTS,
    OPTION_MINUTES,
    OPTION_EXAM,
    OPTION_BANK,
    OPTION_CLASS,
    OPTION_ALL,
    OPTION_YES,
    OPTION_TOTAL
};

enum option_type {
    OPTION_FLAG,
    OPTION_TEXT,
    OPTION_NUMBER,
    OPTION_WORD,
    OPTION_TIME,
    OPTION_DATE
};

struct option {
    const char *name; // without the dashes
    char letter;      // 0: none
    enum option_type type;
    const char *value;        // what help calls its value; NULL for a flag
    bool may_be_alone;        // its value comes after "=" or is left out
    int64_t min, max;         // of a number
    bool may_be_zero;         // though that lies below `min`
    const char *const *words; // of an OPTION_WORD, up to a NULL
    bool is_repeatable;
    const char *help; // marked by N_()
};

/// What was given for one option.
struct option_value {
    bool is_set;
    const char *text;         // the last one
    const char *const *texts; // all, of a repeatable one
    int text_count;
    int64_t number; // of a number, the place of a word, milliseconds since 1970 of a time, the
                    // number of a date's day
};

/// A command line, understood.
struct cli {
    struct arena arena;
    const struct command *command;
    struct option_value values[OPTION_TOTAL];
    const char *const *operands;
    int operand_count;
    struct paths paths;
    bool is_colored; // standard output may be coloured
    const struct cli_hooks *hooks;
};

struct command {
    const char *name;               // NULL: what is done when no command is named
    const char *operands;           // as in usage; NULL: takes none
    int min_operands, max_operands; // -1: any number
    const char *summary, *details;  // marked by N_(); details may be NULL
    const enum option_id *options;  // its own
    int option_count;
    int (*run)(struct cli *cli);
};

extern const struct option command_options[OPTION_TOTAL];

/// All commands; the first is the one without a name.
extern const struct command command_table[];
extern const int command_count;

/// Returns the command called `name`, or NULL.
const struct command *command_find(const char *name);

/// Whether `option` may be given with `command`.
bool command_has_option(const struct command *command, enum option_id option);
