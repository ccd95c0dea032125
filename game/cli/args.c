#include "cli/args.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/guess.h"

struct parse {
    struct cli *cli;
    int argc, at; // argv[at] is read next
    char **argv;
    const char **operands;
    bool is_ended; // "--" was seen
};

// The command, also if it stands further on: options may go before it.
static const struct command *coming_command(const struct parse *p)
{
    const struct command *command = p->cli->command;
    for (int i = p->at; i < p->argc && !command; i++)
        command = command_find(p->argv[i]);
    return command ? command : &command_table[0];
}

static const char *nearest_option(const struct parse *p, const char *typed)
{
    const struct command *command = coming_command(p);
    struct guess guess = {.typed = typed};
    for (int i = 0; i < OPTION_TOTAL; i++) {
        if (command_has_option(command, (enum option_id)i))
            guess_offer(&guess, command_options[i].name);
    }
    return guess.best;
}

static void say_where_help_is(const struct cli *cli)
{
    if (cli->command && cli->command->name) {
        fprintf(stderr, _("See: quartet help %s\n"), cli->command->name);
    } else {
        fprintf(stderr, _("See: quartet help\n"));
    }
}

static bool refuse_option(const struct parse *p, const char *dashes, const char *name)
{
    const char *near = nearest_option(p, name);
    if (near) {
        fprintf(stderr, _("quartet: unknown option %s%s; did you mean --%s?\n"), dashes, name,
                near);
    } else {
        fprintf(stderr, _("quartet: unknown option %s%s\n"), dashes, name);
    }
    say_where_help_is(p->cli);
    return false;
}

// Reads exactly `digits` digits.
static bool read_digits(const char **at, int digits, int max, int *value)
{
    *value = 0;
    for (int i = 0; i < digits; i++, (*at)++) {
        if (**at < '0' || **at > '9')
            return false;
        *value = *value * 10 + (**at - '0');
    }
    return *value <= max;
}

static bool read_char(const char **at, char wanted)
{
    if (**at != wanted)
        return false;
    (*at)++;
    return true;
}

static bool read_zone(const char **at, int *minutes)
{
    *minutes = 0;
    if (**at == '\0' || read_char(at, 'Z'))
        return **at == '\0';
    int sign = **at == '-' ? -1 : 1, hours = 0, rest = 0;
    if (!read_char(at, '+') && !read_char(at, '-'))
        return false;
    if (!read_digits(at, 2, 14, &hours) || !read_char(at, ':') ||
        !read_digits(at, 2, 59, &rest))
        return false;
    *minutes = sign * (hours * 60 + rest);
    return **at == '\0';
}

bool args_time(const char *text, int64_t *ms)
{
    struct date date;
    if (!date_read(text, strnlen(text, DATE_LENGTH), &date) || date.year < 1970)
        return false;
    const char *at = text + DATE_LENGTH;
    int hour = 0, minute = 0, second = 0, zone_minutes;
    if (read_char(&at, 'T') || read_char(&at, ' ')) {
        if (!read_digits(&at, 2, 23, &hour) || !read_char(&at, ':') ||
            !read_digits(&at, 2, 59, &minute))
            return false;
        if (read_char(&at, ':') && !read_digits(&at, 2, 59, &second))
            return false;
    }
    if (!read_zone(&at, &zone_minutes))
        return false;
    int64_t minutes = hour * (int64_t)60 + minute - zone_minutes;
    minutes += date_number(date) * 1440;
    *ms = (minutes * 60 + second) * 1000;
    return true;
}

static bool read_number(const struct option *option, const char *text, int64_t *number)
{
    char *end = NULL;
    errno = 0;
    long long value = strtoll(text, &end, 10);
    bool is_number = end != text && *end == '\0' && !errno &&
                     ((text[0] >= '0' && text[0] <= '9') || text[0] == '-');
    bool is_zero = option->may_be_zero && value == 0;
    *number = value;
    if (is_number && (is_zero || (value >= option->min && value <= option->max)))
        return true;
    if (option->may_be_zero) {
        fprintf(stderr,
                _("quartet: --%s is \"%s\"; allowed are 0 and %" PRId64 " to %" PRId64 "\n"),
                option->name, text, option->min, option->max);
    } else {
        fprintf(stderr, _("quartet: --%s is \"%s\"; allowed is %" PRId64 " to %" PRId64 "\n"),
                option->name, text, option->min, option->max);
    }
    return false;
}

static bool read_word(struct cli *cli, const struct option *option, const char *text,
                      int64_t *place)
{
    const char *list = "", *folded = text_fold(&cli->arena, text, FOLD_CASE, NULL);
    for (int i = 0; option->words[i]; i++) {
        if (strcmp(option->words[i], folded) == 0) {
            *place = i;
            return true;
        }
        list = arena_printf(&cli->arena, "%s%s%s", list, i ? ", " : "", option->words[i]);
    }
    fprintf(stderr, _("quartet: --%s is \"%s\"; allowed are: %s\n"), option->name, text, list);
    return false;
}

static bool read_date(const struct option *option, const char *text, int64_t *number)
{
    struct date date;
    if (date_read(text, strlen(text), &date)) {
        *number = date_number(date);
        return true;
    }
    fprintf(stderr, _("quartet: --%s is \"%s\"; write a date as 2025-03-01\n"), option->name,
            text);
    return false;
}

static void keep_text(struct parse *p, struct option_value *value, const char *text)
{
    if (!value->texts)
        value->texts = ARENA_ARRAY(&p->cli->arena, p->argc, const char *);
    // Only this parser writes the list that all others read.
    ((const char **)value->texts)[value->text_count++] = text;
}

static bool read_value(struct parse *p, const struct option *option, struct option_value *value)
{
    switch (option->type) {
    case OPTION_FLAG:
        return true;
    case OPTION_TEXT:
        if (option->is_repeatable)
            keep_text(p, value, value->text);
        if (value->text[0])
            return true;
        fprintf(stderr, _("quartet: --%s needs %s; it is empty\n"), option->name,
                option->value);
        return false;
    case OPTION_NUMBER:
        return read_number(option, value->text, &value->number);
    case OPTION_WORD:
        return read_word(p->cli, option, value->text, &value->number);
    case OPTION_TIME:
        if (args_time(value->text, &value->number))
            return true;
        fprintf(stderr, _("quartet: --%s is \"%s\"; write a time as 2025-03-01T12:00:00Z\n"),
                option->name, value->text);
        return false;
    case OPTION_DATE:
        return read_date(option, value->text, &value->number);
    }
    return false;
}

/// Reads `text` as the value of an option, or what comes next if it is NULL.
static bool take_value(struct parse *p, enum option_id id, const char *text)
{
    const struct option *option = &command_options[id];
    struct option_value *value = &p->cli->values[id];
    if (!text && p->at == p->argc) {
        fprintf(stderr, _("quartet: --%s wants a value: --%s %s\n"), option->name, option->name,
                option->value);
        return false;
    }
    value->text = text ? text : p->argv[p->at++];
    return read_value(p, option, value);
}

static bool take_long(struct parse *p, const char *arg)
{
    const char *name = arg + 2;
    const char *equals = strchr(name, '=');
    size_t len = equals ? (size_t)(equals - name) : strlen(name);
    int id = 0;
    while (id < OPTION_TOTAL && (strncmp(command_options[id].name, name, len) != 0 ||
                                 command_options[id].name[len] != '\0'))
        id++;
    if (id == OPTION_TOTAL || !len)
        return refuse_option(p, "--", arena_text(&p->cli->arena, name, len));

    const struct option *option = &command_options[id];
    struct option_value *value = &p->cli->values[id];
    value->is_set = true;
    if (option->type == OPTION_FLAG) {
        if (equals)
            fprintf(stderr, _("quartet: --%s takes no value\n"), option->name);
        return !equals;
    }
    if (!equals && option->may_be_alone)
        return true;
    return take_value(p, (enum option_id)id, equals ? equals + 1 : NULL);
}

static bool take_letters(struct parse *p, const char *arg)
{
    for (const char *c = arg + 1; *c; c++) {
        int id = 0;
        while (id < OPTION_TOTAL && command_options[id].letter != *c)
            id++;
        if (id == OPTION_TOTAL)
            return refuse_option(p, "-", arg + 1);
        p->cli->values[id].is_set = true;
        if (command_options[id].type != OPTION_FLAG) // all that follows is its value
            return take_value(p, (enum option_id)id, c[1] ? c + 1 : NULL);
    }
    return true;
}

static void take_operand(struct parse *p, const char *arg)
{
    struct cli *cli = p->cli;
    if (!p->is_ended && !cli->command && cli->operand_count == 0) {
        cli->command = command_find(arg);
        if (cli->command)
            return;
    }
    p->operands[cli->operand_count++] = arg;
}

static bool check_options(const struct cli *cli)
{
    for (int i = 0; i < OPTION_TOTAL; i++) {
        if (!cli->values[i].is_set || command_has_option(cli->command, (enum option_id)i))
            continue;
        if (cli->command->name) {
            fprintf(stderr, _("quartet: %s has no option --%s\n"), cli->command->name,
                    command_options[i].name);
        } else {
            fprintf(stderr, _("quartet: --%s goes with a command\n"), command_options[i].name);
        }
        say_where_help_is(cli);
        return false;
    }
    return true;
}

static bool check_operands(const struct cli *cli)
{
    const struct command *command = cli->command;
    if (cli->operand_count < command->min_operands) {
        fprintf(stderr, _("quartet: %s wants more: quartet %s %s\n"), command->name,
                command->name, command->operands);
    } else if (command->max_operands >= 0 && cli->operand_count > command->max_operands) {
        fprintf(stderr, _("quartet: %s does not know what to do with \"%s\"\n"), command->name,
                cli->operands[command->max_operands]);
    } else {
        return true;
    }
    say_where_help_is(cli);
    return false;
}

bool args_parse(struct cli *cli, int argc, char **argv)
{
    struct parse p = {.cli = cli, .argc = argc, .at = 1, .argv = argv};
    p.operands = ARENA_ARRAY(&cli->arena, argc + 1, const char *);
    cli->operands = p.operands;
    while (p.at < argc) {
        const char *arg = argv[p.at++];
        bool is_fine = true;
        if (p.is_ended || arg[0] != '-' || arg[1] == '\0') {
            take_operand(&p, arg);
        } else if (strcmp(arg, "--") == 0) {
            p.is_ended = true;
        } else if (arg[1] == '-') {
            is_fine = take_long(&p, arg);
        } else {
            is_fine = take_letters(&p, arg);
        }
        if (!is_fine)
            return false;
    }
    if (!cli->command)
        cli->command = &command_table[0];
    if (cli->values[OPTION_HELP].is_set || cli->values[OPTION_VERSION].is_set)
        return true;
    const char *lint = cli->values[OPTION_LINT].text;
    if (lint && strcmp(lint, "help") == 0 && cli->operand_count == 0)
        return check_options(cli); // the rules can be listed without a file
    return check_options(cli) && check_operands(cli);
}
