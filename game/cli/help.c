#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/bank_help.h"
#include "cli/guess.h"
#include "cli/lint_rules.h"
#include "cli/run.h"

enum { COLUMN = 20 };

static void print_row(const char *left, const char *right)
{
    printf("  %-*s %s\n", COLUMN, left, right);
}

static void print_option(enum option_id id)
{
    const struct option *option = &command_options[id];
    char left[64];
    char letter[8] = "";
    if (option->letter)
        snprintf(letter, sizeof(letter), "-%c, ", option->letter);
    const char *between = !option->value ? "" : option->may_be_alone ? "[=" : " ";
    snprintf(left, sizeof(left), "%s--%s%s%s%s", letter, option->name, between,
             option->value ? option->value : "", option->may_be_alone ? "]" : "");
    print_row(left, _(option->help));
}

static void print_globals(void)
{
    printf(_("\nOptions of every command:\n"));
    for (int i = 0; i < OPTION_GLOBALS; i++)
        print_option((enum option_id)i);
}

static void print_own_options(const struct command *command, const char *heading)
{
    if (!command->option_count)
        return;
    printf("\n%s\n", heading);
    for (int i = 0; i < command->option_count; i++)
        print_option(command->options[i]);
}

static void print_all(void)
{
    const struct command *window = &command_table[0];
    printf(_("Usage: quartet %s\n"), window->operands);
    printf(_("       quartet COMMAND [OPTION...]\n"));
    printf(_("\nWithout a command Quartet opens its window. BANK is a file of questions, a "
             "folder\nof such files, or the id of a bank.\n"));
    printf(_("\nCommands:\n"));
    for (int i = 1; i < command_count; i++)
        print_row(command_table[i].name, _(command_table[i].summary));
    print_own_options(window, _("Options of the window:"));
    print_globals();
    printf(
        _("\nSee \"quartet help COMMAND\" for more, and \"quartet help bank\" to add "
          "questions.\nStatus: 0 done, 1 the answer is no, 2 could not, 130 interrupted.\n"));
}

static void print_command(const struct command *command)
{
    printf(_("Usage: quartet %s%s%s%s\n"), command->name,
           command->option_count ? _(" [OPTION...]") : "", command->operands ? " " : "",
           command->operands ? command->operands : "");
    printf(_("\nTo %s.\n"), _(command->summary));
    if (command->details)
        printf("\n%s\n", _(command->details));
    print_own_options(command, _("Options:"));
    print_globals();
}

static int refuse(const char *name)
{
    struct guess guess = {.typed = name};
    for (int i = 1; i < command_count; i++)
        guess_offer(&guess, command_table[i].name);
    if (guess.best) {
        fprintf(stderr, _("quartet: no command is called \"%s\"; did you mean %s?\n"), name,
                guess.best);
    } else {
        fprintf(stderr, _("quartet: no command is called \"%s\"\n"), name);
    }
    fprintf(stderr, _("See: quartet help\n"));
    return CLI_FAILED;
}

int run_help(struct cli *cli)
{
    const struct command *command = cli->command;
    if (cli->operand_count && command->run == run_help) {
        if (strcmp(cli->operands[0], "lint") == 0) {
            lint_rules_print();
            return CLI_DONE;
        }
        if (strcmp(cli->operands[0], "bank") == 0) {
            bank_help_print(&cli->paths);
            return CLI_DONE;
        }
        command = command_find(cli->operands[0]);
        if (!command)
            return refuse(cli->operands[0]);
    } else if (command->run == run_help && !cli->values[OPTION_HELP].is_set) {
        command = &command_table[0];
    }
    if (command->name) {
        print_command(command);
    } else {
        print_all();
    }
    return CLI_DONE;
}
