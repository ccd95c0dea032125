#include <math.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "screens/format.h"
#include "screens/home.h"
#include "screens/problems.h"
#include "ui/tile.h"

static struct home_hero_words refused_words(const struct game *game, struct arena *arena)
{
    int count = game->refused_count;
    const char *what = problems_file_name(game->refused->path, arena);
    if (count > 1) {
        what = fill_text(arena, ngettext("{1} file", "{1} files", (unsigned long)count),
                         fill_number(arena, count), NULL);
    }
    return (struct home_hero_words){
        .label = _("Cannot be played"),
        .title = what,
        .sentence = _("Put it right and read it again, or choose another bank."),
        .button = _("Read it again"),
        .is_warning = true,
    };
}

static struct home_hero_words unfinished_words(const struct game *game, struct arena *arena)
{
    const struct session *s = &game->session;
    bool is_waiting = game->quiz_count > 0;
    const char *at = fill_number(arena, (is_waiting ? game->quiz_at : s->at) + 1);
    const char *of = fill_number(arena, is_waiting ? game->quiz_count : s->turn_count);
    const struct bank *bank =
        is_waiting ? game_known_bank(game) : game_newest_bank(game, s->turns[0].ask.bank);
    const char *sentence =
        bank == game_known_bank(game)
            ? fill_text(arena, _("You stopped at question {1} of {2}. Go on?"), at, of, NULL)
            : fill_text(arena, _("You stopped at question {1} of {2} in “{3}”. Go on?"), at, of,
                        bank->title, NULL);
    int edited = game->changed_count + game->gone_count;
    if (edited) {
        const char *note =
            ngettext("{1} of its questions was edited since.",
                     "{1} of its questions were edited since.", (unsigned long)edited);
        sentence = arena_printf(arena, "%s %s", sentence,
                                fill_text(arena, note, fill_number(arena, edited), NULL));
    }
    return (struct home_hero_words){
        .label = _("Not finished"),
        .title = fill_text(arena, _("Question {1} of {2}"), at, of, NULL),
        .sentence = sentence,
        .button = _("Go on"),
    };
}

static struct home_hero_words lesson_words(const struct game *game, struct arena *arena)
{
    const struct lesson_left *left = &game->lesson_left;
    const char *who = left->is_class ? game->journal->learner : _("the teams");
    return (struct home_hero_words){
        .label = _("Lesson"),
        .title = fill_text(arena, _("Go on with {1}"), who, NULL),
        .sentence =
            fill_text(arena, _("{1} of {2} questions asked. All of it is kept."),
                      fill_number(arena, left->at), fill_number(arena, left->count), NULL),
        .button = _("Go on"),
    };
}

/// What is due for a class is asked in a lesson.
static struct home_hero_words class_due_words(const struct game *game, struct arena *arena)
{
    int due = game->outlook.due;
    return (struct home_hero_words){
        .label = _("Due today"),
        .title = fill_text(
            arena,
            ngettext("{1} question for {2}", "{1} questions for {2}", (unsigned long)due),
            format_count(arena, due), game->journal->learner, NULL),
        .sentence = _("What this class missed or is about to forget."),
        .button = _("Start with these"),
    };
}

static struct home_hero_words due_words(const struct game *game, struct arena *arena)
{
    const struct study_outlook *cards = &game->outlook;
    const char *minutes = ngettext("About {1} minute, then you are done for today.",
                                   "About {1} minutes, then you are done for today.",
                                   (unsigned long)cards->minutes);
    return (struct home_hero_words){
        .label = _("Due today"),
        .title = fill_text(arena, ngettext("{1} card", "{1} cards", (unsigned long)cards->due),
                           format_count(arena, cards->due), NULL),
        .sentence = fill_text(arena, minutes, fill_number(arena, cards->minutes), NULL),
        .button = _("Review now"),
    };
}

static struct home_hero_words fix_words(const struct game *game, struct arena *arena)
{
    int count = game->back.mistakes.to_fix;
    return (struct home_hero_words){
        .label = _("To fix"),
        .title = fill_text(arena, ngettext("{1} mistake", "{1} mistakes", (unsigned long)count),
                           format_count(arena, count), NULL),
        .sentence = _("Right on two days, and they are gone."),
        .button = _("Look at them"),
    };
}

static struct home_hero_words done_words(const struct game *game, struct arena *arena)
{
    const struct study_outlook *cards = &game->outlook;
    int more = cards->held_new < STUDY_MORE_NEW ? cards->held_new : STUDY_MORE_NEW;
    return (struct home_hero_words){
        .label = _("Flashcards"),
        .title = _("Done for today"),
        .sentence = cards->tomorrow ? fill_text(arena, _("Next cards tomorrow: {1}."),
                                                format_count(arena, cards->tomorrow), NULL)
                                    : _("No cards tomorrow."),
        .button = more ? fill_text(arena,
                                   ngettext("Learn {1} new card", "Learn {1} new cards",
                                            (unsigned long)more),
                                   fill_number(arena, more), NULL)
                       : _("Start the quiz"),
    };
}

static struct home_hero_words quiz_words(const struct game *game, struct arena *arena)
{
    const struct bank *bank = game_known_bank(game);
    int count = game->settings.count;
    if (!count || count > bank->question_count)
        count = bank->question_count;
    bool has_clock = game->settings.question_timer_s || game->settings.quiz_timer_s;
    return (struct home_hero_words){
        .label = _("New quiz"),
        .title =
            fill_text(arena, ngettext("{1} question", "{1} questions", (unsigned long)count),
                      format_count(arena, count), NULL),
        .sentence = has_clock ? _("Against the clock. Accuracy always counts most.")
                              : _("No clock: take the time you need."),
        .button = _("Start the quiz"),
    };
}

static struct home_hero_words words_for(const struct game *game, struct arena *arena)
{
    switch (home_hero_kind(game)) {
    case HERO_REFUSED:
        return refused_words(game, arena);
    case HERO_NO_BANK:
        return (struct home_hero_words){
            .label = _("Welcome"),
            .title = _("Add your first questions"),
            .sentence = _("Open a bank of questions: a JSON file on this computer."),
            .button = _("Open a bank"),
        };
    case HERO_UNFINISHED:
        return unfinished_words(game, arena);
    case HERO_LESSON:
        return lesson_words(game, arena);
    case HERO_DUE:
        return game->lesson_left.is_class ? class_due_words(game, arena)
                                          : due_words(game, arena);
    case HERO_FIX:
        return fix_words(game, arena);
    case HERO_DONE:
        return done_words(game, arena);
    case HERO_QUIZ:
        break;
    }
    return quiz_words(game, arena);
}

/// A picture of cards with the four marks; only where there is room beside the text.
static void draw_cards(struct ui *ui, struct rect area)
{
    const struct theme *t = ui->theme;
    bool is_plain = ui->theme_id == THEME_ID_HIGH_CONTRAST;

    const struct {
        float dx, dy, angle;
        struct colour face;
    } cards[] = {
        {2.4F, 0.6F, 9, t->surface2}, {0.8F, 0.3F, 3, t->surface2}, {-1, 0.2F, -4, t->surface}};

    float w = 21 * ui->u, h = 19.6F * ui->u;
    struct point at = {area.x + (area.w - w) / 2, area.y + (area.h - h) / 2};
    for (int i = 0; i < 3 && !is_plain; i++) {
        struct rect card = {at.x + cards[i].dx * ui->u, at.y + cards[i].dy * ui->u, w, h};
        ui_mask_turned(ui, MASK_CARD, rect_inset(card, -0.2F * ui->u), cards[i].angle, t->line);
        ui_mask_turned(ui, MASK_CARD, card, cards[i].angle, cards[i].face);
    }
    for (int i = 0; i < 4; i++) {
        int column = i % 2, row = i / 2;
        struct point p = {at.x + (4.9F + 7.2F * (float)column + 0.35F * (float)row) * ui->u,
                          at.y + (6.4F + 7.4F * (float)row - 0.5F * (float)column) * ui->u};
        float side = 2 * 1.3F * 2.5F * ui->u;
        struct rect box = {p.x - side / 2 + 1.4F * ui->u, p.y - side / 2, side, side};
        ui_mask_turned(ui, (enum mask)i, box, -4, is_plain ? t->text : answer_colours[i].fill);
    }
}

struct home_hero home_hero_lay_out(const struct game *game, const struct ui *ui, float width,
                                   const char *notice, bool is_tight)
{
    const struct text_style large = {FACE_DISPLAY_BOLD, 6.8F, 1.15F};
    const struct text_style small = {FACE_REGULAR, 2.6F, 1.3F};
    const float sizes[] = {6.8F, 5.6F, 4.6F, 0};
    struct home_hero l = {.says = words_for(game, ui->arena), .has_notice = notice != NULL};
    l.padding = (ui->grid == UI_WIDE ? 5 : 4) * ui->u;
    l.above = (is_tight ? 2.2F : 3) * ui->u;
    l.has_cards = width > 88 * ui->u && ui->text_scale < 1.4F;
    float inner = width - 2 * l.padding - (l.has_cards ? 34 * ui->u : 0);
    l.title = wrap_fit(ui, large, sizes + is_tight, l.says.title, inner, 2, 1e6F);
    l.sentence = wrap_text(ui, small, notice ? notice : l.says.sentence, inner);
    l.button_height = fmaxf(6.4F * ui->u, ui_line_px(ui, 3.1F, 1.9F));
    l.height = 2 * l.above + ui_line_px(ui, 2.6F, 1.3F) + wrapped_height(&l.title) +
               0.4F * ui->u + wrapped_height(&l.sentence) + 2 * ui->u + l.button_height;
    return l;
}

void home_hero_draw(struct ui *ui, struct rect rect, const struct home_hero *hero)
{
    ui_card(ui, rect, 3, ui->theme->surface);
    struct rect inner = rect_inset(rect, hero->padding);
    inner.y = rect.y + hero->above;
    inner.h = rect.h - 2 * hero->above - 0.7F * ui->u; // of the button's ledge
    if (hero->has_cards && rect.h > 24 * ui->u)
        draw_cards(ui, rect_cut_right(&inner, 34 * ui->u));
    struct rect row = rect_cut_bottom(&inner, hero->button_height);
    row.w = fminf(inner.w, fmaxf(34, ui_button_width(ui, hero->says.button)) * ui->u);
    struct rect line = rect_cut_top(&inner, ui_line_px(ui, 2.6F, 1.3F));
    ui_label(ui, line, style_label, ALIGN_START,
             hero->says.is_warning ? ui->theme->warn : ui->theme->accent, hero->says.label);
    wrapped_draw(ui, &hero->title, inner, ALIGN_START, ui->theme->text);
    rect_cut_top(&inner, wrapped_height(&hero->title) + 0.4F * ui->u);
    wrapped_draw(ui, &hero->sentence, inner, ALIGN_START,
                 hero->has_notice ? ui->theme->warn : ui->theme->text2);
    ui_button(ui, row, BUTTON_PRIMARY, hero->says.button, HOME_HERO, 0,
              AREA_PRIMARY | AREA_FIRST);
}
