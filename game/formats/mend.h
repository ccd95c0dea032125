// formats/mend.h: slips in a bank that can be mended without a doubt.
#pragma once

#include <stdint.h>

#include "formats/patch.h"

/// Notes in `patch` that a byte order mark goes, and all that native_read() and the rules of
/// formats/lint.h whose bits are in `rules` find and know how to mend, see diag_fix(). What is
/// mended may bring more to light, which is mended too. Nothing else in the text changes. Pure.
void mend(struct patch *patch, uint32_t rules);
