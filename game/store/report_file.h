// store/report_file.h: where reports of classes are saved, and how the files are called.
#pragma once

#include <stdbool.h>

#include "base/arena.h"

/// The folder for reports beside the database at `db_path`, in `arena`. It may not be there.
const char *report_file_folder(const char *db_path, struct arena *arena);

/// The name of a report without its ending, in `arena`: "8b-3-2026-01-08". What is no plain
/// letter of the class's name is "-". `lesson` 0: of all lessons, "8b-all-2026-01-08".
const char *report_file_name(const char *class_name, int lesson, const char *date,
                             struct arena *arena);

/// Whether a file of this name is a report of the class, or of one whose name is written the
/// same.
bool report_file_is_of(const char *file_name, const char *class_name);
