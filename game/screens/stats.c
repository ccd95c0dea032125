// Statistics: how well it goes, what comes back when, and what is hard.
#include "screens/stats.h"

#include <string.h>

#include "base/date.h"
#include "base/fill.h"
#include "base/i18n.h"
#include "formats/stats_csv.h"
#include "screens/screen.h"
#include "store/file.h"
#include "store/stats_load.h"

// So many events are counted within a tenth of a second.
enum { AT_ONCE_EVENTS = 50000 };

bool stats_is_empty(const struct stats *stats)
{
    return stats->figures.all.answers < STATS_FEW;
}

/// The banks of the library that can be played, all of them read.
static int read_all(struct game *game, struct arena *arena, const struct bank ***banks)
{
    int count = 0;
    *banks = ARENA_ARRAY(arena, game->library.count + 1, const struct bank *);
    for (int i = 0; i < game->library.count; i++) {
        library_open_entry(&game->library, i);
        if (game_is_playable(&game->library.entries[i]))
            (*banks)[count++] = game->library.entries[i].file.bank;
    }
    return count;
}

/// Counts everything anew.
static void count(struct stats *stats, struct game *game)
{
    static const struct memory none;
    const struct bank *bank = stats->banks[stats->bank];
    const struct bank **all = &bank;
    int all_count = 1;
    arena_reset(&stats->figures_arena);
    stats->notice = NULL;
    if (!bank)
        all_count = read_all(game, &stats->figures_arena, &all);
    stats->source = stats_load(game->memory ? game->memory : &none, all, all_count, !bank,
                               game_wall(game), &stats->figures_arena);
    stats->figures =
        stats_figures_make(&stats->source, stats->figures.window, &stats->figures_arena);
    stats->due_at = stats->year_at = 0;
    stats->foreseen_at = STATS_BINS - 1;
    while (stats->foreseen_at > 0 &&
           !stats->figures.recall.calibration.bins[stats->foreseen_at].reviews)
        stats->foreseen_at--;
}

static bool has_answers(const struct stats_source *source, const struct bank *bank)
{
    for (int i = 0; i < source->answer_count; i++) {
        if (strcmp(source->answers[i].bank, bank->id) == 0)
            return true;
    }
    return false;
}

/// Finds the banks that can be chosen: the one that is in use, all of them, and each other one
/// with answers. All are read for that, and counted.
static void find_banks(struct stats *stats, struct game *game)
{
    const struct bank **all = NULL, *chosen = game_bank(game);
    int all_count = read_all(game, &stats->arena, &all);
    stats->banks = ARENA_ARRAY(&stats->arena, all_count + 2, const struct bank *);
    stats->bank_count = 0;
    if (chosen)
        stats->banks[stats->bank_count++] = chosen;
    stats->bank = stats->bank_count++; // all, which is NULL
    stats->has_all_banks = true;
    count(stats, game);
    for (int i = 0; i < all_count; i++) {
        if (all[i] != chosen && has_answers(&stats->source, all[i]))
            stats->banks[stats->bank_count++] = all[i];
    }
}

/// Counts the bank in use, or all if that has too little: what was answered elsewhere is more
/// than nothing.
static void open_stats(struct stats *stats, struct game *game)
{
    const struct bank *chosen = game_bank(game);
    if (chosen) {
        stats->banks = ARENA_ARRAY(&stats->arena, 1, const struct bank *);
        stats->banks[0] = chosen;
        stats->bank_count = 1;
        count(stats, game);
    }
    if (!chosen || stats_is_empty(stats))
        find_banks(stats, game);
}

static void work(struct stats *stats, struct game *game)
{
    enum stats_todo todo = stats->todo;
    stats->todo = STATS_DONE;
    switch (todo) {
    case STATS_COUNT:
        count(stats, game);
        break;
    case STATS_FIND_BANKS:
        find_banks(stats, game);
        break;
    case STATS_OPEN:
        open_stats(stats, game);
        break;
    case STATS_DONE:
        break;
    }
}

/// Does it now, or when the screen has been shown once, if that is not quick.
static void work_on(struct stats *stats, struct game *game, enum stats_todo todo)
{
    stats->todo = todo;
    if (!game->memory || game->memory->folded <= AT_ONCE_EVENTS)
        work(stats, game);
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    (void)now_ms;
    struct stats *stats = self;
    stats->figures.window = STATS_30_DAYS;
    if (game->memory)
        memory_catch_up(game->memory);
    work_on(stats, game, STATS_OPEN);
}

static void leave(void *self, struct game *game)
{
    (void)game;
    struct stats *stats = self;
    arena_free(&stats->arena);
    arena_free(&stats->figures_arena);
}

static void next_bank(struct stats *stats, struct game *game)
{
    if (!stats->has_all_banks) {
        work_on(stats, game, STATS_FIND_BANKS);
        return;
    }
    stats->bank = (stats->bank + 1) % stats->bank_count;
    work_on(stats, game, STATS_COUNT);
}

static void choose_window(struct stats *stats, int window)
{
    if (window >= 0 && window < STATS_WINDOWS) {
        stats_figures_set_window(&stats->figures, &stats->source, (enum stats_window)window,
                                 &stats->figures_arena);
    }
}

static int between(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

/// The next bin in direction `by` in which there is a review, or the same.
static int next_bin(const struct stats *stats, int by)
{
    for (int at = stats->foreseen_at + by; at >= 0 && at < STATS_BINS; at += by) {
        if (stats->figures.recall.calibration.bins[at].reviews)
            return at;
    }
    return stats->foreseen_at;
}

/// The last day with an answer in the month that is `months` before this one, else its first
/// day; counted back from today.
static int day_of_month(const struct stats *stats, int months)
{
    int64_t today = stats->figures.day.last;
    struct date month = date_of(today);
    month.day = 1;
    for (int i = 0; i < months; i++) {
        if (--month.month == 0) {
            month.month = 12;
            month.year--;
        }
    }
    int64_t first = date_number(month);
    int64_t last = first + date_month_days(month.year, month.month) - 1;
    for (int64_t day = last < today ? last : today; day >= first; day--) {
        int ago = (int)(today - day);
        if (ago < STATS_YEAR && stats->figures.year[STATS_YEAR - 1 - ago].answers)
            return ago;
    }
    return between((int)(today - first), 0, STATS_YEAR - 1);
}

static struct step practise(const struct stats *stats, struct game *game, int64_t now_ms)
{
    struct picked picked[STATS_HARDEST];
    const struct stats_figures *figures = &stats->figures;
    for (int i = 0; i < figures->hardest_count; i++) {
        const struct stats_question *question =
            &stats->source.questions[figures->hardest[i].question];
        picked[i] = (struct picked){.bank = question->bank, .question = question->question};
    }
    if (!figures->hardest_count || !game_bank(game))
        return (struct step){0};
    game_plan_quiz(game, NULL, 0);
    game_plan_only(game, picked, figures->hardest_count);
    if (!game_start_quiz(game, now_ms))
        return (struct step){.redraw = true};
    return (struct step){.kind = STEP_ANEW, .to = SCREEN_PLAY};
}

static void export_table(struct stats *stats, const struct game *game)
{
    struct arena *arena = &stats->figures_arena;
    struct diags diags = {.arena = arena};
    struct buf table = {0};
    char date[DATE_ROOM];
    date_write(date_of(stats->figures.day.last), date);
    const char *path =
        arena_printf(arena, "%s/quartet-statistics-%s.csv", game->paths->home_dir, date);
    stats_csv_write(&stats->figures, &stats->source, &table);
    if (file_write(path, table.data, table.len, &diags)) {
        stats->notice = fill_text(arena, _("Saved as {1}"), path, NULL);
    } else {
        stats->notice = fill_text(arena, _("{1} could not be saved: {2}"), path,
                                  diags.items[0].message, NULL);
    }
    buf_free(&table);
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct stats *stats = self;
    int by = action->adjust;
    if (action->id == ACTION_BACK)
        return (struct step){.kind = STEP_BACK};
    if (stats->todo != STATS_DONE) {
        if (action->id == ACTION_TICK)
            work(stats, game);
        return (struct step){.redraw = true};
    }
    switch (action->id) {
    case STATS_QUIZ:
        return (struct step){.kind = STEP_GO, .to = SCREEN_PICK};
    case STATS_PRACTISE:
        return practise(stats, game, action->now_ms);
    case STATS_BANK:
        next_bank(stats, game);
        break;
    case STATS_WINDOW:
        choose_window(stats, action->arg);
        break;
    case STATS_NEXT_WINDOW:
        choose_window(stats, ((int)stats->figures.window + 1) % STATS_WINDOWS);
        break;
    case STATS_TAB:
        stats->tab = (enum stats_section)between(action->arg, 0, SECTION_COUNT - 1);
        break;
    case STATS_ALL_TOPICS:
        stats->has_all_topics = !stats->has_all_topics;
        break;
    case STATS_DUE:
        stats->due_at = between(stats->due_at + by, 0, STATS_DUE_DAYS - 1);
        break;
    case STATS_DUE_BAR:
        stats->due_at = between(action->arg, 0, STATS_DUE_DAYS - 1);
        break;
    case STATS_YEAR_DAY:
        stats->year_at = between(stats->year_at - by, 0, STATS_YEAR - 1);
        break;
    case STATS_YEAR_MONTH:
        stats->year_at = day_of_month(stats, action->arg);
        break;
    case STATS_FORESEEN:
        if (by)
            stats->foreseen_at = next_bin(stats, by);
        break;
    case STATS_FORESEEN_BAR:
        stats->foreseen_at = between(action->arg, 0, STATS_BINS - 1);
        break;
    case STATS_EXPORT:
        export_table(stats, game);
        break;
    default:
        break;
    }
    return (struct step){.redraw = true};
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    stats_view(self, game, ui);
}

static int64_t wake_ms(const void *self, const struct game *game)
{
    const struct stats *stats = self;
    return stats->todo == STATS_DONE ? INT64_MAX : game->now_ms;
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    (void)ui;
    const struct stats *stats = self;
    switch (row->id) {
    case STATS_BANK:
        return !stats->has_all_banks || stats->bank_count > 1;
    case STATS_NEXT_WINDOW:
    case STATS_EXPORT:
        return !stats_is_empty(stats);
    case STATS_PRACTISE:
        return stats->figures.hardest_count && game_bank(game);
    default:
        return true;
    }
}

static const struct shortcut shortcuts[] = {
    {'b', 0, PAD_NORTH, STATS_BANK, 0, "B", N_("The next bank")},
    {'w', 0, PAD_WEST, STATS_NEXT_WINDOW, 0, "W", N_("7 days, 30 days or a year")},
    {'p', 0, PAD_NONE, STATS_PRACTISE, 0, "P", N_("Practise the hardest questions")},
    {'x', 0, PAD_NONE, STATS_EXPORT, 0, "X", N_("Export a table")},
    {0},
};

const struct screen screen_stats = {
    .name = "statistics",
    .state_size = sizeof(struct stats),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
    .wake_ms = wake_ms,
    .works = works,
};
