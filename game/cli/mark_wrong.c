#include "cli/mark_wrong.h"

#include "base/i18n.h"
#include "store/flag.h"
#include "store/quiz_log_text.h"

void mark_wrong(struct talk *talk, struct memory *memory, const struct bank *bank,
                const struct question *question, int64_t game)
{
    struct arena scratch = {0};
    bool is_up = memory && !flag_is_up(memory, bank, question);
    const char *text = quiz_words_asked(question, &scratch);
    if (!memory || !flag_set(memory, bank, question, is_up, game, talk_time(talk).at_ms)) {
        buf_text(&talk->out, _("That cannot be kept now.\n"));
    } else if (is_up) {
        buf_printf(&talk->out, _("Marked as wrong: %s\n"), text);
    } else {
        buf_printf(&talk->out, _("No longer marked as wrong: %s\n"), text);
    }
    arena_free(&scratch);
}
