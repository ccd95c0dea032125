// sdl/desktop.h: what the user has asked of all programs: dark colours, less motion.
#pragma once

#include <stdbool.h>

struct desktop_question;

struct desktop_wishes {
    bool is_dark, reduces_motion;
};

/// Begins to ask the desktop (GNOME's settings, which others fill too) in a thread, so that it
/// takes no time from the start. NULL where nobody can be asked.
struct desktop_question *desktop_ask(void);

/// Waits for the answer and frees the question. Dark colours and motion where nothing was said.
struct desktop_wishes desktop_answer(struct desktop_question *question);
