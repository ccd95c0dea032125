#include "store/schedule.h"

#include "core/fsrs_text.h"
#include "store/classes.h"

struct memory_options schedule_options(const struct settings *settings,
                                       const struct journal *journal)
{
    struct memory_options options = {.fsrs = fsrs_options_default(),
                                     .params = fsrs_params_default()};
    struct fsrs_options *fsrs = &options.fsrs;
    fsrs->retention = settings->retention_percent / 100.0;
    fsrs->maximum_days = settings->maximum_days;
    fsrs_steps_read(settings->learning_steps, &fsrs->learning);
    fsrs_steps_read(settings->relearning_steps, &fsrs->relearning);
    if (journal && journal->learner && classes_has(journal, journal->learner))
        fsrs->learning.count = fsrs->relearning.count = 0;
    fsrs->days.rollover_hour = settings->rollover_hour;
    fsrs->has_fuzz = settings->fuzz;
    fsrs->is_monotone = settings->monotone;
    fsrs->leech_lapses = settings->leech_lapses;
    struct fsrs_params params;
    if (fsrs_params_text_read(settings->parameters, &params) == FSRS_TEXT_GOOD)
        options.params = params;
    return options;
}
