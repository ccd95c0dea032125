// The class for a lesson: which one, and who is there. Each change is saved at once.
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screens/class_page.h"
#include "screens/drop.h"
#include "screens/screen.h"
#include "store/file.h"

enum { LIST_BYTES = 1 << 20, SAID_MOST = 3 };

static const struct step redraw = {.redraw = true};

static void find_classes(struct class_page *page, const struct game *game)
{
    page->name_count =
        game->journal ? classes_names(game->journal, &page->arena, &page->names) : 0;
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    (void)now_ms;
    find_classes(self, game);
}

static void leave(void *self, struct game *game)
{
    struct class_page *page = self;
    (void)game;
    arena_free(&page->arena);
}

static void stop_typing(struct class_page *page)
{
    page->is_typing = false;
    page->keyboard.is_called = false;
    page->fault = NULL;
    edit_set(&page->edit, "");
}

static struct step show(struct class_page *page, enum class_view shown)
{
    stop_typing(page);
    page->shown = shown;
    page->is_listed = false;
    page->said = NULL;
    return redraw;
}

static struct step open_class(struct class_page *page, const struct game *game,
                              const char *name)
{
    page->name = arena_text(&page->arena, name, strlen(name));
    page->undo_count = 0;
    classes_read(game->journal, page->name, game_wall(game).at_ms, &page->arena, &page->list);
    return show(page, CLASS_LISTING);
}

/// Saves the list as `list` from now on. What was there before can be had back.
static struct step change(struct class_page *page, const struct game *game,
                          struct class_list list)
{
    if (!classes_write(game->journal, page->name, &list, game_wall(game).at_ms)) {
        page->fault = _("The class cannot be saved now. Free some space, then try again.");
        return redraw;
    }
    if (page->undo_count == CLASS_UNDO_MAX) {
        memmove(page->undo, page->undo + 1, sizeof page->undo - sizeof *page->undo);
        page->undo_count--;
    }
    page->undo[page->undo_count++] = page->list;
    page->list = list;
    return redraw;
}

static struct step undo(struct class_page *page, const struct game *game)
{
    if (page->shown != CLASS_LISTING || !page->undo_count)
        return (struct step){0};
    struct class_list before = page->undo[page->undo_count - 1];
    struct step step = change(page, game, before);
    page->undo_count -= page->fault ? 0 : 2; // the undoing itself is no change
    page->said = NULL;
    return step;
}

/// A copy of the list with room for all pupils that a class may have.
static struct class_list copy_list(struct class_page *page)
{
    struct class_list copy = {ARENA_ARRAY(&page->arena, PUPILS_MOST, struct class_pupil),
                              page->list.count};
    if (copy.count)
        memcpy(copy.pupils, page->list.pupils, (size_t)copy.count * sizeof *copy.pupils);
    return copy;
}

static int find_pupil(const struct class_list *list, const char *name)
{
    for (int i = 0; i < list->count; i++) {
        if (strcmp(list->pupils[i].name, name) == 0)
            return i;
    }
    return -1;
}

/// What is wrong with a list, a line for each of the first few problems.
static const char *list_faults(struct class_page *page, const struct diags *diags)
{
    const char *all = NULL;
    for (size_t i = 0; i < diags->count && i < SAID_MOST; i++) {
        const struct diag *diag = &diags->items[i];
        const char *line =
            diag->place.line
                ? fill_text(&page->arena, _("Line {1}: {2}."),
                            fill_number(&page->arena, diag->place.line), diag->message, NULL)
                : arena_printf(&page->arena, "%s.", diag->message);
        all = all ? arena_printf(&page->arena, "%s\n%s", all, line) : line;
    }
    return all;
}

/// That so many found no room in the class.
static const char *left_out_words(struct class_page *page, int count)
{
    return fill_text(
        &page->arena,
        ngettext("A class has at most {2} pupils: {1} was left out.",
                 "A class has at most {2} pupils: {1} were left out.", (unsigned long)count),
        fill_number(&page->arena, count), fill_number(&page->arena, PUPILS_MOST), NULL);
}

/// Adds the names in a text that was typed, pasted or read from `file`.
static struct step add_names(struct class_page *page, const struct game *game, const char *file,
                             const char *text, size_t len)
{
    struct diags diags = {.arena = &page->arena};
    struct pupil_list read = pupil_list_read(file, text, len, &page->arena, &diags);
    struct class_list list = copy_list(page);
    int added = 0, known = 0;
    for (int i = 0; i < read.count; i++) {
        if (find_pupil(&list, read.names[i]) >= 0) {
            known++;
        } else if (list.count < PUPILS_MOST) {
            list.pupils[list.count++] = (struct class_pupil){.name = read.names[i]};
            added++;
        }
    }
    int left_out = read.count - added - known;
    edit_set(&page->edit, "");
    page->said = page->fault = NULL;
    if (added && change(page, game, list).redraw && !page->fault) {
        page->said = fill_text(
            &page->arena,
            ngettext("{1} pupil was added.", "{1} pupils were added.", (unsigned long)added),
            fill_number(&page->arena, added), NULL);
    }
    if (known) {
        const char *were =
            fill_text(&page->arena,
                      ngettext("{1} was in the class already.",
                               "{1} were in the class already.", (unsigned long)known),
                      fill_number(&page->arena, known), NULL);
        page->said = page->said ? arena_printf(&page->arena, "%s %s", page->said, were) : were;
    }
    const char *faults = list_faults(page, &diags);
    page->fault = faults ? faults : page->fault;
    if (left_out) {
        const char *were = left_out_words(page, left_out);
        page->fault =
            page->fault ? arena_printf(&page->arena, "%s\n%s", page->fault, were) : were;
    }
    if (!read.count && !faults)
        page->fault = _("Type a name first.");
    return (struct step){.redraw = true, .focus = {CLASS_NAMES, 0}};
}

/// The name that was typed, in the page's arena; NULL, with the reason said, if it is none.
static const char *name_typed(struct class_page *page)
{
    const char *name = pupil_list_name(page->edit.text, &page->arena);
    page->fault = name ? NULL
                  : page->edit.len < PUPIL_NAME_BYTES
                      ? _("Type a name first.")
                      : _("This name is too long. Type a shorter one.");
    return name;
}

/// Makes the class `name`, or opens it if it is there.
static struct step make_class(struct class_page *page, const struct game *game,
                              const char *name)
{
    if (!classes_may_be(game->journal, name)) {
        page->fault =
            fill_text(&page->arena, _("{1} is a learner already. Give the class another name."),
                      name, NULL);
        return redraw;
    }
    if (!classes_has(game->journal, name) &&
        !classes_write(game->journal, name, &(struct class_list){0}, game_wall(game).at_ms)) {
        page->fault = _("The class cannot be saved now. Free some space, then try again.");
        return redraw;
    }
    return open_class(page, game, name);
}

/// What the button, Enter or the key at the bottom right of the keyboard does with what was
/// typed.
static struct step take_typed(struct class_page *page, const struct game *game)
{
    if (page->shown == CLASS_LISTING)
        return add_names(page, game, _("The list"), page->edit.text, (size_t)page->edit.len);
    if (!page->is_typing && !page->edit.len) { // a pad gets the screen keyboard now
        page->is_typing = true;
        return (struct step){.redraw = true, .focus = {CLASS_NAME, 0}};
    }
    const char *name = name_typed(page);
    if (!name)
        return redraw;
    if (page->shown == CLASS_CHOOSING)
        return make_class(page, game, name);
    struct class_list list = copy_list(page);
    int other = find_pupil(&list, name);
    if (other >= 0 && other != page->pupil) {
        page->fault = _("Another pupil has this name. Add a letter to tell them apart.");
        return redraw;
    }
    list.pupils[page->pupil].name = name;
    struct step step = change(page, game, list);
    return page->fault ? step : show(page, CLASS_LISTING);
}

static struct step remove_pupil(struct class_page *page, const struct game *game, int pupil)
{
    struct class_list list = copy_list(page);
    const char *name = list.pupils[pupil].name;
    memmove(list.pupils + pupil, list.pupils + pupil + 1,
            (size_t)(list.count - pupil - 1) * sizeof *list.pupils);
    list.count--;
    struct step step = change(page, game, list);
    if (page->fault)
        return step;
    if (page->shown == CLASS_RENAMING) // else the focus stays where it is
        show(page, CLASS_LISTING);
    page->said = fill_text(&page->arena,
                           _("{1} is no longer in the class. U brings them back."), name, NULL);
    return step;
}

static struct step press_pupil(struct class_page *page, const struct game *game,
                               const struct action *action)
{
    if (action->arg < 0 || action->arg >= page->list.count)
        return (struct step){0};
    page->said = page->fault = NULL;
    if (action->edit == EDIT_BACKSPACE)
        return remove_pupil(page, game, action->arg);
    struct class_list list = copy_list(page);
    list.pupils[action->arg].is_absent = !list.pupils[action->arg].is_absent;
    return change(page, game, list);
}

static struct step open_pupil(struct class_page *page, int pupil)
{
    if (pupil < 0 || pupil >= page->list.count)
        return (struct step){0};
    show(page, CLASS_RENAMING);
    page->pupil = pupil;
    page->is_typing = true;
    edit_set(&page->edit, page->list.pupils[pupil].name);
    return redraw;
}

/// Adds a whole list, pasted or from `file`: nothing is to be typed after it, so the class can
/// be used with the next key.
static struct step add_list(struct class_page *page, const struct game *game, const char *file,
                            const char *text, size_t len)
{
    stop_typing(page);
    add_names(page, game, file, text, len);
    page->is_listed = page->list.count > 0;
    return redraw;
}

static struct step type(struct class_page *page, const struct game *game,
                        const struct action *action)
{
    // A pasted list is no name: the field would run its lines together.
    bool is_list = page->shown == CLASS_LISTING && action->edit == EDIT_INSERT &&
                   action->text && strpbrk(action->text, "\r\n\t");
    if (is_list)
        return add_list(page, game, _("The list"), action->text, strlen(action->text));
    page->is_typing = true;
    page->fault = NULL;
    edit_apply(&page->edit, action);
    return redraw;
}

/// The name of a file without its ending.
static const char *stem(struct class_page *page, const char *path)
{
    const char *name = file_name(path), *dot = strrchr(name, '.');
    size_t len = dot ? (size_t)(dot - name) : strlen(name);
    bool is_good = text_is_utf8(name, len, NULL);
    return is_good ? pupil_list_name(arena_text(&page->arena, name, len), &page->arena) : NULL;
}

/// A list of pupils; a bank that is dropped is opened as everywhere.
static struct step drop(struct class_page *page, struct game *game, const struct action *action)
{
    struct buf text = {0};
    struct diags diags = {.arena = &page->arena};
    struct step step = redraw;
    const char *path = action->text, *name = stem(page, path);
    size_t len = strlen(path);
    if (file_is_folder(path) || (len > 5 && strcmp(path + len - 5, ".json") == 0)) {
        drop_aside(game, path, action->now_ms);
        return (struct step){.kind = STEP_HOME};
    }
    page->fault = NULL;
    if (!game->journal || !file_read(path, LIST_BYTES, &text, &diags)) {
        page->fault = list_faults(page, &diags);
    } else if (page->shown != CLASS_CHOOSING || (name && make_class(page, game, name).redraw)) {
        page->shown = page->shown == CLASS_RENAMING ? CLASS_LISTING : page->shown;
        if (!page->fault)
            step = add_list(page, game, file_name(path), text.data ? text.data : "", text.len);
    }
    buf_free(&text);
    return step;
}

static struct step choose(struct class_page *page, struct game *game, int row)
{
    if (row < 0 || row > page->name_count)
        return (struct step){0};
    if (row > 0)
        return open_class(page, game, page->names[row - 1]);
    game->lesson.class_name[0] = '\0';
    return (struct step){.kind = STEP_BACK};
}

static struct step use_class(const struct class_page *page, struct game *game)
{
    snprintf(game->lesson.class_name, sizeof game->lesson.class_name, "%s", page->name);
    return (struct step){.kind = STEP_BACK};
}

static struct step ask_to_forget(const struct class_page *page, struct game *game)
{
    use_class(page, game);
    game->forgets = FORGET_CLASS;
    return (struct step){.kind = STEP_PUSH, .to = SCREEN_FORGET};
}

static struct step back(struct class_page *page, const struct game *game)
{
    if (page->shown == CLASS_RENAMING)
        return show(page, CLASS_LISTING);
    if (page->is_typing) {
        stop_typing(page);
        return redraw;
    }
    if (page->shown == CLASS_CHOOSING)
        return (struct step){.kind = STEP_BACK};
    find_classes(page, game);
    return show(page, CLASS_CHOOSING);
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct class_page *page = self;
    struct arena scratch = {0};
    bool is_out_of_order = game_data_fault(game, &scratch) != NULL;
    arena_free(&scratch);
    if (is_out_of_order)
        return (struct step){.kind = action->id == ACTION_BACK ? STEP_BACK : STEP_STAY};
    switch (keyboard_update(&page->keyboard, CLASS_KEYS, action)) {
    case KEYBOARD_IS_DONE:
        return take_typed(page, game);
    case KEYBOARD_CHANGED:
        page->is_typing = true;
        return redraw;
    case KEYBOARD_OTHER:
        break;
    }
    switch (action->id) {
    case ACTION_BACK:
        return back(page, game);
    case ACTION_SHOWN:
        return redraw;
    case ACTION_DROP:
        return drop(page, game, action);
    case CLASS_ROW:
        return choose(page, game, action->arg);
    case CLASS_NAME:
    case CLASS_NAMES:
    case CLASS_PUPIL_NAME:
        return type(page, game, action);
    case CLASS_ADD:
    case CLASS_ADD_NAMES:
    case CLASS_RENAME:
        return take_typed(page, game);
    case CLASS_PUPIL:
        return press_pupil(page, game, action);
    case CLASS_EDIT:
        return open_pupil(page, action->arg);
    case CLASS_REMOVE:
        return remove_pupil(page, game, page->pupil);
    case CLASS_USE:
        return use_class(page, game);
    case CLASS_FORGET:
        return ask_to_forget(page, game);
    case CLASS_UNDO:
        return undo(page, game);
    default:
        return (struct step){0};
    }
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    class_page_draw(self, game, ui);
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    const struct class_page *page = self;
    (void)game, (void)ui;
    return row->id != CLASS_UNDO || (page->shown == CLASS_LISTING && page->undo_count);
}

static const struct shortcut shortcuts[] = {
    {'z', MOD_CTRL, PAD_BACK, CLASS_UNDO, 0, "Ctrl Z", N_("Undo the last change")},
    {'u', 0, PAD_NONE, CLASS_UNDO, 0, NULL, NULL},
    {0},
};

const struct screen screen_class = {
    .name = "class",
    .takes_drops = true,
    .state_size = sizeof(struct class_page),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
    .works = works,
};
