// base/i18n.h: the marks that gettext knows texts by. For screens and cli, which alone speak.
#pragma once

#include <libintl.h>

/// The text in the player's language.
#define _(text) gettext(text)

/// Marks a text in a const table, which _() translates where it is shown.
#define N_(text) text
