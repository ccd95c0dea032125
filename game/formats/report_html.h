// formats/report_html.h: a report of a class as a page to print.
#pragma once

#include "base/buf.h"
#include "formats/report_page.h"

/// Writes one page that needs nothing else: no script, no picture, no other file. It is light,
/// says everything without colour too, and has its own look on A4. All that comes from banks
/// and names is text in it, whatever it looks like. Well-formed as XML too.
void report_html_write(const struct report_page *page, struct buf *out);
