// cli/run.h: what each command does. All return the status to exit with.
#pragma once

#include "cli/command.h"

/// Opens the window; without a display it says so and plays in the terminal.
int run_window(struct cli *cli);

/// Plays a quiz in plain lines (play.c).
int run_play(struct cli *cli);

/// Asks the cards that are due, in plain lines (study.c).
int run_study(struct cli *cli);

/// Shows the banks there are (list.c).
int run_list(struct cli *cli);

/// Says what is wrong in banks (check.c).
int run_check(struct cli *cli);

/// Lays banks out in the usual way (fmt.c).
int run_fmt(struct cli *cli);

/// Gives questions their ids (ids.c).
int run_ids(struct cli *cli);

/// Makes a small bank to write over (new.c).
int run_new(struct cli *cli);

/// Asks for questions and puts them into a bank (add.c).
int run_add(struct cli *cli);

/// Says how many cards are due (due.c).
int run_due(struct cli *cli);

/// Shows how well it goes (stats.c).
int run_stats(struct cli *cli);

/// Says what came of the lessons of a class (report.c).
int run_report(struct cli *cli);

/// Lists progress on questions that are gone (orphans.c).
int run_orphans(struct cli *cli);

/// Lists questions that are said to be wrong (flagged.c).
int run_flagged(struct cli *cli);

/// Lists classes, or makes one (class.c).
int run_class(struct cli *cli);

/// Copies everything that was played into a file (backup.c).
int run_backup(struct cli *cli);

/// Takes it back from such a file (restore.c).
int run_restore(struct cli *cli);

/// Forgets a bank, a learner or everything (forget.c).
int run_forget(struct cli *cli);

/// Works out what is remembered again (rebuild.c).
int run_rebuild(struct cli *cli);

/// Says what minutes a day and an exam mean (plan.c).
int run_plan(struct cli *cli);

/// Plays scripts on the screens, by the program's hook.
int run_replay(struct cli *cli);

/// Shows all commands or one (help.c).
int run_help(struct cli *cli);
