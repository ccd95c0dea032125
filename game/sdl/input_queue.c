#include "sdl/input_queue.h"

void input_queue_add(struct input_queue *queue, const struct input *input)
{
    if (queue->count == INPUT_QUEUE_ROOM)
        return;
    queue->items[(queue->first + queue->count) % INPUT_QUEUE_ROOM] = *input;
    queue->count++;
}

bool input_queue_take(struct input_queue *queue, struct input *input)
{
    if (queue->count == 0)
        return false;
    *input = queue->items[queue->first];
    queue->first = (queue->first + 1) % INPUT_QUEUE_ROOM;
    queue->count--;
    return true;
}
