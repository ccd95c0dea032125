// Formulas as TeX has them, which are shown as they are written.
#include <string.h>

#include "formats/lint_bank.h"
#include "formats/quote.h"

/// A command of TeX, and what to write instead.
struct command {
    const char *name, *instead;
};

static const struct command commands[] = {
    {"Delta", "Δ"},
    {"Omega", "Ω"},
    {"alpha", "α"},
    {"approx", "≈"},
    {"beta", "β"},
    {"cap", "∩"},
    {"cdot", "·"},
    {"circ", "°"},
    {"cup", "∪"},
    {"delta", "δ"},
    {"div", "÷"},
    {"dfrac", "1/2 or ½"},
    {"epsilon", "ε"},
    {"equiv", "≡"},
    {"frac", "1/2 or ½"},
    {"gamma", "γ"},
    {"geq", "≥"},
    {"infty", "∞"},
    {"int", "∫"},
    {"lambda", "λ"},
    {"leftarrow", "←"},
    {"leq", "≤"},
    {"mathbb", "ℝ, ℕ, ℤ"},
    {"mathrm", "the letters alone"},
    {"mu", "μ"},
    {"neq", "≠"},
    {"omega", "ω"},
    {"overline", "the letters alone"},
    {"phi", "φ"},
    {"pi", "π"},
    {"pm", "±"},
    {"prod", "∏"},
    {"rho", "ρ"},
    {"rightarrow", "→"},
    {"rightleftharpoons", "⇌"},
    {"sigma", "σ"},
    {"sqrt", "√"},
    {"subset", "⊂"},
    {"sum", "∑"},
    {"tfrac", "1/2 or ½"},
    {"theta", "θ"},
    {"times", "×"},
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static const char *find_instead(const char *name, size_t len)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (strncmp(commands[i].name, name, len) == 0 && !commands[i].name[len])
            return commands[i].instead;
    }
    return NULL;
}

/// Whether the backslash at `at` is one of a path: "C:\pi", "\\server\pi".
static bool is_in_path(const char *text, const char *at)
{
    const char *word = at;
    while (word > text && word[-1] != ' ' && word[-1] != '\n')
        word--;
    return strncmp(word, "\\\\", 2) == 0 ||
           (is_letter(word[0]) && strncmp(word + 1, ":\\", 2) == 0);
}

/// The next command of TeX in `text`; its name without the backslash is `*len` bytes.
static const char *find_command(const char *text, size_t *len, const char **instead)
{
    for (const char *at = strchr(text, '\\'); at; at = strchr(at + 1, '\\')) {
        *len = 0;
        while (is_letter(at[1 + *len]))
            ++*len;
        *instead = *len ? find_instead(at + 1, *len) : NULL;
        if (*instead && !is_in_path(text, at))
            return at;
    }
    return NULL;
}

/// The next formula between dollars in one line, which hug it: prices have no such signs in
/// between.
static const char *find_formula(const char *text, size_t *len)
{
    for (const char *at = strchr(text, '$'); at; at = strchr(at + 1, '$')) {
        size_t inside = strcspn(at + 1, "$\n");
        if (at[1 + inside] != '$' || !inside || at[1] == ' ' || at[inside] == ' ')
            continue;
        *len = inside + 2;
        if (strcspn(at + 1, "\\^_{") < inside)
            return at;
    }
    return NULL;
}

static bool look(struct reader *r, const cJSON *item)
{
    const char *instead = NULL;
    size_t len = 0;
    const char *text = item->valuestring, *at = find_formula(text, &len);
    if (at) {
        lint_report(r, LINT_TEX, spot_part(item, (size_t)(at - text), len),
                    "\"%s\" is TeX, which is shown as it is written. Write the signs "
                    "themselves, as in x² ≤ ½; with \"markup\": \"mini\" x^2^ is x²",
                    quote_text(at, len).text);
        return true;
    }
    at = find_command(text, &len, &instead);
    if (at) {
        lint_report(r, LINT_TEX, spot_part(item, (size_t)(at - text), len + 1),
                    "\"%s\" is TeX, which is shown as it is written. Write %s",
                    quote_text(at, len + 1).text, instead);
    }
    return at != NULL;
}

void lint_look_tex(const struct lint_item *item)
{
    lint_look_through(item, look);
}
