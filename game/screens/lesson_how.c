// How a lesson goes, for somebody who never gave one: a substitute reads this and begins.
#include <stddef.h>

#include "base/i18n.h"
#include "screens/lesson.h"

static const char *const stories[CONTEST_MODE_COUNT] = {
    [CONTEST_TURNS] = N_(
        "The teams answer in turn, each its own question; whose turn it is stands above it. "
        "Read the question aloud and let the team talk. Type or choose its answer, or listen "
        "and say yourself whether it was right: Y or N. Enter shows the answer and goes on. "
        "Questions left over at the end are for everyone. If you judged wrongly, X turns it "
        "round, and U takes back step after step."),
    [CONTEST_BUZZ] = N_(
        "Read the question aloud, then Enter opens the buzzers. The first team that presses "
        "its key or button answers; who presses before that is locked for a moment. Say "
        "whether it was right: Y or N. After a wrong answer the other teams may buzz. If "
        "nobody knows it, Enter shows the answer and goes on. If you judged wrongly, X turns "
        "it round, and U takes back step after step."),
    [CONTEST_ALL] = N_(
        "All teams answer each question on paper, boards or cards. Read it aloud and give "
        "them time. Enter asks for the boards; press the number of each team that was right, "
        "once more takes it back. Enter shows the answer with the points and goes on. U takes "
        "back step after step."),
    [CONTEST_HANDS] =
        N_("There are no teams: everybody thinks, then raises a hand for one answer. Read the "
           "question with its answers aloud. Enter begins the count: type how many hands there "
           "are for each answer, with Enter after each number. Then the right answer is shown, "
           "and how many had it; a wrong count is chosen with the arrows and typed again. The "
           "lesson ends with what the class should see again. U takes back step after step."),
    [CONTEST_BOARD] = N_(
        "The team whose turn it is chooses a topic and a value from the board; harder "
        "questions are worth more. Choose it with the arrows and Enter, read it aloud, and "
        "say whether the answer was right: Y or N. After a wrong answer another team may try. "
        "Behind some cells the team first wagers a part of its points. Enter leads from the "
        "answer back to the board. U takes back step after step."),
    [CONTEST_PUPILS] =
        N_("For each question a pupil is drawn, nobody twice before all had one. Read the "
           "question aloud and listen. Y says that the answer was right, N that it was not; S "
           "passes on, and L draws another pupil and keeps this one for later. Enter shows the "
           "answer and goes on. U takes back step after step."),
};

const char *lesson_how(const void *self, const struct game *game)
{
    (void)self;
    return game->run.is_there ? _(stories[game->run.contest.rules.mode]) : NULL;
}
