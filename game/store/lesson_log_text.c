#include "store/lesson_log_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

static const char *const mode_names[CONTEST_MODE_COUNT] = {
    [CONTEST_TURNS] = "turns", [CONTEST_BUZZ] = "buzz",   [CONTEST_ALL] = "all",
    [CONTEST_HANDS] = "hands", [CONTEST_BOARD] = "board", [CONTEST_PUPILS] = "pupils",
};

static const char *const event_names[CONTEST_EVENT_COUNT] = {
    [CONTEST_PICK] = "pick",
    [CONTEST_WAGER] = "wager",
    [CONTEST_GO] = "go",
    [CONTEST_PRESSED] = "pressed",
    [CONTEST_ANSWER] = "answer",
    [CONTEST_JUDGE] = "judge",
    [CONTEST_PASS] = "pass",
    [CONTEST_LATER] = "later",
    [CONTEST_MARK] = "mark",
    [CONTEST_COUNT] = "count",
    [CONTEST_TIME_UP] = "time up",
    [CONTEST_REVEAL] = "reveal",
    [CONTEST_NEXT] = "next",
    [CONTEST_AWARD] = "award",
    [CONTEST_MORE_TIME] = "more",
    [CONTEST_PAUSE] = "pause",
    [CONTEST_RESUME] = "resume",
    [CONTEST_HIDE] = "hide",
    [CONTEST_UNHIDE] = "unhide",
    [CONTEST_STOP] = "stop",
    [CONTEST_UNDO] = "undo",
    [CONTEST_REDO] = "redo",
    [CONTEST_LEAVE_OUT] = "leave out",
    [CONTEST_BIND] = "bind",
};

enum { PUPILS_MOST = 1000, MOST_T_MS = 1000000000 };

static const char *finish(cJSON *root, struct arena *arena)
{
    char *text = cJSON_PrintUnformatted(root);
    const char *kept = text ? arena_text(arena, text, strlen(text)) : NULL;
    cJSON_free(text);
    cJSON_Delete(root);
    return kept;
}

static const cJSON *find(const cJSON *root, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(root, key);
}

/// A whole number from `least` to `most`; `other` if it is none.
static int64_t whole(const cJSON *item, int64_t least, int64_t most, int64_t other)
{
    if (!item || !cJSON_IsNumber(item) || !(item->valuedouble >= (double)least) ||
        !(item->valuedouble <= (double)most))
        return other;
    return (int64_t)item->valuedouble;
}

static int small(const cJSON *root, const char *key, int least, int most, int other)
{
    return (int)whole(find(root, key), least, most, other);
}

static bool is_set(const cJSON *root, const char *key)
{
    return cJSON_IsTrue(find(root, key));
}

static const char *copy(const cJSON *item, struct arena *arena)
{
    return item && cJSON_IsString(item)
               ? arena_text(arena, item->valuestring, strlen(item->valuestring))
               : NULL;
}

/// The place of `name` in `names`; `count` if it is not there.
static int place_of(const char *const *names, int count, const cJSON *name)
{
    int place = 0;
    while (place < count &&
           !(cJSON_IsString(name) && strcmp(names[place], name->valuestring) == 0))
        place++;
    return place;
}

// --- the start

static void add_teams(cJSON *root, const struct lesson_start *start)
{
    cJSON *teams = cJSON_AddArrayToObject(root, "teams");
    for (int i = 0; i < start->rules.team_count; i++) {
        cJSON *team = cJSON_CreateObject();
        cJSON_AddStringToObject(team, "name", start->teams[i].name);
        cJSON_AddNumberToObject(team, "mark", start->teams[i].mark);
        cJSON_AddNumberToObject(team, "buzzer", start->teams[i].buzzer);
        cJSON_AddNumberToObject(team, "time", start->rules.time_percent[i]);
        cJSON_AddItemToArray(teams, team);
    }
}

static void add_pupils(cJSON *root, const struct lesson_start *start)
{
    cJSON *pupils = cJSON_AddArrayToObject(root, "pupils");
    for (int i = 0; i < start->rules.pupil_count; i++) {
        cJSON *pupil = cJSON_CreateArray();
        int team = start->rules.pupil_teams ? start->rules.pupil_teams[i] : CONTEST_NOBODY;
        cJSON_AddItemToArray(pupil, cJSON_CreateString(start->pupils[i]));
        cJSON_AddItemToArray(pupil, cJSON_CreateNumber(team));
        cJSON_AddItemToArray(pupils, pupil);
    }
}

static void add_rules(cJSON *root, const struct contest_rules *rules)
{
    char seed[17]; // a double can't hold it
    snprintf(seed, sizeof seed, "%016" PRIx64, rules->seed);
    cJSON_AddStringToObject(root, "mode", mode_names[rules->mode]);
    cJSON_AddStringToObject(root, "seed", seed);
    cJSON_AddNumberToObject(root, "limit_ms", (double)rules->limit_ms);
    cJSON_AddBoolToObject(root, "keeps_more", rules->keeps_more_time);
    cJSON_AddBoolToObject(root, "speed", rules->has_speed);
    cJSON_AddBoolToObject(root, "buzzed", rules->is_buzzed);
    cJSON_AddNumberToObject(root, "columns", rules->board_columns);
    cJSON_AddNumberToObject(root, "rows", rules->board_rows);
    cJSON_AddNumberToObject(root, "value", rules->board_value);
    cJSON_AddBoolToObject(root, "wagers", rules->has_wagers);
    cJSON_AddBoolToObject(root, "final", rules->has_final);
    cJSON_AddNumberToObject(root, "round", rules->round_length);
}

const char *lesson_start_text(const struct lesson_start *start, struct arena *arena)
{
    cJSON *root = cJSON_CreateObject();
    add_rules(root, &start->rules);
    cJSON_AddBoolToObject(root, "calm", start->manner.is_calm);
    cJSON_AddBoolToObject(root, "no_names", start->manner.hides_names);
    cJSON_AddBoolToObject(root, "top_three", start->manner.is_top_three);
    cJSON_AddBoolToObject(root, "memory", start->manner.has_memory);
    add_teams(root, start);
    add_pupils(root, start);
    cJSON *topics = cJSON_AddArrayToObject(root, "topics");
    for (int i = 0; start->topics && i < start->rules.board_columns; i++)
        cJSON_AddItemToArray(topics, cJSON_CreateString(start->topics[i]));
    quiz_items_add(root, start->items, start->count);
    return finish(root, arena);
}

static bool read_teams(const cJSON *root, struct arena *arena, struct lesson_start *start)
{
    const cJSON *item = NULL;
    cJSON_ArrayForEach(item, find(root, "teams"))
    {
        int at = start->rules.team_count++;
        if (at >= TEAMS_MOST)
            return false;
        struct team *team = &start->teams[at];
        team->name = copy(find(item, "name"), arena);
        team->mark = small(item, "mark", 0, TEAMS_MOST - 1, at);
        team->buzzer = small(item, "buzzer", 0, INT32_MAX, 0);
        team->time_percent = small(item, "time", 100, 200, 100);
        start->rules.time_percent[at] = team->time_percent;
        start->rules.buzzers[at] = team->buzzer;
        if (!team->name)
            return false;
    }
    return true;
}

static bool read_pupils(const cJSON *root, struct arena *arena, struct lesson_start *start)
{
    const cJSON *pupils = find(root, "pupils"), *item = NULL;
    int count = 0, most = cJSON_GetArraySize(pupils);
    if (most > PUPILS_MOST)
        return false;
    const char **names = ARENA_ARRAY(arena, most + 1, const char *);
    int *teams = ARENA_ARRAY(arena, most + 1, int);
    cJSON_ArrayForEach(item, pupils)
    {
        names[count] = copy(item->child, arena);
        const cJSON *team = item->child ? item->child->next : NULL;
        teams[count] =
            (int)whole(team, CONTEST_NOBODY, start->rules.team_count - 1, CONTEST_NOBODY);
        if (!names[count++])
            return false;
    }
    start->pupils = names;
    start->rules.pupil_teams = start->rules.team_count ? teams : NULL;
    start->rules.pupil_count = count;
    return true;
}

static bool read_items(const cJSON *root, struct arena *arena, struct lesson_start *start)
{
    struct quiz_item *items;
    start->count = quiz_items_read(root, arena, &items);
    start->items = items;
    return start->count > 0;
}

static bool read_topics(const cJSON *root, struct arena *arena, struct lesson_start *start)
{
    const cJSON *item = NULL;
    int count = 0;
    const char **topics = ARENA_ARRAY(arena, start->rules.board_columns + 1, const char *);
    cJSON_ArrayForEach(item, find(root, "topics"))
    {
        if (count < start->rules.board_columns)
            topics[count++] = copy(item, arena);
    }
    for (int i = 0; i < start->rules.board_columns; i++) {
        if (!topics[i])
            return false;
    }
    start->topics = topics;
    return true;
}

/// Whether a lesson can be played so: a board has all its cells.
static bool is_possible(const struct lesson_start *start)
{
    const struct contest_rules *rules = &start->rules;
    int cells = rules->board_columns * rules->board_rows + rules->has_final;
    if (rules->mode == CONTEST_BOARD && cells != start->count)
        return false;
    if (rules->mode == CONTEST_PUPILS && rules->pupil_count == 0)
        return false;
    for (int i = 0; i < start->count; i++) {
        if (!start->items[i].bank && rules->mode != CONTEST_BOARD)
            return false;
    }
    bool is_without = rules->team_count == 0 &&
                      (rules->mode == CONTEST_HANDS || rules->mode == CONTEST_PUPILS);
    return is_without || rules->team_count >= TEAMS_LEAST;
}

static bool read_start(const cJSON *root, struct arena *arena, struct lesson_start *start)
{
    int mode = place_of(mode_names, CONTEST_MODE_COUNT, find(root, "mode"));
    const cJSON *seed = find(root, "seed");
    if (mode == CONTEST_MODE_COUNT || !cJSON_IsString(seed))
        return false;
    start->rules = (struct contest_rules){
        .mode = (enum contest_mode)mode,
        .limit_ms = whole(find(root, "limit_ms"), 0, MOST_T_MS, 0),
        .keeps_more_time = is_set(root, "keeps_more"),
        .has_speed = is_set(root, "speed"),
        .is_buzzed = is_set(root, "buzzed"),
        .board_columns = small(root, "columns", 0, 100, 0),
        .board_rows = small(root, "rows", 0, 100, 0),
        .board_value = small(root, "value", 0, CONTEST_AWARD_MOST, 0),
        .has_wagers = is_set(root, "wagers"),
        .has_final = is_set(root, "final"),
        .round_length = small(root, "round", 0, 1000, 0),
        .seed = strtoull(seed->valuestring, NULL, 16),
    };
    start->manner = (struct lesson_manner){.is_calm = is_set(root, "calm"),
                                           .hides_names = is_set(root, "no_names"),
                                           .is_top_three = is_set(root, "top_three"),
                                           .has_memory = is_set(root, "memory")};
    return read_teams(root, arena, start) && read_pupils(root, arena, start) &&
           read_topics(root, arena, start) && read_items(root, arena, start) &&
           is_possible(start);
}

bool lesson_start_read(const char *text, struct arena *arena, struct lesson_start *start)
{
    cJSON *root = text ? cJSON_Parse(text) : NULL;
    *start = (struct lesson_start){0};
    bool is_good = root && read_start(root, arena, start);
    cJSON_Delete(root);
    return is_good;
}

// --- events

static void add_number(cJSON *root, const char *key, int64_t value)
{
    if (value)
        cJSON_AddNumberToObject(root, key, (double)value);
}

static void add_presses(cJSON *root, const struct lesson_told *told)
{
    const struct contest_event *event = told->event;
    cJSON *presses = cJSON_AddArrayToObject(root, "presses");
    for (int i = 0; i < event->press_count; i++) {
        int64_t before_ms = event->at_ms - event->presses[i].at_ms;
        const double numbers[] = {event->presses[i].team, (double)(told->t_ms - before_ms)};
        cJSON_AddItemToArray(presses, cJSON_CreateDoubleArray(numbers, 2));
    }
}

static bool is_right_place(const struct ask *ask, int place)
{
    return place < ask->shown_count && ask_is_right(ask, place);
}

const char *lesson_event_text(const struct lesson_told *told, struct arena *arena)
{
    const struct contest_event *event = told->event;
    bool is_answer = event->type == CONTEST_ANSWER;
    cJSON *root = cJSON_CreateObject();
    cJSON_AddNumberToObject(root, "t", (double)told->t_ms);
    cJSON_AddStringToObject(root, "do", event_names[event->type]);
    cJSON_AddNumberToObject(root, "asked", told->asked);
    cJSON_AddBoolToObject(root, "over", told->is_over);
    add_number(root, "team", event->team);
    add_number(root, "round", event->round);
    add_number(root, "credit", is_answer ? told->credit : event->credit);
    add_number(root, "points", event->points);
    add_number(root, "place", event->place);
    add_number(root, "hands", event->hands);
    add_number(root, "buzzer", event->buzzer);
    add_number(root, "more_ms", event->more_ms);
    if (event->type == CONTEST_PRESSED)
        add_presses(root, told);
    if (event->type == CONTEST_COUNT && told->ask)
        cJSON_AddBoolToObject(root, "right", is_right_place(told->ask, event->place));
    if (is_answer)
        quiz_answer_add(root, told->ask, event->answer);
    return finish(root, arena);
}

bool lesson_event_glance(const char *text, int *asked, bool *is_over)
{
    cJSON *root = text ? cJSON_Parse(text) : NULL;
    *asked = small(root, "asked", 0, INT32_MAX, CONTEST_NOBODY);
    *is_over = is_set(root, "over");
    cJSON_Delete(root);
    return *asked >= 0;
}

bool lesson_event_hands(const char *text, int *place, bool *is_right)
{
    cJSON *root = text ? cJSON_Parse(text) : NULL;
    bool is_told = cJSON_IsBool(find(root, "right"));
    *place = small(root, "place", 0, ASK_PLACES, 0);
    *is_right = is_set(root, "right");
    cJSON_Delete(root);
    return is_told;
}

static bool read_presses(const cJSON *list, int64_t origin_ms, struct arena *arena,
                         struct contest_event *event)
{
    const cJSON *item = NULL;
    struct contest_press *presses = ARENA_ARRAY(arena, CONTEST_PRESSES, struct contest_press);
    cJSON_ArrayForEach(item, list)
    {
        const cJSON *at = item->child ? item->child->next : NULL;
        int team = (int)whole(item->child, 0, TEAMS_MOST - 1, CONTEST_NOBODY);
        if (team < 0 || !cJSON_IsNumber(at) || event->press_count == CONTEST_PRESSES)
            return false;
        int64_t t_ms = whole(at, -MOST_T_MS, MOST_T_MS, 0);
        presses[event->press_count++] = (struct contest_press){team, origin_ms + t_ms};
    }
    event->presses = presses;
    return event->press_count > 0;
}

static bool read_event(const cJSON *root, int64_t origin_ms, struct arena *arena,
                       struct contest_event *event)
{
    int type = place_of(event_names, CONTEST_EVENT_COUNT, find(root, "do"));
    int64_t t_ms = whole(find(root, "t"), 0, INT64_MAX / 4, CONTEST_NOBODY);
    if (type == CONTEST_EVENT_COUNT || t_ms < 0)
        return false;
    *event = (struct contest_event){
        .type = (enum contest_event_type)type,
        .at_ms = origin_ms + t_ms,
        .team = small(root, "team", CONTEST_NOBODY, TEAMS_MOST - 1, 0),
        .round = small(root, "round", 0, INT32_MAX, 0),
        .credit = small(root, "credit", 0, CREDIT_FULL, 0),
        .points = small(root, "points", -CONTEST_AWARD_MOST, CONTEST_AWARD_MOST, 0),
        .place = small(root, "place", 0, ASK_PLACES, 0),
        .hands = small(root, "hands", 0, CONTEST_HANDS_MOST, 0),
        .buzzer = small(root, "buzzer", 0, INT32_MAX, 0),
        .more_ms = whole(find(root, "more_ms"), -MOST_T_MS, MOST_T_MS, 0),
    };
    return type != CONTEST_PRESSED ||
           read_presses(find(root, "presses"), origin_ms, arena, event);
}

bool lesson_event_read(const char *text, int64_t origin_ms, struct arena *arena,
                       struct contest_event *event)
{
    cJSON *root = text ? cJSON_Parse(text) : NULL;
    bool is_good = root && read_event(root, origin_ms, arena, event);
    cJSON_Delete(root);
    return is_good;
}
