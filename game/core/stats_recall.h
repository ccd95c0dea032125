// core/stats_recall.h: how well was remembered what should have been, and what was foreseen.
//
// Foreseen is the share right that the model expects. An answer that could be guessed, as the
// right one of n choices, proves only a share e of recall (see fsrs_review_weighed()): it is
// right with the probability 1 - e (1 - R), where R is that of recall.
#pragma once

#include "core/stats.h"

/// Reviews, and those among them in which the card was recalled.
struct stats_share {
    int reviews, recalled;
    double foreseen; // sum of the probabilities
};

/// True retention, as in Anki: only cards in review count, and of each card only the first
/// review on a day. Young is a card whose interval before the review was below STATS_MATURE
/// days.
struct stats_retention {
    struct stats_share young[STATS_WINDOWS], mature[STATS_WINDOWS];
};

struct stats_share stats_share_sum(struct stats_share a, struct stats_share b);

enum { STATS_BINS = 20 };

/// What was foreseen against what was seen, of all reviews on a later day than the one before.
struct stats_calibration {
    struct stats_share bins[STATS_BINS]; // by what was foreseen: 0 to 5 %, ... 95 to 100 %
    struct stats_share all;
    double log_loss; // mean of -ln of the probability of what came; 0 without reviews
    double rmse; // of foreseen against seen in the bins of fsrs-rs: by days since the review
                 // before, reviews so far and lapses so far, each on a logarithmic scale
};

struct stats_recall {
    struct stats_retention retention;
    struct stats_calibration calibration;
};

/// Goes through the reviews once for both. Probabilities count as at least 1e-7 and at most
/// 1 - 1e-7, as in fsrs-rs.
struct stats_recall stats_recall_make(const struct stats_source *source);
