// What a lesson shows to its class stands whole in the back row's text size: of usual length on
// one page, and whatever is longer on pages that cut nothing.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/i18n.h"
#include "core/pick.h"
#include "screens/layout.h"
#include "screens/lesson.h"
#include "screens/made_bank.h"
#include "screens/screen.h"
#include "sdl/fonts.h"
#include "ui/theme.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/// What a lesson promises to show on one page, in columns; see made_bank.h.
static const struct made_lengths usual = {.question = 160, .answer = 48, .word = 20};
static const struct made_lengths fullest = {
    .question = 160, .answer = 48, .word = 20, .is_full = true, .why = 40};
static const struct made_lengths longest = {.question = 600, .answer = 200, .word = 99};

enum { USUAL_COUNT = 700, FULL_COUNT = 200, LONG_COUNT = 300, CLASSROOM_PERCENT = 130 };

static const struct size {
    int width, height;
} sizes[] = {{1024, 768}, {1280, 720}, {1920, 1080}, {3840, 2160}};

/// The others differ from these by no more than rounding: a quarter of the questions is looked
/// at in all of them, and at every moment.
enum { FEW_SIZES = 2, THOROUGH_EVERY = 4 };

/// The lesson of a class, its question as it is seen, and what is wrong with it.
struct shown {
    struct game game;
    struct lesson_screen lesson;
    struct ui_look look;
    struct ui_frame frame;
    struct ui_state state;
    int64_t now_ms;
    int faults;
};

static void fault(struct shown *s, const char *what, const char *problem, const char *detail)
{
    enum { SAID_MOST = 40 };

    if (s->faults++ < SAID_MOST) {
        fprintf(stderr, "%s at %dx%d: %s: %s\n", what, s->look.width, s->look.height, problem,
                detail);
    }
}

static void draw(struct shown *s)
{
    struct ui ui = ui_begin(&s->frame, &s->state, &s->look, s->now_ms);
    screen_lesson.view(&s->lesson, &s->game, &ui);
}

/// Whether `text` is a run of the question or of one of its answers.
static bool is_of_question(const struct question *q, const char *text)
{
    enum { TELLING_BYTES = 12 }; // of what an explanation hardly has, too

    if (strlen(text) < TELLING_BYTES)
        return false;
    if (q->text && strstr(q->text, text))
        return true;
    if (q->kind == KIND_CARD)
        return strstr(q->card.back, text) != NULL;
    if (q->kind != KIND_CHOICE && q->kind != KIND_MULTI)
        return false;
    for (int i = 0; i < q->choice.options.count; i++) {
        if (strstr(q->choice.options.items[i], text))
            return true;
    }
    return false;
}

/// 3.3 units, the smallest that answers may have (see LOOK's type table), in the classroom's
/// text size; of lines the nearest whole pixel.
static int readable_px(const struct shown *s)
{
    float u = (float)s->look.height / 90;
    return (int)(3.3F * u * CLASSROOM_PERCENT / 100);
}

static void check_sizes(struct shown *s, const char *what)
{
    const struct question *q = s->lesson.turn.ask.question;
    for (int i = 0; i < s->frame.list.count; i++) {
        const struct draw_cmd *cmd = &s->frame.list.items[i];
        // Not an explanation, nor what somebody else answered.
        bool is_main = memcmp(&cmd->colour, &themes[s->look.theme].text, 3) == 0;
        if (cmd->kind == DRAW_TEXT && cmd->size_px < readable_px(s) && is_main &&
            is_of_question(q, cmd->text))
            fault(s, what, "smaller than can be read", cmd->text);
    }
}

/// Each text of what is read in pages is on one of them.
static void check_seen_once(struct shown *s, const char *what, const int *seen, int count)
{
    for (int i = 0; i < count; i++) {
        const struct draw_cmd *cmd = &s->frame.list.items[i];
        if (cmd->kind == DRAW_TEXT && seen[i] == 0)
            fault(s, what, "on no page", cmd->text);
    }
}

/// Notes which texts of the list are to be seen.
static void note_seen(const struct shown *s, int *seen, int count)
{
    struct rect clip = {0};
    for (int i = 0; i < count; i++) {
        const struct draw_cmd *cmd = &s->frame.list.items[i];
        if (cmd->kind == DRAW_CLIP)
            clip = cmd->rect;
        seen[i] += clip.w <= 0 || rect_overlap(cmd->rect, clip).h > 0;
    }
}

/// Goes through the pages of what is shown. Returns how many there are.
static int look_through(struct shown *s, const char *what)
{
    struct arena arena = {0};
    s->state = (struct ui_state){.drag_region = -1, .device = DEVICE_KEYBOARD};
    draw(s);
    const struct ui_region *region = ui_paged_region(&s->frame);
    int pages = region ? ui_page_count(region) : 1, count = s->frame.list.count;
    int *seen = ARENA_ARRAY(&arena, count + 1, int);
    for (int page = 0; page < pages; page++) {
        s->faults += layout_check(&s->frame, &s->look, what);
        check_sizes(s, what);
        note_seen(s, seen, s->frame.list.count < count ? s->frame.list.count : count);
        if (page + 1 < pages) {
            ui_page_turn(&s->state, ui_paged_region(&s->frame), +1);
            draw(s);
        }
    }
    // The mark itself comes last in the list, and is on the pages that it is about.
    if (!region)
        check_seen_once(s, what, seen, count);
    arena_free(&arena);
    return pages;
}

static bool is_wide(const struct shown *s)
{
    return s->look.width * 2 >= s->look.height * 3;
}

/// How many answers of usual length stand beside a question of usual length on one page. Each
/// pair takes the room of two; what is put in order has arrows beside it.
static bool is_promised(const struct shown *s, const struct question *q, const struct ask *ask)
{
    switch ((enum kind)q->kind) {
    case KIND_CHOICE:
    case KIND_MULTI:
        return true;
    case KIND_ORDER:
        return ask->shown_count <= (is_wide(s) ? 6 : 4);
    case KIND_MATCH:
        return ask->shown_count <= (is_wide(s) ? 4 : 3);
    case KIND_COUNT:
        return false;
    case KIND_TRUEFALSE:
    case KIND_TEXT:
    case KIND_NUMBER:
    case KIND_CLOZE:
    case KIND_CARD:
        return true;
    }
    return false;
}

/// Whether the page with the answer to such a question is one, if it is explained in a line.
/// Hands take a row for each answer, and one more.
static bool is_answer_promised(const struct shown *s)
{
    const struct contest_round *round = contest_round(&s->game.run.contest);
    return round->ask.question->kind == KIND_CHOICE && round->ask.shown_count <= 4 &&
           (round->mode != CONTEST_HANDS || is_wide(s));
}

/// `size_count` of the sizes are looked at.
static void look_at(struct shown *s, const char *what, bool is_usual, size_t size_count)
{
    const struct contest *c = &s->game.run.contest;
    lesson_follow(&s->lesson, &s->game, s->now_ms);
    s->lesson.play.shown_ms = -100000;
    const struct ask *ask = &s->lesson.turn.ask;
    for (size_t i = 0; i < size_count; i++) {
        s->look.width = sizes[i].width;
        s->look.height = sizes[i].height;
        int pages = look_through(s, what);
        bool is_asked = c->phase == CONTEST_OPEN || c->phase == CONTEST_READING;
        bool is_one =
            is_asked ? is_promised(s, ask->question, ask) : is_usual && is_answer_promised(s);
        if (is_usual && pages > 1 && is_one)
            fault(s, what, "needs pages", play_question_text(ask->question, &s->frame.arena));
    }
}

static void tell(struct shown *s, enum contest_event_type type)
{
    const struct contest_event event = {.type = type, .at_ms = s->now_ms += 100};
    contest_apply(&s->game.run.contest, &event);
}

static void begin(struct shown *s, enum contest_mode mode, const struct picked *picked)
{
    enum { TEAMS = 4 };

    static const char *const names[TEAMS] = {"Owls", "Foxes", "Herons", "Bears"};
    const struct picked one_each[TEAMS] = {*picked, *picked, *picked, *picked};
    const struct contest_rules rules = {
        .mode = mode, .team_count = mode == CONTEST_HANDS ? 0 : TEAMS, .limit_ms = 60000};
    struct lesson_run *run = &s->game.run;
    s->lesson = (struct lesson_screen){
        .seen_at = -2, .chosen = CONTEST_NOBODY, .judged = CONTEST_NOBODY};
    *run = (struct lesson_run){.is_there = true, .text_percent = CLASSROOM_PERCENT};
    for (int i = 0; i < rules.team_count; i++)
        run->log.start.teams[i] = (struct team){.name = names[i], .mark = i};
    contest_start(&run->contest, &run->arena, one_each, TEAMS, &rules, s->now_ms);
}

static void end(struct shown *s)
{
    arena_free(&s->lesson.play.arena);
    arena_free(&s->game.run.arena);
    s->game.run = (struct lesson_run){0};
}

/// Asks it of a team, which has to be able to answer here.
static void ask_team(struct shown *s, const struct picked *picked, bool is_usual,
                     bool is_thorough)
{
    begin(s, CONTEST_TURNS, picked);
    look_at(s, "asked", is_usual, is_thorough ? COUNT(sizes) : FEW_SIZES);
    end(s);
}

/// Asks it of who buzzes first: the teams' names make room for it as well.
static void ask_buzzers(struct shown *s, const struct picked *picked, bool is_usual)
{
    begin(s, CONTEST_BUZZ, picked);
    look_at(s, "to be read", is_usual, FEW_SIZES);
    tell(s, CONTEST_GO);
    look_at(s, "to be buzzed for", is_usual, FEW_SIZES);
    end(s);
}

/// Asks it of all, by boards or by hands where it can.
static void ask_all(struct shown *s, const struct picked *picked, bool is_usual,
                    bool is_thorough)
{
    bool is_for_hands = contest_fits(CONTEST_HANDS, picked->question) == CONTEST_FITS;
    size_t size_count = is_thorough ? COUNT(sizes) : FEW_SIZES;
    begin(s, is_for_hands ? CONTEST_HANDS : CONTEST_ALL, picked);
    look_at(s, "shown", is_usual, size_count);
    tell(s, CONTEST_GO);
    if (is_thorough)
        look_at(s, "to be marked", is_usual && is_for_hands, size_count);
    tell(s, CONTEST_REVEAL);
    bool is_card = picked->question->kind == KIND_CARD;
    if (is_thorough && (is_for_hands || is_card))
        look_at(s, "its answer", is_usual && is_for_hands, size_count);
    end(s);
}

/// Has it answered by a team, wrongly, and by all of them.
static void answer(struct shown *s, const struct picked *picked)
{
    struct answer answer = {.picked = 2};
    const struct contest *c = &s->game.run.contest;
    begin(s, CONTEST_TURNS, picked);
    if (is_answer_promised(s)) {
        const struct contest_event event = {
            .type = CONTEST_ANSWER, .at_ms = s->now_ms += 100, .answer = &answer};
        assert_true(contest_apply(&s->game.run.contest, &event));
        look_at(s, "answered by one", true, FEW_SIZES);
    }
    end(s);
    begin(s, CONTEST_ALL, picked);
    if (is_answer_promised(s)) {
        tell(s, CONTEST_GO);
        look_at(s, "marked", true, FEW_SIZES);
        tell(s, CONTEST_REVEAL);
        assert_int_equal(c->phase, CONTEST_SHOWING);
        look_at(s, "answered by all", true, FEW_SIZES);
    }
    end(s);
}

static void ask_bank(struct shown *s, const struct bank *bank, bool is_usual)
{
    for (int i = 0; i < bank->question_count; i++) {
        const struct picked picked = {bank, &bank->questions[i]};
        bool is_thorough = i % THOROUGH_EVERY == 0 || getenv("QUARTET_LONG");
        ask_team(s, &picked, is_usual, is_thorough);
        ask_all(s, &picked, is_usual, is_thorough);
        if (is_thorough)
            ask_buzzers(s, &picked, is_usual);
    }
}

static struct fonts *fonts;
static struct arena arena;

static int open_fonts(void **state)
{
    char error[256];
    fonts = fonts_open(&(struct fonts_options){0}, error, sizeof error);
    if (!fonts) {
        fprintf(stderr, "skipped: %s\n", error);
        return 0;
    }
    struct shown *s = ARENA_ARRAY(&arena, 1, struct shown);
    s->look =
        (struct ui_look){.text_percent = CLASSROOM_PERCENT, .measure = fonts_measure(fonts)};
    s->game.settings = settings_default();
    s->now_ms = 1000000;
    *state = s;
    return 0;
}

static int close_fonts(void **state)
{
    struct shown *s = *state;
    if (s)
        arena_free(&s->frame.arena);
    arena_free(&arena);
    fonts_close(fonts);
    return 0;
}

static struct shown *with_fonts(void **state)
{
    if (!*state)
        skip();
    struct shown *s = *state;
    s->faults = 0;
    return s;
}

static void what_is_of_usual_length_needs_one_page(void **state)
{
    struct shown *s = with_fonts(state);
    const struct bank *bank = made_bank(USUAL_COUNT, &usual, 1, &arena);
    assert_int_equal(bank->question_count, USUAL_COUNT);
    ask_bank(s, bank, true);
    assert_int_equal(s->faults, 0);
}

static void as_long_as_it_may_be_it_needs_one_page(void **state)
{
    struct shown *s = with_fonts(state);
    const struct bank *bank = made_bank(FULL_COUNT, &fullest, 3, &arena);
    assert_int_equal(bank->question_count, FULL_COUNT);
    ask_bank(s, bank, true);
    assert_int_equal(s->faults, 0);
}

static void the_answer_to_four_choices_needs_one_page(void **state)
{
    struct shown *s = with_fonts(state);
    const struct bank *bank = made_bank(FULL_COUNT, &fullest, 4, &arena);
    for (int i = 0; i < bank->question_count; i++) {
        const struct picked picked = {bank, &bank->questions[i]};
        answer(s, &picked);
    }
    assert_int_equal(s->faults, 0);
}

static void what_is_longer_is_on_pages_that_cut_nothing(void **state)
{
    struct shown *s = with_fonts(state);
    const struct bank *bank = made_bank(LONG_COUNT, &longest, 2, &arena);
    assert_int_equal(bank->question_count, LONG_COUNT);
    ask_bank(s, bank, false);
    assert_int_equal(s->faults, 0);
}

static void the_banks_that_come_along_need_one_page(void **state)
{
    static const struct paths nowhere = {
        .home_dir = "/", .data_dir = "/", .questions_dir = "/", .settings_file = "/"};
    static const char *const banks[] = {"questions/nato-secretary-general.json",
                                        "questions/tour.json"};
    const char *root = getenv("QUARTET_SOURCE");
    struct shown *s = with_fonts(state);
    for (size_t i = 0; i < COUNT(banks); i++) {
        struct game game = {.settings = settings_default(), .paths = &nowhere, .bank_at = -1};
        const char *path = arena_printf(&arena, "%s/%s", root ? root : ".", banks[i]);
        assert_true(game_open_path(&game, path));
        ask_bank(s, game_bank(&game), true);
        game_free(&game);
    }
    assert_int_equal(s->faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_of_usual_length_needs_one_page),
        cmocka_unit_test(as_long_as_it_may_be_it_needs_one_page),
        cmocka_unit_test(the_answer_to_four_choices_needs_one_page),
        cmocka_unit_test(what_is_longer_is_on_pages_that_cut_nothing),
        cmocka_unit_test(the_banks_that_come_along_need_one_page),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
