// What the host alone sees of a lesson, on a second display: the answer, what to say about it,
// where things stand, and what comes next.
#include <math.h>
#include <stddef.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/format.h"
#include "screens/lesson.h"
#include "screens/verdict.h"

static const struct text_style answer_style = {FACE_DISPLAY_BOLD, 7.2F, 1.15F};
static const struct text_style call_style = {FACE_SEMIBOLD, 3.6F, 1.25F};
static const struct text_style clock_style = {FACE_DISPLAY_BOLD, 6.1F, 1.15F};

/// A piece of text with its label. Of those that find no room, the one with the largest
/// `goes_at` goes first.
struct part {
    const char *label; // NULL: none
    const char *text;  // NULL: it is not there
    struct text_style style;

    enum { TONE_PLAIN, TONE_QUIET, TONE_CALL } tone;

    int goes_at; // 0: never
};

enum { PARTS_MOST = 12 };

struct parts {
    struct part items[PARTS_MOST];
    int count;
};

static void add(struct parts *parts, struct part part)
{
    if (part.text && *part.text && parts->count < PARTS_MOST)
        parts->items[parts->count++] = part;
}

/// The question that comes after the one that is asked; NULL: none, or it is not known.
static const struct question *next_question(const struct contest *c)
{
    if (c->rules.mode == CONTEST_BOARD)
        return NULL; // it is chosen
    for (int i = c->at + 1; i < c->round_count; i++) {
        const struct contest_round *round = &c->rounds[i];
        bool is_left = !round->is_empty && !round->is_settled && !round->is_skipped;
        if (is_left && contest_fits(round->mode, round->ask.question) == CONTEST_FITS)
            return round->ask.question;
    }
    return NULL;
}

/// What was tried so far, a line for each team.
static const char *tried(const struct game *game, struct arena *arena)
{
    const struct contest *c = &game->run.contest;
    const char *all = NULL;
    for (int team = CONTEST_NOBODY; team < c->rules.team_count; team++) {
        const struct contest_share *share = contest_share(contest_round(c), team);
        const char *line = lesson_line(game, team, arena);
        if (line && share->is_typed && share->answer.text_count > 0 && share->answer.texts[0])
            line = arena_printf(arena, "%s\n“%s”", line, share->answer.texts[0]);
        if (line)
            all = all ? arena_printf(arena, "%s\n%s", all, line) : line;
    }
    return all;
}

/// "Enter: show the answer", and what else the host does at this moment.
static const char *keys_now(const struct game *game, struct arena *arena)
{
    const struct contest *c = &game->run.contest;
    const struct contest_round *round = contest_round(c);
    const char *label = lesson_next_label(game), *more = NULL;
    const char *enter = label ? fill_text(arena, _("Enter: {1}"), label, NULL) : "";
    if (c->phase == CONTEST_CHOOSING) {
        more = _("Arrows and Enter: choose a cell");
    } else if (c->phase == CONTEST_WAGERING) {
        more = _("Left, Right: the wager");
    } else if (c->phase == CONTEST_MARKING && round->mode == CONTEST_HANDS) {
        more = _("Digits: how many hands, Enter: the next answer");
    } else if (c->phase == CONTEST_MARKING) {
        more = fill_text(arena, _("1–{1}: this team was right, or not"),
                         fill_number(arena, c->rules.team_count), NULL);
    } else if (lesson_is_asking(c) && round->mode == CONTEST_PUPILS) {
        more = _("Y: right\nN: not right\nS: pass\nL: another pupil, this one later");
    } else if (lesson_is_asking(c)) {
        more = _("Y: right\nN: not right\nS: pass");
    } else if (lesson_is_buzzing(c)) {
        more = _("S: nobody knows it");
    } else if (c->phase == CONTEST_SHOWING) {
        more = _("X: overrule the judge\nU: undo");
    } else if (c->phase == CONTEST_STANDING || c->phase == CONTEST_DONE) {
        more = _("U: undo");
    }
    const char *now =
        more ? arena_printf(arena, "%s%s%s", enter, *enter ? "\n" : "", more) : enter;
    return game->has_two_displays ? arena_printf(arena, "%s\n%s", now, _("W: swap displays"))
                                  : now;
}

/// What is asked, and all that there is to say about it.
static struct parts parts_of_question(const struct lesson_screen *lesson,
                                      const struct game *game, struct arena *arena)
{
    struct parts parts = {.count = 0};
    const struct contest *c = &game->run.contest;
    const struct contest_round *round = contest_round(c);
    add(&parts, (struct part){.text = lesson_call(lesson, game, arena),
                              .style = call_style,
                              .tone = TONE_CALL});
    if (!round || c->phase == CONTEST_STANDING)
        return parts;
    const struct question *question = round->ask.question;
    const struct question_extras *extras = question->extras;
    add(&parts, (struct part){.text = play_question_text(question, arena),
                              .style = style_body,
                              .tone = TONE_QUIET,
                              .goes_at = 2});
    add(&parts, (struct part){.label = _("Answer"),
                              .text = verdict_right_answer(question, arena),
                              .style = answer_style});
    add(&parts, (struct part){.label = _("Why"),
                              .text = extras ? extras->explanation : NULL,
                              .style = style_body,
                              .goes_at = 3});
    add(&parts, (struct part){.label = _("Hint"),
                              .text = extras ? extras->hint : NULL,
                              .style = style_body,
                              .goes_at = 4});
    add(&parts, (struct part){.label = _("Tried"),
                              .text = tried(game, arena),
                              .style = style_body,
                              .goes_at = 1});
    return parts;
}

/// What comes then, and the keys of the moment.
static struct parts parts_of_course(const struct game *game, struct arena *arena)
{
    struct parts parts = {.count = 0};
    const struct question *next = next_question(&game->run.contest);
    add(&parts,
        (struct part){.label = _("Keys"), .text = keys_now(game, arena), .style = style_body});
    if (next) {
        const char *answer = verdict_right_answer(next, arena);
        add(&parts, (struct part){.label = _("Next question"),
                                  .text = arena_printf(arena, "%s\n→ %s",
                                                       play_question_text(next, arena), answer),
                                  .style = style_body,
                                  .tone = TONE_QUIET,
                                  .goes_at = 1});
    }
    return parts;
}

static struct wrapped wrap_part(const struct ui *ui, const struct part *part, float scale,
                                float width)
{
    struct text_style style = part->style;
    style.size_u *= scale;
    return wrap_text(ui, style, part->text, width);
}

/// Draws the parts from the top of `rect`, or only measures them. Returns how high they are.
static float flow(const struct parts *parts, struct ui *ui, struct rect rect, float scale,
                  bool is_drawn)
{
    float height = 0;
    for (int i = 0; i < parts->count; i++) {
        const struct part *part = &parts->items[i];
        struct wrapped words = wrap_part(ui, part, scale, rect.w);
        float label = part->label ? ui_line_px(ui, style_label.size_u, 1.3F) : 0;
        if (is_drawn) {
            const struct theme *t = ui->theme;
            const struct colour tones[] = {t->text, t->text2, t->accent};
            struct rect at = {rect.x, rect.y + height, rect.w, label};
            if (part->label)
                ui_label(ui, at, style_label, ALIGN_START, t->text3, part->label);
            at.y += label;
            at.h = wrapped_height(&words);
            wrapped_draw(ui, &words, at, ALIGN_START, tones[part->tone]);
        }
        height += label + wrapped_height(&words) + 2 * ui->u;
    }
    return height;
}

/// Returns false if all that is left has to stay.
static bool leave_out(struct parts *parts)
{
    int worst = -1;
    for (int i = 0; i < parts->count; i++) {
        bool is_worse = worst < 0 || parts->items[i].goes_at > parts->items[worst].goes_at;
        if (parts->items[i].goes_at > 0 && is_worse)
            worst = i;
    }
    for (int i = worst; worst >= 0 && i + 1 < parts->count; i++)
        parts->items[i] = parts->items[i + 1];
    parts->count -= worst >= 0;
    return worst >= 0;
}

/// Draws them smaller, and then fewer, until they have room: nobody scrolls here.
static void draw_parts(struct parts parts, struct ui *ui, struct rect rect)
{
    static const float scales[] = {1, 0.85F, 0.72F};

    enum { SCALES = sizeof scales / sizeof *scales };

    int at = 0;
    while (at + 1 < SCALES && flow(&parts, ui, rect, scales[at], false) > rect.h)
        at++;
    while (flow(&parts, ui, rect, scales[at], false) > rect.h && leave_out(&parts))
        continue;
    struct rect clip = ui_clip(ui, rect);
    flow(&parts, ui, rect, scales[at], true);
    ui_clip_end(ui, clip);
}

/// The clock, and all scores, whatever of them the class may see.
static void draw_standing(const struct game *game, struct ui *ui, struct rect *rest)
{
    const struct contest *c = &game->run.contest;
    const struct lesson_standing standing = lesson_standing(c);
    if (contest_limit_ms(c, CONTEST_NOBODY)) {
        struct rect row = rect_cut_top(rest, ui_line_px(ui, clock_style.size_u, 1.2F));
        int64_t left_ms = contest_left_ms(c, CONTEST_NOBODY, ui->now_ms);
        const char *time = left_ms == INT64_MAX ? "" : format_clock(ui->arena, left_ms);
        ui_digits(ui, row, clock_style, ALIGN_START,
                  c->is_paused ? ui->theme->text3 : ui->theme->text, time);
    }
    for (int i = 0; i < standing.count; i++) {
        int team = standing.order[i];
        struct rect row = rect_cut_top(rest, ui_line_px(ui, style_strong.size_u, 1.6F));
        const char *points = format_count(ui->arena, standing.totals[team]);
        float width = ui_label_width(ui, style_strong, points) + 2 * ui->u;
        ui_digits(ui, rect_cut_right(&row, width), style_strong, ALIGN_END, ui->theme->text,
                  points);
        lesson_draw_team(ui, row, game, team, style_strong, ui->theme->text);
    }
    rect_cut_top(rest, standing.count ? 2 * ui->u : 0);
}

struct step lesson_swap_displays(struct game *game)
{
    struct settings *s = &game->settings;
    if (!game->has_two_displays)
        return (struct step){0};
    if (!game->has_host_window) {
        game->asks_host_window = true;
        return (struct step){.redraw = true};
    }
    s->lesson_on_main_display = !s->lesson_on_main_display;
    game->settings_changed = true;
    return (struct step){.redraw = true};
}

void lesson_host_view(const void *self, const struct game *game, struct ui *ui)
{
    const struct lesson_screen *lesson = self;
    if (!game->run.is_there)
        return;
    struct rect rest = rect_inset(ui->page, 4 * ui->u), side = rest;
    if (ui->grid == UI_TALL) {
        rest = rect_cut_top(&side, 0.5F * side.h);
        rect_cut_top(&side, 2 * ui->u);
    } else {
        rest = rect_cut_left(&side, (ui->text_scale > 1.5F ? 0.54F : 0.62F) * side.w);
        rect_cut_left(&side, 4 * ui->u);
    }
    draw_parts(parts_of_question(lesson, game, ui->arena), ui, rest);
    draw_standing(game, ui, &side);
    draw_parts(parts_of_course(game, ui->arena), ui, side);
}
