// Picks the bank, its topics, and how the quiz goes.
#include "screens/pick.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "screens/drop.h"
#include "screens/options.h"
#include "screens/play.h"
#include "screens/screen.h"
#include "store/file.h"
#include "ui/control.h"

enum { FIND_FOLD = FOLD_CASE | FOLD_ACCENTS | FOLD_PUNCTUATION };

const struct library_entry *pick_entry(const struct pick *pick, const struct game *game)
{
    if (pick->at < 0 || pick->at >= game->library.count)
        return NULL;
    return &game->library.entries[pick->at];
}

const struct bank *pick_bank(const struct pick *pick, const struct game *game)
{
    const struct library_entry *entry = pick_entry(pick, game);
    return entry && game_is_playable(entry) ? entry->file.bank : NULL;
}

const char *pick_bank_title(const struct library_entry *entry)
{
    return entry->file.bank ? entry->file.bank->title : file_name(entry->path);
}

bool pick_finds(const struct pick *pick, const char *shown, struct arena *scratch)
{
    if (!pick->needle[0])
        return true;
    return strstr(text_fold(scratch, shown, FIND_FOLD, NULL), pick->needle) != NULL;
}

int pick_asked(const struct pick *pick, const struct game *game)
{
    int count = game->settings.count;
    return count && count < pick->fitting ? count : pick->fitting;
}

static int chosen_topics(const struct pick *pick, struct arena *arena, const char ***names)
{
    int count = 0;
    *names = ARENA_ARRAY(arena, pick->topic_count, const char *);
    for (int i = 0; i < pick->topic_count; i++) {
        if (pick->topics[i].is_on)
            (*names)[count++] = pick->topics[i].name;
    }
    return count;
}

const char *pick_refusal(const struct pick *pick, const struct game *game)
{
    if (!pick_bank(pick, game))
        return pick->at < 0 ? _("Open a bank first") : _("This bank cannot be played");
    for (int i = 0; i < pick->topic_count; i++) {
        if (pick->topics[i].is_on)
            return pick->fitting ? NULL : _("No question fits");
    }
    return _("Choose at least one topic");
}

/// Counts anew after topics or the difficulty changed.
static void count_fitting(struct pick *pick, const struct game *game)
{
    const struct bank *bank = pick_bank(pick, game);
    pick->fitting = 0;
    if (!bank)
        return;
    struct arena scratch = {0};
    const char **names = NULL;
    int count = chosen_topics(pick, &scratch, &names);
    const struct pick_rules rules = {
        .topics = names, .topic_count = count, .difficulty = game->settings.difficulty};
    // No topic at all would mean every one of them.
    if (count)
        pick->fitting = pick_count(&bank, 1, &rules);
    arena_free(&scratch);
}

/// How many questions of the difficulty each topic has.
static void count_topics(struct pick *pick, const struct game *game)
{
    const struct bank *bank = pick_bank(pick, game);
    int difficulty = game->settings.difficulty;
    for (int i = 0; i < pick->topic_count; i++)
        pick->topics[i].count = 0;
    for (int i = 0; bank && i < bank->question_count; i++) {
        const struct question *q = &bank->questions[i];
        if (difficulty != PICK_ANY_DIFFICULTY && q->difficulty != difficulty)
            continue;
        for (int t = 0; t < q->topic_count; t++)
            pick->topics[q->topics[t]].count++;
        if (!q->topic_count)
            pick->topics[bank->topic_count].count++;
    }
}

static bool has_untagged(const struct bank *bank)
{
    for (int i = 0; i < bank->question_count; i++) {
        if (!bank->questions[i].topic_count)
            return true;
    }
    return false;
}

/// Which of the topics of another version of the bank are not chosen.
static void keep_choice(struct pick *pick, const struct pick_topic *before, int count)
{
    for (int i = 0; i < pick->topic_count; i++) {
        for (int k = 0; k < count; k++) {
            if (strcmp(pick->topics[i].name, before[k].name) == 0)
                pick->topics[i].is_on = before[k].is_on;
        }
    }
}

/// Looks at entry `at` with all its topics chosen.
static void look_at(struct pick *pick, const struct game *game, int at)
{
    arena_reset(&pick->arena);
    pick->at = at;
    pick->topics = NULL;
    pick->topic_count = pick->fitting = 0;
    pick->shows_problems = false;
    const struct bank *bank = pick_bank(pick, game);
    pick->bank = bank;
    if (!bank)
        return;
    pick->topic_count = bank->topic_count + has_untagged(bank);
    pick->topics = ARENA_ARRAY(&pick->arena, pick->topic_count, struct pick_topic);
    for (int i = 0; i < pick->topic_count; i++) {
        bool is_tag = i < bank->topic_count;
        pick->topics[i].name = is_tag ? bank->topics[i] : "Other";
        pick->topics[i].shown = is_tag ? bank->topics[i] : _("Other");
        pick->topics[i].is_on = true;
    }
    count_topics(pick, game);
    count_fitting(pick, game);
}

static int first_playable(const struct game *game)
{
    for (int i = 0; i < game->library.count; i++) {
        if (game_is_playable(&game->library.entries[i]))
            return i;
    }
    return game->library.count ? 0 : -1;
}

static void enter(void *self, struct game *game, int64_t now_ms)
{
    (void)now_ms;
    struct pick *pick = self;
    library_open_all(&game->library);
    look_at(pick, game, game->bank_at >= 0 ? game->bank_at : first_playable(game));
}

static void leave(void *self, struct game *game)
{
    (void)game;
    struct pick *pick = self;
    arena_free(&pick->arena);
}

static const struct step redraw = {.redraw = true};

static struct step focus_on(int id, int arg)
{
    return (struct step){.redraw = true, .focus = {id, arg}};
}

static struct step choose_bank(struct pick *pick, struct game *game, int at)
{
    if (at < 0 || at >= game->library.count)
        return (struct step){0};
    if (at != pick->at)
        look_at(pick, game, at);
    if (pick_bank(pick, game) && game_choose_bank(game, at))
        game_forget_refused(game);
    pick->tab = PICK_TAB_TOPICS;
    return redraw;
}

static bool are_all_on(const struct pick *pick)
{
    for (int i = 0; i < pick->topic_count; i++) {
        if (!pick->topics[i].is_on)
            return false;
    }
    return true;
}

static struct step choose_topics(struct pick *pick, const struct game *game, int id, int arg)
{
    if (id == PICK_TOPIC && arg >= 0 && arg < pick->topic_count) {
        pick->topics[arg].is_on = !pick->topics[arg].is_on;
    } else if (id == PICK_ALL) {
        bool is_on = !are_all_on(pick);
        for (int i = 0; i < pick->topic_count; i++)
            pick->topics[i].is_on = is_on;
    }
    pick->shows_problems = false;
    count_fitting(pick, game);
    return redraw;
}

static void fold_needle(struct pick *pick)
{
    struct arena scratch = {0};
    snprintf(pick->needle, sizeof pick->needle, "%s",
             text_fold(&scratch, pick->find.text, FIND_FOLD, NULL));
    arena_free(&scratch);
}

static struct step find(struct pick *pick, const struct action *action)
{
    if (action->edit == EDIT_NONE) {
        pick->is_finding = true;
        return focus_on(PICK_FIND, 0);
    }
    bool is_changed = edit_apply(&pick->find, action);
    fold_needle(pick);
    return (struct step){.redraw = is_changed};
}

static struct step clear_find(struct pick *pick)
{
    edit_set(&pick->find, "");
    pick->needle[0] = '\0';
    return redraw;
}

/// Steps the number of questions, through those values alone that change something.
static void step_count(struct pick *pick, struct game *game, int by)
{
    int before = pick_asked(pick, game);
    for (int i = 0; i < 8 && pick_asked(pick, game) == before; i++) {
        int count = game->settings.count;
        options_step_count(&game->settings, by);
        if (game->settings.count == count)
            break;
    }
}

static struct step set_option(struct pick *pick, struct game *game, struct action action)
{
    struct settings *s = &game->settings;
    int by = ui_stepper_adjust(&action);
    switch (action.id) {
    case PICK_COUNT:
        step_count(pick, game, by);
        break;
    case PICK_DIFFICULTY:
        options_next_difficulty(s);
        count_topics(pick, game);
        count_fitting(pick, game);
        break;
    case PICK_SHUFFLE:
        s->shuffle = !s->shuffle;
        break;
    case PICK_MEMORY:
        s->memory = !s->memory;
        break;
    default:
        options_next_timer(s);
        break;
    }
    game->settings_changed = true;
    return redraw;
}

static struct step start(struct pick *pick, struct game *game, int64_t now_ms)
{
    if (pick_refusal(pick, game))
        return redraw;
    // A bank that was only looked at is chosen by playing it.
    game_choose_bank(game, pick->at);
    game_forget_refused(game);
    struct arena scratch = {0};
    const char **names = NULL;
    int count = are_all_on(pick) ? 0 : chosen_topics(pick, &scratch, &names);
    game_plan_quiz(game, names, count);
    arena_free(&scratch);
    if (!game_start_quiz(game, now_ms))
        return redraw;
    return (struct step){.kind = STEP_GO, .to = SCREEN_PLAY};
}

/// One level up: out of Find, out of the problems, then from the screen.
static struct step back(struct pick *pick)
{
    bool is_inside = pick->find.len || pick->is_finding || pick->shows_problems;
    pick->is_finding = pick->shows_problems = false;
    if (!is_inside)
        return (struct step){.kind = STEP_BACK};
    clear_find(pick);
    return focus_on(PICK_BANK, pick->at);
}

/// Another bank may have been opened, above this screen or by a drop on it.
static struct step look_again(struct pick *pick, struct game *game)
{
    library_open_all(&game->library);
    clear_find(pick);
    bool is_other = game->bank_at >= 0 && pick->at != game->bank_at;
    if (is_other || !pick->topics || pick->bank != pick_bank(pick, game))
        look_at(pick, game, game->bank_at >= 0 ? game->bank_at : first_playable(game));
    count_topics(pick, game);
    count_fitting(pick, game);
    return focus_on(PICK_BANK, pick->at);
}

/// The bank in view may have been read again.
static struct step follow_files(struct pick *pick, struct game *game)
{
    library_open_all(&game->library);
    if (pick->at < 0 || (pick->bank && pick_bank(pick, game) == pick->bank))
        return redraw;
    struct arena before = pick->arena;
    const struct pick_topic *topics = pick->topics;
    int count = pick->topic_count;
    bool shows_problems = pick->shows_problems;
    pick->arena = (struct arena){0};
    look_at(pick, game, pick->at);
    keep_choice(pick, topics, count);
    pick->shows_problems = shows_problems && pick->bank && pick->bank->set_aside;
    count_fitting(pick, game);
    arena_free(&before);
    return redraw;
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    struct pick *pick = self;
    if (action->id == ACTION_RELOADED)
        return follow_files(pick, game);
    pick->notice = NULL;
    switch (keyboard_update(&pick->keyboard, PICK_KEYBOARD, action)) {
    case KEYBOARD_CHANGED:
        return redraw;
    case KEYBOARD_IS_DONE:
        pick->is_finding = false;
        return focus_on(PICK_BANK, pick->at);
    case KEYBOARD_OTHER:
        break;
    }
    switch (action->id) {
    case ACTION_BACK:
        return back(pick);
    case ACTION_SHOWN:
        return look_again(pick, game);
    case ACTION_DROP:
        pick->notice = drop_open(game, action->text);
        return look_again(pick, game);
    case PICK_BANK:
        return choose_bank(pick, game, action->arg);
    case PICK_TOPIC:
    case PICK_ALL:
        return choose_topics(pick, game, action->id, action->arg);
    case PICK_FIND:
        return find(pick, action);
    case PICK_CLEAR:
        return clear_find(pick);
    case PICK_COUNT:
    case PICK_DIFFICULTY:
    case PICK_SHUFFLE:
    case PICK_TIMER:
    case PICK_MEMORY:
        return set_option(pick, game, *action);
    case PICK_START:
        return start(pick, game, action->now_ms);
    case PICK_OPEN:
        return (struct step){.kind = STEP_PUSH, .to = SCREEN_OPEN};
    case PICK_TAB:
        pick->tab = action->arg ? PICK_TAB_TOPICS : PICK_TAB_BANKS;
        return redraw;
    case PICK_PROBLEMS:
        if (game_count_broken(game))
            return (struct step){.kind = STEP_PUSH, .to = SCREEN_PROBLEMS};
        if (!pick_bank(pick, game) || !pick_bank(pick, game)->set_aside)
            return (struct step){0};
        pick->shows_problems = !pick->shows_problems;
        pick->tab = PICK_TAB_TOPICS;
        return redraw;
    default:
        return (struct step){0};
    }
}

static void view(const void *self, const struct game *game, struct ui *ui)
{
    pick_view(self, game, ui);
}

/// The quiz that would begin now.
static bool foresee(const void *self, const struct game *game, int nth, struct ui *ui)
{
    const struct pick *pick = self;
    struct quiz_plan plan = {.bank = pick_bank(pick, game)};
    if (nth > 0 || !plan.bank || pick_refusal(pick, game))
        return false;
    const char **names = NULL;
    plan.topic_count = are_all_on(pick) ? 0 : chosen_topics(pick, ui->arena, &names);
    plan.topics = names;
    return play_foresee_quiz(game, &plan, ui);
}

static bool works(const void *self, const struct game *game, const struct ui *ui,
                  const struct shortcut *row)
{
    const struct pick *pick = self;
    const struct bank *bank = pick_bank(pick, game);
    switch (row->id) {
    case PICK_TAB:
        return pick_has_tabs(ui);
    case PICK_ALL:
        return pick->topic_count > 0;
    case PICK_PROBLEMS:
        return game_count_broken(game) || (bank && bank->set_aside);
    case PICK_START:
        return !pick_refusal(pick, game);
    default:
        return true;
    }
}

static const struct shortcut shortcuts[] = {
    {'/', 0, PAD_NORTH, PICK_FIND, 0, "/", N_("Find a bank or topic")},
    {'f', MOD_CTRL, PAD_NONE, PICK_FIND, 0, NULL, NULL},
    {'a', MOD_CTRL, PAD_WEST, PICK_ALL, 0, "Ctrl A", N_("All topics, or none")},
    {'1', 0, PAD_LEFT_SHOULDER, PICK_TAB, PICK_TAB_BANKS, "1", N_("Banks")},
    {'2', 0, PAD_RIGHT_SHOULDER, PICK_TAB, PICK_TAB_TOPICS, "2", N_("Topics")},
    {'o', MOD_CTRL, PAD_NONE, PICK_OPEN, 0, "Ctrl O", N_("Open a file")},
    {'j', MOD_CTRL, PAD_NONE, PICK_PROBLEMS, 0, "Ctrl J", N_("What is wrong in the bank")},
    {0, 0, PAD_START, PICK_START, 0, NULL, N_("Start the quiz")},
    {0},
};

const struct screen screen_pick = {
    .name = "pick",
    .takes_drops = true,
    .state_size = sizeof(struct pick),
    .shortcuts = shortcuts,
    .enter = enter,
    .leave = leave,
    .update = update,
    .view = view,
    .foresee = foresee,
    .works = works,
};
