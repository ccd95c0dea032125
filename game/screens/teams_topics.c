// Which topics of the bank the lesson is about.
#include <string.h>

#include "base/i18n.h"
#include "core/board.h"
#include "core/contest.h"
#include "screens/teams_page.h"

static bool has_untagged(const struct bank *bank)
{
    for (int i = 0; i < bank->question_count; i++) {
        if (!bank->questions[i].topic_count)
            return true;
    }
    return false;
}

static bool is_among(const struct class_topics *topics, const char *name)
{
    for (int i = 0; i < topics->count; i++) {
        if (strcmp(topics->names[i], name) == 0)
            return true;
    }
    return topics->count == 0;
}

static int count_on(const struct teams_page *page)
{
    int count = 0;
    for (int i = 0; i < page->topic_count; i++)
        count += page->topics[i].is_on;
    return count;
}

bool teams_page_has_all_topics(const struct teams_page *page)
{
    return count_on(page) == page->topic_count;
}

bool teams_page_has_topics(const struct teams_page *page)
{
    return page->topic_count > 1;
}

/// Whether one of the question's topics is wanted; counts it in each of them.
static bool count_question(const struct teams_page *page, const struct question *question)
{
    bool is_wanted = false;
    for (int i = 0; i < question->topic_count; i++) {
        struct teams_topic *topic = &page->topics[question->topics[i]];
        topic->count++;
        is_wanted = is_wanted || topic->is_on;
    }
    if (question->topic_count)
        return is_wanted;
    page->topics[page->bank->topic_count].count++;
    return page->topics[page->bank->topic_count].is_on;
}

void teams_page_count_questions(struct teams_page *page)
{
    page->available = 0;
    for (int i = 0; i < page->topic_count; i++)
        page->topics[i].count = 0;
    for (int i = 0; page->bank && i < page->bank->question_count; i++) {
        const struct question *question = &page->bank->questions[i];
        if (contest_fits((enum contest_mode)page->wish.mode, question) == CONTEST_FITS)
            page->available += count_question(page, question);
    }
}

/// Lists the topics of the bank, with those of `wanted` on; all if it has none of them.
static void list(struct teams_page *page, const struct class_topics *wanted)
{
    const struct bank *bank = page->bank;
    page->topics = NULL;
    page->topic_count = 0;
    if (bank) {
        page->topic_count = bank->topic_count + has_untagged(bank);
        page->topics = ARENA_ARRAY(&page->arena, page->topic_count + 1, struct teams_topic);
    }
    for (int i = 0; bank && i < page->topic_count; i++) {
        bool is_tag = i < bank->topic_count;
        page->topics[i] =
            (struct teams_topic){.name = is_tag ? bank->topics[i] : board_other,
                                 .shown = is_tag ? bank->topics[i] : _(board_other)};
        page->topics[i].is_on = is_among(wanted, page->topics[i].name);
    }
    bool has_none = count_on(page) == 0;
    for (int i = 0; i < page->topic_count && has_none; i++)
        page->topics[i].is_on = true;
    teams_page_count_questions(page);
}

void teams_page_take_topics(struct teams_page *page, const struct bank *bank)
{
    const struct class_topics *last = &page->last.topics;
    bool is_same = bank && last->bank && strcmp(last->bank, bank->id) == 0;
    page->bank = bank;
    list(page, is_same ? last : &(struct class_topics){0});
}

void teams_page_follow_bank(struct teams_page *page, const struct bank *bank)
{
    if (bank == page->bank)
        return;
    bool is_same = bank && page->bank && strcmp(page->bank->id, bank->id) == 0;
    const struct class_topics chosen = teams_page_topics(page, &page->arena);
    page->bank = bank;
    list(page, is_same ? &chosen : &(struct class_topics){0});
}

void teams_page_choose_topic(struct teams_page *page, int id, int arg)
{
    bool is_on = !teams_page_has_all_topics(page);
    page->fault = NULL;
    if (id == TEAMS_TOPIC && arg >= 0 && arg < page->topic_count)
        page->topics[arg].is_on = !page->topics[arg].is_on;
    for (int i = 0; i < page->topic_count && id == TEAMS_ALL_TOPICS; i++)
        page->topics[i].is_on = is_on;
    teams_page_count_questions(page);
}

struct class_topics teams_page_topics(const struct teams_page *page, struct arena *arena)
{
    const char **names = ARENA_ARRAY(arena, page->topic_count + 1, const char *);
    struct class_topics topics = {.names = names};
    if (!page->bank || teams_page_has_all_topics(page))
        return topics;
    topics.bank = page->bank->id;
    for (int i = 0; i < page->topic_count; i++) {
        if (page->topics[i].is_on)
            names[topics.count++] = page->topics[i].name;
    }
    return topics;
}

struct class_topics teams_page_topics_to_keep(const struct teams_page *page,
                                              struct arena *arena)
{
    const struct class_topics *last = &page->last.topics;
    bool is_other = !page->bank || (last->bank && strcmp(last->bank, page->bank->id) != 0);
    bool is_all = teams_page_has_all_topics(page);
    bool is_none = count_on(page) == 0; // no choice either
    return (is_all && is_other) || is_none ? *last : teams_page_topics(page, arena);
}

const char *teams_page_topics_fault(const struct teams_page *page)
{
    if (!count_on(page) && page->topic_count)
        return _("Choose at least one topic.");
    return page->available ? NULL
           : page->wish.mode == CONTEST_HANDS
               ? _("Hands can be counted for choices only, and no question has them.")
               : _("No question of this bank can be asked so.");
}
