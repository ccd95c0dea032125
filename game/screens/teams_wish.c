#include "core/contest.h"
#include "screens/options.h"
#include "screens/teams_page.h"
#include "ui/control.h"

enum { TOP_THREE = 3 };

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/// Whether teams play: hands are those of all, and pupils may be in none.
static bool has_teams(const struct teams_page *page)
{
    int members = 0;
    for (int i = 0; i < page->count; i++)
        members += page->teams[i].pupil_count;
    return page->wish.mode != CONTEST_HANDS &&
           (page->wish.mode != CONTEST_PUPILS || members > 0);
}

bool teams_page_has(const struct teams_page *page, int id)
{
    const struct lesson_wish *wish = &page->wish;
    bool is_board = wish->mode == CONTEST_BOARD;
    switch (id) {
    case TEAMS_ROUNDS:
        return !wish->is_calm && has_teams(page) && !is_board;
    case TEAMS_LIMIT:
        return !wish->is_calm;
    case TEAMS_ACCURACY:
        return !wish->is_calm && wish->limit_s && has_teams(page) && !is_board &&
               wish->mode != CONTEST_ALL;
    case TEAMS_HIDE_NAMES:
        return has_teams(page);
    case TEAMS_TOP_THREE:
        return has_teams(page) && page->count > TOP_THREE;
    case TEAMS_BUZZED:
        return is_board;
    case TEAMS_DUE_FIRST:
        return page->class_name[0] != '\0';
    default:
        return true;
    }
}

static void turn(struct lesson_wish *wish, int id, int by)
{
    static const int questions[] = {5, 10, 15, 20, 25, 30, 40, 50, 60, 100, 200};
    static const int rounds[] = {1, 2, 3, 4, 5, 6, 8, 10, 15, 20};
    static const int limits_s[] = {0, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600};
    static const int texts[] = {100, 115, 130, 150, 175, 200};
    if (id == TEAMS_QUESTIONS) {
        wish->questions = options_step(questions, COUNT(questions), wish->questions, by);
    } else if (id == TEAMS_ROUNDS) {
        wish->rounds = options_step(rounds, COUNT(rounds), wish->rounds, by);
    } else if (id == TEAMS_LIMIT) {
        wish->limit_s = options_step(limits_s, COUNT(limits_s), wish->limit_s, by);
    } else if (id == TEAMS_TEXT) {
        wish->text_percent = options_step(texts, COUNT(texts), wish->text_percent, by);
    }
}

void teams_page_wish(struct teams_page *page, struct action action)
{
    struct lesson_wish *wish = &page->wish;
    int by = ui_stepper_adjust(&action);
    page->fault = NULL;
    switch (action.id) {
    case TEAMS_MODE:
        if (action.arg >= 0 && action.arg < CONTEST_MODE_COUNT)
            wish->mode = action.arg;
        break;
    case TEAMS_CALM:
        wish->is_calm = !wish->is_calm;
        break;
    case TEAMS_ACCURACY:
        wish->has_speed = !wish->has_speed;
        break;
    case TEAMS_BUZZED:
        wish->is_buzzed = !wish->is_buzzed;
        break;
    case TEAMS_HIDE_NAMES:
        wish->hides_names = !wish->hides_names;
        break;
    case TEAMS_TOP_THREE:
        wish->top_three = !wish->top_three;
        break;
    case TEAMS_DUE_FIRST:
        wish->is_due_first = !wish->is_due_first;
        break;
    default:
        turn(wish, action.id, by ? by : +1);
        break;
    }
}
