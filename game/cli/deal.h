// cli/deal.h: flashcards in plain lines, one after the other.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "cli/desk.h"
#include "core/card.h"
#include "store/study_session.h"

/// The sessions that a command line began, one a bank: the next bank's turn comes when one has
/// no card left for now.
struct deal {
    struct desk *desk;
    struct study_session *sessions;
    int count;
    int at;             // the session whose turn it is
    bool is_cram;       // all of them are
    bool is_typed;      // cards are answered, not turned over, where their kind can be
    struct arena arena; // of the card that is up
};

/// What a line led to; the last four end it all.
enum deal_outcome {
    DEAL_AGAIN, // the same line is wanted again
    DEAL_NEXT,  // another card is up now, or this one is to be seen again
    DEAL_SHOW,  // the answer is wanted
    DEAL_GIVEN, // something was said that is no command
    DEAL_OVER,  // no card is left today
    DEAL_QUIT,
    DEAL_INPUT_ENDED, // with a card up
    DEAL_INTERRUPTED,
};

/// Shows card after card and does what is said, until one of the last four outcomes.
enum deal_outcome deal_go(struct deal *deal);

// --- for each other --------------------------------------------------------------------------

static inline struct study_session *deal_session(const struct deal *deal)
{
    return &deal->sessions[deal->at];
}

/// Writes `ask`, waits at most `wait_ms` for a line, and does what it says if it is a command.
/// DEAL_GIVEN: `*line` is none.
enum deal_outcome deal_read(struct deal *deal, const char *ask, int64_t wait_ms,
                            const char **line);

/// Shows `card`, which is up, and takes what is said until it is graded or put away
/// (deal_card.c).
enum deal_outcome deal_card(struct deal *deal, const struct deck_card *card);

/// Shows the back of the card that is up and takes a grade, for which an empty line is
/// `usual`; or something else that ends the card.
enum deal_outcome deal_back(struct deal *deal, const struct card_faces *faces,
                            const struct deck_card *card, struct study_grade usual);

/// Asks the question of `card`, and grades it by the answer (deal_typed.c). Whoever knows
/// better can say so, at a terminal.
enum deal_outcome deal_typed(struct deal *deal, const struct deck_card *card);

/// Grades the card that is up and says when it comes back.
void deal_grade(struct deal *deal, struct study_grade grade);

/// What is left in all sessions.
int deal_left(const struct deal *deal);

// Words (deal_words.c).

/// Both sides in plain lines. The front ends in what is wanted, "Put in order.", and what it is
/// done with.
void deal_add_front(const struct card_faces *faces, const struct deck_card *card,
                    struct buf *out);
void deal_add_back(const struct card_faces *faces, const struct deck_card *card,
                   struct buf *out);

/// "4 new, 2 learning, 11 due", and the topic of the card.
void deal_add_header(const struct deal *deal, const struct deck_card *card, struct buf *out);

/// "1 again 10 min, 2 hard 1 d, 3 good 3 d, 4 easy 8 d"; `waits`, by rating, is NULL where
/// grades change nothing.
void deal_add_grades(const struct fsrs_outcome *waits, struct buf *out);

/// "good".
const char *deal_rating_word(enum fsrs_rating rating);

/// The rating that a line stands for; 0 if it stands for none.
enum fsrs_rating deal_rating(const char *line, struct arena *arena);

/// What a grade has done.
void deal_add_graded(enum fsrs_rating rating, const struct fsrs_outcome *outcome,
                     struct buf *out);

/// What was done so far; nothing if nothing was.
void deal_add_done(const struct deal *deal, struct buf *out);

/// That no card is left, and when the next ones come.
void deal_add_over(const struct deal *deal, struct buf *out);
