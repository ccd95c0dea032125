#include "formats/json_read.h"

#include <string.h>

#include "base/number.h"

/// Writes what cJSON can read over the bytes of `remark` in `copy`, as long as they are.
static void replace(char *copy, const char *text, const struct json_remark *remark)
{
    char digits[NUMBER_ROOM] = "0";
    size_t len = 1;
    double value = 0;
    switch (remark->kind) {
    case JSON_FAULT:
        return;
    case JSON_BAD_ESCAPE:
        memcpy(copy, "\\uFFFD", 6);
        return;
    case JSON_LONG_NUMBER:
        if (number_parse(text + remark->at, remark->len, &value))
            len = number_format(value, digits);
        break;
    case JSON_HUGE_NUMBER:
        break;
    }
    memset(copy, ' ', remark->len);
    memcpy(copy, digits, len < remark->len ? len : remark->len);
}

cJSON *json_parse_item(const char *text, const struct json_item *item,
                       const struct json_remark *remarks, size_t count, struct arena *scratch)
{
    const char *slice = text + item->at;
    if (count > 0) {
        char *copy = arena_text(scratch, slice, item->len);
        for (size_t i = 0; i < count; i++)
            replace(copy + (remarks[i].at - item->at), text, &remarks[i]);
        slice = copy;
    }
    return cJSON_ParseWithLength(slice, item->len);
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
        struct arena scratch = {0};
        root = json_parse_item(text, &scan.root, (void *)scan.remarks.data,
                               scan.remarks.len / sizeof(struct json_remark), &scratch);
        arena_free(&scratch);
        if (!root)
            diag_add_file(diags, DIAG_ERROR, file, "out of memory");
    }
    json_scan_free(&scan);
    return root;
}
