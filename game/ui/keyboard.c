#include "ui/keyboard.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include <utf8proc.h>

#include "base/text.h"
#include "ui/widget.h"

// Numbers of keys: the row and the place in it, after those that mean something by themselves.
enum { KEYS_PER_ROW = 32, KEYS_FIRST = KEYS_PER_ROW };

enum {
    ROW_BOTTOM = 1,
    ROW_DIGITS,
    ROW_ACCENTS = ROW_DIGITS + 4,
    ROW_LETTERS = ROW_ACCENTS + 4
};

enum { DIGIT_ROWS = 4, LETTER_ROWS = 3 };

static const float gap_u = 0.8F;
static const float accent_width_u = 7.2F;
static const float least_key_u = 6.4F;

/// One key of a row.
struct screen_key {
    const char *text; // typed, and written on it; NULL: the place stays empty
    const char *name; // NULL: its text
    enum edit_op edit;
    float arrow; // drawn in place of the text: degrees from the right, clockwise; 0: none
    int arg;
    float share; // of the row's width
    bool is_primary, is_on;
};

/// A keyboard being drawn.
struct board {
    struct ui *ui;
    int id;
    struct rect focused; // the key with the focus: its ring comes last, over the others
};

enum keyboard_outcome keyboard_update(struct keyboard *keyboard, int id,
                                      const struct action *action)
{
    if (action->edit == EDIT_INSERT)
        keyboard->is_shifted = false;
    if (action->id != id)
        return KEYBOARD_OTHER;
    switch (action->arg) {
    case KEYBOARD_SHIFT:
        keyboard->is_shifted = !keyboard->is_shifted;
        return KEYBOARD_CHANGED;
    case KEYBOARD_CALL:
        keyboard->is_called = true;
        return KEYBOARD_CHANGED;
    case KEYBOARD_DONE:
        return KEYBOARD_IS_DONE;
    default:
        return KEYBOARD_OTHER;
    }
}

bool ui_wants_keyboard(const struct ui *ui, const struct keyboard *keyboard)
{
    switch (ui->state->device) {
    case DEVICE_TOUCH:
    case DEVICE_PAD:
        return true;
    case DEVICE_MOUSE:
        return keyboard->is_called;
    case DEVICE_NONE:
    case DEVICE_KEYBOARD:
        break;
    }
    return false;
}

/// Letters on keys grow with the text as far as the keys have room for them: larger keys would
/// take it from what is asked.
static float label_size(const struct ui *ui)
{
    const float most_scale = 1.8F;
    return 3.2F * fminf(1, most_scale / ui->text_scale);
}

static float key_height(const struct ui *ui)
{
    float least = (ui->grid == UI_TALL ? 8 : least_key_u) * ui->u;
    return fmaxf(least, ui_line_px(ui, label_size(ui), 1.1F));
}

static const char *capital(struct arena *arena, const struct keyboard_layout *layout,
                           uint32_t c)
{
    char text[4];
    // Turkish keeps the dot on its capital.
    bool is_dotted = c == 'i' && layout->languages && strcmp(layout->languages, "tr") == 0;
    utf8proc_int32_t upper = is_dotted ? 0x130 : utf8proc_toupper((utf8proc_int32_t)c);
    utf8proc_ssize_t len = utf8proc_encode_char(upper, (utf8proc_uint8_t *)text);
    return arena_text(arena, text, (size_t)len);
}

/// Whether the letters of `layout` have `letter` (`len` bytes) already.
static bool has_letter(const struct keyboard_layout *layout, const char *letter)
{
    for (int i = 0; i < LETTER_ROWS; i++) {
        if (layout->rows[i] && strstr(layout->rows[i], letter))
            return true;
    }
    return false;
}

/// A key for each character of `letters`, in row `row`.
static struct screen_key *letter_keys(struct arena *arena, const struct keyboard_layout *layout,
                                      const char *letters, bool is_shifted, int row, int *count)
{
    const char *end = letters + strlen(letters);
    struct screen_key *keys = ARENA_ARRAY(arena, text_count(letters) + 1, struct screen_key);
    *count = 0;
    for (const char *at = letters; at < end;) {
        const char *from = at;
        uint32_t c = text_next(&at, end);
        const char *text = is_shifted ? capital(arena, layout, c)
                                      : arena_text(arena, from, (size_t)(at - from));
        int arg = KEYS_FIRST + row * KEYS_PER_ROW + *count;
        keys[(*count)++] =
            (struct screen_key){.text = text, .edit = EDIT_INSERT, .arg = arg, .share = 1};
    }
    return keys;
}

static void draw_label(struct ui *ui, struct rect face, const struct screen_key *key,
                       struct colour ink)
{
    struct point middle = rect_centre(face);
    float half = 1.6F * ui->u;
    struct rect box = {middle.x - half, middle.y - half, 2 * half, 2 * half};
    if (key->arg == KEYBOARD_CALL) {
        ui_icon(ui, MASK_KEYBOARD, middle, 1.9F * ui->u, 0.2F, ink);
        return;
    }
    if (key->arrow > 0) {
        ui_mask_turned(ui, MASK_ARROW, box, key->arrow, ink);
        return;
    }
    if (strcmp(key->text, " ") == 0) {
        struct rect bar = {middle.x - face.w * 0.25F, middle.y + 0.6F * ui->u, face.w * 0.5F,
                           ui_stroke_px(ui, 0.4F)};
        ui_fill(ui, bar, 0, ink);
        return;
    }
    struct text_style style = {key->is_primary ? FACE_SEMIBOLD : FACE_MEDIUM, label_size(ui),
                               1.1F};
    ui_label(ui, rect_inset(face, 0.3F * ui->u), style, ALIGN_CENTRE, ink, key->text);
}

static void draw_key(struct board *board, struct rect rect, const struct screen_key *key)
{
    struct ui *ui = board->ui;
    const struct theme *t = ui->theme;
    float radius = 1.2F * ui->u, line = ui_stroke_px(ui, 0.2F);
    bool is_lit = ui_is_hovered(ui, board->id, key->arg) ||
                  ui_press_depth(ui, board->id, key->arg) > 0.5F;
    struct colour face = is_lit ? t->surface2 : t->surface, ink = t->text;
    if (key->is_primary || key->is_on) {
        face = t->accent;
        ink = t->accent_ink;
    }
    ui_fill(ui, rect, radius, key->is_primary ? t->accent : t->outline);
    ui_fill(ui, rect_inset(rect, line), radius - line, face);
    draw_label(ui, rect, key, ink);
    if (ui_is_focused(ui, board->id, key->arg))
        board->focused = rect;
    // Half the gap belongs to each of its neighbours: a finger between two keys hits one.
    struct rect target = rect_inset(rect, -gap_u * ui->u / 2);
    const char *name = key->name ? key->name : key->text;
    if (key->edit != EDIT_NONE) {
        ui_key_area(ui, target, board->id, key->arg, key->edit, key->text, name);
        return;
    }
    unsigned flags = (key->is_on ? AREA_SELECTED : 0) | (key->is_primary ? AREA_PRIMARY : 0);
    ui_area(ui, target, board->id, key->arg, flags, name);
}

static void draw_row(struct board *board, struct rect row, const struct screen_key *keys,
                     int count)
{
    float gap = gap_u * board->ui->u, shares = 0;
    for (int i = 0; i < count; i++)
        shares += keys[i].share;
    float one = (row.w + gap) / shares;
    for (int i = 0; i < count; i++) {
        struct rect cell = rect_cut_left(&row, one * keys[i].share - gap);
        rect_cut_left(&row, gap);
        if (keys[i].text)
            draw_key(board, cell, &keys[i]);
    }
}

/// A row whose keys are as wide as if there were `most` of them, from the middle of `row`.
static void draw_even_row(struct board *board, struct rect row, const struct screen_key *keys,
                          int count, int most)
{
    float gap = gap_u * board->ui->u;
    float width = (row.w + gap) / (float)most * (float)count - gap;
    row.x += (row.w - width) / 2;
    row.w = width;
    draw_row(board, row, keys, count);
}

static const struct screen_key key_backspace = {.text = "",
                                                .name = "Backspace",
                                                .edit = EDIT_BACKSPACE,
                                                .arrow = 180,
                                                .arg = KEYS_FIRST + ROW_BOTTOM * KEYS_PER_ROW,
                                                .share = 1.5F};

static struct screen_key typing_key(const char *text, const char *name, int place, float share)
{
    return (struct screen_key){.text = text,
                               .name = name,
                               .edit = EDIT_INSERT,
                               .arg = KEYS_FIRST + ROW_BOTTOM * KEYS_PER_ROW + place,
                               .share = share};
}

static struct screen_key done_key(const char *done)
{
    return (struct screen_key){
        .text = done, .arg = KEYBOARD_DONE, .share = 2.5F, .is_primary = true};
}

static void draw_bottom_row(struct board *board, struct rect row, bool is_shifted,
                            const char *done)
{
    const struct screen_key keys[] = {
        {.text = "",
         .name = "Shift",
         .arrow = 270,
         .arg = KEYBOARD_SHIFT,
         .share = 1.5F,
         .is_on = is_shifted},
        typing_key(" ", "Space", 1, 2.5F),
        typing_key("'", NULL, 2, 1),
        typing_key("-", NULL, 3, 1),
        key_backspace,
        done_key(done),
    };
    draw_row(board, row, keys, sizeof keys / sizeof *keys);
}

/// The digits as on a telephone's keys, in four rows of which this is row `row`.
static void draw_digits(struct board *board, struct rect rect, int row)
{
    static const char *const rows[DIGIT_ROWS] = {"123", "456", "789", ",0."};
    int count = 0;
    const struct screen_key *keys = letter_keys(board->ui->arena, &keyboard_numpad, rows[row],
                                                false, ROW_DIGITS + row, &count);
    draw_row(board, rect, keys, count);
}

static struct rect cut_row(const struct ui *ui, struct rect *rect)
{
    struct rect row = rect_cut_top(rect, key_height(ui));
    rect_cut_top(rect, gap_u * ui->u);
    return row;
}

static void draw_numpad(struct board *board, struct rect rect, const char *done)
{
    struct ui *ui = board->ui;
    float gap = gap_u * ui->u, width = fminf(rect.w, 64 * ui->u);
    rect.x += (rect.w - width) / 2;
    rect.w = width;
    struct rect side = rect_cut_right(&rect, rect.w * 0.3F);
    rect_cut_right(&rect, gap);
    for (int i = 0; i < DIGIT_ROWS; i++)
        draw_digits(board, cut_row(ui, &rect), i);
    const struct screen_key minus = typing_key("-", NULL, 3, 1);
    const struct screen_key finish = done_key(done);
    draw_key(board, cut_row(ui, &side), &key_backspace);
    draw_key(board, cut_row(ui, &side), &minus);
    side.h = 2 * key_height(ui) + gap;
    draw_key(board, side, &finish);
}

/// The accents that the letter keys don't have.
static const char *missing_accents(struct arena *arena, const struct keyboard_layout *layout)
{
    char *missing = arena_alloc(arena, strlen(layout->accents) + 1, 1);
    size_t len = 0;
    const char *end = layout->accents + strlen(layout->accents);
    for (const char *at = layout->accents; at < end;) {
        const char *from = at;
        text_next(&at, end);
        const char *letter = arena_text(arena, from, (size_t)(at - from));
        if (has_letter(layout, letter))
            continue;
        memcpy(missing + len, from, (size_t)(at - from));
        len += (size_t)(at - from);
    }
    return missing;
}

static int accents_in_row(const struct ui *ui, float width)
{
    int fitting = (int)((width + gap_u * ui->u) / (accent_width_u * ui->u));
    return fitting < 1 ? 1 : fitting;
}

static int accent_rows(const struct ui *ui, int count, float width)
{
    int most = accents_in_row(ui, width);
    return (count + most - 1) / most;
}

/// Keys in as many rows as they need, each from the middle; `rect` keeps what is below.
static void draw_accents(struct board *board, struct rect *rect, const struct screen_key *keys,
                         int count)
{
    int rows = accent_rows(board->ui, count, rect->w);
    for (int row = 0; row < rows; row++) {
        int from = count * row / rows, to = count * (row + 1) / rows;
        struct rect at = cut_row(board->ui, rect);
        int most = accents_in_row(board->ui, rect->w);
        // A few keys as wide as the row would look like something else.
        draw_even_row(board, at, keys + from, to - from, most);
    }
}

float ui_keyboard_height(const struct ui *ui, const struct keyboard_layout *layout, float width)
{
    float row = key_height(ui) + gap_u * ui->u;
    int rows = DIGIT_ROWS;
    if (layout->rows[0]) {
        int accents = (int)text_count(missing_accents(ui->arena, layout));
        rows = LETTER_ROWS + 1 + (ui->grid == UI_TALL) + accent_rows(ui, accents, width);
    }
    return row * (float)rows - gap_u * ui->u;
}

static void draw_letters(struct board *board, struct rect rect,
                         const struct keyboard_layout *layout, const struct keyboard *keyboard,
                         const char *done)
{
    struct ui *ui = board->ui;
    int most = 0;
    for (int i = 0; i < LETTER_ROWS; i++) {
        int count = (int)text_count(layout->rows[i]);
        most = count > most ? count : most;
    }
    struct rect digits = {0};
    if (ui->grid != UI_TALL) {
        digits = rect_cut_right(&rect, (ui->grid == UI_WIDE ? 27 : 21) * ui->u);
        rect_cut_right(&rect, 2 * ui->u);
    } else {
        int count = 0;
        const struct screen_key *keys =
            letter_keys(ui->arena, layout, "1234567890", false, ROW_DIGITS, &count);
        draw_row(board, cut_row(ui, &rect), keys, count);
    }
    for (int i = 0; i < LETTER_ROWS; i++) {
        int count = 0;
        const struct screen_key *keys = letter_keys(
            ui->arena, layout, layout->rows[i], keyboard->is_shifted, ROW_LETTERS + i, &count);
        draw_even_row(board, cut_row(ui, &rect), keys, count, most);
        if (digits.w > 0)
            draw_digits(board, cut_row(ui, &digits), i);
    }
    draw_bottom_row(board, cut_row(ui, &rect), keyboard->is_shifted, done);
    if (digits.w > 0)
        draw_digits(board, cut_row(ui, &digits), DIGIT_ROWS - 1);
}

static void draw_ring(const struct board *board)
{
    struct ui *ui = board->ui;
    struct ui_id focus = ui->state->focus;
    if (board->focused.w > 0)
        ui_focus_ring(ui, focus.id, focus.arg, board->focused, 1.2F * ui->u);
}

void ui_keyboard(struct ui *ui, struct rect rect, const struct keyboard_layout *layout,
                 const struct keyboard *keyboard, const char *done, int id)
{
    struct board board = {.ui = ui, .id = id};
    if (!layout->rows[0]) {
        draw_numpad(&board, rect, done);
    } else {
        int count = 0;
        const struct screen_key *accents =
            letter_keys(ui->arena, layout, missing_accents(ui->arena, layout),
                        keyboard->is_shifted, ROW_ACCENTS, &count);
        draw_accents(&board, &rect, accents, count);
        draw_letters(&board, rect, layout, keyboard, done);
    }
    draw_ring(&board);
}

/// The accents with a blank at either end: the last is for the key that calls the keyboard, so
/// that nothing moves when it comes, the first keeps the others in the middle.
static const char *accent_places(struct arena *arena, const struct keyboard_layout *layout)
{
    return layout->accents[0] ? arena_printf(arena, " %s ", layout->accents) : " ";
}

void ui_accent_keys(struct ui *ui, struct rect rect, const struct keyboard_layout *layout,
                    int id)
{
    struct board board = {.ui = ui, .id = id};
    int count = 0;
    const char *places = accent_places(ui->arena, layout);
    struct screen_key *keys =
        letter_keys(ui->arena, layout, places, false, ROW_ACCENTS, &count);
    keys[0].text = keys[count - 1].text = NULL;
    static const struct screen_key call = {
        .text = "", .name = "Screen keyboard", .arg = KEYBOARD_CALL, .share = 1};
    if (ui->state->device == DEVICE_MOUSE)
        keys[count - 1] = call;
    draw_accents(&board, &rect, keys, count);
    draw_ring(&board);
}

float ui_accent_keys_height(const struct ui *ui, const struct keyboard_layout *layout,
                            float width)
{
    int rows = accent_rows(ui, (int)text_count(accent_places(ui->arena, layout)), width);
    float gap = gap_u * ui->u;
    return (key_height(ui) + gap) * (float)rows - gap;
}
