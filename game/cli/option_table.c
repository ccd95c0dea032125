// The options of all commands.
#include "base/i18n.h"
#include "cli/command.h"

static const char *const color_words[] = {"auto", "never", NULL};
static const char *const difficulty_words[] = {"easy", "medium", "hard", "all", NULL};

const struct option command_options[OPTION_TOTAL] = {
    [OPTION_DATA_DIR] =
        {
            .name = "data-dir",
            .type = OPTION_TEXT,
            .value = "D",
            .help = N_("keep everything of yours (banks, settings) in folder D"),
        },
    [OPTION_LIBRARY] =
        {
            .name = "library",
            .type = OPTION_TEXT,
            .value = "D",
            .help = N_("look for banks in folder D too"),
        },
    [OPTION_LEARNER] =
        {
            .name = "learner",
            .type = OPTION_TEXT,
            .value = "NAME",
            .help = N_("play as NAME, where several share this account"),
        },
    [OPTION_NOW] =
        {
            .name = "now",
            .type = OPTION_TIME,
            .value = "TIME",
            .help = N_("begin at TIME, such as 2025-03-01T12:00:00Z; in a terminal it stands"),
        },
    [OPTION_COLOR] =
        {
            .name = "color",
            .type = OPTION_WORD,
            .value = "WHEN",
            .words = color_words,
            .help = N_("colour: auto (on a terminal without NO_COLOR) or never"),
        },
    [OPTION_QUIET] =
        {
            .name = "quiet",
            .letter = 'q',
            .help = N_("say only what was asked for"),
        },
    [OPTION_HELP] =
        {
            .name = "help",
            .letter = 'h',
            .help = N_("show this help"),
        },
    [OPTION_VERSION] =
        {
            .name = "version",
            .help = N_("show the version"),
        },
    [OPTION_RENDERER] =
        {
            .name = "renderer",
            .type = OPTION_TEXT,
            .value = "R",
            .help = N_("draw with SDL's renderer R, such as software or opengl"),
        },
    [OPTION_FONT] =
        {
            .name = "font",
            .type = OPTION_TEXT,
            .value = "F",
            .help = N_("write in the font of file F"),
        },
    [OPTION_FULLSCREEN] =
        {
            .name = "fullscreen",
            .help = N_("fill the screen"),
        },
    [OPTION_COUNT] =
        {
            .name = "count",
            .type = OPTION_NUMBER,
            .value = "N",
            .min = 0,
            .max = 200000,
            .help = N_("ask N questions; 0 asks all"),
        },
    [OPTION_SEED] =
        {
            .name = "seed",
            .type = OPTION_NUMBER,
            .value = "N",
            .min = 0,
            .max = INT64_MAX,
            .help = N_("the same N draws the same game again"),
        },
    [OPTION_TAG] =
        {
            .name = "tag",
            .type = OPTION_TEXT,
            .value = "T",
            .is_repeatable = true,
            .help = N_("ask only about topic T; may be given more than once"),
        },
    [OPTION_DIFFICULTY] =
        {
            .name = "difficulty",
            .type = OPTION_WORD,
            .value = "D",
            .words = difficulty_words,
            .help = N_("ask only questions that are easy, medium or hard; or all"),
        },
    [OPTION_TIMER] =
        {
            .name = "timer",
            .type = OPTION_NUMBER,
            .value = "S",
            .min = 5,
            .max = 600,
            .may_be_zero = true,
            .help = N_("give S seconds for each question; 0 for no limit"),
        },
    [OPTION_REVIEW] =
        {
            .name = "review",
            .help = N_("ask what was missed again after the results"),
        },
    [OPTION_CRAM] =
        {
            .name = "cram",
            .help = N_("ask all cards, as before a test, and leave alone when each is due"),
        },
    [OPTION_NEW] =
        {
            .name = "new",
            .type = OPTION_NUMBER,
            .value = "N",
            .min = 0,
            .max = 9999,
            .help = N_("learn N new cards of each bank, whatever today's limit is"),
        },
    [OPTION_TYPE] =
        {
            .name = "type",
            .help = N_("answer the cards instead of turning them over"),
        },
    [OPTION_JSON] =
        {
            .name = "json",
            .help = N_("write JSON, for other programs"),
        },
    [OPTION_CSV] =
        {
            .name = "csv",
            .help = N_("write a table, for spreadsheets"),
        },
    [OPTION_HTML] =
        {
            .name = "html",
            .help = N_("write a page to print"),
        },
    [OPTION_OUTPUT] =
        {
            .name = "output",
            .letter = 'o',
            .type = OPTION_TEXT,
            .value = "FILE",
            .help = N_("write into FILE, whole or not at all"),
        },
    [OPTION_LESSON] =
        {
            .name = "lesson",
            .type = OPTION_NUMBER,
            .value = "N",
            .min = 1,
            .max = 1000000,
            .help = N_("report lesson N, the first being 1; without it the last"),
        },
    [OPTION_NAMES] =
        {
            .name = "names",
            .help = N_("name the pupils who were asked alone"),
        },
    [OPTION_LINT] =
        {
            .name = "lint",
            .type = OPTION_TEXT,
            .value = "RULE,...",
            .may_be_alone = true,
            .help = N_("find what makes a bad question; only by the RULEs named, if any are"),
        },
    [OPTION_FIT] =
        {
            .name = "fit",
            .type = OPTION_TEXT,
            .value = "WxH,...",
            .help = N_("find what has to be scrolled in windows of these sizes, as 1280x720"),
        },
    [OPTION_FIX] =
        {
            .name = "fix",
            .help = N_("mend what there is no doubt about, and show it first"),
        },
    [OPTION_CHECK] =
        {
            .name = "check",
            .help = N_("change nothing; the status says whether there is anything to change"),
        },
    [OPTION_DRY_RUN] =
        {
            .name = "dry-run",
            .help = N_("show what would change, and change nothing"),
        },
    [OPTION_ON] =
        {
            .name = "on",
            .type = OPTION_DATE,
            .value = "DATE",
            .help = N_("look ahead to the day DATE, such as 2025-03-01"),
        },
    [OPTION_SHOTS] =
        {
            .name = "shots",
            .type = OPTION_TEXT,
            .value = "DIR",
            .help = N_("write the pictures that a script takes into DIR"),
        },
    [OPTION_MINUTES] =
        {
            .name = "minutes",
            .type = OPTION_NUMBER,
            .value = "N",
            .min = 1,
            .max = 1440,
            .help = N_("plan with N minutes a day"),
        },
    [OPTION_EXAM] =
        {
            .name = "exam",
            .type = OPTION_TEXT,
            .value = "DATE",
            .help = N_("plan for an exam on DATE, such as 2026-05-31"),
        },
    [OPTION_BANK] =
        {
            .name = "bank",
            .type = OPTION_TEXT,
            .value = "B",
            .help = N_("only what was done in the bank whose id is B"),
        },
    [OPTION_CLASS] =
        {
            .name = "class",
            .type = OPTION_TEXT,
            .value = "C",
            .help = N_("the class C with its pupils, also from all backups"),
        },
    [OPTION_ALL] =
        {
            .name = "all",
            .help = N_("all lessons of a report; to forget: everything of all learners"),
        },
    [OPTION_YES] =
        {
            .name = "yes",
            .help = N_("do not ask"),
        },
};
