// What a good question has beside its answer.
#include <string.h>

#include "core/bank.h"
#include "formats/lint_bank.h"
#include "formats/quote.h"

static bool is_blank(const char *text)
{
    return !text || !text[strspn(text, " \t\n")];
}

/// Whether each wrong choice says why it is wrong.
static bool explains_choices(const struct question *question)
{
    if (question->kind != KIND_CHOICE && question->kind != KIND_MULTI)
        return false;
    const struct texts *options = &question->choice.options;
    for (int i = question->choice.right_count; i < options->count; i++) {
        if (!options->notes || is_blank(options->notes[i].why))
            return false;
    }
    return true;
}

enum state { PART_MISSING, PART_THERE, PART_NOT_NEEDED };

static enum state find_explanation(const struct bank *bank, const struct question *question)
{
    (void)bank;
    if (explains_choices(question) ||
        (question->extras && !is_blank(question->extras->explanation)))
        return PART_THERE;
    return question->kind == KIND_CARD ? PART_NOT_NEEDED : PART_MISSING;
}

static enum state find_source(const struct bank *bank, const struct question *question)
{
    const struct source *own = question->extras ? &question->extras->source : NULL;
    bool is_there = !is_blank(bank->source.title) || !is_blank(bank->source.url) ||
                    (own && (!is_blank(own->title) || !is_blank(own->url)));
    return is_there ? PART_THERE : PART_MISSING;
}

/// Something that questions should have.
struct part {
    enum lint_rule rule;
    enum state (*find)(const struct bank *bank, const struct question *question);
    const char *one, *all; // what to say of a question, and of a bank where none has it
};

/// Reports each question without `part`; if none has it, the bank, once.
static void report_part(struct reader *r, const struct part *part)
{
    const struct bank *bank = r->bank;
    int first = -1, missing = 0, there = 0;
    for (int i = 0; i < bank->question_count; i++) {
        enum state state = part->find(bank, &bank->questions[i]);
        there += state == PART_THERE;
        if (state != PART_MISSING || !lint_counts(r, part->rule, i))
            continue;
        missing++;
        first = first < 0 ? i : first;
    }
    if (there == 0 && missing > 1) {
        lint_report_question(r, part->rule, first, NULL, "%s", part->all);
        return;
    }
    for (int i = first; i >= 0 && i < bank->question_count; i++) {
        if (part->find(bank, &bank->questions[i]) == PART_MISSING &&
            lint_counts(r, part->rule, i))
            lint_report_question(r, part->rule, i, NULL, "%s", part->one);
    }
}

void lint_end_explanation(struct reader *r)
{
    static const struct part part = {
        LINT_NO_EXPLANATION, find_explanation,
        "nothing says why the answer is right. Add \"explanation\"",
        "no question says why its answer is right. Add \"explanation\" to this one first"};
    report_part(r, &part);
}

void lint_end_source(struct reader *r)
{
    static const struct part part = {
        LINT_NO_SOURCE, find_source, "nothing says where this is from. Add \"source\"",
        "no question says where it is from. Add \"source\" here, or for all at the head of the "
        "bank"};
    report_part(r, &part);
}

void lint_look_alt_text(const struct lint_item *item)
{
    const struct draft *draft = item->draft;
    if (draft->fields[FIELD_IMAGE] && is_blank(draft->extras.image_alt)) {
        lint_report(item->r, LINT_NO_ALT_TEXT, spot_value(draft->fields[FIELD_IMAGE]),
                    "a picture that is not there in words. Add \"imageAlt\": what is on it");
    }
}

static void look_file(const struct lint_item *item, const cJSON *path)
{
    const struct lint *lint = item->r->lint->lint;
    if (!json_tree_is_text(path) ||
        lint->has_file(lint->owner, item->r->file, path->valuestring))
        return;
    lint_report(item->r, LINT_MISSING_FILE, spot_value(path),
                "there is no file \"%s\" beside the bank. Put it there, or mend its name",
                quote_string(path->valuestring).text);
}

static void look_choices(const struct lint_item *item, const struct draft_list *list)
{
    for (int i = 0; i < list->texts.count; i++) {
        if (cJSON_IsObject(list->from[i]))
            look_file(item, cJSON_GetObjectItemCaseSensitive(list->from[i], "image"));
    }
}

void lint_look_files(const struct lint_item *item)
{
    const struct draft *draft = item->draft;
    if (!item->r->lint->lint->has_file)
        return;
    look_file(item, draft->fields[FIELD_IMAGE]);
    look_file(item, draft->fields[FIELD_SOUND]);
    look_choices(item, &draft->right);
    look_choices(item, &draft->wrong);
}
