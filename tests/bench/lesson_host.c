#include "lesson_host.h"

#include <stdio.h>
#include <string.h>

#include "screens/lesson.h"
#include "screens/teams_page.h"
#include "ui/control.h"

enum { SAVE_MS = 4 * 60 * 1000, KEY_MS = 500, QUESTIONS = 20, ROUNDS = 3 };

static const int buzzers[HOST_TEAMS] = {'q', 'z', 'm', 'o'};

const char *host_deed_name(enum host_deed deed)
{
    static const char *const names[HOST_DEEDS] = {
        "undone", "done again", "points",    "pauses",  "dark screens",
        "scores", "peeks",      "overruled", "reports", "banks saved",
    };

    return names[deed];
}

enum contest_mode host_mode(const struct host *host)
{
    return (enum contest_mode)((host->lessons + CONTEST_MODE_COUNT - 1) % CONTEST_MODE_COUNT);
}

static bool happens(struct host *host, int percent)
{
    return rng_below(&host->rng, 100) < (uint64_t)percent;
}

static int one_of(struct host *host, int count)
{
    return (int)rng_below(&host->rng, (uint64_t)count);
}

static void key(struct host *host, SDL_Keycode key)
{
    hands_key(&host->hands, KEY_MS, key, KMOD_NONE);
}

static void wait_at_most(struct host *host, int64_t now_ms, int64_t ms)
{
    host->hands.next_ms = now_ms + ms / 2 + (int64_t)rng_below(&host->rng, (uint64_t)ms / 2);
}

/// Clicks what sends the action `id` with `arg`, and scrolls until it is to be seen.
static void click(struct host *host, const struct stage *stage, int id, int arg)
{
    const struct ui_frame *frame = stage_frame(stage);
    for (int i = frame->covered; i < frame->area_count; i++) {
        const struct ui_area *area = &frame->areas[i];
        if (area->id.id != id || area->id.arg != arg)
            continue;
        struct point at = rect_centre(area->rect);
        const struct rect *seen = area->region >= 0 ? &frame->regions[area->region].rect : NULL;
        if (!seen || (at.y > seen->y && at.y < seen->y + seen->h)) {
            hands_click(&host->hands, at);
        } else {
            hands_wheel(&host->hands, rect_centre(*seen), at.y > seen->y ? 2 : -2);
        }
        return;
    }
}

/// The file of the bank reads otherwise from now on.
static void save_bank(struct host *host)
{
    char name[1024], other[1024];
    int variant = host->deeds[HOST_SAVED_BANK]++ % 2;
    snprintf(name, sizeof name, "%s.%d", host->banks[host->bank], variant);
    snprintf(other, sizeof other, "%s.new", host->banks[host->bank]);
    FILE *from = fopen(name, "rb"), *to = fopen(other, "wb");
    char piece[4096];
    for (size_t len; from && to && (len = fread(piece, 1, sizeof piece, from)) > 0;)
        fwrite(piece, 1, len, to);
    if (from)
        fclose(from);
    if (to && fclose(to) == 0)
        rename(other, host->banks[host->bank]);
}

// --- before a lesson

static void go_on_at_home(struct host *host)
{
    int wanted = host->lessons % HOST_BANKS;
    host->pages = 0;
    if (host->bank == wanted) {
        key(host, '4');
    } else {
        host->bank = wanted;
        hands_drop(&host->hands, host->banks[wanted]);
    }
}

static bool make_teams(struct host *host, const struct stage *stage,
                       const struct teams_page *page)
{
    if (page->count < HOST_TEAMS) {
        click(host, stage, TEAMS_ADD, 0);
        return true;
    }
    for (int team = 0; team < HOST_TEAMS; team++) {
        if (page->teams[team].buzzer)
            continue;
        if (page->capture == team) {
            key(host, buzzers[team]);
        } else {
            click(host, stage, TEAMS_BUZZER, team);
        }
        return true;
    }
    if (teams_page_left_over(page) > 0)
        click(host, stage, TEAMS_DEAL, TEAMS_RANDOM);
    return teams_page_left_over(page) > 0;
}

/// Half the lessons have a clock.
static bool make_wish(struct host *host, const struct stage *stage,
                      const struct teams_page *page)
{
    const struct lesson_wish *wish = &page->wish;
    int limit_s = host->lessons % 2 ? 30 : 0;
    if (wish->mode != host->lessons % CONTEST_MODE_COUNT) {
        click(host, stage, TEAMS_MODE, host->lessons % CONTEST_MODE_COUNT);
    } else if (wish->rounds < ROUNDS) {
        click(host, stage, TEAMS_ROUNDS, STEPPER_UP);
    } else if (wish->questions < QUESTIONS) {
        click(host, stage, TEAMS_QUESTIONS, STEPPER_UP);
    } else if (wish->limit_s != limit_s) {
        click(host, stage, TEAMS_LIMIT, wish->limit_s < limit_s ? STEPPER_UP : STEPPER_DOWN);
    } else if (limit_s && !wish->has_speed) {
        click(host, stage, TEAMS_ACCURACY, 0);
    } else {
        return false;
    }
    return true;
}

static void go_on_at_teams(struct host *host, const struct stage *stage)
{
    const struct teams_page *page = stage->layers[stage->depth - 1].self;
    if (page->tab == TEAMS_TAB_TEAMS && make_teams(host, stage, page))
        return;
    if (page->tab != TEAMS_TAB_LESSON) {
        click(host, stage, TEAMS_TAB, TEAMS_TAB_LESSON);
    } else if (!make_wish(host, stage, page)) {
        click(host, stage, TEAMS_START, 0);
        host->lessons++;
    }
}

// --- in a lesson

/// Twice the same key, with what it shows in between.
static void twice(struct host *host, SDL_Keycode pressed)
{
    key(host, pressed);
    key(host, pressed);
}

static void do_something_else(struct host *host, const struct contest *c)
{
    enum host_deed deed = (enum host_deed)one_of(host, HOST_OVERRULED + 1);
    bool has_teams = c->rules.team_count > 0, is_shown = c->phase == CONTEST_SHOWING;
    if ((deed == HOST_GAVE_POINTS && (!has_teams || !is_shown)) ||
        (deed == HOST_OVERRULED && !is_shown))
        return;
    host->deeds[deed]++;
    switch (deed) {
    case HOST_UNDID:
        key(host, 'u');
        break;
    case HOST_REDID:
        key(host, 'u');
        hands_key(&host->hands, KEY_MS, 'y', KMOD_LCTRL);
        break;
    case HOST_GAVE_POINTS:
        key(host, '1' + one_of(host, HOST_TEAMS));
        key(host, happens(host, 50) ? '+' : '-');
        break;
    case HOST_PAUSED:
        twice(host, SDLK_ESCAPE);
        break;
    case HOST_DARKENED:
        twice(host, '.');
        break;
    case HOST_SAW_SCORES:
        twice(host, 'r');
        break;
    case HOST_PEEKED:
        key(host, 'p');
        break;
    case HOST_OVERRULED:
        key(host, 'x');
        break;
    case HOST_SAW_REPORT:
    case HOST_SAVED_BANK:
    case HOST_DEEDS:
        break;
    }
}

static void judge(struct host *host, const struct contest *c)
{
    bool is_choice = contest_round(c)->ask.question->kind == KIND_CHOICE;
    if (is_choice && happens(host, 30)) {
        key(host, '1' + one_of(host, 4));
        key(host, SDLK_RETURN);
    } else if (contest_round(c)->mode == CONTEST_PUPILS && happens(host, 10)) {
        key(host, 'l');
    } else {
        key(host, happens(host, 60) ? 'y' : happens(host, 80) ? 'n' : 's');
    }
}

static void wait_for_buzzers(struct host *host)
{
    int first = one_of(host, HOST_TEAMS), count = happens(host, 30) ? 2 : 1;
    for (int i = 0; i < count; i++)
        hands_key(&host->hands, 0, buzzers[(first + i) % HOST_TEAMS], KMOD_NONE);
}

static void choose_cell(struct host *host, const struct stage *stage, const struct contest *c)
{
    int cells = c->rules.board_columns * c->rules.board_rows, from = one_of(host, cells);
    for (int i = 0; i < cells; i++) {
        int round = (from + i) % cells;
        if (contest_is_free(c, round)) {
            click(host, stage, LESSON_CELL, round);
            return;
        }
    }
}

static void mark_all(struct host *host, const struct contest *c)
{
    if (contest_round(c)->mode == CONTEST_HANDS) {
        key(host, '0' + one_of(host, 10));
        key(host, SDLK_PAGEDOWN);
        return;
    }
    for (int team = 0; team < HOST_TEAMS; team++) {
        if (happens(host, 50))
            key(host, '1' + team);
    }
    key(host, SDLK_PAGEDOWN);
}

static void end_lesson(struct host *host)
{
    if (host->pages) {
        key(host, SDLK_PAGEDOWN);
        return;
    }
    host->deeds[HOST_SAW_REPORT]++;
    key(host, 'e');
}

static void lead(struct host *host, const struct stage *stage, const struct contest *c)
{
    switch (c->phase) {
    case CONTEST_CHOOSING:
        choose_cell(host, stage, c);
        break;
    case CONTEST_WAGERING:
        click(host, stage, LESSON_WAGER, (c->team >= 0 ? c->team : 0) + STEPPER_UP);
        key(host, SDLK_PAGEDOWN);
        break;
    case CONTEST_OPEN:
        if (lesson_is_asking(c)) {
            judge(host, c);
        } else if (lesson_is_buzzing(c) && happens(host, 90)) {
            wait_for_buzzers(host);
        } else {
            key(host, SDLK_PAGEDOWN);
        }
        break;
    case CONTEST_ANSWERING:
        judge(host, c);
        break;
    case CONTEST_MARKING:
        mark_all(host, c);
        break;
    case CONTEST_DONE:
        end_lesson(host);
        break;
    case CONTEST_READING:
    case CONTEST_SHOWING:
    case CONTEST_STANDING:
        key(host, SDLK_PAGEDOWN);
        break;
    }
}

static void go_on_in_lesson(struct host *host, const struct stage *stage, int64_t now_ms)
{
    const struct contest *c = &stage->game->run.contest;
    if (now_ms - host->saved_ms > SAVE_MS) {
        host->saved_ms = now_ms;
        save_bank(host);
    } else if (c->phase != CONTEST_DONE && happens(host, 15)) {
        do_something_else(host, c);
    } else {
        lead(host, stage, c);
    }
}

static void go_on_at_report(struct host *host)
{
    static const SDL_Keycode keys[] = {'v', 'v', 'a', 'e'};

    enum { PAGES = sizeof keys / sizeof *keys };

    key(host, host->pages < PAGES ? keys[host->pages] : SDLK_ESCAPE);
    host->pages++;
}

void host_go_on(struct host *host, const struct stage *stage, int64_t now_ms)
{
    const struct screen *screen = stage_screen(stage);
    wait_at_most(host, now_ms, 3000);
    if (screen == screens[SCREEN_HOME]) {
        go_on_at_home(host);
    } else if (screen == screens[SCREEN_TEAMS]) {
        go_on_at_teams(host, stage);
    } else if (screen == screens[SCREEN_LESSON]) {
        go_on_in_lesson(host, stage, now_ms);
    } else if (screen == screens[SCREEN_REPORT]) {
        go_on_at_report(host);
    } else {
        key(host, SDLK_ESCAPE);
    }
}
