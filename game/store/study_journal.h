// store/study_journal.h: a session of cards whose events go into the journal, and comes back
// from it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/study.h"
#include "store/card_pile.h"
#include "store/journal.h"

/// Where the events of a session go. Zeroed: nowhere.
struct study_journal {
    struct journal *journal;
    int64_t game;        // 0: none
    int64_t origin_ms;   // when the session began
    enum deck_mode mode; // what is done in DECK_CRAM is noted, but not for the memory
};

/// Notes that a session begins by `rules`, of the bank with this id.
void study_journal_start(struct study_journal *log, struct journal *journal, const char *bank,
                         const struct deck_rules *rules);

/// Something that was done with a card.
struct study_deed {
    const struct deck_card *card;
    const char *key; // what its question is known by
    enum study_action action;
    struct study_grade grade; // STUDY_GRADE
    int64_t took_ms;          // likewise
    int64_t until_ms;         // STUDY_HIDE
};

/// Notes it: then it is on the disk, or the journal has a fault.
void study_journal_deed(const struct study_journal *log, const struct study_deed *deed,
                        struct fsrs_time now);

/// Notes that the last of these was undone, or was done again.
void study_journal_undo(const struct study_journal *log, struct fsrs_time now);
void study_journal_redo(const struct study_journal *log, struct fsrs_time now);

/// A session that was found in the journal.
struct study_found {
    struct study_journal log;
    struct deck_rules rules; // as it began; `fsrs`, `new_done` and `reviews_done` are those of
                             // the rules that were asked for
    struct study_past *past; // what counts, then what was undone; for study_restore()
    int past_count, undone_count;
};

/// Looks for the last session of the bank with this id that began on the local day of `rules`
/// and in its mode, with what was done with those of its cards that are in `list`; `memory` has
/// to have caught up. In `arena`. Returns false if there is none.
bool study_journal_find(struct journal *journal, const struct memory *memory, const char *bank,
                        const struct card_pile *list, const struct deck_rules *rules,
                        struct arena *arena, struct study_found *found);
