#include "cli/command.h"

#include <string.h>

#include "base/i18n.h"
#include "cli/run.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

static const enum option_id window_options[] = {OPTION_RENDERER, OPTION_FONT,
                                                OPTION_FULLSCREEN};

static const enum option_id play_options[] = {OPTION_COUNT,      OPTION_SEED,  OPTION_TAG,
                                              OPTION_DIFFICULTY, OPTION_TIMER, OPTION_REVIEW};

static const enum option_id study_options[] = {OPTION_CRAM, OPTION_NEW, OPTION_TYPE};

static const enum option_id json_options[] = {OPTION_JSON};

static const enum option_id check_options[] = {OPTION_LINT, OPTION_FIT, OPTION_FIX,
                                               OPTION_DRY_RUN, OPTION_JSON};

static const enum option_id fmt_options[] = {OPTION_CHECK, OPTION_DRY_RUN};

static const enum option_id ids_options[] = {OPTION_DRY_RUN};

static const enum option_id plan_options[] = {OPTION_MINUTES, OPTION_EXAM, OPTION_TAG,
                                              OPTION_JSON};

static const enum option_id due_options[] = {OPTION_ON, OPTION_JSON};

static const enum option_id stats_options[] = {OPTION_JSON, OPTION_CSV};

static const enum option_id class_options[] = {OPTION_JSON};

static const enum option_id forget_options[] = {OPTION_BANK, OPTION_CLASS, OPTION_ALL,
                                                OPTION_YES};

static const enum option_id report_options[] = {OPTION_ALL,  OPTION_LESSON, OPTION_HTML,
                                                OPTION_CSV,  OPTION_JSON,   OPTION_OUTPUT,
                                                OPTION_NAMES};

static const enum option_id replay_options[] = {OPTION_SHOTS};

const struct command command_table[] = {
    {
        .operands = "[BANK...]",
        .max_operands = -1,
        .summary = N_("play in a window"),
        .options = window_options,
        .option_count = COUNT(window_options),
        .run = run_window,
    },
    {
        .name = "play",
        .operands = "[BANK...]",
        .max_operands = -1,
        .summary = N_("play a quiz in the terminal"),
        .details = N_(
            "BANK is a file, a folder of banks, or the id of a bank that \"quartet list\" "
            "shows.\nWithout one the bank played last is played. What is not said here is "
            "as in the settings.\n\nA line that begins with a colon is a command: :hint "
            "(halves the points), :skip,\n:undo, :redo, :pause, :flag (marks the question as "
            "wrong), :quit and :help. Begin an\nanswer that has a colon first with two. "
            "When standard input is no terminal, a line\nthat is no possible answer counts "
            "as a wrong one; if it ends before the quiz does,\nthe status is 1.\n\nThe answers "
            "count for your cards too, "
            "unless the settings say \"memory\": false.\nAt a terminal c takes the game "
            "out of them after the results, and back in."),
        .options = play_options,
        .option_count = COUNT(play_options),
        .run = run_play,
    },
    {
        .name = "study",
        .operands = "[BANK...]",
        .max_operands = -1,
        .summary = N_("review the cards that are due, in the terminal"),
        .details = N_(
            "Every question is a card. BANK is a file, a folder of banks, or the id of a "
            "bank\nthat \"quartet list\" shows; of several the cards come bank after bank. "
            "Without one\nit is the bank played last. What is not said here is as in the "
            "settings: limits,\norder, schedule, and whether cards are answered.\n\nEnter, or "
            "show, shows the answer. Then 1 or again, 2 or hard, 3 or good, 4 or easy\nsays "
            "how well you knew it; Enter alone is good. The time beside each is when the\ncard "
            "comes back then. A line that begins with a colon is a command: :show, "
            ":undo,\n:redo, :hide (until tomorrow), :suspend (for good), :flag, :quit and "
            ":help.\n\nWith --type a card is answered as in a quiz, and the answer grades "
            "it; at a terminal\nEnter takes that grade, or you give another. :show gives it "
            "up. Begin an answer that\nhas a colon first with two. Only a card that the bank "
            "itself gives a front and a back\nis turned over still.\n\nEvery grade is on the "
            "disk before the next card shows. What is stopped goes on on\nthe same day where "
            "it stopped, and :undo reaches back beyond that.\n\nWhen standard input is no "
            "terminal, any line shows the answer, a line that is no\ngrade counts as again, "
            "with --type one that is no possible answer as a wrong one;\nif it ends before "
            "the cards do, the status is 1."),
        .options = study_options,
        .option_count = COUNT(study_options),
        .run = run_study,
    },
    {
        .name = "list",
        .summary = N_("show the banks there are, where they are, and their problems"),
        .details = N_("Of two banks with the same id the one that comes first is played."),
        .options = json_options,
        .option_count = COUNT(json_options),
        .run = run_list,
    },
    {
        .name = "check",
        .operands = "FILE...",
        .min_operands = 1,
        .max_operands = -1,
        .summary = N_("find what is wrong in banks"),
        .details = N_(
            "Each problem is written as FILE:LINE:COLUMN: error: MESSAGE, at most 50 a file. "
            "A\nfolder stands for all the banks in it. The status is 1 if there are errors, "
            "2 if\na file cannot be read.\n\nWith --lint bad questions are found too: "
            "warnings, each with the rule it breaks in\nbrackets. See: quartet help lint. The "
            "banks given are looked at together, so a\nquestion that two of them ask is "
            "found.\n\nWith --fit each question is laid out as the window would, at 100 % text "
            "size, and those\nthat have to be scrolled are warned of, or whose feedback has to "
            "be. The size \"lesson\" stands\nfor the screens and projectors of a classroom "
            "and the text size that its back row can\nread: then those are warned of that a "
            "lesson shows on more than one page.\n\nWith --fix what there is no doubt about is "
            "mended first: commas too many, "
            "or "
            "too few\nat the end of a line, words and keys with a typo (\"anser\"), the same "
            "choice twice,\na byte order mark, and with --lint characters that nobody sees. "
            "All else stays byte\nfor byte. What changes is shown as a diff. Then the file is "
            "written, whole or not at\nall, and checked; with --dry-run it is not written, and "
            "what is checked is what it\nwould be. A read-only bank is left "
            "alone, and its new text\ngoes into your own folder of banks.\n\nWith --json one "
            "object is written: \"files\" "
            "has for each file \"file\", \"id\" and\n\"title\" (null if it is no bank), "
            "\"questions\" (that can be played), \"set_aside\",\n\"errors\", \"warnings\" "
            "and \"problems\", each with \"severity\", \"line\", \"column\",\n\"width\", "
            "\"rule\" (or null), \"message\" and \"excerpt\"; line 0 means the whole file."),
        .options = check_options,
        .option_count = COUNT(check_options),
        .run = run_check,
    },
    {
        .name = "fmt",
        .operands = "FILE...",
        .min_operands = 1,
        .max_operands = -1,
        .summary = N_("lay banks out in the usual way"),
        .details = N_(
            "What changes is shown first, as a diff; -q leaves that out. Only blanks and line "
            "ends\nchange: what fits into 100 columns stands on one line, all else has a line "
            "for each\nmember, and one empty line stays where there were some. Keys, their "
            "order, numbers\nand texts stay as they are written. A folder stands for all the "
            "banks in it.\n\nA file is written whole or not at all, and keeps its rights. A "
            "read-only bank is\nleft alone, and its new text goes into your own folder of "
            "banks. A file that is no\nJSON is refused with what check says of it; the status "
            "is 1 then, 2 if a file cannot\nbe read or written. With --check it is 1 too if "
            "there is anything to change."),
        .options = fmt_options,
        .option_count = COUNT(fmt_options),
        .run = run_fmt,
    },
    {
        .name = "ids",
        .operands = "FILE...",
        .min_operands = 1,
        .max_operands = -1,
        .summary = N_("give each question without an id one, so that it can be reworded"),
        .details = N_(
            "An id is made of the first words of its question, as in "
            "\"capital-of-france\", and is\nwritten as its first key; all else in the file "
            "stays as it is. What changes is shown\nfirst, as a diff; -q leaves that out. "
            "Progress on the questions follows when they are\nplayed next. A folder stands for "
            "all the banks in it.\n\nA file is written whole or not at all, and keeps its "
            "rights. A read-only bank is\nleft alone, and its new text goes into your own "
            "folder of banks. A file that is no\nbank is refused with what check says of it; "
            "the status is 1 then, 2 if a file\ncannot be read or written."),
        .options = ids_options,
        .option_count = COUNT(ids_options),
        .run = run_ids,
    },
    {
        .name = "new",
        .operands = "FILE",
        .min_operands = 1,
        .max_operands = 1,
        .summary = N_("make a small bank to write over"),
        .details = N_(
            "FILE is a new file whose name ends in .json; one that is there is never written "
            "over.\nIn it is a question of each of the kinds that are used most. In your own "
            "folder of\nbanks, which \"quartet list\" shows, it is found by itself."),
        .run = run_new,
    },
    {
        .name = "add",
        .operands = "FILE",
        .min_operands = 1,
        .max_operands = 1,
        .summary = N_("ask for questions in the terminal, and put them into a bank"),
        .details = N_(
            "For each question its answer, wrong ones and the reason are asked, a line each; "
            "an\nempty line goes on, and instead of a question it ends. Several answers have | "
            "between\nthem, and so may wrong ones. Without wrong ones true or false makes a "
            "statement, and\ndigits a number.\n\nEach question is in the file, behind the last "
            "one, before the next is asked; all else\nin the file stays as it is. One with a "
            "mistake, or that the bank asks already, is not\nadded, and it is said why. Lines "
            "may come from a pipe too. Of a read-only bank a copy\ngoes into your own folder "
            "of "
            "banks. The status is 1 if the file is no bank, or if the\ninput ends before an "
            "answer."),
        .run = run_add,
    },
    {
        .name = "due",
        .operands = "[BANK...]",
        .max_operands = -1,
        .summary = N_("say how many cards are due today or on another day"),
        .details =
            N_("Without a BANK all banks count. A card that is due on a day and is not "
               "reviewed is\nstill due on the next: it counts as overdue there. A question "
               "counts in each of\nits topics.\n\nWith --json one object is written: "
               "\"on\" is the date, \"due\" and \"overdue\" count all\ncards, \"banks\" has "
               "for each bank \"id\", \"title\", \"due\", \"overdue\" and \"topics\",\neach "
               "with \"name\" (null: no topic), \"due\" and \"overdue\"; \"gone\" counts the "
               "cards of\nquestions that are not there now."),
        .options = due_options,
        .option_count = COUNT(due_options),
        .run = run_due,
    },
    {
        .name = "stats",
        .operands = "[BANK...]",
        .max_operands = -1,
        .summary = N_("show how well it goes: topics, cards, hardest questions and more"),
        .details = N_(
            "Without a BANK all banks count. Right is what got full credit. Of an answer "
            "that\ntook over a minute only a minute counts. Young cards came back after "
            "less than 21\ndays, mature ones later; only the first review of a card on a "
            "day counts.\n\nWith --csv a table is written, a figure a row; the first "
            "cell says which.\n\nWith --json one object is written: \"on\" (the date), "
            "\"banks\" (their ids), \"answers\"\n(\"today\", \"7_days\", \"30_days\", "
            "\"365_days\" and \"all\", each with \"answers\", \"right\"\nand \"seconds\"), "
            "\"streak\", \"topics\" (of 365 days; \"name\" is null for none), \"gone\"\n"
            "(answers to questions that are not there now), \"retention\" (\"wanted\", and "
            "\"young\"\nand \"mature\" of \"windows\" of days, each with \"reviews\", "
            "\"recalled\" and \"foreseen\"),\n\"cards\" (of which \"recalled\" should be "
            "known now), \"due\" (\"overdue\", the next\n\"days\", and \"later\"), "
            "\"hardest\" (\"question\" is the id or the hash), \"calibration\"\n(\"log_loss\", "
            "\"rmse\", and \"bins\" by what was foreseen) and \"days\" (those with answers)."),
        .options = stats_options,
        .option_count = COUNT(stats_options),
        .run = run_stats,
    },
    {
        .name = "report",
        .operands = "CLASS",
        .min_operands = 1,
        .max_operands = 1,
        .summary = N_("say what came of the lessons of a class, and what to teach again"),
        .details = N_(
            "It is about the last lesson in which something was asked. Right is what got "
            "full\ncredit, of all answers of teams, pupils or hands. What less than 60% had "
            "right is to\nbe taught again. A question counts in each of its topics. Each is "
            "compared with the\nlast time before that it was asked. The discrimination of a "
            "question is said where\nat least 10 pupils were asked it alone: -1 to 1, from 0.2 "
            "on it tells who knows from\nwho doesn't. Pupils are only named with "
            "--names.\n\nThe "
            "questions are read from where their bank was in the lesson. Where that file "
            "is\ngone this is said, and they go by their ids.\n\n"
            "With --html a page is written that needs nothing else and can be printed, with "
            "--csv\na table. With --json one object is written: \"class\", \"lesson\" (null: "
            "all) of\n\"lessons\", \"unread\" (lessons that cannot be read), \"from\", "
            "\"to\", \"asked\",\n\"left_out\" (questions without choices), "
            "\"gone\" (questions that are in no bank any\nmore), \"share\", \"last\", "
            "\"before\" and \"before_on\" (right on average: in all, the\nlast time, the time "
            "before that and when it was), \"topics\" (\"name\" is null for none),\n"
            "\"questions\" (\"wrong\" is what was given most often and is wrong, and of one "
            "that is\n\"gone\" the text is its bank and id), \"again\" (their places, from 0 "
            "on, worst first)\nand with --names \"pupils\". Shares are 0 to 1 or null."),
        .options = report_options,
        .option_count = COUNT(report_options),
        .run = run_report,
    },
    {
        .name = "orphans",
        .summary = N_("list what you know of questions that are gone from their banks"),
        .details =
            N_("It is kept, and comes back with the question. When a question was edited, "
               "what you\nknow of it comes along by itself, or Home asks whether it is the "
               "same. What is\nnearest among the questions that are there is named.\n\nWith "
               "--json one object is written: \"orphans\" has for each question \"bank\" "
               "(its\nid), \"file\" (null: the bank is not there), \"question\" (its id or "
               "hash), \"text\"\nand \"right\" as last seen (null if it had an id), "
               "\"cards\", \"last_seen\" (a date) and\n\"nearest\" (null, or \"id\", "
               "\"text\", \"right\", \"line\" and \"column\")."),
        .options = json_options,
        .option_count = COUNT(json_options),
        .run = run_orphans,
    },
    {
        .name = "flagged",
        .summary = N_("list questions that you marked as wrong, for who writes them"),
        .details =
            N_("Each is written as FILE:LINE:COLUMN: TEXT. M marks a question after it was "
               "answered,\n:flag does so in the terminal. To edit the question takes the mark "
               "away.\n\nWith --json one object is written: \"flagged\" has for each question "
               "\"file\", \"line\",\n\"column\", \"bank\", \"id\" (or null) and \"text\"."),
        .options = json_options,
        .option_count = COUNT(json_options),
        .run = run_flagged,
    },
    {
        .name = "class",
        .operands = "[NAME [FILE]]",
        .max_operands = 2,
        .summary = N_("list the classes of this machine, or make one from a list of pupils"),
        .details =
            N_("FILE becomes the list of the class NAME, which is made or changed; - is "
               "standard\ninput. It has one name a line, or several between tabs, semicolons "
               "or commas; CSV\nfrom a spreadsheet will do, with or without headings such as "
               "\"Name\" or \"First name\".\nWhat is no name is left out and said: then the "
               "status is 1.\nWho is absent today stays so. The names stay on this machine:\n"
               "\"quartet forget --class NAME\" removes them.\n\nWith --json one object is "
               "written: \"classes\" has for each \"name\" and \"pupils\", each\nwith "
               "\"name\" and \"absent\"."),
        .options = class_options,
        .option_count = COUNT(class_options),
        .run = run_class,
    },
    {
        .name = "backup",
        .operands = "FILE",
        .min_operands = 1,
        .max_operands = 1,
        .summary = N_("copy everything that was played into a file"),
        .details =
            N_("FILE has then all that Quartet knows of all learners: answers, progress, "
               "figures.\nIt is looked through from end to end before this says that it "
               "is good. An older\nbackup in FILE is replaced, anything else is left "
               "alone. Banks and settings are\nfiles of their own. Quartet may run "
               "meanwhile."),
        .run = run_backup,
    },
    {
        .name = "restore",
        .operands = "FILE",
        .min_operands = 1,
        .max_operands = 1,
        .summary = N_("take everything back from a backup"),
        .details =
            N_("All becomes as it was when FILE was written, at once or not at all. What "
               "was\nthere before is put into a new file, whose name is said; to restore "
               "that one\nundoes this. The backups that Quartet makes itself, once a "
               "day, lie beside the\ndatabase and can be restored too: quartet.db.backup-1 "
               "is the newest."),
        .run = run_restore,
    },
    {
        .name = "forget",
        .summary = N_("forget what was done in a bank, by a learner or a class, or everything"),
        .details =
            N_("With --bank it is what the learner did in that bank, with --learner alone all "
               "that\nthis learner did. First everything is backed up into a new file, whose "
               "name is said:\nto restore that one undoes this, to remove it is final. Then it "
               "is gone, also from the\nbackups that Quartet makes each day; other copies are "
               "left alone and named.\n\nWith --class it is the class, its pupils and all that "
               "it did. Nothing is backed up: it\nis gone at once, also from every backup that "
               "Quartet made beside the database and\nin the folder \"backups\" there, which "
               "keep all else; a damaged one is removed. Copies\nthat you made elsewhere you "
               "have to remove yourself.\n\nAt a terminal you are asked first. Banks and "
               "settings stay."),
        .options = forget_options,
        .option_count = COUNT(forget_options),
        .run = run_forget,
    },
    {
        .name = "rebuild",
        .summary = N_("work out again what is remembered"),
        .details = N_("Cards, reviews and figures are worked out anew from the journal, where "
                      "every\nanswer is kept. They come out as they were, unless the file was "
                      "damaged."),
        .run = run_rebuild,
    },
    {
        .name = "plan",
        .operands = "[BANK...]",
        .max_operands = -1,
        .summary = N_("say what so many minutes a day, and an exam, mean for your cards"),
        .details = N_(
            "Without a BANK all of them are planned, each by itself. Minutes and exam are "
            "those "
            "of\nthe settings unless they are given here; nothing is changed. --tag says "
            "which topics\nthe exam is about.\n\nWith --json one object is written: \"plans\" "
            "has for each bank \"bank\", \"title\",\n\"due\" and \"due_minutes\" today, "
            "\"minutes_a_day\" (0: none), \"today\" (cards that\nfit), \"level\" (the date on "
            "which nothing is left over, or null), \"grows\",\n\"minutes_enough\" and "
            "\"level_enough\", and \"exam\" (or null) with \"date\", \"days\",\n\"fits\", "
            "\"known\" (a share), \"unseen\", \"new_a_day\", \"minutes_enough\",\n"
            "\"known_enough\" and \"date_enough\"."),
        .options = plan_options,
        .option_count = COUNT(plan_options),
        .run = run_plan,
    },
    {
        .name = "replay",
        .operands = "SCRIPT...",
        .min_operands = 1,
        .max_operands = -1,
        .summary = N_("play scripts of key presses on the real screens, without a display"),
        .details =
            N_("A script is a text of commands, one a line; what follows # is a comment.\n"
               "  bank FILE, size 1280x720, theme dark, text 130, seed 7, set KEY VALUE\n"
               "                       say what to start with\n"
               "  start FILE           begins as the program does when FILE is named\n"
               "  key h, key ctrl+z, key Enter, type WORDS, pad south, wheel 3, drop FILE\n"
               "  store                keeps what is played, until the script ends\n"
               "  clock 2 09:00        makes it 9 o'clock (UTC) on the second day\n"
               "  save FILE            the bank was saved, and reads as FILE now\n"
               "  restart              ends the program and starts it again; name a bank then\n"
               "  click WHAT, tap WHAT, drag WHAT to WHAT, swipe WHAT left\n"
               "                       WHAT is the name of a button, or a place such as 40,60\n"
               "  wait MS              lets time go by\n"
               "  shot NAME            takes a picture\n"
               "  expect screen NAME, expect text WORDS, expect no text WORDS,\n"
               "  expect focus NAME, expect area NAME, expect no area NAME,\n"
               "  expect selected NAME\n"
               "                       says what has to be there\n\n"
               "The status is 1 if something expected is not there, 2 if a line makes no "
               "sense."),
        .options = replay_options,
        .option_count = COUNT(replay_options),
        .run = run_replay,
    },
    {
        .name = "help",
        .operands = "[COMMAND]",
        .max_operands = 1,
        .summary = N_("show all commands, or all about one"),
        .run = run_help,
    },
};

const int command_count = COUNT(command_table);

const struct command *command_find(const char *name)
{
    for (int i = 0; i < command_count; i++) {
        if (command_table[i].name && strcmp(command_table[i].name, name) == 0)
            return &command_table[i];
    }
    return NULL;
}

bool command_has_option(const struct command *command, enum option_id option)
{
    if (option < OPTION_GLOBALS)
        return true;
    for (int i = 0; i < command->option_count; i++) {
        if (command->options[i] == option)
            return true;
    }
    return false;
}
