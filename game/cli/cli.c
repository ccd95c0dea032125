#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/args.h"
#include "cli/banks.h"
#include "cli/run.h"

int run_window(struct cli *cli)
{
    struct banks banks = {0};
    int status = CLI_FAILED;
    if (!banks_find_places(&banks, cli))
        goto done;
    status = cli->hooks->window(&(struct cli_window){
        .places = &banks.places,
        .paths = &cli->paths,
        .renderer = cli->values[OPTION_RENDERER].text,
        .font = cli->values[OPTION_FONT].text,
        .fullscreen = cli->values[OPTION_FULLSCREEN].is_set,
        .learner = cli->values[OPTION_LEARNER].text,
        .now_ms = cli->values[OPTION_NOW].is_set ? cli->values[OPTION_NOW].number : -1,
    });
done:
    banks_close(&banks);
    if (status != CLI_NO_DISPLAY)
        return status;
    fputs(_("quartet: playing in the terminal instead\n"), stderr); // why was said
    return run_play(cli);
}

int run_replay(struct cli *cli)
{
    return cli->hooks->replay(cli->operands, cli->operand_count, cli->values[OPTION_SHOTS].text,
                              &cli->paths);
}

static bool may_color(const struct cli *cli)
{
    enum { AUTO };
    const struct option_value *color = &cli->values[OPTION_COLOR];
    if (color->is_set && color->number != AUTO)
        return false;
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if ((no_color && no_color[0]) || !terminal || strcmp(terminal, "dumb") == 0)
        return false;
    return isatty(STDOUT_FILENO) == 1;
}

// A result that did not reach its file must not look as if it had.
static int flush_results(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fputs(_("quartet: the results could not be written; is the disk full?\n"), stderr);
    return CLI_FAILED;
}

static int run(struct cli *cli)
{
    if (cli->values[OPTION_VERSION].is_set) {
        printf("quartet %s\n", QUARTET_VERSION);
        return CLI_DONE;
    }
    if (cli->values[OPTION_HELP].is_set)
        return run_help(cli);
    return cli->command->run(cli);
}

int cli_run(int argc, char **argv, const struct cli_hooks *hooks)
{
    struct cli cli = {.hooks = hooks};
    int status = CLI_FAILED;
    if (args_parse(&cli, argc, argv)) {
        cli.is_colored = may_color(&cli);
        cli.paths =
            paths_find(&cli.arena, cli.values[OPTION_DATA_DIR].text, argc ? argv[0] : NULL);
        status = flush_results(run(&cli));
    }
    arena_free(&cli.arena);
    return status;
}
