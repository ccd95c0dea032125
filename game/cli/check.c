#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cli/json.h"
#include "cli/lint_rules.h"
#include "cli/problems.h"
#include "cli/rewrite.h"
#include "cli/run.h"
#include "formats/lint.h"
#include "formats/mend.h"
#include "formats/question_head.h"
#include "store/library.h"

struct check {
    const struct cli *cli;
    bool is_quiet;
    cJSON *files; // NULL: plain text is wanted
    bool has_errors, has_unreadable;
    struct lint lint;
    struct cli_size *sizes; // of windows
    int size_count;
};

/// Whether `a` is not behind `b`.
static bool is_before(const struct place *a, const struct place *b)
{
    return a->line != b->line ? a->line < b->line : a->column <= b->column;
}

/// All that was found in a file, in the order of places.
static struct diags join(struct bank_file *file)
{
    const struct diags *wrong = &file->diags, *bad = &file->lint;
    struct diags all = {.arena = &file->arena,
                        .items =
                            ARENA_ARRAY(&file->arena, wrong->count + bad->count, struct diag),
                        .count = wrong->count + bad->count,
                        .errors = wrong->errors,
                        .warnings = wrong->warnings + bad->warnings};
    for (size_t i = 0, k = 0; i + k < all.count;) {
        const struct diag *a = i < wrong->count ? &wrong->items[i] : NULL;
        const struct diag *b = k < bad->count ? &bad->items[k] : NULL;
        bool is_first = a && (!b || is_before(&a->place, &b->place));
        const struct diag *first = is_first ? a : b;
        assert(first);
        all.items[i + k] = *first;
        i += is_first;
        k += !is_first;
    }
    return all;
}

static void add_problem(cJSON *problems, const struct diag *diag)
{
    cJSON *problem = json_add_object(problems);
    cJSON_AddStringToObject(problem, "severity",
                            diag->severity == DIAG_ERROR ? "error" : "warning");
    cJSON_AddNumberToObject(problem, "line", diag->place.line);
    cJSON_AddNumberToObject(problem, "column", diag->place.column);
    cJSON_AddNumberToObject(problem, "width", diag->caret_width);
    json_add_text(problem, "rule", diag->rule);
    cJSON_AddStringToObject(problem, "message", diag->message);
    json_add_text(problem, "excerpt", diag->excerpt);
}

static void add_file(cJSON *files, const struct bank_file *file, const struct diags *diags)
{
    const struct bank *bank = file->bank;
    cJSON *object = json_add_object(files);
    json_add_path(object, "file", file->path);
    json_add_text(object, "id", bank ? bank->id : NULL);
    json_add_text(object, "title", bank ? bank->title : NULL);
    cJSON_AddNumberToObject(object, "questions", bank ? bank->question_count : 0);
    cJSON_AddNumberToObject(object, "set_aside", bank ? bank->set_aside : 0);
    cJSON_AddNumberToObject(object, "errors", (double)diags->errors);
    cJSON_AddNumberToObject(object, "warnings", (double)diags->warnings);
    cJSON *problems = cJSON_AddArrayToObject(object, "problems");
    for (size_t i = 0; i < diags->count; i++)
        add_problem(problems, &diags->items[i]);
}

// Lines for tools and for people who send them around: English, like the problems themselves.
static void print_summary(const struct bank_file *file, const struct diags *diags,
                          const char *name)
{
    const struct bank *bank = file->bank;
    int playable = bank ? bank->question_count : 0;
    if (!diags->errors && !diags->warnings) {
        printf("%s: %d %s, no problems\n", name, playable,
               playable == 1 ? "question" : "questions");
        return;
    }
    size_t found = diags->errors + diags->warnings;
    if (found > diags->count) {
        printf("%s: the first %zu of %zu problems are shown\n", name, diags->count, found);
    }
    printf("%s: %zu %s, %zu %s; ", name, diags->errors, diags->errors == 1 ? "error" : "errors",
           diags->warnings, diags->warnings == 1 ? "warning" : "warnings");
    if (bank) {
        printf("%d of %d questions can be played\n", playable, playable + bank->set_aside);
    } else {
        printf("nothing can be played\n");
    }
}

static void check_file(struct check *check, struct bank_file *file)
{
    struct diags diags = join(file);
    if (diags.errors)
        check->has_errors = true;
    if (!file->is_readable)
        check->has_unreadable = true;
    if (check->files) {
        add_file(check->files, file, &diags);
        return;
    }
    // What could not be read at all is a complaint, and no result.
    problems_print(&diags, file->is_readable && check->cli->is_colored,
                   file->is_readable ? stdout : stderr);
    if (file->is_readable && !check->is_quiet) {
        struct buf name = {0};
        diag_add_name(&name, file->path);
        print_summary(file, &diags, name.data);
        buf_free(&name);
    }
}

/// Whether a picture or sound is beside its bank.
static bool has_file(void *owner, const char *bank, const char *path)
{
    (void)owner;
    struct arena arena = {0};
    const char *whole = arena_printf(&arena, "%s/%s", file_folder(&arena, bank), path);
    bool is_there = !file_is_missing(whole) && !file_is_folder(whole);
    arena_free(&arena);
    return is_there;
}

/// Mends what is certain.
struct mender {
    struct rewrite rewrite;
    uint32_t rules;
};

static bool mend_file(struct rewrite *rewrite, const char *file, struct patch *patch,
                      struct diags *diags)
{
    const struct mender *mender = (const void *)rewrite;
    (void)file;
    (void)diags;
    mend(patch, mender->rules);
    return true;
}

/// Mends the files before they are checked. Returns the status to exit with if that fails.
static int mend_files(struct cli *cli, uint32_t rules)
{
    struct mender mender = {
        .rewrite = {.change = mend_file,
                    .same = _("{1}: there is nothing to mend"),
                    .shown = _("{1}: when that is mended, the check says:"),
                    .is_quiet = cli->values[OPTION_JSON].is_set,
                    .is_first = true},
        .rules = rules,
    };
    return rewrite_files(cli, &mender.rewrite);
}

/// Reads the text of a file; with --dry-run as it would be when it was mended.
static bool read_now(const struct check *check, const char *path, struct buf *text)
{
    struct arena arena = {0};
    struct diags diags = {.arena = &arena}; // said when it is opened
    bool is_read = file_read(path, BANK_FILE_MAX_BYTES, text, &diags);
    arena_free(&arena);
    if (!is_read || !check->cli->values[OPTION_DRY_RUN].is_set)
        return is_read;
    struct patch patch = {.text = text->data ? text->data : "", .len = text->len};
    struct buf mended = {0};
    mend(&patch, check->lint.wanted);
    patch_apply(&patch, &mended);
    patch_free(&patch);
    buf_free(text);
    *text = mended;
    return true;
}

/// Reads a file as it would be when it was mended.
static void open_mended(const struct check *check, struct library *library, int i)
{
    const char *path = library->entries[i].path;
    struct buf text = {0};
    if (read_now(check, path, &text)) {
        struct bank_file file;
        bank_file_open_text(&file, path, &text, library->lint);
        library_take(library, i, &file);
    }
    buf_free(&text);
}

enum { SMALLEST = 360, LARGEST = 16384 };

static const char lesson_word[] = "lesson";

/// The screens and projectors that lessons are given on.
static const struct cli_size lesson_sizes[] = {
    {1024, 768, true}, {1280, 720, true}, {1920, 1080, true}, {3840, 2160, true}};

enum { LESSON_SIZES = sizeof lesson_sizes / sizeof *lesson_sizes };

/// Reads "lesson" at the start of `text`, as it may stand in a list. Returns its end, or NULL.
static const char *read_lesson(struct check *check, const char *text)
{
    size_t len = sizeof lesson_word - 1;
    if (strncmp(text, lesson_word, len) != 0 || (text[len] && text[len] != ','))
        return NULL;
    for (int i = 0; i < LESSON_SIZES; i++)
        check->sizes[check->size_count++] = lesson_sizes[i];
    return text + len;
}

/// Reads "1280x720,640x360,lesson". Says what is wrong if it is no such list.
static bool read_sizes(struct cli *cli, struct check *check, const char *text)
{
    // Each is at least as long as its comma and the "lesson" for which there are the most.
    check->sizes = ARENA_ARRAY(&cli->arena, strlen(text) + LESSON_SIZES, struct cli_size);
    for (const char *at = text;;) {
        const char *lesson_end = read_lesson(check, at);
        if (lesson_end && !*lesson_end)
            return true;
        if (lesson_end) {
            at = lesson_end + 1;
            continue;
        }
        char *end;
        long width = strtol(at, &end, 10);
        long height = *end == 'x' ? strtol(end + 1, &end, 10) : 0;
        bool is_size = width >= SMALLEST && width <= LARGEST && height >= SMALLEST &&
                       height <= LARGEST && (*end == ',' || *end == '\0');
        if (!is_size) {
            fprintf(stderr,
                    _("quartet: --fit takes sizes from %dx%d on, such as 1280x720,640x360, or "
                      "lesson\n"),
                    SMALLEST, SMALLEST);
            return false;
        }
        check->sizes[check->size_count++] = (struct cli_size){(int)width, (int)height, false};
        if (!*end)
            return true;
        at = end + 1;
    }
}

/// The byte of a place in a text.
static size_t byte_at(const struct buf *text, const struct place *place)
{
    const char *at = text->data, *end = text->data + text->len;
    for (int line = 1; line < place->line && at < end; line++) {
        const char *line_end = memchr(at, '\n', (size_t)(end - at));
        at = line_end ? line_end + 1 : end;
    }
    for (int column = 1; column < place->column && at < end; column++)
        text_next(&at, end);
    return (size_t)(at - text->data);
}

/// Adds what was found of questions, with the lines that say what they ask.
static void quote_questions(const struct check *check, struct bank_file *file,
                            const struct diags *found)
{
    struct buf text = {0};
    // A file that can't be read now, or is another one, has no lines to show.
    bool is_there = read_now(check, file->path, &text) && text.len;
    for (size_t i = 0; i < found->count; i++) {
        struct place place = found->items[i].place;
        struct json_range head = {0};
        if (is_there) {
            struct json_mark mark = json_mark_start(text.data, text.len);
            head = question_head(text.data, text.len, byte_at(&text, &place));
            json_mark_move(&mark, text.data, head.at);
            place.line = mark.line;
            place.column = mark.column;
        }
        diag_add(&file->diags, DIAG_WARNING, place, (int)head.len, is_there ? text.data : NULL,
                 text.len, head.at, "%s", found->items[i].message);
    }
    file->diags.warnings += found->warnings - found->count;
    buf_free(&text);
}

/// Says that all is seen whole in the windows, and in lessons.
static void say_fits(const struct check *check, const struct bank_file *file)
{
    struct buf name = {0}, sizes = {0};
    bool has_lesson = false;
    diag_add_name(&name, file->path);
    for (int i = 0; i < check->size_count; i++) {
        const struct cli_size *size = &check->sizes[i];
        has_lesson |= size->is_of_lesson;
        if (!size->is_of_lesson)
            buf_printf(&sizes, "%s%dx%d", sizes.len ? "," : "", size->width, size->height);
    }
    if (sizes.len)
        printf("%s: nothing has to be scrolled at %s\n", name.data, sizes.data);
    if (has_lesson)
        printf("%s: a lesson shows each question on one page\n", name.data);
    buf_free(&sizes);
    buf_free(&name);
}

/// Warns of what is not seen whole, or says that there is nothing.
static bool check_fit(struct check *check, struct bank_file *file)
{
    char error[256];
    if (!check->size_count || !file->bank)
        return true;
    struct diags found = {.arena = &file->arena};
    bool is_checked = check->cli->hooks->fit(file->bank, file->path, check->sizes,
                                             check->size_count, &found, error, sizeof error);
    if (!is_checked)
        fprintf(stderr, "quartet: %s\n", error);
    if (found.count)
        quote_questions(check, file, &found);
    if (is_checked && !found.count && !check->is_quiet && !check->files)
        say_fits(check, file);
    return is_checked;
}

int run_check(struct cli *cli)
{
    struct check check = {.cli = cli, .is_quiet = cli->values[OPTION_QUIET].is_set};
    const struct option_value *lint = &cli->values[OPTION_LINT];
    if (lint->text && strcmp(lint->text, "help") == 0) {
        lint_rules_print();
        return CLI_DONE;
    }
    check.lint.has_file = has_file;
    if (lint->is_set && !lint_rules_read(&cli->arena, lint->text, &check.lint.wanted))
        return CLI_FAILED;
    const struct option_value *fit = &cli->values[OPTION_FIT];
    if (fit->is_set && !read_sizes(cli, &check, fit->text))
        return CLI_FAILED;
    bool is_mended = cli->values[OPTION_FIX].is_set;
    bool is_dry = cli->values[OPTION_DRY_RUN].is_set;
    if (is_dry && !is_mended) {
        fprintf(stderr, _("quartet: --dry-run shows what --fix would change: give both\n"));
        return CLI_FAILED;
    }
    if (is_mended && mend_files(cli, check.lint.wanted) == CLI_FAILED)
        return CLI_FAILED;
    struct library library = {0};
    library_find(&library, &(struct library_places){
                               .named = cli->operands,
                               .named_count = cli->operand_count,
                           });
    problems_print(&library.diags, false, stderr);
    library.lint = lint->is_set ? &check.lint : NULL;
    check.has_unreadable = library.diags.errors > 0;

    cJSON *root = NULL;
    if (cli->values[OPTION_JSON].is_set) {
        root = cJSON_CreateObject();
        check.files = cJSON_AddArrayToObject(root, "files");
    }
    for (int i = 0; i < library.count; i++) {
        struct bank_file *file = &library.entries[i].file;
        if (is_dry)
            open_mended(&check, &library, i);
        library_open_entry(&library, i);
        library_find_shadow(&library, i, &file->diags);
        check.has_unreadable |= !check_fit(&check, file);
        check_file(&check, file);
        bank_file_close(file); // a folder may hold more banks than memory does
    }
    if (root)
        json_print(root);
    library_close(&library);
    lint_free(&check.lint);
    if (check.has_unreadable)
        return CLI_FAILED;
    return check.has_errors ? CLI_NO : CLI_DONE;
}
