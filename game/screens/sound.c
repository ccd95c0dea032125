#include "screens/sound.h"

#include <math.h>

#include "base/i18n.h"
#include "screens/picture.h"
#include "ui/key_button.h"

bool sound_is_there(const struct question *question)
{
    return question && question->extras && question->extras->sound;
}

bool sound_ask(struct game *game, const struct bank *bank, const struct question *question)
{
    if (!sound_is_there(question))
        return false;
    game->sound_state = game->settings.sounds ? SOUND_FINE : SOUND_MUTED;
    if (!game->settings.sounds)
        return true;
    arena_reset(&game->sound_arena);
    game->asks_sound_in = picture_folder(game, bank, &game->sound_arena);
    game->asks_sound = game->asks_sound_in ? question->extras->sound : NULL;
    return game->asks_sound != NULL;
}

void sound_toggle(struct game *game, int64_t now_ms)
{
    game->settings.sounds = !game->settings.sounds;
    game->settings_changed = true;
    game->asks_silence = !game->settings.sounds;
    game->sound_said_until_ms = now_ms + RELOAD_NOTE_MS;
    if (game->sound_state == SOUND_MUTED)
        game->sound_state = SOUND_FINE;
}

const char *sound_fault(const struct game *game)
{
    switch (game->sound_state) {
    case SOUND_FINE:
        break;
    case SOUND_MISSING:
        return _("The sound is not there. Put it beside its bank.");
    case SOUND_OUTSIDE:
        return _("The sound is out of the folder of its bank. Copy it there.");
    case SOUND_TOO_HEAVY:
        return _("The sound has more than 16 MiB, or is too long. Make it shorter.");
    case SOUND_BROKEN:
        return _("The sound is damaged. Save it again as WAV, Ogg or MP3.");
    case SOUND_NO_READER:
        return _("Ogg and MP3 need the package libsndfile1; WAV needs nothing.");
    case SOUND_NO_DEVICE:
        return _("Nothing can be heard: there is no sound device. Plug one in and try again.");
    case SOUND_MUTED:
        return _("Sound is off. Turn it on with Ctrl+M, or in Settings.");
    }
    return NULL;
}

static struct key_button button_of(int id)
{
    return (struct key_button){
        .kind = BUTTON_QUIET, .label = _("Play the sound"), .key = "R", .id = id};
}

float sound_button_height(const struct ui *ui, const struct question *question)
{
    return sound_is_there(question) ? fmaxf(6.4F * ui->u, ui_line_px(ui, 3.1F, 1.7F)) : 0;
}

void sound_button(struct ui *ui, struct rect rect, bool is_centred, int id)
{
    const struct key_button button = button_of(id);
    float width = fminf(rect.w, ui_key_button_width(ui, &button) * ui->u);
    rect.x += is_centred ? (rect.w - width) / 2 : 0;
    rect.w = width;
    ui_key_button(ui, rect, &button);
}
