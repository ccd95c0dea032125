#include "screens/layout_walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screens/cards.h"
#include "screens/game.h"
#include "screens/layout.h"
#include "screens/layout_past.h"
#include "screens/plan_page.h"
#include "screens/play.h"
#include "screens/results.h"
#include "screens/screen.h"
#include "screens/settings_page.h"
#include "screens/stats.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct size {
    int width, height;
} sizes[] = {{1920, 1080}, {1024, 768}, {640, 360}, {720, 1280}};

static const int percents[] = {100, 130, 200};

enum { NOW_MS = 100000, LATER_MS = NOW_MS + 5000, LIMIT_MS = 40000 };

/// A screen with what its view needs.
struct shown {
    const struct screen *screen;
    const void *self;
    const struct game *game;
};

static void draw_shown(void *context, struct ui *ui)
{
    const struct shown *shown = context;
    shown->screen->view(shown->self, shown->game, ui);
}

/// Shows what the screen is now, at the top of what scrolls and at its end.
static void look_at(struct walk *w, const struct screen *screen, const void *self,
                    const char *name, enum device device)
{
    char what[256];
    for (int end = 0; end < 2; end++) {
        w->state = (struct ui_state){.drag_region = -1, .device = device};
        for (int i = 0; end && i < w->frame.region_count; i++) {
            const struct ui_region *region = &w->frame.regions[i];
            ui_scroll_set(&w->state, region->id, region->page, 1e6F);
        }
        struct ui ui = ui_begin(&w->frame, &w->state, &w->look, LATER_MS);
        screen->view(self, &w->game, &ui);
        snprintf(what, sizeof what, "%s, %s, %dx%d, text %d%s", name,
                 device == DEVICE_TOUCH ? "by touch" : "by keys", w->look.width, w->look.height,
                 w->look.text_percent, end ? ", at the end" : "");
        w->faults += layout_check(&w->frame, &w->look, what);
        if (!w->frame.region_count)
            break;
    }
    struct shown shown = {screen, self, &w->game};
    const struct layout_view layout_view = {draw_shown, &shown, LATER_MS};
    if (w->is_thorough && device == DEVICE_KEYBOARD)
        w->faults += layout_check_reach(&layout_view, &w->look, what);
}

void walk_in_all_sizes(struct walk *w, const struct screen *screen, const void *self,
                       const char *name)
{
    for (size_t s = 0; s < COUNT(sizes); s++) {
        for (size_t p = 0; p < COUNT(percents); p++) {
            w->look.width = sizes[s].width;
            w->look.height = sizes[s].height;
            w->look.text_percent = percents[p];
            look_at(w, screen, self, name, DEVICE_KEYBOARD);
            look_at(w, screen, self, name, DEVICE_TOUCH);
        }
    }
}

/// Opens a screen, drops `path` on it (NULL: nothing), shows it in all sizes, and leaves it.
static void visit_dropped(struct walk *w, enum screen_id id, const char *path, const char *name)
{
    const struct screen *screen = screens[id];
    struct arena arena = {0};
    void *self = arena_alloc(&arena, screen->state_size + 1, _Alignof(max_align_t));
    if (screen->enter)
        screen->enter(self, &w->game, NOW_MS);
    if (path) {
        const struct action drop = {.id = ACTION_DROP, .text = path, .now_ms = NOW_MS};
        screen->update(self, &w->game, &drop);
    }
    walk_in_all_sizes(w, screen, self, name);
    if (screen->leave)
        screen->leave(self, &w->game);
    arena_free(&arena);
}

void walk_visit(struct walk *w, enum screen_id id, const char *name)
{
    visit_dropped(w, id, NULL, name);
}

static void begin(struct walk *w, const struct bank *bank, const struct question *question)
{
    const struct session_rules rules = {
        .question_limit_ms = LIMIT_MS, .has_speed = true, .has_streak = true, .seed = 5};
    const struct picked picked[] = {{bank, question}, {bank, &bank->questions[0]}};
    game_drop_quiz(&w->game);
    session_start(&w->game.session, &w->game.quiz_arena, picked, 2, &rules, NOW_MS);
    w->game.has_quiz = true;
}

static struct answer right_answer(const struct question *q, struct arena *arena)
{
    struct answer answer = {.credit = 1000};
    const char **texts = ARENA_ARRAY(arena, ASK_PLACES, const char *);
    answer.texts = texts;
    answer.text_count = 1;
    switch ((enum kind)q->kind) {
    case KIND_CHOICE:
    case KIND_MULTI:
        answer.picked = (1U << q->choice.right_count) - 1;
        break;
    case KIND_TRUEFALSE:
        answer.picked = q->is_true ? 1 : 2;
        break;
    case KIND_TEXT:
        texts[0] = q->accepted.items[0];
        break;
    case KIND_NUMBER:
        texts[0] = arena_printf(arena, "%g", q->number->min);
        break;
    case KIND_ORDER:
    case KIND_MATCH:
        for (int i = 0; i < ASK_PLACES; i++)
            answer.places[i] = (uint8_t)i;
        break;
    case KIND_CLOZE:
        answer.text_count = q->cloze.gap_count;
        for (int i = 0; i < q->cloze.gap_count; i++)
            texts[i] = q->cloze.gaps[i].accepted.items[0];
        break;
    case KIND_CARD:
    case KIND_COUNT:
        break;
    }
    return answer;
}

/// As wrong as can be, with everything in the wrong place.
static struct answer wrong_answer(const struct question *q, struct arena *arena)
{
    struct answer answer = right_answer(q, arena);
    const char **texts = ARENA_ARRAY(arena, ASK_PLACES, const char *);
    answer.texts = texts;
    answer.credit = 0;
    for (int i = 0; i < answer.text_count; i++)
        texts[i] = q->kind == KIND_NUMBER ? "123456.5" : "Something else altogether";
    switch ((enum kind)q->kind) {
    case KIND_CHOICE:
    case KIND_MULTI:
        answer.picked = 1U << q->choice.right_count;
        break;
    case KIND_TRUEFALSE:
        answer.picked ^= 3;
        break;
    case KIND_ORDER:
        for (int i = 0; i < q->order.count; i++)
            answer.places[i] = (uint8_t)(q->order.count - 1 - i);
        break;
    case KIND_MATCH:
        for (int i = 0; i < q->match.count; i++)
            answer.places[i] = (uint8_t)((i + 1) % q->match.count);
        break;
    case KIND_TEXT:
    case KIND_NUMBER:
    case KIND_CLOZE:
    case KIND_CARD:
    case KIND_COUNT:
        break;
    }
    return answer;
}

static bool apply(struct walk *w, enum event_type type, const struct answer *answer)
{
    const struct event event = {.type = type, .at_ms = NOW_MS + 2000, .answer = answer};
    return session_apply(&w->game.session, &event);
}

void walk_miss(struct walk *w, const struct bank *bank, const struct question *question)
{
    struct arena arena = {0};
    const struct answer wrong = wrong_answer(question, &arena);
    begin(w, bank, question);
    apply(w, EVENT_ANSWER, &wrong);
    arena_free(&arena);
}

static void visit_question(struct walk *w, const struct bank *bank, const struct question *q)
{
    struct arena arena = {0};
    const struct answer right = right_answer(q, &arena), wrong = wrong_answer(q, &arena);
    const char *name = q->id ? q->id : q->text;
    begin(w, bank, q);
    walk_visit(w, SCREEN_PLAY, arena_printf(&arena, "%s, asked", name));
    if (apply(w, EVENT_HINT, NULL))
        walk_visit(w, SCREEN_PLAY, arena_printf(&arena, "%s, with a hint", name));
    if (apply(w, EVENT_ANSWER, &wrong))
        walk_visit(w, SCREEN_PLAY, arena_printf(&arena, "%s, wrong", name));
    begin(w, bank, q);
    if (apply(w, EVENT_ANSWER, &right))
        walk_visit(w, SCREEN_PLAY, arena_printf(&arena, "%s, right", name));
    begin(w, bank, q);
    if (apply(w, EVENT_TIME_UP, NULL))
        walk_visit(w, SCREEN_PLAY, arena_printf(&arena, "%s, timed out", name));
    arena_free(&arena);
}

/// A file that cannot be played, named when the game started, or dropped beside a bank.
static void visit_refused(struct walk *w)
{
    struct arena arena = {0};
    const char *root = getenv("QUARTET_SOURCE");
    const char *path =
        arena_printf(&arena, "%s/tests/replay/banks/not-a-bank.json", root ? root : ".");
    int bank_at = w->game.bank_at;
    if (game_open_path(&w->game, path)) {
        fprintf(stderr, "%s: this can be played\n", path);
        w->faults++;
    }
    walk_visit(w, SCREEN_HOME, "home, with a file refused");
    walk_visit(w, SCREEN_PROBLEMS, "problems");
    visit_dropped(w, SCREEN_PICK, path, "pick, with a file refused");
    visit_dropped(w, SCREEN_OPEN, path, "open, with a file refused");
    w->game.bank_at = -1;
    walk_visit(w, SCREEN_HOME, "home, with what was asked for refused");
    w->game.bank_at = bank_at;
    game_forget_refused(&w->game);
    arena_free(&arena);
}

/// The plan without and with an exam, and what it says of most and of much that can't be done.
static void visit_plans(struct walk *w)
{
    const struct settings before = w->game.settings;
    struct settings *s = &w->game.settings;
    walk_visit(w, SCREEN_PLAN, "plan");
    s->minutes_a_day = 1;
    snprintf(s->exam_bank, sizeof s->exam_bank, "%s", game_bank(&w->game)->id);
    snprintf(s->exam_date, sizeof s->exam_date, "1970-01-04");
    walk_visit(w, SCREEN_PLAN, "plan, with an exam");
    struct plan_page page = {.bank = game_bank(&w->game), .exam_day = 20};
    page.back.today = (struct plan_today){.due = 123456, .share = 1234};
    page.back.grows = true;
    page.back.enough = 999;
    page.exam = (struct plan_exam){
        .days = 20, .unseen = 99999, .minutes = 1234, .enough_day = 365, .known_enough = 1};
    walk_in_all_sizes(w, screens[SCREEN_PLAN], &page, "plan, with far too much");
    *s = before;
}

static void visit_settings(struct walk *w)
{
    static const char *const names[SETTINGS_TABS] = {"settings, look", "settings, text",
                                                     "settings, play", "settings, memory",
                                                     "settings, data, without a store"};
    struct settings_page page = {0};
    screens[SCREEN_SETTINGS]->enter(&page, &w->game, NOW_MS);
    for (int tab = 0; tab < SETTINGS_TABS; tab++) {
        page.tab = (enum settings_tab)tab;
        walk_in_all_sizes(w, screens[SCREEN_SETTINGS], &page, names[tab]);
    }
    edit_set(&page.edits[0], "soon");
    walk_in_all_sizes(w, screens[SCREEN_SETTINGS], &page, "settings, memory, with a fault");
    page.typing = SET_LEARNING_STEPS;
    walk_in_all_sizes(w, screens[SCREEN_SETTINGS], &page, "settings, memory, while typing");
    screens[SCREEN_SETTINGS]->leave(&page, &w->game);
}

/// The results of a quiz that counts for the cards, and of one that was taken out of them.
static void visit_results_of_cards(struct walk *w)
{
    struct results results = {.moved = {.cards = 12, .tomorrow = 4}};
    w->game.quiz_log.game = 1;
    w->game.session.rules.has_memory = true;
    walk_in_all_sizes(w, &screen_results, &results, "results, with cards");
    results.moved.is_out = true;
    walk_in_all_sizes(w, &screen_results, &results, "results, with cards moved back");
    w->game.session.rules.has_memory = false;
    walk_in_all_sizes(w, &screen_results, &results, "results, with cards left alone");
    w->game.quiz_log.game = 0;
}

static void visit_stats(struct walk *w)
{
    static const int64_t noon_ms = 1767268800000;
    const struct bank *bank = game_bank(&w->game);
    const struct fsrs_options options = fsrs_options_default();
    const struct fsrs_params params = fsrs_params_default();
    struct fsrs fsrs;
    struct stats stats = {.banks = &bank, .bank_count = 1};
    fsrs_init(&fsrs, &params, &options);
    stats.source = (struct stats_source){.fsrs = &fsrs, .now = {.at_ms = noon_ms}};
    stats.figures = stats_figures_make(&stats.source, STATS_30_DAYS, &stats.arena);
    walk_in_all_sizes(w, screens[SCREEN_STATS], &stats, "statistics, empty");
    stats.todo = STATS_OPEN;
    walk_in_all_sizes(w, screens[SCREEN_STATS], &stats, "statistics, being counted");
    stats.todo = STATS_DONE;
    make_past(bank, &stats.source, &stats.arena);
    stats.figures = stats_figures_make(&stats.source, STATS_365_DAYS, &stats.arena);
    stats.foreseen_at = STATS_BINS - 1;
    stats.notice = "Saved as /home/somebody/quartet-statistics-2026-01-01.csv";
    stats.has_all_topics = true;
    walk_in_all_sizes(w, screens[SCREEN_STATS], &stats, "statistics");
    w->look.width = 640; // where there are tabs
    w->look.height = 360;
    for (int tab = 0; tab < SECTION_COUNT; tab++) {
        struct arena arena = {0};
        stats.tab = (enum stats_section)tab;
        w->look.text_percent = tab % 2 ? 130 : 100;
        look_at(w, screens[SCREEN_STATS], &stats,
                arena_printf(&arena, "statistics, part %d", tab), DEVICE_KEYBOARD);
        arena_free(&arena);
    }
    arena_free(&stats.arena);
}

/// All screens around a quiz: before one, within, and after.
static void visit_others(struct walk *w)
{
    const struct bank *bank = game_bank(&w->game);
    walk_visit(w, SCREEN_HOME, "home");
    walk_visit(w, SCREEN_PICK, "pick");
    walk_visit(w, SCREEN_OPEN, "open");
    visit_refused(w);
    visit_settings(w);
    walk_data(w);
    walk_lesson(w);
    visit_plans(w);
    walk_edits(w);
    walk_lost(w);
    walk_flags(w, bank);
    visit_stats(w);
    walk_report(w, bank);
    begin(w, bank, &bank->questions[0]);
    const struct play play = {.looking_at = PLAY_NOT_LOOKING};
    w->game.help =
        (struct help_topic){.screen = screens[SCREEN_PLAY], .self = &play, .scrolls = true};
    walk_visit(w, SCREEN_HELP, "help");
    w->game.help.opens_guide = true;
    walk_visit(w, SCREEN_HELP, "how to add questions");
    walk_visit(w, SCREEN_HOME, "home, with a quiz to go on with");
    walk_visit(w, SCREEN_PAUSE, "pause");
    struct arena arena = {0};
    const struct answer wrong = wrong_answer(&bank->questions[0], &arena);
    begin(w, bank, &bank->questions[1]);
    const struct answer other = wrong_answer(&bank->questions[1], &arena);
    apply(w, EVENT_ANSWER, &other);
    apply(w, EVENT_NEXT, NULL);
    apply(w, EVENT_ANSWER, &wrong);
    apply(w, EVENT_NEXT, NULL);
    walk_visit(w, SCREEN_RESULTS, "results");
    visit_results_of_cards(w);
    walk_visit(w, SCREEN_REVIEW, "review");
    walk_visit(w, SCREEN_HOME, "home, after a quiz");
    arena_free(&arena);
}

static void act(struct walk *w, struct cards *cards, int id, int arg)
{
    // Each a second after the last: a key too early is not taken.
    w->game.wall_ms += 1000;
    w->now_ms += 1000;
    const struct action action = {.id = id, .arg = arg, .now_ms = w->now_ms};
    screens[SCREEN_CARDS]->update(cards, &w->game, &action);
}

/// Cards that are answered, of a bank that has all kinds.
static void visit_asked_cards(struct walk *w, struct cards *cards)
{
    enum { FEW = 20 };

    if (game_bank(&w->game)->question_count > FEW)
        return;
    w->game.settings.answer_cards = true;
    act(w, cards, CARDS_CRAM, 0);
    while (cards->up.number >= 0) {
        struct arena arena = {0};
        const char *name = cards->up.question->id;
        walk_in_all_sizes(w, screens[SCREEN_CARDS], cards,
                          arena_printf(&arena, "card %s, asked", name));
        act(w, cards, CARDS_FLIP, 0);
        act(w, cards, CARDS_GRADE, FSRS_EASY);
        arena_free(&arena);
    }
    w->game.settings.answer_cards = false;
}

/// The cards of all kinds, front and back, and the end. Of a large bank there are enough that
/// are much like others.
static void visit_cards(struct walk *w)
{
    const struct screen *screen = screens[SCREEN_CARDS];

    enum { CARDS_SEEN = 16 };

    static const int64_t noon_ms = 1767268800000;
    struct cards cards = {0};
    w->now_ms = NOW_MS - 3600 * 1000;
    w->game.wall_ms = noon_ms;
    game_study(&w->game, DECK_ONLY);
    screen->enter(&cards, &w->game, w->now_ms);
    for (int i = 0; cards.up.number >= 0; i++) {
        struct arena arena = {0};
        const char *name = cards.up.question->id;
        act(w, &cards, ACTION_SHOWN, 0);
        if (i < CARDS_SEEN)
            walk_in_all_sizes(w, screen, &cards, arena_printf(&arena, "card %s, front", name));
        act(w, &cards, CARDS_FLIP, 0);
        if (i < CARDS_SEEN)
            walk_in_all_sizes(w, screen, &cards, arena_printf(&arena, "card %s, back", name));
        act(w, &cards, CARDS_GRADE, FSRS_EASY);
        arena_free(&arena);
    }
    walk_in_all_sizes(w, screen, &cards, "cards, all done");
    visit_asked_cards(w, &cards);
    walk_visit(w, SCREEN_CARDS_MENU, "menu of cards");
    screen->leave(&cards, &w->game);
    game_drop_study(&w->game);
    w->game.wall_ms = 0;
}

/// The tour has a question of each kind; all others take long.
static bool has_time_for_lesson(const struct bank *bank)
{
    return strcmp(bank->id, "tour") == 0 || getenv("QUARTET_LONG");
}

int layout_walk(struct text_measure measure, bool is_thorough)
{
    static const char *const banks[] = {"questions/nato-secretary-general.json",
                                        "questions/tour.json"};
    static const struct paths nowhere = {
        .home_dir = "/", .data_dir = "/", .questions_dir = "/", .settings_file = "/"};
    const char *root = getenv("QUARTET_SOURCE");
    struct arena arena = {0};
    int faults = 0;
    for (size_t b = 0; b < COUNT(banks); b++) {
        struct walk *w = ARENA_ARRAY(&arena, 1, struct walk);
        w->look.measure = measure;
        w->is_thorough = is_thorough;
        w->game = (struct game){.settings = settings_default(),
                                .paths = &nowhere,
                                .bank_at = -1,
                                .rng = rng_seed(3),
                                .now_ms = LATER_MS};
        const char *path = arena_printf(&arena, "%s/%s", root ? root : ".", banks[b]);
        if (game_open_path(&w->game, path)) {
            const struct bank *bank = game_bank(&w->game);
            visit_others(w);
            visit_cards(w);
            for (int i = 0; i < bank->question_count; i++)
                visit_question(w, bank, &bank->questions[i]);
            for (int i = 0; i < bank->question_count && has_time_for_lesson(bank); i++)
                walk_lesson_question(w, bank, &bank->questions[i]);
        } else {
            fprintf(stderr, "%s: no bank that can be played\n", path);
            faults++;
        }
        faults += w->faults;
        arena_free(&w->frame.arena);
        game_free(&w->game);
    }
    arena_free(&arena);
    return faults;
}
