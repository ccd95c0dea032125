// sdl/input_queue.h: inputs that wait to be taken, first in, first out.
#pragma once

#include <stdbool.h>

#include "ui/input.h"

enum { INPUT_QUEUE_ROOM = 16 };

/// Zeroed is empty.
struct input_queue {
    struct input items[INPUT_QUEUE_ROOM];
    int first, count;
};

/// Adds a copy; a full queue drops it.
void input_queue_add(struct input_queue *queue, const struct input *input);

/// Takes the oldest. Returns false if there is none.
bool input_queue_take(struct input_queue *queue, struct input *input);
