// What is said of a question on several screens.
#include "base/i18n.h"
#include "core/answer_text.h"
#include "screens/play.h"
#include "ui/looked.h"

const char *play_question_text(const struct question *question, struct arena *arena)
{
    return answer_text_asked(question, arena);
}

const char *play_keep_looks(const struct ui *ui, const char *whole,
                            const struct question *question)
{
    for (int i = 0; question->kind == KIND_CLOZE && i <= question->cloze.gap_count; i++) {
        looked_keep(ui, whole, question->cloze.between[i]);
        if (i < question->cloze.gap_count)
            looked_keep(ui, whole, question->cloze.gaps[i].accepted.items[0]);
    }
    return whole;
}

struct page_words play_page_words(void)
{
    return (struct page_words){_("More"), _("Next page"), _("Page before")};
}

enum step_state play_step(const struct turn *turn)
{
    if (!turn->is_answered)
        return STEP_OPEN;
    if (turn->mark.credit == CREDIT_FULL)
        return STEP_RIGHT;
    return turn->mark.credit > 0 ? STEP_PARTLY : STEP_WRONG;
}
