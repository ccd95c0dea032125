#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/format.h"
#include "screens/picture.h"
#include "screens/play.h"
#include "screens/sound.h"
#include "ui/tile.h"

struct rect play_primary(const struct ui *ui, struct rect *rest)
{
    float spacing = ui->is_densest ? 1.5F : ui->is_dense ? 1.7F : 1.9F;
    float height = fmaxf((ui->is_densest ? 6.4F : 7.2F) * ui->u, ui_line_px(ui, 3.1F, spacing));
    // The same place on every screen: beside the hints, in portrait above them.
    float below =
        ui->grid == UI_TALL ? fmaxf(ui_hints_height(ui) - 1.5F * ui->u, 4 * ui->u) : 4 * ui->u;
    float bottom = ui->page.y + ui->page.h - below;
    struct rect button = {0, bottom - height, 0, height};
    float width = ui->grid == UI_TALL ? rest->w : 36 * ui->u;
    button.w = fminf(rest->w, fmaxf(width, 18 * ui->u));
    button.x = rest->x + rest->w - button.w;
    float gap = (ui->is_densest ? 0.9F : ui->is_dense ? 1.4F : 2) * ui->u;
    rest->h = fminf(rest->h, button.y - gap - rest->y);
    return button;
}

struct rect play_check(const struct ui *ui, struct rect *rest)
{
    struct rect button = play_primary(ui, rest);
    if (ui->is_dense && ui->grid != UI_TALL)
        rect_cut_left(&button, button.w - 22 * ui->u * ui->text_scale);
    return button;
}

static const char *topic_of(const struct turn *turn)
{
    const struct question *q = turn->ask.question;
    return q->topic_count ? turn->ask.bank->topics[q->topics[0]] : _("Other");
}

static int64_t worth(const struct turn *turn)
{
    int64_t points = (int64_t)turn->ask.question->points * CREDIT_FULL;
    return turn->is_hinted ? points / 2 : points;
}

static void draw_timer(const struct session *s, struct ui *ui, struct rect *rest)
{
    int64_t limit_ms = session_limit_ms(s);
    struct rect bar = rect_cut_top(rest, 0.9F * ui->u);
    rect_cut_top(rest, 1.6F * ui->u);
    if (limit_ms) {
        ui_bar(ui, bar, (float)session_left_ms(s, ui->now_ms) / (float)limit_ms,
               ui->theme->accent);
    }
}

/// Topic, place and worth of the question at the left, the time at the right.
static void draw_topic_line(const struct session *s, struct ui *ui, struct rect *rest)
{
    // A screen keyboard and large text leave no room for it; the clock has to stay.
    bool is_tight = ui->is_compact || rest->h < 7 * ui_line_px(ui, 2.6F, 1.3F);
    if (is_tight && !session_limit_ms(s))
        return;
    const struct turn *turn = session_turn(s);
    struct rect row = rect_cut_top(rest, ui_line_px(ui, 2.6F, 1.3F));
    if (session_limit_ms(s)) {
        struct rect clock = rect_cut_right(&row, 12 * ui->u * ui->text_scale);
        ui_digits(ui, clock, style_label, ALIGN_END, ui->theme->text2,
                  format_clock(ui->arena, session_left_ms(s, ui->now_ms)));
    }
    if (!ui->is_compact) {
        struct text_style plain = {FACE_REGULAR, 2.6F, 1.24F};
        struct rect topic = row;
        topic.w *= 0.5F;
        float width =
            ui_label(ui, topic, style_label, ALIGN_START, ui->theme->accent, topic_of(turn));
        rect_cut_left(&row, width + 2 * ui->u);
        const char *format = ui->grid == UI_TALL || ui->text_scale > 1.4F
                                 ? _("Question {1} of {2}")
                                 : _("Question {1} of {2}, worth {3}");
        if (ui->grid == UI_TALL && ui->text_scale > 1.4F)
            format = _("{1} of {2}");
        const char *place = fill_text(ui->arena, format, fill_number(ui->arena, s->at + 1),
                                      fill_number(ui->arena, s->turn_count),
                                      format_count(ui->arena, worth(turn)), NULL);
        ui_label(ui, row, plain, ALIGN_START, ui->theme->text3, place);
    }
    rect_cut_top(rest, 2 * ui->u);
}

static float question_size(const struct ui *ui)
{
    if (ui->is_compact)
        return 6.6F;
    if (ui->grid == UI_TALL)
        return 6.4F;
    return ui->grid == UI_SQUARE ? 5.6F : 6.1F;
}

/// Where the answers begin when the question leaves room: the same place for every question.
static float answers_top(const struct ui *ui)
{
    if (ui->grid == UI_TALL)
        return ui->page.y + ui->page.h * 0.42F;
    float top = ui->is_compact ? 40 : ui->grid == UI_SQUARE ? 43 : 44.6F;
    return ui->page.y + top * ui->u;
}

/// A few words left of Check above the hints, or where there is no room above both.
static void draw_status(struct ui *ui, const char *status, struct rect button,
                        bool has_room_beside, struct rect *rest)
{
    float width = button.x - rest->x - 2 * ui->u;
    struct wrapped text = wrap_text(ui, style_small, status, fmaxf(width, 0));
    struct rect left = {rest->x, button.y, width, wrapped_height(&text)};
    if (!has_room_beside || ui->grid == UI_TALL || left.y + left.h > ui_hints_top(ui)) {
        text = wrap_text(ui, style_small, status, rest->w);
        left = rect_cut_bottom(rest, wrapped_height(&text) + ui->u);
        left.y += ui->u;
    }
    wrapped_draw(ui, &text, left, ALIGN_START, ui->theme->text2);
}

/// Room for Check at its place, a few words left of it above the hints; or what the view has in
/// its place. Returns where the hints have to end; 0: nowhere.
static float place_check(const struct play *play, const struct ask_context *context,
                         struct ui *ui, struct rect *rest, struct rect *check)
{
    const struct ask_view *view = play_ask_view(context->turn);
    struct rect above = *rest;
    above.h -= context->below_px;
    if (view->foot && view->foot(play->ask, context, ui, &above)) {
        *rest = above;
        return 0;
    }
    if (!view->has_check(context))
        return 0;
    struct rect button = play_check(ui, rest);
    const char *status = view->status ? view->status(play->ask, context, ui->arena) : NULL;
    if (status && !ui->is_dense)
        draw_status(ui, status, button, !context->is_judged, rest);
    *check = button;
    return ui->grid == UI_TALL ? 0 : button.x - 2 * ui->u;
}

static void draw_hints(const struct play *play, const struct ask_context *context,
                       struct ui *ui, float end)
{
    const struct turn *turn = context->turn;
    const struct ask_view *view = play_ask_view(turn);
    const struct hint *own = NULL;
    int own_count = view->hints(play->ask, context, ui->arena, &own);
    struct hint *all = ARENA_ARRAY(ui->arena, own_count + 4, struct hint);
    int count = 0;
    for (int i = 0; i < own_count; i++)
        all[count++] = own[i];
    bool is_typed = ui_takes_text(ui);
    if (!turn->is_hinted && ask_has_hint(&turn->ask)) {
        all[count++] = (struct hint){.keys = is_typed ? "Ctrl+H" : "H",
                                     .pad = PAD_WEST,
                                     .label = _("hint"),
                                     .id = PLAY_HINT};
    }
    all[count++] = (struct hint){.keys = is_typed ? "Ctrl+S" : "S",
                                 .pad = PAD_NORTH,
                                 .label = _("skip"),
                                 .id = PLAY_SKIP};
    const char *escape = view->escape ? view->escape(play->ask) : NULL;
    all[count++] = escape ? (struct hint){.keys = "Esc", .pad = PAD_EAST, .label = escape}
                          : (struct hint){.keys = "Esc", .pad = PAD_START, .label = _("pause")};
    ui_hints(ui, all, count, end);
}

/// In a small window there is no hint row: hint and skip stand in the header.
static void draw_tools(const struct turn *turn, struct ui *ui, struct rect tools)
{
    if (tools.w <= 0)
        return;
    struct rect hint = rect_cut_left(&tools, tools.h);
    struct rect skip = rect_cut_right(&tools, tools.h);
    if (!turn->is_hinted && ask_has_hint(&turn->ask))
        ui_icon_button(ui, hint, MASK_BULB, _("Hint"), PLAY_HINT, 0, 0);
    ui_icon_button(ui, skip, MASK_ARROW, _("Skip"), PLAY_SKIP, 0, 0);
}

static float no_height(const void *self, const struct ask_context *context, const struct ui *ui,
                       float width)
{
    (void)self, (void)context, (void)ui, (void)width;
    return 0;
}

static void no_view(const void *self, const struct ask_context *context, struct ui *ui,
                    struct rect area)
{
    (void)self, (void)context, (void)ui, (void)area;
}

/// What the question is shown with: for show nothing that is typed into or turned over.
static const struct ask_view *view_of(const struct ask_context *context)
{
    static const struct ask_view nothing = {.least_height = no_height, .view = no_view};
    int kind = context->turn->ask.question->kind;
    bool is_empty = kind == KIND_TEXT || kind == KIND_NUMBER || kind == KIND_CARD;
    return context->is_for_show && is_empty ? &nothing : play_ask_view(context->turn);
}

/// How the question, what just happened and the answers share what is below the header.
struct room {
    struct wrapped question;
    struct picture_box picture;
    bool is_beside; // the picture, of the question; else below it
    const char *notice;
    float sound_height;              // pixels; of the button that plays its sound
    float words_height, text_height; // of the question's words, and with that button
    float question_height;           // and with the picture
    float notice_height, least;      // `least` is of the answers
    float needed;                    // by all of them
    bool scrolls;
    bool is_pinned; // only the question scrolls, above what is typed into
};

/// Whether what is typed into can stay in view below a question that scrolls. Above a screen
/// keyboard any bit of the question has to do, elsewhere it should be readable.
static bool can_pin(const struct room *room, const struct ui *ui, float height, bool has_check,
                    bool has_pages)
{
    float question = height - room->least - room->notice_height - 2 * ui->u;
    if (has_pages) // a line with the mark below it
        return question >= 2.5F * room->question.line_px;
    return question >= room->question.line_px * (has_check ? 2 : 0.5F);
}

/// How far below the top of the question the button for its sound is.
static float sound_top(const struct room *room, const struct ui *ui)
{
    bool has_gap = room->sound_height > 0 && room->words_height > 0;
    return room->words_height + (has_gap ? 1.6F * ui->u : 0);
}

/// What a scroll bar takes; pages have none.
static float bar_width(const struct ui *ui, bool has_pages)
{
    return has_pages ? 0 : 2 * ui->u;
}

/// Between the question and its answers.
static float answers_gap(const struct ui *ui)
{
    return (ui->is_densest ? 1.2F : 2) * ui->u;
}

static const float picture_gap_u = 4, least_picture_u = 14;

/// Lays out the picture that stands beside the question, as high as what is left above the
/// answers. Returns the width that it takes.
static float place_beside(const struct ask_context *context, const struct ui *ui,
                          struct rect rest, float free, struct room *room)
{
    const struct ask *ask = &context->turn->ask;
    float height = fminf(answers_top(ui) - rest.y - 2 * ui->u, free);
    room->is_beside = true;
    room->picture = picture_lay_out(ui, picture_folder(context->game, ask->bank, ui->arena),
                                    ask->question, fminf(52 * ui->u, 0.4F * rest.w),
                                    fmaxf(height, least_picture_u * ui->u));
    return room->picture.height > 0 ? room->picture.width + picture_gap_u * ui->u : 0;
}

/// Lays out the picture that stands below the question, in what `free` has left.
static void place_below(const struct ask_context *context, const struct ui *ui, float width,
                        float free, struct room *room)
{
    const struct ask *ask = &context->turn->ask;
    float gap = room->text_height > 0 ? 2 * ui->u : 0;
    float height = fminf(free - room->text_height - gap, 0.45F * ui->page.h);
    room->picture =
        picture_lay_out(ui, picture_folder(context->game, ask->bank, ui->arena), ask->question,
                        width, fmaxf(height, 1.5F * least_picture_u * ui->u));
    if (room->picture.height > 0)
        room->question_height += gap + room->picture.height;
}

static struct room share_room(const struct play *play, const struct ask_context *context,
                              const struct ui *ui, struct rect rest, bool has_check)
{
    const struct ask_view *view = view_of(context);
    const struct question *q = context->turn->ask.question;
    bool is_asked_in_view = q->kind == KIND_CLOZE;
    const char *text = play_question_text(q, ui->arena);
    float width = rest.w - (ui->grid == UI_WIDE && !ui->is_compact ? 8 * ui->u : 0);
    // Beside a scroll bar: with all the width they need no more.
    float beside_bar = rest.w - bar_width(ui, context->has_pages);
    struct room room = {.notice = play_notice(context->game, play, context->turn)};
    room.least = view->least_height(play->ask, context, ui, beside_bar);
    room.notice_height = play_notice_height(ui, room.notice, beside_bar);
    float others = answers_gap(ui) + room.notice_height + room.least;
    room.sound_height = sound_button_height(ui, q);
    float free = rest.h - others - room.sound_height;
    if (!is_asked_in_view && picture_is_beside(ui)) {
        float aside = place_beside(context, ui, rest, free, &room);
        width = fminf(width, beside_bar - aside);
        beside_bar -= aside;
    }
    room.question = ui_question_text(ui, text, question_size(ui), width, free);
    if (!is_asked_in_view && wrapped_height(&room.question) > free + 0.5F) {
        width = fminf(width, beside_bar);
        room.question = ui_question_text(ui, text, question_size(ui), width, free);
    }
    room.words_height = is_asked_in_view ? 0 : wrapped_height(&room.question);
    room.text_height = sound_top(&room, ui) + room.sound_height;
    room.question_height = fmaxf(room.text_height, room.picture.height);
    if (!room.is_beside)
        place_below(context, ui, rest.w - 2 * ui->u, free, &room);
    room.needed = room.question_height + others;
    room.scrolls = room.needed > rest.h + 0.5F;
    room.is_pinned = room.scrolls && view->foot && !is_asked_in_view &&
                     can_pin(&room, ui, rest.h, has_check, context->has_pages);
    return room;
}

/// Where the picture is when the question is drawn from the top of `rect`.
static struct rect picture_rect(const struct room *room, const struct ui *ui, struct rect rect)
{
    if (room->is_beside)
        return rect_cut_right(&rect, room->picture.width);
    if (room->text_height > 0)
        rect_cut_top(&rect, room->text_height + 2 * ui->u);
    return rect;
}

/// Draws the question with its picture from the top of `rect`.
static void draw_question(const struct room *room, struct ui *ui, struct rect rect)
{
    struct rect picture = picture_rect(room, ui, rect);
    if (room->is_beside)
        rect_cut_right(&rect, room->picture.width);
    if (room->words_height > 0)
        wrapped_draw(ui, &room->question, rect, ALIGN_START, ui->theme->text);
    picture_draw(ui, &room->picture, picture);
}

/// What can be done with a question that is drawn there: to hear its sound, to see its picture
/// large. Declared after the answers, so that the first arrow key goes to an answer.
static void draw_media_buttons(const struct room *room, struct ui *ui, struct rect rect)
{
    picture_area(ui, &room->picture, picture_rect(room, ui, rect), PLAY_PICTURE, 0);
    if (room->is_beside)
        rect_cut_right(&rect, room->picture.width);
    if (room->sound_height > 0) {
        rect_cut_top(&rect, sound_top(room, ui));
        sound_button(ui, rect_cut_top(&rect, room->sound_height), false, PLAY_SOUND);
    }
}

/// Begins what scrolls, or is read in pages. Returns by how much it has moved up.
static float begin_region(const struct play *play, struct ui *ui, struct rect rect,
                          float height, bool has_pages)
{
    if (!has_pages)
        return ui_page_begin(ui, PLAY_TEXT_REGION, play->page, rect, height);
    ui_pages_begin(ui, PLAY_TEXT_REGION, play->page, rect, height);
    return 0;
}

static void end_region(struct ui *ui, bool has_pages)
{
    if (has_pages) {
        ui_pages_end(ui, play_page_words());
    } else {
        ui_scroll_end(ui);
    }
}

/// Draws the question, alone in its region, and cuts it off `rest`.
static void draw_above_pinned(const struct play *play, const struct room *room, struct ui *ui,
                              struct rect *rest, bool has_pages)
{
    struct rect pinned = rect_cut_bottom(rest, room->notice_height + room->least);
    rect_cut_bottom(rest, ui->u);
    struct rect text = *rest;
    text.y -= begin_region(play, ui, *rest, room->question_height, has_pages);
    text.w -= bar_width(ui, has_pages);
    draw_question(room, ui, text);
    draw_media_buttons(room, ui, text);
    end_region(ui, has_pages);
    *rest = pinned;
}

/// Draws the question, what just happened and the answers; what does not fit scrolls.
static void draw_asked(const struct play *play, const struct ask_context *context,
                       struct ui *ui, struct rect rest, bool has_check)
{
    const struct ask_view *view = view_of(context);
    struct room room = share_room(play, context, ui, rest, has_check);
    bool scrolls_whole = room.scrolls && !room.is_pinned;
    struct rect flow = rest, question = {0};
    if (scrolls_whole) {
        float height = room.needed + 1.7F * ui->u; // for the focus ring of the last answer
        flow.y -= begin_region(play, ui, rest, height, context->has_pages);
        flow.h = room.needed;
        flow.w -= bar_width(ui, context->has_pages);
    }
    if (room.is_pinned) {
        draw_above_pinned(play, &room, ui, &flow, context->has_pages);
    } else {
        question = flow;
        draw_question(&room, ui, question);
        rect_cut_top(&flow, room.question_height + answers_gap(ui));
    }
    rect_cut_top(&flow, play_draw_notice(ui, flow, room.notice));
    float top = answers_top(ui);
    bool has_usual_top = !room.scrolls && room.words_height > 0 && flow.y < top;
    if (has_usual_top && flow.y + flow.h - top >= room.least)
        rect_cut_top(&flow, top - flow.y);
    view->view(play->ask, context, ui, flow);
    if (!room.is_pinned)
        draw_media_buttons(&room, ui, question);
    if (scrolls_whole)
        end_region(ui, context->has_pages);
}

/// The question and its answers as they come in, then Check.
static void draw_coming(const struct play *play, const struct ask_context *context,
                        struct ui *ui, struct rect rest, struct rect check)
{
    float in = ui_progress(ui, play->shown_ms, MOTION_BASE_MS, EASE_OUT_CUBIC);
    ui->shift_y = (1 - in) * 2 * ui->u;
    ui->alpha = ui_fade(ui, play->shown_ms, MOTION_BASE_MS);
    draw_asked(play, context, ui, rest, check.w > 0);
    ui->shift_y = 0;
    ui->alpha = 1;
    // Declared after the answers, so that the first arrow key goes to an answer.
    if (check.w > 0)
        ui_button(ui, check, BUTTON_PRIMARY, _("Check"), PLAY_CHECK, 0, AREA_PRIMARY);
}

float play_view_asked(const struct play *play, const struct ask_context *context, struct ui *ui,
                      struct rect rest)
{
    struct rect check = {0};
    ui->looks = &context->turn->ask.bank->looks;
    float hints_end = context->is_for_show ? 0 : place_check(play, context, ui, &rest, &check);
    draw_coming(play, context, ui, rest, check);
    return hints_end;
}

void play_view_question(const struct play *play, const struct game *game, struct ui *ui)
{
    const struct session *s = &game->session;
    const struct turn *turn = session_turn(s);
    struct ask_context context = play_context(game, turn);
    struct rect tools = {0};
    ui->looks = &turn->ask.bank->looks;
    struct rect rest = play_header(game, ui, score_total(s->sum), &tools);
    rest.h = ui->page.y + ui->page.h - fmaxf(ui_hints_height(ui), 4 * ui->u) - rest.y;
    draw_timer(s, ui, &rest);
    struct rect check = {0};
    float hints_end = place_check(play, &context, ui, &rest, &check);
    draw_topic_line(s, ui, &rest);
    draw_coming(play, &context, ui, rest, check);
    draw_tools(turn, ui, tools);
    draw_hints(play, &context, ui, hints_end);
}
