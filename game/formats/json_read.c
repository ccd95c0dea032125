#include "formats/json_read.h"

#include <string.h>

#include "base/number.h"

/// Parses the whole value, with numbers that are too long for cJSON written short.
static cJSON *parse(const char *text, const struct json_scan *scan)
{
    const struct json_remark *remarks = (const void *)scan->remarks.data;
    size_t count = scan->remarks.len / sizeof *remarks;
    struct arena scratch = {0};
    const char *slice = text + scan->root.at;
    char *copy = count ? arena_text(&scratch, slice, scan->root.len) : NULL;
    for (size_t i = 0; i < count; i++) {
        char digits[NUMBER_ROOM], *at = copy + (remarks[i].at - scan->root.at);
        double value = 0;
        number_parse(at, remarks[i].len, &value);
        size_t len = number_format(value, digits);
        memset(at, ' ', remarks[i].len);
        memcpy(at, digits, len);
    }
    cJSON *root = cJSON_ParseWithLength(copy ? copy : slice, scan->root.len);
    arena_free(&scratch);
    return root;
}

cJSON *json_read(const char *file, const char *text, size_t len,
                 const struct json_limits *limits, struct diags *diags)
{
    struct json_limits strict = *limits;
    strict.takes_nul = false;
    struct json_scan scan = {0};
    size_t errors = diags->errors;
    cJSON *root = NULL;
    if (json_scan(&scan, file, text, len, &strict, NULL, diags) && diags->errors == errors) {
        root = parse(text, &scan);
        if (!root)
            diag_add_file(diags, DIAG_ERROR, file, "out of memory");
    }
    json_scan_free(&scan);
    return root;
}
