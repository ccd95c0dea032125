// formats/question_ids.h: names for questions that have none.
#pragma once

#include "formats/json_scan.h"
#include "formats/patch.h"

/// Notes in `patch` an id for each question that has no key "id", as the first key of it and
/// written as the others are. `scan` has the questions of its text as elements.
///
/// An id is made of the first words that are asked, "capital-of-france", at most 40 characters;
/// where no letter of them can stand in an id, of a hash of them. One that is taken already
/// gets a number behind it. What says no words at all, and so is no question, gets none.
/// Returns how many were given. Pure.
int question_ids(struct patch *patch, const struct json_scan *scan);
