#include "screens/edits.h"
#include "screens/layout_walk.h"
#include "screens/play.h"
#include "screens/review.h"

void walk_flags(struct walk *w, const struct bank *bank)
{
    for (int is_up = 0; is_up < 2; is_up++) {
        walk_miss(w, bank, &bank->questions[0]);
        struct flagging flag = {bank, &bank->questions[0], is_up};
        const struct play play = {.looking_at = PLAY_NOT_LOOKING, .flag = flag};
        walk_in_all_sizes(w, screens[SCREEN_PLAY], &play,
                          is_up ? "wrong, marked" : "to be marked");
        struct review review = {0};
        screens[SCREEN_REVIEW]->enter(&review, &w->game, 0);
        review.flag = flag;
        walk_in_all_sizes(w, screens[SCREEN_REVIEW], &review,
                          is_up ? "review, marked" : "review, to be marked");
        screens[SCREEN_REVIEW]->leave(&review, &w->game);
    }
}

void walk_edits(struct walk *w)
{
    static const char old[] =
        "Which of the many rivers of the continent of South America is, as "
        "far as anybody knows today, the longest one of all of them?";
    static struct edit_item items[3] = {
        {{.bank = "b",
          .text = "Longest river?",
          .right = "the Amazon",
          .is_known = true,
          .from = {.text = old, .right = "the Amazon"}},
         EDIT_ASKED},
        {{.bank = "b", .text = old, .right = old, .from = {.text = old, .right = old}},
         EDIT_CAME},
        {{.bank = "b",
          .key = "river",
          .from = {.question = "0123456789abcdef0123456789abcdef"}},
         EDIT_UNDONE},
    };
    static const char *const names[] = {"an edit asked about", "an edit that came along",
                                        "an edit taken back"};
    w->game.edits.items = items;
    w->game.edits.count = 3;
    walk_visit(w, SCREEN_HOME, "home, with an edit to ask about");
    for (int i = 0; i < 3; i++) {
        const struct edits_page page = {.at = i, .has_failed = i == 2};
        walk_in_all_sizes(w, screens[SCREEN_EDITS], &page, names[i]);
    }
    items[0].fate = EDIT_OTHER;
    w->game.edits.is_seen = false;
    walk_visit(w, SCREEN_HOME, "home, with news of an edit");
    w->game.edits = (struct edits){0};
}

void walk_lost(struct walk *w)
{
    const int at = w->game.bank_at;
    w->game.lost =
        (struct lost_bank){.id = "x",
                           .name = "the-capitals-of-all-countries-of-this-world.json",
                           .is_known = true,
                           .is_counted = true,
                           .due = 123456};
    walk_visit(w, SCREEN_HOME, "home, without the bank of before");
    w->game.bank_at = -1;
    walk_visit(w, SCREEN_HOME, "home, without any bank");
    w->game.bank_at = at;
    w->game.lost = (struct lost_bank){0};
}
