// cli/bank_help.h: the page of help that says how to write a bank.
#pragma once

struct paths;

/// Prints it on standard output.
void bank_help_print(const struct paths *paths);
