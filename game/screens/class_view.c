#include <stddef.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/class_page.h"
#include "screens/form.h"

int class_page_present(const struct class_list *list)
{
    int count = 0;
    for (int i = 0; i < list->count; i++)
        count += !list->pupils[i].is_absent;
    return count;
}

/// What all three pages have in common.
static struct form begin(const struct class_page *page)
{
    return (struct form){
        .field = &page->edit,
        .placeholder = _("Name"),
        .keys_id = CLASS_KEYS,
        .keyboard = &page->keyboard,
        .is_typing = page->is_typing,
        .fault = page->fault,
    };
}

static void show_classes(const struct class_page *page, const struct game *game, struct ui *ui)
{
    struct form form = begin(page);
    struct row *rows = ARENA_ARRAY(ui->arena, page->name_count + 1, struct row);
    const char *chosen = game->lesson.class_name;
    rows[0] = (struct row){.title = _("No class"), .is_on = !chosen[0]};
    for (int i = 0; i < page->name_count; i++) {
        bool is_on = strcmp(page->names[i], chosen) == 0;
        rows[i + 1] = (struct row){.title = page->names[i], .is_on = is_on};
        if (is_on)
            form.row_first = i + 1;
    }
    form.title = _("Class");
    form.region_id = CLASS_REGION;
    form.parts[0] = (struct form_part){
        _("A class is a list of names. They stay on this machine."), FORM_DETAIL};
    form.rows = rows;
    form.row_count = page->name_count + 1;
    form.row_id = CLASS_ROW;
    form.label = _("A new class");
    form.field_id = CLASS_NAME;
    form.done = form.primary = _("Add");
    form.primary_id = CLASS_ADD;
    form_draw(ui, &form);
}

static const char *count_words(const struct class_list *list, struct arena *arena)
{
    int present = class_page_present(list);
    const char *there = fill_text(
        arena, ngettext("{1} pupil is there", "{1} pupils are there", (unsigned long)present),
        fill_number(arena, present), NULL);
    if (present == list->count)
        return arena_printf(arena, "%s.", there);
    return fill_text(arena, _("{1}, {2} absent."), there,
                     fill_number(arena, list->count - present), NULL);
}

static void show_pupils(const struct class_page *page, struct ui *ui)
{
    static const struct hint hints[] = {
        {.keys = "Space", .pad = PAD_SOUTH, .label = N_("absent")},
        {.keys = "Delete", .label = N_("remove")},
        {.keys = "Esc", .pad = PAD_EAST, .label = N_("back")},
    };
    struct form form = begin(page);
    struct hint *shown = ARENA_ARRAY(ui->arena, 4, struct hint);
    int first = page->list.count ? 0 : 2;
    struct row *rows = ARENA_ARRAY(ui->arena, page->list.count + 1, struct row);
    for (int i = first; i < 3; i++) {
        shown[form.hint_count] = hints[i];
        shown[form.hint_count++].label = _(hints[i].label);
    }
    if (page->undo_count) {
        shown[form.hint_count++] = (struct hint){
            .keys = "Ctrl+Z", .pad = PAD_BACK, .label = _("undo"), .id = CLASS_UNDO};
    }
    for (int i = 0; i < page->list.count; i++) {
        const struct class_pupil *pupil = &page->list.pupils[i];
        rows[i] = (struct row){.kind = ROW_CHECKED,
                               .title = pupil->name,
                               .value = pupil->is_absent ? _("absent") : NULL,
                               .is_on = !pupil->is_absent,
                               .is_dim = pupil->is_absent};
    }
    form.title = fill_text(ui->arena, _("Class {1}"), page->name, NULL);
    form.region_id = CLASS_PUPILS_REGION;
    form.parts[0] =
        page->list.count
            ? (struct form_part){count_words(&page->list, ui->arena), FORM_STRONG}
            : (struct form_part){
                  _("Nobody is in this class yet. Type names, paste a list, or drop "
                    "a file of them on this window."),
                  FORM_WORDS};
    form.parts[1] = (struct form_part){page->said, FORM_GOOD};
    form.rows = rows;
    form.row_count = page->list.count;
    form.row_first = page->is_typing ? -1 : 0;
    form.row_id = CLASS_PUPIL;
    form.row_flags = AREA_ERASE;
    form.row_button_id = CLASS_EDIT;
    form.row_button_icon = MASK_PENCIL;
    form.row_button_name = _("Rename or remove");
    form.label = _("Add names: one, or several with commas between");
    form.placeholder = _("Names");
    form.field_id = CLASS_NAMES;
    form.done = _("Add");
    form.hints = shown;
    bool adds = page->edit.len > 0 || !page->list.count;
    form.primary = adds ? _("Add") : _("Use this class");
    form.primary_id = adds ? CLASS_ADD_NAMES : CLASS_USE;
    form.other = _("Forget this class");
    form.other_id = CLASS_FORGET;
    form.is_primary_first = page->is_listed && !page->is_typing && !adds;
    form_draw(ui, &form);
}

static void show_pupil(const struct class_page *page, struct ui *ui)
{
    struct form form = begin(page);
    form.title = page->list.pupils[page->pupil].name;
    form.region_id = CLASS_PUPIL_REGION;
    form.label = _("Name");
    form.field_id = CLASS_PUPIL_NAME;
    form.done = form.primary = _("Rename");
    form.primary_id = CLASS_RENAME;
    form.other = _("Remove");
    form.other_id = CLASS_REMOVE;
    form_draw(ui, &form);
}

void class_page_draw(const struct class_page *page, const struct game *game, struct ui *ui)
{
    const char *fault = game_data_fault(game, ui->arena);
    if (fault) {
        struct form form = {.title = _("Class"), .region_id = CLASS_REGION};
        form.parts[0] = (struct form_part){fault, FORM_FAULT};
        form_draw(ui, &form);
    } else if (page->shown == CLASS_CHOOSING) {
        show_classes(page, game, ui);
    } else if (page->shown == CLASS_LISTING) {
        show_pupils(page, ui);
    } else {
        show_pupil(page, ui);
    }
}
