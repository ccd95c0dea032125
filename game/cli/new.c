#include <stdio.h>
#include <string.h>

#include "base/fill.h"
#include "base/i18n.h"
#include "cli/problems.h"
#include "cli/run.h"
#include "cli/safe.h"
#include "store/file.h"

#define EXTENSION ".json"

// A question of each of the kinds that are used most, in the usual layout. Nothing is wrong in
// it, nor anything that could be better.
static const char bank_text[] =
    "{\n"
    "  \"format\": \"quizbank/1\",\n"
    "  \"title\": \"My first bank\",\n"
    "  \"language\": \"en\",\n"
    "  \"source\": \"General knowledge\",\n"
    "  \"questions\": [\n"
    "    {\n"
    "      \"question\": \"Which planet is the largest?\",\n"
    "      \"answer\": \"Jupiter\",\n"
    "      \"wrong\": [\"Saturn\", \"Neptune\", \"Mars\"],\n"
    "      \"explanation\": \"Jupiter weighs more than twice as much as all the others.\"\n"
    "    },\n"
    "    {\n"
    "      \"question\": \"Which of these numbers are prime?\",\n"
    "      \"answer\": [\"2\", \"7\"],\n"
    "      \"wrong\": [\"9\", \"15\"],\n"
    "      \"explanation\": \"9 is 3 times 3, and 15 is 3 times 5.\"\n"
    "    },\n"
    "    {\"question\": \"Bats are birds.\", \"answer\": false, \"explanation\": "
    "\"They are mammals that fly.\"},\n"
    "    {\n"
    "      \"question\": \"Who wrote Hamlet?\",\n"
    "      \"answer\": [\"William Shakespeare\", \"Shakespeare\"],\n"
    "      \"explanation\": \"He wrote it around 1600.\"\n"
    "    },\n"
    "    {\"question\": \"How many legs has a spider?\", \"answer\": 8, "
    "\"explanation\": \"An insect has six.\"},\n"
    "    {\n"
    "      \"cloze\": \"Plants take in [[carbon dioxide|CO2::a gas]] and give off "
    "[[oxygen]].\",\n"
    "      \"explanation\": \"With light they make sugar of it.\"\n"
    "    },\n"
    "    {\"front\": \"la mesa\", \"back\": \"the table\", \"explanation\": \"Spanish.\"}\n"
    "  ]\n"
    "}\n";

static int refuse(struct cli *cli, const char *pattern, const char *path)
{
    fprintf(stderr, "%s\n", fill_text(&cli->arena, pattern, safe_name(cli, path), NULL));
    return CLI_FAILED;
}

int run_new(struct cli *cli)
{
    const char *path = cli->operands[0];
    size_t len = strlen(path), end = strlen(EXTENSION);
    if (len <= end || strcmp(path + len - end, EXTENSION) != 0)
        return refuse(cli, _("quartet: the name of a bank ends in .json: {1}.json"), path);
    if (!file_is_missing(path)) {
        return refuse(cli,
                      _("quartet: {1} is there already, and stays as it is; give another name, "
                        "or add questions to it: quartet add"),
                      path);
    }
    struct diags diags = {.arena = &cli->arena};
    bool is_made = file_write(path, bank_text, strlen(bank_text), &diags);
    problems_print(&diags, false, stderr);
    if (is_made && !cli->values[OPTION_QUIET].is_set) {
        puts(fill_text(&cli->arena,
                       _("{1} is a bank with seven questions to write over. "
                         "\"quartet add {1}\" asks for more."),
                       safe_name(cli, path), NULL));
    }
    return is_made ? CLI_DONE : CLI_FAILED;
}
