#include "store/classes.h"

#include <string.h>

#include <cjson/cJSON.h>
#include <sqlite3.h>

#include "base/text.h"
#include "core/teams.h"
#include "formats/pupil_list.h"
#include "store/zone.h"

enum { TIME_ONCE = 100, TIME_HALF_MORE = 150, TIME_TWICE = 200 };

int classes_names(const struct journal *journal, struct arena *arena, const char *const **names)
{
    // The first condition is that of the index.
    sqlite3_stmt *statement = db_prepare(
        &journal->db,
        "SELECT name, count(*) OVER () FROM learner WHERE id IN (SELECT learner FROM event "
        "WHERE type IN (21, 22) AND type = ?1) ORDER BY name COLLATE NOCASE");
    const char **list = NULL;
    int count = 0;
    *names = NULL;
    if (!statement)
        return 0;
    sqlite3_bind_int(statement, 1, JOURNAL_CLASS);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(statement, 0);
        if (!list)
            list = ARENA_ARRAY(arena, sqlite3_column_int(statement, 1), const char *);
        list[count++] = arena_text(arena, name, strlen(name));
    }
    *names = list;
    return sqlite3_finalize(statement) == SQLITE_OK ? count : 0;
}

/// The last event of a type of a learner: what it holds, {} if that is nothing that can be
/// read; NULL if there is no event. When it happened goes to `at_ms`, unless that is NULL. Free
/// it with cJSON_Delete().
static cJSON *read_last(const struct journal *journal, const char *learner, int type,
                        int64_t *at_ms)
{
    cJSON *root = NULL;
    sqlite3_stmt *statement = db_prepare(
        &journal->db, "SELECT data, at_ms FROM event WHERE type IN (21, 22) AND type = ?1 AND "
                      "learner = (SELECT id FROM learner WHERE name = ?2) "
                      "ORDER BY id DESC LIMIT 1");
    if (!statement)
        return NULL;
    sqlite3_bind_int(statement, 1, type);
    sqlite3_bind_text(statement, 2, learner, -1, SQLITE_STATIC);
    if (sqlite3_step(statement) == SQLITE_ROW) {
        const char *data = (const char *)sqlite3_column_text(statement, 0);
        root = data ? cJSON_Parse(data) : NULL;
        root = root ? root : cJSON_CreateObject();
        if (at_ms)
            *at_ms = sqlite3_column_int64(statement, 1);
    }
    sqlite3_finalize(statement);
    return root;
}

static const cJSON *member(const cJSON *root, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(root, key);
}

bool classes_has(const struct journal *journal, const char *learner)
{
    cJSON *root = read_last(journal, learner, JOURNAL_CLASS, NULL);
    cJSON_Delete(root);
    return root != NULL;
}

bool classes_may_be(const struct journal *journal, const char *name)
{
    sqlite3_stmt *statement = db_prepare(&journal->db, "SELECT 1 FROM learner WHERE name = ?1");
    if (!statement)
        return false;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    bool is_free = sqlite3_step(statement) == SQLITE_DONE;
    sqlite3_finalize(statement);
    return is_free || classes_has(journal, name);
}

/// The name in `item`, in `arena`; NULL if it can't be one.
static const char *read_name(const cJSON *item, size_t room, struct arena *arena)
{
    const char *name = cJSON_GetStringValue(item);
    size_t len = name ? strlen(name) : 0;
    return len && len < room && text_is_utf8(name, len, NULL) ? arena_text(arena, name, len)
                                                              : NULL;
}

/// The place of the pupil of this name; -1 if there is none.
static int find_pupil(const struct class_list *list, const char *name)
{
    for (int i = 0; list && name && i < list->count; i++) {
        if (strcmp(list->pupils[i].name, name) == 0)
            return i;
    }
    return -1;
}

bool classes_read(const struct journal *journal, const char *name, int64_t now_ms,
                  struct arena *arena, struct class_list *list)
{
    int64_t said_ms = 0;
    cJSON *root = read_last(journal, name, JOURNAL_CLASS, &said_ms);
    *list = (struct class_list){.pupils = ARENA_ARRAY(arena, PUPILS_MOST, struct class_pupil)};
    if (!root)
        return false;
    bool is_today = zone_day(said_ms) == zone_day(now_ms);
    const cJSON *item = NULL;
    cJSON_ArrayForEach(item, member(root, "pupils"))
    {
        const char *pupil = read_name(member(item, "name"), PUPIL_NAME_BYTES, arena);
        if (pupil && list->count < PUPILS_MOST && find_pupil(list, pupil) < 0) {
            bool is_absent = is_today && cJSON_IsTrue(member(item, "absent"));
            list->pupils[list->count++] = (struct class_pupil){pupil, is_absent};
        }
    }
    cJSON_Delete(root);
    return true;
}

static bool insert(const struct db *db, const char *learner, int type, const char *data,
                   int64_t at_ms)
{
    static const char *const steps[] = {
        "INSERT OR IGNORE INTO learner(name) VALUES (?1)",
        "INSERT INTO event(learner, type, data, at_ms) "
        "SELECT id, ?2, ?3, ?4 FROM learner WHERE name = ?1",
    };
    bool is_good = true;
    for (size_t i = 0; is_good && i < sizeof steps / sizeof *steps; i++) {
        sqlite3_stmt *statement = db_prepare(db, steps[i]);
        sqlite3_bind_text(statement, 1, learner, -1, SQLITE_STATIC);
        if (sqlite3_bind_parameter_count(statement) > 1) {
            sqlite3_bind_int(statement, 2, type);
            sqlite3_bind_text(statement, 3, data, -1, SQLITE_STATIC);
            sqlite3_bind_int64(statement, 4, at_ms);
        }
        is_good = sqlite3_step(statement) == SQLITE_DONE;
        sqlite3_finalize(statement);
    }
    return is_good;
}

/// Adds an event of `learner`, who need not be the one whose journal it is: so not through the
/// journal, which would keep what it can't write now for its own learner. `root` is gone.
static bool append(const struct journal *journal, const char *learner, int type, cJSON *root,
                   int64_t at_ms)
{
    const struct db *db = &journal->db;
    char *data = cJSON_PrintUnformatted(root);
    cJSON_Delete(root);
    bool is_good = data && db->state == DB_OPEN && db_run(db, "BEGIN IMMEDIATE");
    if (is_good) {
        is_good = insert(db, learner, type, data, at_ms) && db_run(db, "COMMIT");
        if (!is_good)
            db_run(db, "ROLLBACK");
    }
    cJSON_free(data);
    return is_good;
}

bool classes_write(const struct journal *journal, const char *name,
                   const struct class_list *list, int64_t at_ms)
{
    cJSON *root = cJSON_CreateObject(), *pupils = cJSON_AddArrayToObject(root, "pupils");
    for (int i = 0; i < list->count; i++) {
        cJSON *pupil = cJSON_CreateObject();
        cJSON_AddStringToObject(pupil, "name", list->pupils[i].name);
        if (list->pupils[i].is_absent)
            cJSON_AddTrueToObject(pupil, "absent");
        cJSON_AddItemToArray(pupils, pupil);
    }
    return append(journal, name, JOURNAL_CLASS, root, at_ms);
}

/// A whole number, 0 if it is none.
static int number_of(const cJSON *root, const char *key)
{
    const cJSON *item = member(root, key);
    double number = cJSON_IsNumber(item) ? item->valuedouble : 0;
    return number >= INT32_MIN && number <= INT32_MAX ? (int)number : 0;
}

static struct lesson_wish read_wish(const cJSON *root)
{
    if (!cJSON_IsObject(root))
        return lesson_wish_usual();
    return lesson_wish_fit((struct lesson_wish){
        .mode = number_of(root, "mode"),
        .questions = number_of(root, "questions"),
        .rounds = number_of(root, "rounds"),
        .limit_s = number_of(root, "limit_s"),
        .text_percent = number_of(root, "text_percent"),
        .is_calm = cJSON_IsTrue(member(root, "calm")),
        .has_speed = cJSON_IsTrue(member(root, "speed")),
        .is_buzzed = cJSON_IsTrue(member(root, "buzzed")),
        .hides_names = cJSON_IsTrue(member(root, "hide_names")),
        .top_three = cJSON_IsTrue(member(root, "top_three")),
        .is_due_first = cJSON_IsTrue(member(root, "due_first")),
    });
}

static void write_wish(cJSON *root, const struct lesson_wish *wish)
{
    cJSON *lesson = cJSON_AddObjectToObject(root, "lesson");
    cJSON_AddNumberToObject(lesson, "mode", wish->mode);
    cJSON_AddNumberToObject(lesson, "questions", wish->questions);
    cJSON_AddNumberToObject(lesson, "rounds", wish->rounds);
    cJSON_AddNumberToObject(lesson, "limit_s", wish->limit_s);
    cJSON_AddNumberToObject(lesson, "text_percent", wish->text_percent);
    cJSON_AddBoolToObject(lesson, "calm", wish->is_calm);
    cJSON_AddBoolToObject(lesson, "speed", wish->has_speed);
    cJSON_AddBoolToObject(lesson, "buzzed", wish->is_buzzed);
    cJSON_AddBoolToObject(lesson, "hide_names", wish->hides_names);
    cJSON_AddBoolToObject(lesson, "top_three", wish->top_three);
    cJSON_AddBoolToObject(lesson, "due_first", wish->is_due_first);
}

static void read_topics(const cJSON *root, struct arena *arena, struct class_topics *topics)
{
    const cJSON *list = member(root, "names"), *item = NULL;
    const char **names = ARENA_ARRAY(arena, cJSON_GetArraySize(list) + 1, const char *);
    topics->bank = read_name(member(root, "bank"), SIZE_MAX, arena);
    topics->names = names;
    cJSON_ArrayForEach(item, list)
    {
        const char *name = read_name(item, SIZE_MAX, arena);
        if (name && topics->bank)
            names[topics->count++] = name;
    }
}

static void write_topics(cJSON *root, const struct class_topics *topics)
{
    if (!topics->count)
        return;
    cJSON *object = cJSON_AddObjectToObject(root, "topics");
    cJSON_AddStringToObject(object, "bank", topics->bank);
    cJSON *names = cJSON_AddArrayToObject(object, "names");
    for (int i = 0; i < topics->count; i++)
        cJSON_AddItemToArray(names, cJSON_CreateString(topics->names[i]));
}

static int read_time(const cJSON *root)
{
    int percent = number_of(root, "time_percent");
    return percent == TIME_HALF_MORE || percent == TIME_TWICE ? percent : TIME_ONCE;
}

static void read_members(const cJSON *root, const struct class_list *list, struct arena *arena,
                         struct team *team)
{
    int *places = ARENA_ARRAY(arena, (list ? list->count : 0) + 1, int);
    const cJSON *item = NULL;
    cJSON_ArrayForEach(item, member(root, "pupils"))
    {
        int place = find_pupil(list, cJSON_GetStringValue(item));
        bool is_in = false;
        for (int i = 0; i < team->pupil_count; i++)
            is_in = is_in || places[i] == place;
        if (place >= 0 && !is_in)
            places[team->pupil_count++] = place;
    }
    team->pupils = places;
}

/// Adds a team, if it can be one. A mark or a buzzer that another one has is not taken.
static void read_team(const cJSON *item, const struct class_list *list, struct arena *arena,
                      struct class_teams *teams)
{
    struct team team = {
        .name = read_name(member(item, "name"), TEAM_NAME_BYTES, arena),
        .mark = number_of(item, "mark"),
        .buzzer = number_of(item, "buzzer"),
        .time_percent = read_time(item),
    };
    if (teams->count == TEAMS_MOST || !team.name)
        return;
    bool is_taken = team.mark < 0 || team.mark >= TEAMS_MOST;
    for (int i = 0; i < teams->count; i++) {
        is_taken = is_taken || teams->teams[i].mark == team.mark;
        team.buzzer = teams->teams[i].buzzer == team.buzzer ? 0 : team.buzzer;
    }
    team.mark = is_taken ? teams_free_mark(teams->teams, teams->count) : team.mark;
    team.buzzer = team.buzzer < 0 ? 0 : team.buzzer;
    read_members(item, list, arena, &team);
    teams->teams[teams->count++] = team;
}

bool classes_read_teams(const struct journal *journal, const char *learner,
                        const struct class_list *list, struct arena *arena,
                        struct class_teams *teams)
{
    cJSON *root = read_last(journal, learner, JOURNAL_TEAMS, NULL);
    *teams = (struct class_teams){.wish = read_wish(member(root, "lesson"))};
    const cJSON *item = NULL;
    cJSON_ArrayForEach(item, member(root, "teams"))
    {
        read_team(item, list, arena, teams);
    }
    read_topics(member(root, "topics"), arena, &teams->topics);
    cJSON_Delete(root);
    return root != NULL;
}

const char *classes_last(const struct journal *journal, struct arena *arena)
{
    const char *name = NULL;
    sqlite3_stmt *statement = db_prepare(
        &journal->db, "SELECT name FROM event JOIN learner ON learner.id = event.learner "
                      "WHERE type IN (21, 22) AND type = ?1 ORDER BY event.id DESC LIMIT 1");
    if (!statement)
        return NULL;
    sqlite3_bind_int(statement, 1, JOURNAL_TEAMS);
    if (sqlite3_step(statement) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(statement, 0);
        name = arena_text(arena, text, strlen(text));
    }
    sqlite3_finalize(statement);
    return name;
}

static cJSON *write_team(const struct team *team, const struct class_list *list)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "name", team->name);
    cJSON_AddNumberToObject(root, "mark", team->mark);
    cJSON_AddNumberToObject(root, "buzzer", team->buzzer);
    cJSON_AddNumberToObject(root, "time_percent", team->time_percent);
    cJSON *pupils = cJSON_AddArrayToObject(root, "pupils");
    for (int i = 0; list && i < team->pupil_count; i++) {
        int place = team->pupils[i];
        if (place >= 0 && place < list->count)
            cJSON_AddItemToArray(pupils, cJSON_CreateString(list->pupils[place].name));
    }
    return root;
}

/// Whether the teams in `root` are what was written last, of this learner.
static bool is_written(const struct journal *journal, const char *learner, const cJSON *root)
{
    struct arena scratch = {0};
    const char *last = classes_last(journal, &scratch);
    bool is_own = last && strcmp(last, learner) == 0;
    cJSON *written = is_own ? read_last(journal, learner, JOURNAL_TEAMS, NULL) : NULL;
    bool is_same = written && cJSON_Compare(written, root, true);
    cJSON_Delete(written);
    arena_free(&scratch);
    return is_same;
}

bool classes_write_teams(const struct journal *journal, const char *learner,
                         const struct class_list *list, const struct class_teams *teams,
                         int64_t at_ms)
{
    cJSON *root = cJSON_CreateObject(), *items = cJSON_AddArrayToObject(root, "teams");
    for (int i = 0; i < teams->count; i++)
        cJSON_AddItemToArray(items, write_team(&teams->teams[i], list));
    write_wish(root, &teams->wish);
    write_topics(root, &teams->topics);
    if (is_written(journal, learner, root)) {
        cJSON_Delete(root);
        return true;
    }
    return append(journal, learner, JOURNAL_TEAMS, root, at_ms);
}
