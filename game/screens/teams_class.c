// Whose teams they are: the class that plays, who of it is in which team, and what is kept.
#include <stdio.h>
#include <string.h>

#include "screens/teams_page.h"
#include "store/class_load.h"

static bool is_kept(const struct game *game)
{
    return game->journal && game->journal->path;
}

static void take_teams(struct teams_page *page, const struct class_teams *teams)
{
    teams_page_ask_nothing(page);
    page->count = teams->count;
    for (int i = 0; i < teams->count; i++) {
        page->teams[i] = teams->teams[i];
        edit_set(&page->names[i], teams->teams[i].name);
    }
}

static bool has_report(const struct teams_page *page, struct game *game)
{
    struct class_load load;
    bool has = is_kept(game) && page->class_name[0] &&
               class_load_begin(&load, game->journal, page->class_name, &game->library,
                                CLASS_LESSON_LAST, NULL);
    if (has)
        class_load_end(&load);
    return has;
}

void teams_page_take_class(struct teams_page *page, struct game *game)
{
    page->list = (struct class_list){0};
    page->last = (struct class_teams){.wish = lesson_wish_usual()};
    page->knows_left = false;
    snprintf(page->class_name, sizeof page->class_name, "%s", game->lesson.class_name);
    page->undo_count = 0;
    if (is_kept(game)) {
        if (page->class_name[0]) {
            classes_read(game->journal, page->class_name, game_wall(game).at_ms, &page->arena,
                         &page->list);
        }
        classes_read_teams(game->journal, lesson_learner(game, page->class_name, &page->arena),
                           &page->list, &page->arena, &page->last);
    }
    page->has_report = has_report(page, game);
    page->wish = page->last.wish;
    if (page->last.count)
        take_teams(page, &page->last);
    while (page->count < TEAMS_LEAST)
        teams_page_add(page);
    teams_page_take_topics(page, game_bank(game));
}

static int find_pupil(const struct class_list *list, const char *name)
{
    for (int i = 0; i < list->count; i++) {
        if (strcmp(list->pupils[i].name, name) == 0)
            return i;
    }
    return -1;
}

/// The pupils of a team where they are in the new list; who is gone or absent leaves.
static void move_pupils(struct teams_page *page, struct team *team,
                        const struct class_list *now)
{
    int *places = ARENA_ARRAY(&page->arena, team->pupil_count + 1, int), count = 0;
    for (int i = 0; i < team->pupil_count; i++) {
        int place = find_pupil(now, page->list.pupils[team->pupils[i]].name);
        if (place >= 0 && !now->pupils[place].is_absent)
            places[count++] = place;
    }
    team->pupils = places;
    team->pupil_count = count;
}

void teams_page_look_again(struct teams_page *page, struct game *game)
{
    struct class_list now;
    if (strcmp(page->class_name, game->lesson.class_name) != 0) {
        for (int i = 0; i < page->count; i++)
            page->teams[i].pupil_count = 0;
        teams_page_take_class(page, game);
    } else if (page->class_name[0] && is_kept(game)) {
        classes_read(game->journal, page->class_name, game_wall(game).at_ms, &page->arena,
                     &now);
        for (int i = 0; i < page->count; i++)
            move_pupils(page, &page->teams[i], &now);
        for (int i = 0; i < page->last.count; i++)
            move_pupils(page, &page->last.teams[i], &now);
        page->list = now;
        page->undo_count = 0; // it is of the list before
    }
    teams_page_follow_bank(page, game_bank(game));
}

void teams_page_choose_class(struct teams_page *page, struct game *game)
{
    if (!is_kept(game) || game->lesson.class_name[0])
        return;
    const char *name = game->journal->learner;
    if (!classes_has(game->journal, name))
        name = classes_last(game->journal, &page->arena);
    if (name && classes_has(game->journal, name)) {
        snprintf(game->lesson.class_name, sizeof game->lesson.class_name, "%s", name);
    }
}

struct class_teams teams_page_now(const struct teams_page *page, struct arena *arena)
{
    struct class_teams teams = {.count = page->count,
                                .wish = page->wish,
                                .topics = teams_page_topics_to_keep(page, arena)};
    for (int i = 0; i < page->count; i++) {
        const char *name = pupil_list_name(page->names[i].text, arena);
        teams.teams[i] = page->teams[i];
        teams.teams[i].name = name ? name : "";
    }
    return teams;
}

bool teams_page_keep(const struct teams_page *page, const struct game *game)
{
    struct arena scratch = {0};
    bool is_good = true;
    // A class that was forgotten meanwhile stays so.
    bool is_gone =
        page->class_name[0] && is_kept(game) && !classes_has(game->journal, page->class_name);
    if (is_kept(game) && !is_gone) {
        const struct class_teams teams = teams_page_now(page, &scratch);
        const char *learner = lesson_learner(game, page->class_name, &scratch);
        is_good = classes_write_teams(game->journal, learner, &page->list, &teams,
                                      game_wall(game).at_ms);
    }
    arena_free(&scratch);
    return is_good;
}

int teams_page_left_over(const struct teams_page *page)
{
    int count = 0;
    for (int i = 0; i < page->list.count; i++)
        count += !page->list.pupils[i].is_absent;
    for (int i = 0; i < page->count; i++)
        count -= page->teams[i].pupil_count;
    return count;
}

bool teams_page_can_repeat(const struct teams_page *page)
{
    bool has_pupils = false;
    for (int i = 0; i < page->last.count; i++)
        has_pupils = has_pupils || page->last.teams[i].pupil_count;
    return has_pupils;
}

/// What is known of the pupils, for teams that are about as strong as each other. It is shown
/// nowhere.
static void weigh(const struct teams_page *page, struct game *game, struct teams_pupil *pupils)
{
    if (is_kept(game) && page->class_name[0]) {
        class_load_pupils(game->journal, page->class_name, &game->library, &page->list, pupils);
    }
}

bool teams_page_deal(struct teams_page *page, struct game *game, enum teams_way way)
{
    struct teams_pupil *pupils =
        ARENA_ARRAY(&page->arena, page->list.count + 1, struct teams_pupil);
    if (!page->list.count || (way == TEAMS_AGAIN && !teams_page_can_repeat(page)))
        return false;
    teams_page_remember(page);
    for (int i = 0; i < page->list.count; i++)
        pupils[i].is_absent = page->list.pupils[i].is_absent;
    if (way == TEAMS_AGAIN)
        take_teams(page, &page->last);
    if (way == TEAMS_BALANCED)
        weigh(page, game, pupils);
    teams_deal(page->teams, page->count, pupils, page->list.count, way, rng_next(&game->rng),
               &page->arena);
    return true;
}
