// Banks are saved while somebody plays them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "screens/cards.h"
#include "screens/home.h"
#include "screens/kept.h"
#include "screens/pick.h"
#include "screens/play.h"
#include "screens/review.h"

static const char three[] = "[{\"id\": \"a\", \"question\": \"First?\", \"answer\": true},"
                            " {\"id\": \"b\", \"question\": \"Second?\", \"answer\": true},"
                            " {\"id\": \"c\", \"question\": \"Third?\", \"answer\": true}]";
static const char edited[] =
    "[{\"id\": \"a\", \"question\": \"First new?\", \"answer\": true},"
    " {\"id\": \"b\", \"question\": \"Second new?\", \"answer\": "
    "true, \"tags\": [\"T\"]},"
    " {\"id\": \"c\", \"question\": \"Third new?\", \"answer\": true}]";

static int set_up(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    struct desk *desk = *state;
    kept_begin(desk, three);
    desk->game.settings.shuffle = false;
    return 0;
}

/// Tells the screen that files were read again, as the app does.
static void tell(struct desk *desk)
{
    if (desk->screen)
        desk_act(desk, ACTION_RELOADED, 0);
}

/// Reads the bank "cards" as if it was saved with this text.
static void save_text(struct desk *desk, const char *text)
{
    struct bank_file file;
    library_read_again(&file, scratch_write(desk->scratch, "cards.json", text));
    game_reload(&desk->game, &file, desk->stand.now_ms);
    assert_null(file.path);
    tell(desk);
}

static void save(struct desk *desk, const char *questions)
{
    desk_write_bank(desk, "cards.json", "Cards", questions);
    save_text(desk, scratch_read(desk->scratch, scratch_path(desk->scratch, "cards.json")));
}

static void begin_quiz(struct desk *desk)
{
    game_plan_quiz(&desk->game, NULL, 0);
    assert_true(game_start_quiz(&desk->game, desk->stand.now_ms));
    desk_enter(desk, &screen_play);
}

static void answer(struct desk *desk)
{
    kept_pass(desk, 1000);
    const struct answer right = {.picked = 1};
    assert_true(game_apply(&desk->game, EVENT_ANSWER, desk->stand.now_ms, &right));
}

static void next(struct desk *desk)
{
    kept_pass(desk, 1000);
    desk_act(desk, PLAY_NEXT, 0);
}

static void the_question_in_play_stays_and_the_next_one_is_new(void **state)
{
    struct desk *desk = *state;
    begin_quiz(desk);
    desk_assert_says(desk, "First?");
    save(desk, edited);
    desk_assert_says(desk, "First?");
    answer(desk);
    desk_act(desk, 0, 0);
    desk_assert_says(desk, "First?");
    next(desk);
    desk_assert_says(desk, "Second new?");
    assert_int_equal(session_answered(&desk->game.session), 1);
    assert_int_equal(session_right(&desk->game.session), 1);
    game_drop_old_banks(&desk->game);
    assert_null(desk->game.library.old);
    desk_act(desk, PLAY_UNDO, 0);
    desk_assert_says(desk, "First new?");
}

static void what_is_in_play_is_kept_however_often_it_is_saved(void **state)
{
    struct desk *desk = *state;
    begin_quiz(desk);
    for (int i = 0; i < 20; i++) {
        save(desk, i % 2 ? edited : three);
        game_drop_old_banks(&desk->game);
    }
    desk_assert_says(desk, "First?");
    answer(desk);
    next(desk);
    desk_assert_says(desk, "Second new?");
}

static void a_question_that_is_gone_is_left_out_and_that_is_said(void **state)
{
    struct desk *desk = *state;
    begin_quiz(desk);
    save(desk, "[{\"id\": \"a\", \"question\": \"First?\", \"answer\": true},"
               " {\"id\": \"c\", \"question\": \"Third?\", \"answer\": true}]");
    answer(desk);
    next(desk);
    desk_assert_says(desk, "Third?");
    desk_assert_says(desk, "Questions were taken out of the bank.");
    assert_int_equal(desk->game.session.turn_count, 2);
    answer(desk);
    next(desk);
    assert_int_equal(desk->last.to, SCREEN_RESULTS);
}

static void a_quiz_whose_questions_are_all_gone_goes_on(void **state)
{
    struct desk *desk = *state;
    begin_quiz(desk);
    save(desk, "[{\"id\": \"z\", \"question\": \"Other?\", \"answer\": true}]");
    answer(desk);
    next(desk);
    desk_assert_says(desk, "Second?");
    game_drop_old_banks(&desk->game);
    desk_act(desk, 0, 0);
    desk_assert_says(desk, "Second?");
}

static void a_broken_file_changes_nothing(void **state)
{
    struct desk *desk = *state;
    const struct bank *bank = game_bank(&desk->game);
    begin_quiz(desk);
    save_text(desk, "{\"format\": \"quizbank/1\"\n \"title\": \"Cards\"}");
    assert_ptr_equal(game_bank(&desk->game), bank);
    const struct library_entry *broken = game_broken_entry(&desk->game);
    assert_non_null(broken);
    assert_int_equal(game_broken_file(broken)->diags.items[0].place.line, 1);
    answer(desk);
    next(desk);
    desk_assert_says(desk, "Second?");
    save(desk, edited);
    assert_null(game_broken_entry(&desk->game));
    assert_string_equal(desk->game.reload.note, "Fixed. 3 questions.");
    answer(desk);
    next(desk);
    desk_assert_says(desk, "Third new?");
}

static void questions_left_out_are_said_and_the_others_play(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_home);
    save(desk, "[{\"question\": \"Good?\", \"answer\": true}, {\"question\": \"Bad?\"}]");
    assert_int_equal(game_bank(&desk->game)->question_count, 1);
    assert_int_equal(game_count_broken(&desk->game), 1);
    save(desk, three);
    assert_int_equal(game_count_broken(&desk->game), 0);
    assert_string_equal(desk->game.reload.note, "Fixed. 3 questions.");
}

static void home_shows_the_new_bank(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "3 questions");
    save(desk, "[{\"question\": \"One?\", \"answer\": true}]");
    desk_assert_says(desk, "1 question");
    assert_null(strstr(desk->game.reload.note, "Fixed"));
}

static void progress_follows_what_was_edited(void **state)
{
    struct desk *desk = *state;
    save(desk, "[{\"question\": \"Captial of France?\", \"answer\": \"Paris\"},"
               " {\"question\": \"Second?\", \"answer\": true}]");
    kept_grade(desk);
    assert_int_equal(kept_seen(desk), 1);
    save(desk, "[{\"question\": \"Capital of France?\", \"answer\": \"Paris\"},"
               " {\"question\": \"Second?\", \"answer\": true}]");
    desk_act(desk, ACTION_TICK, 0);
    assert_int_equal(desk->game.outlook.seen, 1);
}

static void the_card_that_is_up_stays_and_the_next_one_is_new(void **state)
{
    struct desk *desk = *state;
    assert_true(game_study(&desk->game, DECK_DUE));
    desk_enter(desk, &screen_cards);
    desk_assert_says(desk, "First?");
    save(desk, edited);
    desk_assert_says(desk, "First?");
    kept_pass(desk, 1000);
    desk_act(desk, CARDS_FLIP, 0);
    kept_pass(desk, 1000);
    desk_act(desk, CARDS_GRADE, FSRS_EASY);
    desk_assert_says(desk, "Second new?");
    assert_int_equal(desk->game.cards.study.left.new_cards, 2);
    kept_pass(desk, 1000);
    desk_act(desk, CARDS_UNDO, 0);
    desk_assert_says(desk, "First new?");
}

static void pass_card(struct desk *desk)
{
    kept_pass(desk, 1000);
    desk_act(desk, CARDS_FLIP, 0);
    kept_pass(desk, 1000);
    desk_act(desk, CARDS_GRADE, FSRS_EASY);
}

static void what_is_crammed_follows_and_ends_as_it_would(void **state)
{
    struct desk *desk = *state;
    assert_true(game_study(&desk->game, DECK_CRAM));
    desk_enter(desk, &screen_cards);
    desk_assert_says(desk, "First?");
    save(desk, edited);
    desk_assert_says(desk, "First?");
    pass_card(desk);
    desk_assert_says(desk, "Second new?");
    assert_int_equal(desk->game.cards.study.rules.mode, DECK_CRAM);
    assert_int_equal(desk->game.cards.study.done.grades[FSRS_EASY], 1);
    pass_card(desk);
    desk_assert_says(desk, "Third new?");
    save(desk, three);
    desk_assert_says(desk, "Third new?");
    pass_card(desk);
    desk_assert_silent(desk, "First");
    assert_null(game_study_card(&desk->game));
    assert_int_equal(desk->game.cards.study.done.grades[FSRS_EASY], 3);
}

static void pick_follows_and_keeps_what_was_chosen(void **state)
{
    struct desk *desk = *state;
    save(desk, edited);
    desk_enter(desk, &screen_pick);
    desk_act(desk, PICK_TOPIC, 0);
    const struct pick *pick = desk->self;
    assert_int_equal(pick->fitting, 2);
    save(desk, "[{\"question\": \"1?\", \"answer\": true, \"tags\": [\"New\"]},"
               " {\"question\": \"2?\", \"answer\": true, \"tags\": [\"T\"]}]");
    assert_int_equal(pick->topic_count, 2);
    desk_assert_says(desk, "New");
    assert_int_equal(pick->fitting, 1);
}

static void pick_lists_what_came_and_not_what_went(void **state)
{
    struct desk *desk = *state;
    struct file_news news;
    const struct library_places places = {.installed_dir = desk->scratch->dir};
    const char *path = desk_add_bank(desk, "other.json", "Other bank", three);
    desk_enter(desk, &screen_pick);
    desk_assert_says(desk, "Other bank");
    unlink(path);
    desk_write_bank(desk, "third.json", "Third bank", three);
    assert_true(game_look_at_files(&desk->game, &places, &desk->scratch->arena, &news));
    assert_true(news.has_changed);
    assert_int_equal(news.count, 0);
    tell(desk);
    desk_assert_silent(desk, "Other bank");
    desk_assert_says(desk, "Third bank");
}

static void the_bank_in_play_stays_when_its_file_goes(void **state)
{
    struct desk *desk = *state;
    struct file_news news;
    unlink(scratch_path(desk->scratch, "cards.json"));
    assert_true(game_look_at_files(&desk->game, &(struct library_places){0},
                                   &desk->scratch->arena, &news));
    assert_true(news.has_changed);
    desk_enter(desk, &screen_pick);
    desk_assert_says(desk, "The file has moved. Playing from memory.");
    begin_quiz(desk);
    desk_assert_says(desk, "First?");
}

static void review_goes_on_with_what_was_asked(void **state)
{
    struct desk *desk = *state;
    begin_quiz(desk);
    kept_pass(desk, 1000);
    const struct answer wrong = {.picked = 2};
    assert_true(game_apply(&desk->game, EVENT_ANSWER, desk->stand.now_ms, &wrong));
    assert_true(game_apply(&desk->game, EVENT_STOP, desk->stand.now_ms, NULL));
    desk_enter(desk, &screen_review);
    desk_assert_says(desk, "First?");
    save(desk, edited);
    game_drop_old_banks(&desk->game);
    desk_act(desk, 0, 0);
    desk_assert_says(desk, "First?");
    desk_act(desk, REVIEW_TRY, 0);
    assert_string_equal(session_turn(&desk->game.session)->ask.question->text, "First new?");
}

static void past_mistakes_are_read_anew(void **state)
{
    struct desk *desk = *state;
    begin_quiz(desk);
    kept_pass(desk, 1000);
    const struct answer wrong = {.picked = 2};
    assert_true(game_apply(&desk->game, EVENT_ANSWER, desk->stand.now_ms, &wrong));
    assert_true(game_apply(&desk->game, EVENT_STOP, desk->stand.now_ms, NULL));
    desk->game.reviews_past = true;
    assert_true(memory_catch_up(&kept.memory));
    desk_enter(desk, &screen_review);
    desk_assert_says(desk, "First?");
    save(desk, edited);
    desk_assert_says(desk, "First new?");
}

static void what_was_refused_plays_when_it_is_mended(void **state)
{
    struct desk *desk = *state;
    desk->game.bank_at = -1;
    const char *path = scratch_write(desk->scratch, "bad.json", "{");
    assert_false(game_open_path(&desk->game, path));
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "bad.json cannot be played");
    desk_write_bank(desk, "bad.json", "Mended", three);
    struct bank_file file;
    library_read_again(&file, path);
    game_reload(&desk->game, &file, desk->stand.now_ms);
    tell(desk);
    assert_null(desk->game.refused);
    desk_assert_says(desk, "Mended");
}

/// Where the chosen bank's file says `text`, in lines from 1 on.
static int line_of(struct desk *desk, const char *text)
{
    const char *all = scratch_read(desk->scratch, scratch_path(desk->scratch, "cards.json"));
    int line = 1;
    for (const char *end = strstr(all, text); all < end; all++)
        line += *all == '\n';
    return line;
}

static void the_question_in_view_is_edited_where_it_is_now(void **state)
{
    struct desk *desk = *state;
    begin_quiz(desk);
    desk_act(desk, ACTION_EDIT, 0);
    assert_string_equal(desk->game.asks_edit, desk->game.library.entries[0].path);
    assert_int_equal(desk->game.asks_edit_line, line_of(desk, "First?"));
    save(desk, "[{\"id\": \"n\", \"question\": \"New?\", \"answer\": true},\n\n\n"
               " {\"id\": \"a\", \"question\": \"First new?\", \"answer\": true}]");
    desk_act(desk, ACTION_EDIT, 0);
    assert_int_equal(desk->game.asks_edit_line, line_of(desk, "First new?"));
    assert_true(desk->game.asks_edit_line > 4);
}

static void the_card_in_view_is_edited(void **state)
{
    struct desk *desk = *state;
    assert_true(game_study(&desk->game, DECK_DUE));
    desk_enter(desk, &screen_cards);
    desk_act(desk, ACTION_EDIT, 0);
    assert_int_equal(desk->game.asks_edit_line, line_of(desk, "First?"));
}

static void what_is_wrong_is_copied_as_check_says_it(void **state)
{
    struct desk *desk = *state;
    save_text(desk, "{\"format\": \"quizbank/1\"\n \"title\": \"Cards\"}");
    desk_enter(desk, &screen_problems);
    desk_act(desk, ACTION_EDIT, 0);
    assert_int_equal(desk->game.asks_edit_line, 1);
    const struct ui_frame *frame = &desk->stand.frame;
    struct ui_id copy = {0};
    for (int i = 0; i < frame->area_count; i++) {
        if (strcmp(frame->areas[i].name, "Copy") == 0)
            copy = frame->areas[i].id;
    }
    desk_act(desk, copy.id, copy.arg);
    assert_non_null(strstr(desk->game.asks_copy, "cards.json:1:"));
    assert_non_null(strstr(desk->game.asks_copy, ": error: "));
    desk_assert_says(desk, "Copied");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_question_in_play_stays_and_the_next_one_is_new,
                                        set_up, kept_teardown),
        cmocka_unit_test_setup_teardown(what_is_in_play_is_kept_however_often_it_is_saved,
                                        set_up, kept_teardown),
        cmocka_unit_test_setup_teardown(a_question_that_is_gone_is_left_out_and_that_is_said,
                                        set_up, kept_teardown),
        cmocka_unit_test_setup_teardown(a_quiz_whose_questions_are_all_gone_goes_on, set_up,
                                        kept_teardown),
        cmocka_unit_test_setup_teardown(a_broken_file_changes_nothing, set_up, kept_teardown),
        cmocka_unit_test_setup_teardown(questions_left_out_are_said_and_the_others_play, set_up,
                                        kept_teardown),
        cmocka_unit_test_setup_teardown(home_shows_the_new_bank, set_up, kept_teardown),
        cmocka_unit_test_setup_teardown(progress_follows_what_was_edited, set_up,
                                        kept_teardown),
        cmocka_unit_test_setup_teardown(the_card_that_is_up_stays_and_the_next_one_is_new,
                                        set_up, kept_teardown),
        cmocka_unit_test_setup_teardown(what_is_crammed_follows_and_ends_as_it_would, set_up,
                                        kept_teardown),
        cmocka_unit_test_setup_teardown(pick_follows_and_keeps_what_was_chosen, set_up,
                                        kept_teardown),
        cmocka_unit_test_setup_teardown(pick_lists_what_came_and_not_what_went, set_up,
                                        kept_teardown),
        cmocka_unit_test_setup_teardown(the_bank_in_play_stays_when_its_file_goes, set_up,
                                        kept_teardown),
        cmocka_unit_test_setup_teardown(review_goes_on_with_what_was_asked, set_up,
                                        kept_teardown),
        cmocka_unit_test_setup_teardown(past_mistakes_are_read_anew, set_up, kept_teardown),
        cmocka_unit_test_setup_teardown(what_was_refused_plays_when_it_is_mended, set_up,
                                        kept_teardown),
        cmocka_unit_test_setup_teardown(the_question_in_view_is_edited_where_it_is_now, set_up,
                                        kept_teardown),
        cmocka_unit_test_setup_teardown(the_card_in_view_is_edited, set_up, kept_teardown),
        cmocka_unit_test_setup_teardown(what_is_wrong_is_copied_as_check_says_it, set_up,
                                        kept_teardown),
    };
    return cmocka_run_group_tests_name("reload", tests, NULL, NULL);
}
