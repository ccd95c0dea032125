// Typed kinds and cards on the play screen: what a key, a finger or a pad does to them, and
// what is said of the answer.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/play.h"
#include "ui/stand.h"

static const char *const bern[] = {"Bern", "Berne", "Bundesstadt"};
static const struct number_answer gravity = {
    .min = 9.81, .max = 9.81, .tolerance = 0.01, .is_share = true, .unit = "m/s²"};
static const struct number_answer mile = {.min = 1609, .max = 1609, .unit = "m"};
static const struct number_answer range = {.min = 3.1, .max = 3.2};
static const struct number_answer sound = {
    .min = 1236, .max = 1236, .unit = "kilometres per hour"};
static const char *const green[] = {"green"}, *const magnesium[] = {"magnesium", "Mg"};
static const struct gap gaps[] = {
    {.accepted = {.items = green, .count = 1}, .hint = "a colour"},
    {.accepted = {.items = magnesium, .count = 2}},
};
static const char *const between[] = {"Leaves look ", " because of ", "."};

enum { ASK_BERN, ASK_GRAVITY, ASK_MILE, ASK_SOUND, ASK_RANGE, ASK_LEAVES, ASK_CARD, QUESTIONS };

static const struct question questions[QUESTIONS] = {
    [ASK_BERN] = {.text = "Capital?",
                  .kind = KIND_TEXT,
                  .points = 1,
                  .typos = TYPOS_BY_LENGTH,
                  .accepted = {.items = bern, .count = 3}},
    [ASK_GRAVITY] = {.text = "g?", .kind = KIND_NUMBER, .points = 1, .number = &gravity},
    [ASK_MILE] = {.text = "A mile?", .kind = KIND_NUMBER, .points = 1, .number = &mile},
    [ASK_RANGE] = {.text = "Pi?", .kind = KIND_NUMBER, .points = 1, .number = &range},
    [ASK_SOUND] = {.text = "Mach 1?", .kind = KIND_NUMBER, .points = 1, .number = &sound},
    [ASK_LEAVES] = {.kind = KIND_CLOZE,
                    .points = 1,
                    .typos = TYPOS_BY_LENGTH,
                    .cloze = {.gaps = gaps, .between = between, .gap_count = 2}},
    [ASK_CARD] = {.text = "petrichor",
                  .kind = KIND_CARD,
                  .points = 1,
                  .card = {.back = "the smell of rain"}},
};

static const struct bank bank = {.id = "b",
                                 .title = "B",
                                 .language = "de",
                                 .questions = questions,
                                 .question_count = QUESTIONS};

/// The play screen with nothing but the app around it.
static struct stand stand;
static struct game game;
static struct arena self_arena;
static void *self;
static struct step step;

static void view(struct ui *ui)
{
    screen_play.view(self, &game, ui);
}

static void ask(int question)
{
    struct picked picked = {&bank, &questions[question]};
    struct session_rules rules = {.seed = 1};
    session_start(&game.session, &game.quiz_arena, &picked, 1, &rules, 0);
    self = arena_alloc(&self_arena, screen_play.state_size, _Alignof(max_align_t));
    screen_play.enter(self, &game, 0);
    stand.state.device = DEVICE_KEYBOARD;
    stand_show(&stand, view, true);
}

static void take(struct action action)
{
    if (!action.id)
        return;
    action.now_ms = stand.now_ms;
    step = screen_play.update(self, &game, &action);
    stand.now_ms += 1000;
    if (step.kind == STEP_STAY)
        stand_show(&stand, view, false);
}

static int setup(void **state)
{
    (void)state;
    stand_open(&stand);
    game = (struct game){0};
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    if (self)
        screen_play.leave(self, &game);
    self = NULL;
    arena_free(&self_arena);
    arena_free(&game.quiz_arena);
    stand_close(&stand);
    return 0;
}

static const struct ui_area *area_named(const char *name)
{
    for (int i = 0; i < stand.frame.area_count; i++) {
        if (strcmp(stand.frame.areas[i].name, name) == 0)
            return &stand.frame.areas[i];
    }
    return NULL;
}

static void tap(enum device device, const char *name)
{
    const struct ui_area *area = area_named(name);
    assert_non_null(area);
    struct point at = rect_centre(area->rect);
    take(stand_tap(&stand, device, at.x, at.y));
}

/// A key as the app sends it: the view's own keys go before the layout's.
static void press(int key)
{
    const struct shortcut *rows = screen_play.moment_shortcuts(self, &game);
    const struct ui_area *focused = ui_focused(&stand.state, &stand.frame);
    bool is_typing = focused && (focused->flags & AREA_FIELD) && key < KEY_NAMED;
    for (; rows && rows->id && !is_typing; rows++) {
        if (rows->key == key) {
            take((struct action){.id = rows->id, .arg = rows->arg});
            return;
        }
    }
    take(stand_key(&stand, key, 0));
}

static void type(const char *text)
{
    take(stand_type(&stand, text));
}

static bool is_written(const char *text)
{
    return strstr(stand_text(&stand), text) != NULL;
}

static const struct mark *mark(void)
{
    assert_int_equal(game.session.phase, SESSION_SHOWING);
    return &session_turn(&game.session)->mark;
}

static void typing_goes_into_the_field_at_once(void **state)
{
    (void)state;
    ask(ASK_BERN);
    type("bern");
    assert_true(is_written("bern"));
    press(KEY_ENTER);
    assert_int_equal(mark()->verdict, VERDICT_FOLDED);
}

static void check_without_an_answer_says_what_to_do(void **state)
{
    (void)state;
    ask(ASK_BERN);
    press(KEY_ENTER);
    assert_int_equal(game.session.phase, SESSION_ASKING);
    assert_true(is_written("Type something, or skip with Ctrl+S."));
}

static void a_typo_is_shown_beside_the_right_spelling(void **state)
{
    (void)state;
    ask(ASK_BERN);
    type("Bren");
    press(KEY_ENTER);
    assert_int_equal(mark()->verdict, VERDICT_NEARLY);
    assert_true(is_written("Bren"));
    assert_true(is_written("|Bern|"));
    assert_true(is_written("Your answer"));
    assert_true(is_written("Also accepted: Berne, Bundesstadt"));
}

static void a_wrong_answer_stands_above_the_right_one(void **state)
{
    (void)state;
    ask(ASK_BERN);
    type("Zürich");
    press(KEY_ENTER);
    assert_int_equal(mark()->credit, 0);
    assert_true(is_written("Zürich"));
    assert_true(is_written("Right answer"));
}

static void an_exact_answer_needs_no_second_row(void **state)
{
    (void)state;
    ask(ASK_BERN);
    type("Berne");
    press(KEY_ENTER);
    assert_true(is_written("|Berne|"));
    assert_false(is_written("Written so"));
    assert_true(is_written("Also accepted: Bern, Bundesstadt"));
}

static void the_accents_of_the_language_can_be_clicked(void **state)
{
    (void)state;
    ask(ASK_BERN);
    type("Z");
    tap(DEVICE_MOUSE, "ü");
    type("rich");
    assert_true(is_written("Zürich"));
}

static void a_finger_needs_no_other_keys(void **state)
{
    (void)state;
    ask(ASK_BERN);
    tap(DEVICE_TOUCH, "Type your answer");
    tap(DEVICE_TOUCH, "Shift");
    tap(DEVICE_TOUCH, "B");
    tap(DEVICE_TOUCH, "e");
    tap(DEVICE_TOUCH, "r");
    tap(DEVICE_TOUCH, "n");
    assert_true(is_written("Capital?")); // not covered by the keys
    tap(DEVICE_TOUCH, "Check");
    assert_int_equal(mark()->verdict, VERDICT_EXACT);
}

static void up_and_down_count_the_last_digit(void **state)
{
    (void)state;
    ask(ASK_GRAVITY);
    type("9,79");
    press(KEY_UP);
    press(KEY_UP);
    assert_true(is_written("9,81"));
    press(KEY_DOWN);
    assert_true(is_written("9,80"));
    press(KEY_ENTER);
    assert_int_equal(mark()->credit, CREDIT_FULL);
    assert_true(is_written("9,80 m/s²"));
    assert_true(is_written("9.81 m/s², within 1 %"));
}

static void a_number_can_be_stepped_to_with_a_pad(void **state)
{
    (void)state;
    ask(ASK_RANGE);
    tap(DEVICE_TOUCH, "More");
    tap(DEVICE_TOUCH, "More");
    tap(DEVICE_TOUCH, "More");
    tap(DEVICE_TOUCH, ".");
    tap(DEVICE_TOUCH, "1");
    tap(DEVICE_TOUCH, "Check");
    assert_int_equal(mark()->credit, CREDIT_FULL);
    assert_true(is_written("from 3.1 to 3.2"));
}

static void says_how_an_ambiguous_number_was_read(void **state)
{
    (void)state;
    ask(ASK_MILE);
    type("1,609");
    press(KEY_ENTER);
    assert_int_equal(mark()->credit, CREDIT_FULL);
    assert_true(is_written("1,609 was read as 1609."));
}

static void letters_are_no_number(void **state)
{
    (void)state;
    ask(ASK_MILE);
    type("abc");
    press(KEY_ENTER);
    assert_int_equal(game.session.phase, SESSION_ASKING);
    assert_true(is_written("Type a number, or skip with Ctrl+S."));
}

/// Where the run of text that begins so is drawn.
static struct rect place_of(const char *words)
{
    for (int i = 0; stand_drawn(&stand, DRAW_TEXT, i); i++) {
        const struct draw_cmd *cmd = stand_drawn(&stand, DRAW_TEXT, i);
        if (strncmp(cmd->text, words, strlen(words)) == 0)
            return cmd->rect;
    }
    fail_msg("nothing says %s", words);
    return (struct rect){0};
}

static void a_long_unit_is_seen_whole(void **state)
{
    static const struct {
        int width, height, text_percent;
        bool is_below;
    } sizes[] = {{1280, 720, 100, false}, {640, 360, 100, false},  {360, 360, 100, false},
                 {720, 1280, 100, true},  {1280, 720, 200, false}, {640, 360, 200, false},
                 {360, 360, 200, false},  {720, 1280, 200, true}};

    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        stand.look.width = sizes[i].width;
        stand.look.height = sizes[i].height;
        stand.look.text_percent = sizes[i].text_percent;
        ask(ASK_SOUND);
        assert_true(is_written("kilometres per hour") || is_written("kilometres per|hour"));
        assert_null(strstr(stand_text(&stand), "…"));
        struct rect unit = place_of("kilometres"), more = area_named("More")->rect;
        assert_true(unit.x + unit.w <= (float)sizes[i].width);
        assert_int_equal(unit.y > more.y + more.h, sizes[i].is_below);
        assert_int_equal(unit.x > more.x + more.w, !sizes[i].is_below);
        assert_true(unit.y + unit.h < area_named("Check")->rect.y);
        screen_play.leave(self, &game);
        self = NULL;
    }
}

static void tab_goes_from_gap_to_gap(void **state)
{
    (void)state;
    ask(ASK_LEAVES);
    assert_non_null(area_named("a colour"));
    assert_non_null(area_named("Gap 2"));
    type("green");
    press(KEY_TAB);
    type("Mg");
    press(KEY_ENTER);
    assert_int_equal(mark()->credit, CREDIT_FULL);
    assert_true(is_written("Mg")); // what was accepted stays as it was typed
    assert_false(is_written("magnesium"));
}

static void a_wrong_gap_shows_what_is_right_in_its_place(void **state)
{
    (void)state;
    ask(ASK_LEAVES);
    type("green");
    press(KEY_TAB);
    type("iron");
    press(KEY_ENTER);
    assert_int_equal(mark()->right, 1);
    assert_true(is_written("Leaves look|green| because of|iron|"));
    assert_true(is_written("magnesium"));
}

static void a_gap_nearly_right_shows_both(void **state)
{
    (void)state;
    ask(ASK_LEAVES);
    type("green");
    press(KEY_TAB);
    type("magnesum");
    press(KEY_ENTER);
    assert_int_equal(mark()->credit, CREDIT_FULL);
    assert_true(is_written("magnesium"));
    assert_true(is_written("(magnesum)"));
}

static void one_gap_may_stay_empty_but_not_all(void **state)
{
    (void)state;
    ask(ASK_LEAVES);
    press(KEY_ENTER);
    assert_int_equal(game.session.phase, SESSION_ASKING);
    assert_true(is_written("Fill at least one gap"));
    type("green");
    press(KEY_ENTER);
    assert_int_equal(mark()->right, 1);
}

static float gap_width(const char *name)
{
    return area_named(name)->rect.w;
}

static void gaps_do_not_tell_how_long_the_answer_is(void **state)
{
    static const char *const words[] = {"a", "sixsix", "sevenseven", "fourteenfourte",
                                        "more than that"};
    (void)state;
    float widths[5] = {0};
    for (int i = 0; i < 5; i++) {
        const char *const accepted[] = {words[i]};
        struct gap gap = {.accepted = {.items = accepted, .count = 1}};
        const char *const around[] = {"x ", " y"};
        struct question q = {.kind = KIND_CLOZE,
                             .points = 1,
                             .cloze = {.gaps = &gap, .between = around, .gap_count = 1}};
        struct picked picked = {&bank, &q};
        session_start(&game.session, &game.quiz_arena, &picked, 1, &(struct session_rules){0},
                      0);
        self = arena_alloc(&self_arena, screen_play.state_size, _Alignof(max_align_t));
        screen_play.enter(self, &game, 0);
        stand_show(&stand, view, true);
        widths[i] = gap_width("Gap 1");
        screen_play.leave(self, &game);
        self = NULL;
    }
    assert_true(widths[0] == widths[1]);
    assert_true(widths[2] == widths[3]);
    assert_true(widths[1] < widths[2]);
    assert_true(widths[3] == widths[4]);
}

static void nobody_grades_a_card_blind(void **state)
{
    (void)state;
    ask(ASK_CARD);
    assert_false(is_written("the smell of rain"));
    press('1');
    assert_int_equal(game.session.phase, SESSION_ASKING);
    assert_true(is_written("the smell of rain"));
    press('2');
    assert_int_equal(mark()->credit, CREDIT_FULL / 2);
    assert_true(is_written("You knew it partly"));
}

static void a_double_press_only_turns_the_card(void **state)
{
    (void)state;
    ask(ASK_CARD);
    press(KEY_SPACE);
    stand.now_ms -= 900; // as fast as a finger that bounces
    press(KEY_SPACE);
    assert_int_equal(game.session.phase, SESSION_ASKING);
    press(KEY_SPACE);
    assert_int_equal(mark()->credit, CREDIT_FULL);
}

static void a_card_can_be_turned_and_graded_by_touch(void **state)
{
    (void)state;
    ask(ASK_CARD);
    tap(DEVICE_TOUCH, "Card");
    tap(DEVICE_TOUCH, "Not yet");
    assert_int_equal(mark()->credit, 0);
    assert_true(is_written("You did not know it yet"));
}

static void the_same_state_draws_the_same(void **state)
{
    (void)state;
    for (int q = 0; q < QUESTIONS; q++) {
        struct buf first = {0}, second = {0};
        ask(q);
        draw_dump(&stand.frame.list, &first);
        stand_show(&stand, view, false);
        draw_dump(&stand.frame.list, &second);
        assert_string_equal(first.data, second.data);
        buf_free(&first);
        buf_free(&second);
        screen_play.leave(self, &game);
        self = NULL;
    }
}

#define PLAYED(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAYED(typing_goes_into_the_field_at_once),
        PLAYED(check_without_an_answer_says_what_to_do),
        PLAYED(a_typo_is_shown_beside_the_right_spelling),
        PLAYED(a_wrong_answer_stands_above_the_right_one),
        PLAYED(an_exact_answer_needs_no_second_row),
        PLAYED(the_accents_of_the_language_can_be_clicked),
        PLAYED(a_finger_needs_no_other_keys),
        PLAYED(up_and_down_count_the_last_digit),
        PLAYED(a_number_can_be_stepped_to_with_a_pad),
        PLAYED(says_how_an_ambiguous_number_was_read),
        PLAYED(letters_are_no_number),
        PLAYED(a_long_unit_is_seen_whole),
        PLAYED(tab_goes_from_gap_to_gap),
        PLAYED(a_wrong_gap_shows_what_is_right_in_its_place),
        PLAYED(a_gap_nearly_right_shows_both),
        PLAYED(one_gap_may_stay_empty_but_not_all),
        PLAYED(gaps_do_not_tell_how_long_the_answer_is),
        PLAYED(nobody_grades_a_card_blind),
        PLAYED(a_double_press_only_turns_the_card),
        PLAYED(a_card_can_be_turned_and_graded_by_touch),
        PLAYED(the_same_state_draws_the_same),
    };
    return cmocka_run_group_tests_name("typed", tests, NULL, NULL);
}
