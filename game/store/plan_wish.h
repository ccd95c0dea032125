// store/plan_wish.h: the exam that the settings tell of.
#pragma once

#include "core/plan_cards.h"
#include "store/settings.h"

struct plan_wish {
    bool has_exam;
    int64_t exam_day;          // number of the day, see base/date.h
    struct plan_topics topics; // that it is about
};

/// The exam of the bank with this id, in `arena`; it may be over.
struct plan_wish plan_wish_read(const struct settings *settings, const char *bank,
                                struct arena *arena);

/// Takes the exam into the rules of a day: so many new cards that each is seen in time, though
/// the learner's limit be lower. `cards` are those of the bank.
void plan_wish_follow(const struct plan_wish *wish, const struct deck_card *cards, int count,
                      struct deck_rules *rules, struct arena *scratch);
