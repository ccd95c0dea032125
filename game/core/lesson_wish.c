#include "core/lesson_wish.h"

enum { QUESTIONS_USUAL = 20, TEXT_LEAST = 100, TEXT_MOST = 200 };

struct lesson_wish lesson_wish_usual(void)
{
    return (struct lesson_wish){
        .questions = QUESTIONS_USUAL, .rounds = 1, .text_percent = LESSON_TEXT_USUAL};
}

static int within(int number, int least, int most)
{
    return number < least ? least : number > most ? most : number;
}

struct lesson_wish lesson_wish_fit(struct lesson_wish wish)
{
    if (wish.mode < 0 || wish.mode >= LESSON_MODES)
        wish.mode = 0;
    wish.questions = within(wish.questions, 1, LESSON_QUESTIONS_MOST);
    wish.rounds = within(wish.rounds, 1, LESSON_ROUNDS_MOST);
    wish.limit_s = within(wish.limit_s, 0, LESSON_LIMIT_MOST_S);
    wish.text_percent = within(wish.text_percent, TEXT_LEAST, TEXT_MOST);
    return wish;
}

struct lesson_wish lesson_wish_calmed(struct lesson_wish wish)
{
    if (wish.is_calm) {
        wish.limit_s = 0;
        wish.has_speed = false;
    }
    return wish;
}
