#include "app/app.h"

#include <stdio.h>
#include <time.h>

#include "app/app_parts.h"
#include "app/host_window.h"
#include "app/media_files.h"
#include "base/buf.h"
#include "base/diag.h"
#include "sdl/desktop.h"
#include "sdl/job.h"
#include "sdl/window.h"
#include "store/zone.h"

static void save_settings(struct app *app)
{
    if (!app->game.settings_changed)
        return;
    app->game.settings_changed = false;
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    bool is_saved =
        settings_save(&app->game.settings, app->options->paths->settings_file, &diags);
    app->game.settings_fault = NULL;
    if (!is_saved) {
        // A problem goes on from its path: "PATH cannot be saved: WHY; WHAT TO DO".
        if (diags.count) {
            snprintf(app->fault, sizeof app->fault, "%s %s", diags.items[0].place.file,
                     diags.items[0].message);
        } else {
            snprintf(app->fault, sizeof app->fault, "settings could not be saved");
        }
        app->game.settings_fault = app->fault;
        app->stage.is_dirty = true;
    }
    arena_free(&arena);
}

static struct timespec wall_time(void)
{
    struct timespec now = {0};
    timespec_get(&now, TIME_UTC);
    return now;
}

/// A seed that no other start has.
static uint64_t fresh_seed(void)
{
    struct timespec now = wall_time();
    return (uint64_t)now.tv_sec * 1000000000U + (uint64_t)now.tv_nsec;
}

static int64_t ms_of(struct timespec time)
{
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void tell_time(struct app *app)
{
    struct timespec now = wall_time();
    app->game.now_ms = input_now_ms();
    struct fsrs_time wall = zone_time(ms_of(now) + app->clock_ahead_ms);
    app->game.wall_ms = wall.at_ms;
    app->game.ahead_min = wall.ahead_min;
}

/// Opens the journal and finds the banks. What was in play when the program ended goes on,
/// unless another bank is asked for.
static void open_journal(struct app *app)
{
    struct diags diags = {.arena = &app->arena};
    const char *learner = app->options->learner;
    journal_open(&app->journal, app->options->paths->data_dir,
                 learner ? learner : app->game.settings.learner, &diags);
    for (size_t i = 0; i < diags.count; i++)
        fprintf(stderr, "quartet: %s %s\n", diags.items[i].place.file, diags.items[i].message);
    app->game.journal = &app->journal;
    app->game.may_wait = true;
    game_find_banks(&app->game, app->options->places);
    memory_open(&app->memory, &app->journal);
    app->game.memory = &app->memory;
    game_follow_schedule(&app->game);
    game_resume_quiz(&app->game, app->options->places->named_count > 0, app->game.now_ms);
    app->game.may_wait = game_is_waiting(&app->game);
}

static void print_problems(const struct diags *diags, const char *path)
{
    struct buf text = {0};
    for (size_t i = 0; i < diags->count; i++)
        diag_print(&diags->items[i], &text);
    fputs(text.data ? text.data : "", stderr);
    buf_free(&text);
    size_t found = diags->errors + diags->warnings;
    if (found > diags->count) {
        fprintf(stderr, "%s: the first %zu of %zu problems are shown\n", path, diags->count,
                found);
    }
}

/// What was asked for and cannot be played stands on Home; who started the game from an editor
/// or a terminal finds it there too, as `check` says it.
static void print_refused(const struct game *game)
{
    for (const struct refusal *r = game->refused; r; r = r->next)
        print_problems(game_refusal_why(game, r), r->path);
}

static void open_game(struct app *app)
{
    struct diags diags = {.arena = &app->arena};
    app->game = (struct game){
        .settings = settings_load(app->options->paths->settings_file, &diags),
        .paths = app->options->paths,
        .bank_at = -1,
        .rng = rng_seed(fresh_seed()),
    };
    for (size_t i = 0; i < diags.count; i++)
        fprintf(stderr, "%s: %s\n", app->options->paths->settings_file, diags.items[i].message);
}

static void show_title(struct app *app)
{
    const struct bank *bank = game_known_bank(&app->game);
    char title[300];
    snprintf(title, sizeof title, bank ? "%s - Quartet" : "%sQuartet", bank ? bank->title : "");
    window_set_title(app->window, title);
}

static void read_bank(void *context)
{
    struct app *app = context;
    const struct game *game = &app->game;
    bank_file_open(&app->bank_file, game->library.entries[game->bank_at].path);
}

static void take_bank(void *context)
{
    struct app *app = context;
    job_wait(app->reading);
    app->reading = NULL;
    game_take_bank(&app->game, &app->bank_file, app->options->places, app->game.now_ms);
    show_title(app);
    app->stage.is_dirty = true;
}

static void wake(void *context)
{
    const struct app *app = context;
    input_wake(app->reader);
}

// Opening fonts and measuring text takes as long as opening the window, so it is done
// meanwhile: Home is laid out for the size that the window is likely to have, and most of that
// is kept.
static void prepare(void *context)
{
    struct app *app = context;
    app->fonts = fonts_open(&(struct fonts_options){.own_file = app->options->font}, app->fault,
                            sizeof app->fault);
    open_journal(app);
    if (!app->fonts)
        return;
    const struct settings *s = &app->game.settings;
    const struct ui_look look = {
        .width = s->window_width > 0 ? s->window_width : WINDOW_USUAL_WIDTH,
        .height = s->window_width > 0 ? s->window_height : WINDOW_USUAL_HEIGHT,
        .measure = fonts_measure(app->fonts),
        .pictures = pictures_source(app->pictures),
    };
    struct stage_host host = app_host(app);
    host.need_bank = take_bank;
    stage_open(&app->stage, &app->game, &host, &look, app->game.now_ms);
    stage_draw(&app->stage, app->game.now_ms);
}

static bool open_window(struct app *app)
{
    char error[512];
    const struct settings *s = &app->game.settings;
    tell_time(app);
    app->pictures = pictures_open(
        &(struct pictures_options){.context = app, .read = picture_file_read, .wake = wake});
    app->sounds = sounds_open(
        &(struct sounds_options){.context = app, .read = sound_file_read, .wake = wake});
    struct job *preparation = job_start(prepare, NULL, app);
    app->window = window_open(
        &(struct window_options){
            .title = "Quartet",
            .renderer = app->options->renderer,
            .place = {s->window_x, s->window_y, s->window_width, s->window_height,
                      s->fullscreen || app->options->fullscreen},
        },
        error, sizeof error);
    job_wait(preparation);
    if (!app->window || !app->fonts) {
        fprintf(stderr, "quartet: %s\n", app->window ? app->fault : error);
        return false;
    }
    app->render = render_open(window_renderer(app->window), app->fonts);
    render_take_pictures(app->render, app->pictures);
    app->reader = input_open(app->window);
    return true;
}

// The stage was opened before anything was known of the desktop.
static void fit_stage(struct app *app)
{
    int width = 0, height = 0;
    window_size(app->window, &width, &height);
    stage_resize(&app->stage, width, height);
    struct desktop_wishes wishes = desktop_answer(app->desktop);
    app->desktop = NULL;
    app->stage.system_is_dark = wishes.is_dark;
    app->stage.system_reduces_motion = wishes.reduces_motion;
    stage_follow_settings(&app->stage);
    app->stage.is_dirty = true;
}

/// The only place that draws.
static void app_draw(struct app *app)
{
    trace_event(&app->trace, "draw");
    tell_time(app);
    app->next_frame_ms = app->game.now_ms + window_frame_ms(app->window);
    struct damage damage = render_draw(app->render, stage_draw(&app->stage, app->game.now_ms));
    window_present(app->window, &damage);
    host_window_draw(app);
    trace_event(&app->trace, "frame");
    const struct ui_area *field = stage_field(&app->stage);
    window_set_typing(app->window, field != NULL, field ? field->rect : (struct rect){0});
}

/// How long to wait for an input: until the nearest time that anyone asked for.
static int wait_ms(const struct app *app)
{
    int64_t wake_ms = app->stage.is_dirty ? app->next_frame_ms : stage_wake_ms(&app->stage);
    int64_t look_ms = host_window_wake_ms(app);
    if (wake_ms > look_ms)
        wake_ms = look_ms;
    if (wake_ms == INT64_MAX)
        return -1;
    int64_t left_ms = wake_ms - input_now_ms();
    return left_ms <= 0 ? 0 : left_ms > 60000 ? 60000 : (int)left_ms;
}

// What may be seen next is made ready while nobody waits, a frame at a time: then an answer
// shows as fast as a key can be answered at all.
static bool make_ready(struct app *app)
{
    int64_t now_ms = input_now_ms();
    const struct draw_list *list = stage_foresee(&app->stage, now_ms);
    if (!list)
        return false;
    render_prepare(app->render, list);
    host_window_prepare(app, now_ms);
    return true;
}

/// `is_wanted`: also where nothing told of changes.
static void follow_files(struct app *app, bool is_wanted)
{
    if (is_wanted)
        files_want(&app->files);
    tell_time(app);
    bool is_asked = app->game.reload.is_asked;
    bool has_changed = files_follow(&app->files, &app->game, app->game.now_ms);
    if (is_asked != app->game.reload.is_asked)
        stage_see_news(&app->stage);
    if (!has_changed)
        return;
    trace_event(&app->trace, "reload");
    stage_reload(&app->stage, app->game.now_ms);
    pictures_forget(app->pictures);
    show_title(app);
}

static void see_media(struct app *app)
{
    bool has_news = pictures_step(app->pictures);
    has_news |= sounds_step(app->sounds, &app->game.sound_state);
    if (has_news)
        stage_see_news(&app->stage);
}

static void be_woken(struct app *app)
{
    if (app->reading && job_is_done(app->reading))
        take_bank(app);
    see_media(app);
    follow_files(app, false);
}

static void handle(struct app *app, const struct input *input)
{
    trace_input(&app->trace, input->kind);
    tell_time(app);
    const struct bank *bank = game_bank(&app->game);
    int files = app->game.library.count;
    stage_set_glyphs(&app->stage, input_pad_glyphs(app->reader));
    stage_input(&app->stage, input);
    if (game_bank(&app->game) != bank) {
        show_title(app);
        pictures_forget(app->pictures);
    }
    if (input->kind == INPUT_FOCUS || app->game.library.count != files ||
        app->game.reload.is_asked)
        follow_files(app, true);
    save_settings(app);
}

static void take_news(struct app *app, enum input_news news, const struct input *input)
{
    int width = 0, height = 0;
    switch (news) {
    case NEWS_NONE:
        return;
    case NEWS_INPUT:
        handle(app, input);
        return;
    case NEWS_RESIZED:
        window_size(app->window, &width, &height);
        render_resize(app->render);
        stage_resize(&app->stage, width, height);
        break;
    case NEWS_WOKEN:
        be_woken(app);
        return;
    case NEWS_SECOND_CHANGED:
        host_window_change(app);
        return;
    case NEWS_SECOND_CLOSED:
        host_window_dismiss(app);
        return;
    case NEWS_LOST:
        render_forget(app->render);
        if (app->host_render)
            render_forget(app->host_render);
        break;
    case NEWS_REDRAW:
        render_touch(app->render);
        break;
    }
    app->stage.is_dirty = true;
}

static void run(struct app *app)
{
    while (!app->stage.has_quit) {
        if (app->stage.is_dirty && input_now_ms() >= app->next_frame_ms)
            app_draw(app);
        if (!app->has_drawn) {
            app->has_drawn = true;
            input_start_pads(app->reader);
            if (game_is_waiting(&app->game))
                app->reading = job_start(read_bank, wake, app);
            files_open(&app->files, &app->game, app->options->places, wake, app);
            links_open(&app->links, &app->game, wake, app);
            be_woken(app);
        }
        struct input input;
        host_window_follow(app); // what it does to windows is news for the wait
        input_take_presses(app->reader, stage_takes_presses(&app->stage));
        int timeout_ms = make_ready(app) ? 0 : wait_ms(app);
        trace_event(&app->trace, "wait");
        enum input_news news = input_wait(app->reader, timeout_ms, &input);
        trace_event(&app->trace, "woke");
        for (; news != NEWS_NONE; news = input_wait(app->reader, 0, &input))
            take_news(app, news, &input);
        tell_time(app);
        // What is new is shown before more is worked out.
        if (!app->stage.is_dirty)
            stage_tick(&app->stage, app->game.now_ms);
        if (links_follow(&app->links, &app->game))
            stage_see_news(&app->stage);
        save_settings(app);
    }
}

static void keep_window_place(struct app *app)
{
    struct window_place place = window_place(app->window);
    struct settings *s = &app->game.settings;
    s->window_x = place.x;
    s->window_y = place.y;
    s->window_width = place.width;
    s->window_height = place.height;
    app->game.settings_changed = true;
    save_settings(app);
}

int app_run(const struct app_options *options)
{
    struct app app = {.options = options, .trace = trace_open()};
    int status = APP_NO_DISPLAY;
    if (options->now_ms >= 0)
        app.clock_ahead_ms = options->now_ms - ms_of(wall_time());
    app.desktop = desktop_ask();
    open_game(&app);
    if (open_window(&app)) {
        print_refused(&app.game);
        show_title(&app);
        fit_stage(&app);
        run(&app);
        keep_window_place(&app);
        status = input_was_interrupted() ? APP_INTERRUPTED : 0;
    }
    job_wait(app.reading);
    files_close(&app.files);
    links_close(&app.links, &app.game);
    bank_file_close(&app.bank_file);
    library_keep_summaries(&app.game.library);
    game_keep_look_back(&app.game);
    desktop_answer(app.desktop);
    host_window_close(&app);
    stage_close(&app.stage);
    input_close(app.reader);
    render_close(app.render);
    pictures_close(app.pictures);
    sounds_close(app.sounds);
    fonts_close(app.fonts);
    window_close(app.window);
    game_free(&app.game);
    memory_close(&app.memory);
    if (!journal_close(&app.journal))
        fputs("quartet: the last answers could not be saved\n", stderr);
    arena_free(&app.editor_arena);
    arena_free(&app.arena);
    trace_close(&app.trace);
    return status;
}
