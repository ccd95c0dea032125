// A question's picture over the whole window, its alt text below. Whatever is pressed closes
// it.
#include <math.h>

#include "base/i18n.h"
#include "core/session.h"
#include "screens/picture.h"
#include "screens/screen.h"
#include "ui/widget.h"

enum { LARGE_CLOSE = 1, LARGE_REGION };

static const float enlarged_most = 8; // beyond that only the pixels get larger

/// When the time for the question is over, which does not stand still meanwhile.
static int64_t end_ms(const struct session *s)
{
    bool is_timed =
        s->turn_count && s->phase == SESSION_ASKING && !s->is_paused && session_limit_ms(s) > 0;
    return is_timed ? s->since_ms + session_left_ms(s, s->since_ms) : INT64_MAX;
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    (void)self;
    switch (action->id) {
    case LARGE_CLOSE:
    case ACTION_BACK:
    case ACTION_PAD_LOST:
        return (struct step){.kind = STEP_BACK};
    case ACTION_TICK:
        if (action->now_ms >= end_ms(&game->session))
            return (struct step){.kind = STEP_BACK};
        return (struct step){0};
    default:
        return (struct step){.redraw = true};
    }
}

static int64_t wake_ms(const void *self, const struct game *game)
{
    (void)self;
    return end_ms(&game->session);
}

/// Draws the alt text along the bottom of `rest` and cuts it off; what is very long scrolls.
static void draw_alt(const char *alt, struct ui *ui, struct rect *rest)
{
    const struct text_style style = {FACE_REGULAR, 3.1F, 1.3F};
    struct wrapped words = wrap_text(ui, style, alt, rest->w - 2 * ui->u);
    float height = wrapped_height(&words), most = floorf(0.35F * rest->h / words.line_px);
    struct rect area = rect_cut_bottom(rest, fminf(height, fmaxf(1, most) * words.line_px));
    rect_cut_bottom(rest, 2 * ui->u);
    struct rect text = area;
    text.w -= 2 * ui->u;
    text.y -= ui_scroll_begin(ui, LARGE_REGION, area, height);
    wrapped_draw(ui, &words, text, ALIGN_CENTRE, ui->theme->text);
    ui_scroll_end(ui);
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    (void)self;
    const struct picture_topic *topic = &game->picture;
    struct rect rest = rect_inset(ui->window, 3 * ui->u);
    ui_area(ui, ui->window, LARGE_CLOSE, 0, AREA_PRIMARY | AREA_FIRST, _("Close"));
    rest.h = fminf(rest.h, ui->page.y + ui->page.h - ui_hints_height(ui) - rest.y);
    struct picture_box box =
        picture_lay_out_name(ui, topic->name, topic->alt, rest.w, rest.h, enlarged_most);
    if (topic->alt && picture_is_seen(&box)) {
        draw_alt(topic->alt, ui, &rest);
        box = picture_lay_out_name(ui, topic->name, NULL, rest.w, rest.h, enlarged_most);
    }
    rect_cut_top(&rest, floorf((rest.h - box.height) / 2));
    picture_draw(ui, &box, rest);
    const struct hint hints[] = {{.keys = "Esc", .pad = PAD_EAST, .label = _("close")}};
    ui_hints(ui, hints, 1, 0);
}

#define CLOSE(key)                                                                             \
    {                                                                                          \
        (key), 0, PAD_NONE, LARGE_CLOSE, 0, NULL, NULL                                         \
    }
#define CLOSE_BY(button)                                                                       \
    {                                                                                          \
        0, 0, (button), LARGE_CLOSE, 0, NULL, NULL                                             \
    }

// Not those that scroll, or mean the same everywhere.
static const struct shortcut shortcuts[] = {
    {'i', 0, PAD_SOUTH, LARGE_CLOSE, 0, "A–Z", N_("Close")},
    {'i', MOD_CTRL, PAD_NONE, LARGE_CLOSE, 0, NULL, NULL},
    CLOSE('a'),
    CLOSE('b'),
    CLOSE('c'),
    CLOSE('d'),
    CLOSE('e'),
    CLOSE('f'),
    CLOSE('g'),
    CLOSE('h'),
    CLOSE('j'),
    CLOSE('k'),
    CLOSE('l'),
    CLOSE('m'),
    CLOSE('n'),
    CLOSE('o'),
    CLOSE('p'),
    CLOSE('q'),
    CLOSE('r'),
    CLOSE('s'),
    CLOSE('t'),
    CLOSE('u'),
    CLOSE('v'),
    CLOSE('w'),
    CLOSE('x'),
    CLOSE('y'),
    CLOSE('z'),
    CLOSE('0'),
    CLOSE('1'),
    CLOSE('2'),
    CLOSE('3'),
    CLOSE('4'),
    CLOSE('5'),
    CLOSE('6'),
    CLOSE('7'),
    CLOSE('8'),
    CLOSE('9'),
    CLOSE(KEY_SPACE),
    CLOSE(KEY_TAB),
    CLOSE(KEY_BACKSPACE),
    CLOSE(KEY_DELETE),
    CLOSE(KEY_LEFT),
    CLOSE(KEY_RIGHT),
    CLOSE_BY(PAD_WEST),
    CLOSE_BY(PAD_NORTH),
    CLOSE_BY(PAD_LEFT),
    CLOSE_BY(PAD_RIGHT),
    CLOSE_BY(PAD_LEFT_SHOULDER),
    CLOSE_BY(PAD_RIGHT_SHOULDER),
    CLOSE_BY(PAD_LEFT_TRIGGER),
    CLOSE_BY(PAD_RIGHT_TRIGGER),
    CLOSE_BY(PAD_START),
    CLOSE_BY(PAD_BACK),
    {0},
};

const struct screen screen_picture = {
    .name = "picture",
    .shortcuts = shortcuts,
    .update = update,
    .view = view,
    .wake_ms = wake_ms,
};
