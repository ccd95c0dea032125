// Opens a bank from a plain list of folders and files.
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/drop.h"
#include "screens/game.h"
#include "screens/row.h"
#include "screens/screen.h"
#include "store/folder.h"
#include "ui/widget.h"

enum {
    OPEN_ENTRY = 1, // which of the folder
    OPEN_UP,
    OPEN_ALL,  // adds all banks of this folder
    OPEN_TYPE, // a character of a name
    OPEN_REGION,
};

enum { TYPED_MAX = 32, TYPING_MS = 1200 };

struct open {
    struct arena arena; // of the folder
    struct folder folder;
    const char *notice;
    char typed[TYPED_MAX]; // the beginning of a name, folded
    int64_t typed_ms;      // when the last character came
};

static void go_to(struct open *open, const char *path)
{
    struct arena arena = {0};
    struct folder folder = folder_list(path, &arena); // `path` may lie in the old arena
    arena_free(&open->arena);
    open->arena = arena;
    open->folder = folder;
    open->notice = NULL;
    open->typed[0] = '\0';
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    (void)now_ms;
    struct open *open = self;
    const struct paths *paths = game->paths;
    if (!paths) {
        go_to(open, "/");
        return;
    }
    go_to(open, paths->questions_dir ? paths->questions_dir : "/");
    if (open->folder.state != FOLDER_READ)
        go_to(open, paths->home_dir ? paths->home_dir : "/");
}

static void leave(void *self, struct game *game)
{
    (void)game;
    struct open *open = self;
    arena_free(&open->arena);
}

static const struct step redraw = {.redraw = true};

static struct step focus_on(int id, int arg)
{
    return (struct step){.redraw = true, .focus = {id, arg}};
}

static struct step focus_first(const struct open *open)
{
    return open->folder.count ? focus_on(OPEN_ENTRY, 0) : focus_on(OPEN_UP, 0);
}

/// Opens a bank and goes back, or stays and shows what is wrong in it.
static struct step activate(struct open *open, struct game *game, int at)
{
    if (at < 0 || at >= open->folder.count)
        return (struct step){0};
    const struct folder_entry *entry = &open->folder.entries[at];
    if (!entry->is_folder && game_open_path(game, entry->path))
        return (struct step){.kind = STEP_BACK};
    if (!entry->is_folder)
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_PROBLEMS};
    go_to(open, entry->path);
    return focus_first(open);
}

/// The folder above, with the focus on the one just left.
static struct step go_up(struct open *open)
{
    if (!open->folder.parent)
        return (struct step){0};
    struct arena scratch = {0};
    const char *left = arena_text(&scratch, open->folder.path, strlen(open->folder.path));
    go_to(open, open->folder.parent);
    struct step step = focus_first(open);
    for (int i = 0; i < open->folder.count; i++) {
        if (strcmp(open->folder.entries[i].path, left) == 0)
            step = focus_on(OPEN_ENTRY, i);
    }
    arena_free(&scratch);
    return step;
}

/// Goes to the first entry that begins with what was typed.
static struct step type_ahead(struct open *open, int letter, int64_t now_ms)
{
    size_t len = strlen(open->typed);
    if (now_ms - open->typed_ms > TYPING_MS)
        len = 0;
    open->typed_ms = now_ms;
    snprintf(open->typed + len, sizeof open->typed - len, "%c", letter);
    struct arena scratch = {0};
    struct step step = redraw;
    for (int i = 0; i < open->folder.count && !step.focus.id; i++) {
        const char *name = open->folder.entries[i].name;
        name = text_fold(&scratch, name, FOLD_CASE | FOLD_ACCENTS, NULL);
        if (strncmp(name, open->typed, strlen(open->typed)) == 0)
            step = focus_on(OPEN_ENTRY, i);
    }
    arena_free(&scratch);
    return step;
}

static struct step dropped(struct open *open, struct game *game, const char *path)
{
    open->notice = drop_open(game, path);
    return open->notice ? redraw : (struct step){.kind = STEP_BACK};
}

static int banks_in(const struct folder *folder)
{
    int count = 0;
    for (int i = 0; i < folder->count; i++)
        count += !folder->entries[i].is_folder;
    return count;
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct open *open = self;
    switch (action->id) {
    case ACTION_BACK:
        return (struct step){.kind = STEP_BACK};
    case ACTION_SHOWN:
        return redraw;
    case ACTION_DROP:
        return dropped(open, game, action->text);
    case OPEN_ENTRY:
        return activate(open, game, action->arg);
    case OPEN_UP:
        return go_up(open);
    case OPEN_ALL:
        return dropped(open, game, open->folder.path);
    case OPEN_TYPE:
        return type_ahead(open, action->arg, action->now_ms);
    default:
        return (struct step){0};
    }
}

/// What is said in place of a list.
static const char *empty_words(const struct folder *folder)
{
    switch (folder->state) {
    case FOLDER_MISSING:
        return _("This folder is not there any more. Go up and choose another.");
    case FOLDER_FORBIDDEN:
        return _("You have no permission to read this folder. Choose another.");
    case FOLDER_BROKEN:
        return _("This folder cannot be read. Choose another.");
    case FOLDER_READ:
        break;
    }
    return banks_in(folder) ? NULL : _("No banks in this folder. Their names end in .json.");
}

static struct row entry_row(const struct folder_entry *entry)
{
    return (struct row){.kind = ROW_ICON,
                        .icon = entry->is_folder ? MASK_FOLDER : MASK_RIGHT,
                        .title = entry->name};
}

static const struct row up_row = {.kind = ROW_ICON, .icon = MASK_UP, .title = ".."};

static void draw_list(const struct open *open, struct ui *ui, struct rect rect)
{
    const struct folder *folder = &open->folder;
    ui_card(ui, rect, 2.4F, ui->theme->surface);
    struct rect inner = rect_inset(rect, ui->u);
    float edge = ui->u, gap = 0.4F * ui->u; // `edge`: for the focus ring
    float width = inner.w - 2 * edge - 1.4F * ui->u;
    const char *empty = empty_words(folder);
    struct wrapped words = wrap_text(ui, style_body, empty ? empty : "", width - 4 * ui->u);
    float height = 2 * edge + (empty ? wrapped_height(&words) + 2 * ui->u : 0);
    height += folder->parent ? row_height(ui, &up_row, width) + gap : 0;
    for (int i = 0; i < folder->count; i++) {
        struct row row = entry_row(&folder->entries[i]);
        height += row_height(ui, &row, width) + gap;
    }
    float up = ui_scroll_begin(ui, OPEN_REGION, inner, height);
    struct rect rest = {inner.x + edge, inner.y + edge - up, width, 1e6F};
    if (folder->parent) {
        row_draw(ui, rect_cut_top(&rest, row_height(ui, &up_row, width)), &up_row, OPEN_UP, 0,
                 folder->count ? 0 : AREA_FIRST);
        rect_cut_top(&rest, gap);
    }
    for (int i = 0; i < folder->count; i++) {
        struct row row = entry_row(&folder->entries[i]);
        struct rect at = rect_cut_top(&rest, row_height(ui, &row, width));
        row_draw(ui, at, &row, OPEN_ENTRY, i, i ? 0 : AREA_FIRST);
        rect_cut_top(&rest, gap);
    }
    if (empty) {
        rest.x += 2 * ui->u;
        rest.y += ui->u;
        wrapped_draw(ui, &words, rest, ALIGN_START, ui->theme->text2);
    }
    ui_scroll_end(ui);
}

/// The path that is shown, and what just happened, above the list.
static void draw_head(const struct open *open, struct ui *ui, struct rect *rest)
{
    struct wrapped path = wrap_text(ui, style_label, open->folder.name, rest->w);
    wrapped_draw(ui, &path, rect_cut_top(rest, wrapped_height(&path)), ALIGN_START,
                 ui->theme->text2);
    if (open->notice) {
        rect_cut_top(rest, ui->u);
        rect_cut_top(rest, ui_paragraph(ui, *rest, style_body, ALIGN_START, ui->theme->warn,
                                        open->notice));
    }
    rect_cut_top(rest, 1.6F * ui->u);
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    const struct open *open = self;
    (void)game;
    struct rect rest = ui_page(ui, _("Open a bank"));
    draw_head(open, ui, &rest);
    draw_list(open, ui, rest);
    const struct hint hints[] = {
        {.keys = "↑ ↓", .label = _("move")},
        {.keys = "Enter", .pad = PAD_SOUTH, .label = _("open")},
        {.keys = "Backspace", .pad = PAD_WEST, .label = _("folder above")},
        {.keys = "A–Z", .label = _("find by name")},
        {.keys = "Esc", .pad = PAD_EAST, .label = _("back")},
    };
    ui_hints(ui, hints, sizeof hints / sizeof *hints, 0);
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    (void)game;
    (void)ui;
    const struct open *open = self;
    switch (row->id) {
    case OPEN_UP:
        return open->folder.parent != NULL;
    case OPEN_ALL:
        return banks_in(&open->folder) > 0;
    case OPEN_TYPE:
        return open->folder.count > 0;
    default:
        return true;
    }
}

#define TYPE(letter)                                                                           \
    {                                                                                          \
        letter, 0, PAD_NONE, OPEN_TYPE, letter, NULL, NULL                                     \
    }

static const struct shortcut shortcuts[] = {
    {KEY_BACKSPACE, 0, PAD_WEST, OPEN_UP, 0, "Backspace", N_("Folder above")},
    {'a', MOD_CTRL, PAD_NORTH, OPEN_ALL, 0, "Ctrl A", N_("Open all banks of this folder")},
    {'a', 0, PAD_NONE, OPEN_TYPE, 'a', "A–Z", N_("Go to a name")},
    TYPE('b'),
    TYPE('c'),
    TYPE('d'),
    TYPE('e'),
    TYPE('f'),
    TYPE('g'),
    TYPE('h'),
    TYPE('i'),
    TYPE('j'),
    TYPE('k'),
    TYPE('l'),
    TYPE('m'),
    TYPE('n'),
    TYPE('o'),
    TYPE('p'),
    TYPE('q'),
    TYPE('r'),
    TYPE('s'),
    TYPE('t'),
    TYPE('u'),
    TYPE('v'),
    TYPE('w'),
    TYPE('x'),
    TYPE('y'),
    TYPE('z'),
    TYPE('0'),
    TYPE('1'),
    TYPE('2'),
    TYPE('3'),
    TYPE('4'),
    TYPE('5'),
    TYPE('6'),
    TYPE('7'),
    TYPE('8'),
    TYPE('9'),
    TYPE('-'),
    TYPE('_'),
    TYPE('.'),
    {0},
};

const struct screen screen_open = {
    .name = "open",
    .takes_drops = true,
    .state_size = sizeof(struct open),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
    .works = works,
};
