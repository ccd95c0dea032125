// The host's window in replay scripts.
#include <string.h>

#include "app/script.h"

void script_host(struct script *script, const char *words)
{
    int width = 0, height = 0;
    script_start(script);
    if (strcmp(words, "off") == 0 || script_read_size(words, &width, &height)) {
        stage_resize_host(&script->stage, width, height);
        script_wait(script, 0);
    } else {
        script_break(script, "the host's window has a size, such as 1280x720, or is off",
                     words);
    }
}

void script_shot_host(struct script *script, const char *words)
{
    script_start(script);
    script_wait(script, 0);
    const struct draw_list *list = stage_draw_host(&script->stage, script->now_ms);
    if (list) {
        script_save_shot(script, list, script->stage.host_width, script->stage.host_height,
                         words);
    } else {
        script_break(script, "nothing is to be seen in a window of the host", words);
    }
}
