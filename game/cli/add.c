#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/problems.h"
#include "cli/rewrite.h"
#include "cli/run.h"
#include "cli/safe.h"
#include "cli/talk.h"
#include "core/bank.h"
#include "formats/native.h"
#include "formats/question_add.h"
#include "store/library.h"

enum { TEXTS_MOST = 50, WRONG_MOST = 11 };

enum { WORDS = FOLD_CASE | FOLD_INVISIBLE };

/// What somebody types, question by question.
struct adding {
    struct cli *cli;
    struct talk talk;
    const char *path;
    bool has_ended;     // the input, or by a signal
    struct arena arena; // of the question at hand
};

/// A bank as it is now.
struct now {
    struct buf text;
    struct file_stamp stamp;
    struct json_scan scan;
    int questions; // -1: it is no bank
};

/// Reads the bank, or says why it can't be. Returns the status of the program for that.
static int read_bank(struct adding *a, struct now *now)
{
    struct diags diags = {.arena = &a->arena};
    *now = (struct now){.questions = -1};
    file_stamp(a->path, &now->stamp);
    if (!file_read(a->path, BANK_FILE_MAX_BYTES, &now->text, &diags)) {
        problems_print(&diags, false, stderr);
        return CLI_FAILED;
    }
    const char *text = now->text.data ? now->text.data : "";
    const struct bank *bank = native_read(a->path, text, now->text.len, &a->arena, &diags);
    if (!bank) {
        problems_print(&diags, false, stderr);
        return CLI_NO;
    }
    struct diags again = {.arena = &a->arena};
    json_scan(&now->scan, a->path, text, now->text.len, &json_limits_own, "questions", &again);
    now->questions = bank->question_count + bank->set_aside;
    return CLI_DONE;
}

static void free_now(struct now *now)
{
    buf_free(&now->text);
    json_scan_free(&now->scan);
}

/// Asks for a line. Returns NULL if it is empty or the input has ended.
static const char *ask(struct adding *a, const char *what)
{
    const char *line;
    if (a->has_ended)
        return NULL;
    if (talk_read(&a->talk, what, INT64_MAX, &line) != LINES_LINE) {
        a->has_ended = true;
        return NULL;
    }
    return *line ? arena_text(&a->arena, line, strlen(line)) : NULL;
}

/// The parts of a line between "|", without blanks at their ends. Returns how many are not
/// empty.
static int split(struct adding *a, const char *line, const char *parts[TEXTS_MOST])
{
    int count = 0;
    for (const char *at = line; at && count < TEXTS_MOST;) {
        const char *end = strchr(at, '|');
        size_t len = end ? (size_t)(end - at) : strlen(at);
        const char *part = text_fold(&a->arena, arena_text(&a->arena, at, len), 0, NULL);
        if (*part)
            parts[count++] = part;
        at = end ? end + 1 : NULL;
    }
    return count;
}

/// Whether two questions ask the same in the same words.
static bool is_asked_by(struct adding *a, const struct question *question, const char *folded)
{
    bool shows_more = question->extras && (question->extras->image || question->extras->sound);
    return question->text && !shows_more &&
           strcmp(text_fold(&a->arena, question->text, WORDS, NULL), folded) == 0;
}

/// Says where the bank asks the question already, if it does.
static bool is_asked_already(struct adding *a, const char *text)
{
    struct buf bank_text = {0};
    struct diags diags = {.arena = &a->arena}; // said when the question is added
    const struct bank *bank = NULL;
    const struct question *twin = NULL;
    if (file_read(a->path, BANK_FILE_MAX_BYTES, &bank_text, &diags) && bank_text.data)
        bank = native_read(a->path, bank_text.data, bank_text.len, &a->arena, &diags);
    const char *folded = text_fold(&a->arena, text, WORDS, NULL);
    for (int i = 0; bank && !twin && i < bank->question_count; i++) {
        if (is_asked_by(a, &bank->questions[i], folded))
            twin = &bank->questions[i];
    }
    buf_free(&bank_text);
    if (twin) {
        buf_text(&a->talk.out,
                 fill_text(&a->arena,
                           _("That is asked in line {1} already, so it is not added. Ask "
                             "something else.\n"),
                           fill_number(&a->arena, twin->line), NULL));
    }
    return twin != NULL;
}

/// Says what is wrong with a question, if anything is.
static bool is_good(struct adding *a, const struct new_question *question)
{
    struct buf text = {0};
    struct diags diags = {.arena = &a->arena};
    buf_text(&text, "{\"format\": \"quizbank/1\", \"title\": \"T\", \"questions\": [");
    question_write(question, NULL, &text);
    buf_text(&text, "]}");
    native_read("", text.data, text.len, &a->arena, &diags);
    for (size_t i = 0; i < diags.count; i++)
        buf_printf(&a->talk.out, "%s\n", diags.items[i].message);
    if (diags.errors)
        buf_text(&a->talk.out, _("So it was not added.\n"));
    buf_free(&text);
    return !diags.errors;
}

/// Puts the question into the file, as it is now. Returns the status of the program if that
/// fails.
static int save(struct adding *a, const struct new_question *question)
{
    struct now now;
    int status = read_bank(a, &now);
    if (status == CLI_DONE) {
        struct patch patch = {.text = now.text.data, .len = now.text.len};
        struct buf made = {0};
        bool is_read_only = file_is_read_only(a->path);
        question_add(&patch, &now.scan, question);
        patch_apply(&patch, &made);
        talk_flush(&a->talk);
        status = rewrite_save(a->cli, a->path, &now.stamp, &made) ? CLI_DONE : CLI_FAILED;
        if (status == CLI_DONE && is_read_only)
            a->path = rewrite_copy(a->cli, a->path);
        if (status == CLI_DONE) {
            const char *count = fill_number(&a->arena, now.questions + 1);
            const char *pattern = ngettext("Added. {1} question.\n", "Added. {1} questions.\n",
                                           (unsigned long)now.questions + 1);
            buf_text(&a->talk.out, fill_text(&a->arena, pattern, count, NULL));
        }
        patch_free(&patch);
        buf_free(&made);
    }
    free_now(&now);
    return status;
}

/// Asks for the wrong ones, one a line or several with "|" between them. Returns how many.
static int ask_wrong(struct adding *a, const char *wrong[WRONG_MOST])
{
    int count = 0;
    const char *line;
    while (count < WRONG_MOST && (line = ask(a, count ? _("Another wrong one: ")
                                                      : _("A wrong one (Enter for none): ")))) {
        const char *parts[TEXTS_MOST];
        int found = split(a, line, parts);
        for (int i = 0; i < found && count < WRONG_MOST; i++)
            wrong[count++] = parts[i];
        if (found > 1) {
            buf_text(&a->talk.out,
                     fill_text(&a->arena, _("These are {1} wrong ones, as | parts them.\n"),
                               fill_number(&a->arena, found), NULL));
        }
    }
    return count;
}

/// Asks for a question that the bank does not have. From a pipe the lines that follow belong to
/// the question, so there they are read first: `*is_twice`.
static const char *ask_question(struct adding *a, bool *is_twice)
{
    const char *text;
    do {
        text = ask(a, _("\nQuestion (Enter to end): "));
        *is_twice = text && is_asked_already(a, text);
    } while (*is_twice && a->talk.lines.is_terminal);
    return text;
}

/// Asks for one question and adds it. `*is_over` if there was none.
static int add_one(struct adding *a, bool *is_over)
{
    const char *answers[TEXTS_MOST], *wrong[WRONG_MOST];
    bool is_twice;
    struct new_question question = {
        .question = ask_question(a, &is_twice), .answers = answers, .wrong = wrong};
    *is_over = !question.question;
    if (*is_over)
        return CLI_DONE;
    const char *line = ask(a, _("Answer: "));
    question.answer_count = line ? split(a, line, answers) : 0;
    if (!question.answer_count) {
        buf_text(&a->talk.out, _("Without an answer it was not added.\n"));
        return a->has_ended ? CLI_NO : CLI_DONE;
    }
    question.wrong_count = ask_wrong(a, wrong);
    question.explanation = ask(a, _("Why is that so (Enter for nothing): "));
    if (is_twice || lines_signal())
        return CLI_DONE;
    return is_good(a, &question) ? save(a, &question) : CLI_DONE;
}

static int add_all(struct adding *a)
{
    struct now now;
    int status = read_bank(a, &now);
    if (status == CLI_DONE) {
        buf_text(&a->talk.out,
                 fill_text(&a->arena,
                           ngettext("{1} has {2} question. Put | between several answers.\n",
                                    "{1} has {2} questions. Put | between several answers.\n",
                                    (unsigned long)now.questions),
                           safe_name(a->cli, a->path), fill_number(&a->arena, now.questions),
                           NULL));
    }
    free_now(&now);
    bool is_over = false;
    while (status == CLI_DONE && !is_over && !a->has_ended) {
        arena_reset(&a->arena);
        status = add_one(a, &is_over);
    }
    return status;
}

int run_add(struct cli *cli)
{
    struct adding a = {.cli = cli, .path = cli->operands[0]};
    if (file_is_missing(a.path)) {
        fprintf(stderr, "%s\n",
                fill_text(&cli->arena,
                          _("quartet: {1} is not there; \"quartet new {1}\" makes a bank"),
                          safe_name(cli, a.path), NULL));
        return CLI_FAILED;
    }
    talk_open(&a.talk, STDIN_FILENO, -1);
    int status = add_all(&a);
    talk_flush(&a.talk);
    if (lines_signal())
        status = CLI_INTERRUPTED;
    talk_close(&a.talk);
    arena_free(&a.arena);
    return status;
}
