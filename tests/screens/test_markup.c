// No mark of mini markup is left on any screen that shows a question, and what was marked looks
// so.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/cards.h"
#include "screens/desk.h"

static const char bank[] =
    "{\"format\": \"quizbank/1\", \"title\": \"Marks\", \"markup\": \"mini\", \"questions\": "
    "[\n"
    "{\"question\": \"What is **not** *water* (`code`, H~2~O)?\", \"answer\": \"E = mc^2^\",\n"
    " \"wrong\": [{\"text\": \"**Ice** x^2^\", \"why\": \"It *is* H~2~O.\"}, \"*Steam*\"],\n"
    " \"explanation\": \"Because **c^2^** is `fast`.\", \"hint\": \"Not *wet*\",\n"
    " \"source\": {\"title\": \"The *source*\"}},\n"
    "{\"question\": \"Pick *two*\", \"answer\": [\"**A**\", \"*B*\"], \"wrong\": [\"`C`\"]},\n"
    "{\"question\": \"Type *it*\", \"type\": \"text\", \"answer\": [\"H~2~O\", \"*water*\"]},\n"
    "{\"question\": \"How *many*\", \"answer\": 5, \"unit\": \"m^2^\"},\n"
    "{\"question\": \"*Sort*\", \"order\": [\"*a*\", \"**b**\", \"`c`\"]},\n"
    "{\"question\": \"*Pair*\", \"pairs\": [[\"*l*\", \"**r**\"], [\"x~1~\", \"y^2^\"]],\n"
    " \"extra\": [\"*e*\"]},\n"
    "{\"cloze\": \"The *sea* is [[**wet**|*damp*::a *hint*]] H~2~O.\"},\n"
    "{\"front\": \"*f*\", \"back\": \"**b** x^2^\", \"reverse\": true}]}\n";

static int set_up(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    struct desk *desk = *state;
    desk->game.settings.shuffle = false;
    desk->game.settings.count = 0;
    game_open_path(&desk->game, scratch_write(desk->scratch, "marks.json", bank));
    return 0;
}

static void has_no_mark(struct desk *desk)
{
    const char *text = desk_text(desk);
    if (strpbrk(text, "*~^`"))
        fail_msg("a mark is seen: %s", text);
}

/// Answers whatever is asked, wrongly, or skips it.
static void answer(struct desk *desk)
{
    const struct turn *turn = session_turn(&desk->game.session);
    const char *texts[] = {"nothing", "nothing"};
    struct answer given = {.picked = 4, .texts = texts, .text_count = 1};
    for (uint8_t i = 0; i < 3; i++)
        given.places[i] = i;
    if (turn->ask.question->kind == KIND_CARD)
        given = (struct answer){.picked = 2};
    desk->stand.now_ms += 1000;
    game_apply(&desk->game, EVENT_ANSWER, desk->stand.now_ms, &given);
    desk_act(desk, 0, 0);
}

/// Fails unless `words` are written as a run in `face`.
static void looks(struct desk *desk, const char *words, enum face face)
{
    const struct draw_list *list = &desk->stand.frame.list;
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *cmd = &list->items[i];
        if (cmd->kind == DRAW_TEXT && strcmp(cmd->text, words) == 0 && cmd->face == face)
            return;
    }
    fail_msg("\"%s\" is not in face %d: %s", words, face, desk_text(desk));
}

static void what_was_marked_looks_so(void **state)
{
    struct desk *desk = *state;
    game_plan_quiz(&desk->game, NULL, 0);
    assert_true(game_start_quiz(&desk->game, desk->stand.now_ms));
    desk_enter(desk, &screen_play);
    looks(desk, "not", FACE_DISPLAY_HEAVY);
    looks(desk, "water", FACE_DISPLAY_ITALIC);
    looks(desk, "code", FACE_MONO);
    looks(desk, "Ice", FACE_HEAVY);
    looks(desk, "Steam", FACE_MEDIUM_ITALIC);
    const struct answer ice = {.picked = 2};
    desk->stand.now_ms += 1000;
    game_apply(&desk->game, EVENT_ANSWER, desk->stand.now_ms, &ice);
    desk->stand.now_ms += 1000;
    desk_act(desk, 0, 0);
    looks(desk, "is", FACE_ITALIC);
    looks(desk, "c²", FACE_BOLD);
    looks(desk, "fast", FACE_MONO);
    desk_enter(desk, &screen_review);
    looks(desk, "not", FACE_DISPLAY_HEAVY);
    looks(desk, "is", FACE_ITALIC);
}

static void what_was_marked_looks_so_on_cards(void **state)
{
    struct desk *desk = *state;
    assert_true(game_study(&desk->game, DECK_CRAM));
    desk_enter(desk, &screen_cards);
    looks(desk, "water", FACE_DISPLAY_ITALIC);
    desk->stand.now_ms += 1000;
    desk_act(desk, CARDS_FLIP, 0);
    desk->stand.now_ms += 1000;
    looks(desk, "c²", FACE_BOLD);
    desk_act(desk, CARDS_GRADE, FSRS_GOOD);
    desk->stand.now_ms += 1000;
    desk_act(desk, CARDS_FLIP, 0);
    desk->stand.now_ms += 1000;
    looks(desk, "B", FACE_MEDIUM_ITALIC);
}

static void questions_answers_and_mistakes_have_no_marks(void **state)
{
    struct desk *desk = *state;
    game_plan_quiz(&desk->game, NULL, 0);
    assert_true(game_start_quiz(&desk->game, desk->stand.now_ms));
    desk_enter(desk, &screen_play);
    desk_assert_says(desk, "What is not water (code, H₂O)?");
    desk_assert_says(desk, "E = mc²");
    while (desk->game.session.phase == SESSION_ASKING) {
        has_no_mark(desk);
        answer(desk);
        has_no_mark(desk);
        assert_int_equal(desk->game.session.phase, SESSION_SHOWING);
        assert_true(game_apply(&desk->game, EVENT_NEXT, desk->stand.now_ms, NULL));
        if (desk->game.session.phase == SESSION_ASKING)
            desk_act(desk, ACTION_SHOWN, 0);
    }
    desk_enter(desk, &screen_review);
    assert_true(game_missed_count(&desk->game) > 5);
    for (int i = 0; i < game_missed_count(&desk->game); i++) {
        has_no_mark(desk);
        desk_key(desk, KEY_DOWN);
    }
}

static void cards_have_no_marks(void **state)
{
    struct desk *desk = *state;
    assert_true(game_study(&desk->game, DECK_CRAM));
    desk_enter(desk, &screen_cards);
    for (int i = 0; i < 9; i++) {
        has_no_mark(desk);
        desk->stand.now_ms += 1000;
        desk_act(desk, CARDS_FLIP, 0);
        has_no_mark(desk);
        desk->stand.now_ms += 1000;
        desk_act(desk, CARDS_GRADE, FSRS_GOOD);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, desk_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(questions_answers_and_mistakes_have_no_marks),
        TEST(cards_have_no_marks),
        TEST(what_was_marked_looks_so),
        TEST(what_was_marked_looks_so_on_cards),
    };
    return cmocka_run_group_tests_name("markup", tests, NULL, NULL);
}
