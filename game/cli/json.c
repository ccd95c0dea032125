#include "cli/json.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

void json_add_text(cJSON *object, const char *key, const char *text)
{
    if (text) {
        cJSON_AddStringToObject(object, key, text);
    } else {
        cJSON_AddNullToObject(object, key);
    }
}

cJSON *json_add_object(cJSON *array)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddItemToArray(array, object);
    return object;
}

void json_add_path(cJSON *object, const char *key, const char *path)
{
    if (!path) {
        cJSON_AddNullToObject(object, key);
        return;
    }
    struct buf text = {0};
    size_t len = strlen(path), good = 0;
    while (!text_is_utf8(path, len, &good)) {
        buf_add(&text, path, good);
        buf_text(&text, "\xEF\xBF\xBD");
        path += good + 1;
        len -= good + 1;
    }
    buf_text(&text, path);
    cJSON_AddStringToObject(object, key, text.data);
    buf_free(&text);
}

void json_print(cJSON *root)
{
    char *text = cJSON_Print(root);
    if (text)
        puts(text);
    cJSON_free(text);
    cJSON_Delete(root);
}
