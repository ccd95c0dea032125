// Hands that were raised for each answer.
#include "screens/lesson.h"

void lesson_view_hands(const struct lesson_screen *lesson, const struct game *game,
                       struct ui *ui, struct rect rest)
{
    lesson_view_answer(lesson, game, ui, rest);
}
