// formats/csv.h: tables as text, for spreadsheets (RFC 4180).
#pragma once

#include <stdint.h>

#include "base/buf.h"

/// Adds a cell that holds `text`, which may come from a stranger: what a spreadsheet would take
/// for a formula gets an apostrophe in front, which makes it text. NULL is an empty cell.
/// Source: OWASP, "CSV Injection".
void csv_text(struct buf *out, const char *text);

/// Adds a cell with a number, with a point in it if it has to be.
void csv_number(struct buf *out, double number);

/// Ends the row of the cells that were added: at least one.
void csv_end_row(struct buf *out);
