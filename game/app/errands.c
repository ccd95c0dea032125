#include "app/errands.h"

bool errands_run(const struct stage_host *host, struct game *game, int64_t now_ms)
{
    const char *failed = NULL;
    if (game->asks_copy && host->set_clipboard)
        host->set_clipboard(host->context, game->asks_copy);
    if (game->asks_open_url && host->open_url)
        host->open_url(host->context, game->asks_open_url);
    if (game->asks_sound && host->play_sound)
        host->play_sound(host->context, game->asks_sound_in, game->asks_sound);
    if (game->asks_silence && host->silence)
        host->silence(host->context);
    if (game->asks_tone != TONE_NONE && game->settings.sounds && host->play_tone)
        host->play_tone(host->context, game->asks_tone);
    if (game->asks_edit && host->open_editor)
        failed = host->open_editor(host->context, game->asks_edit, game->asks_edit_line);
    game->asks_silence = false;
    game->asks_tone = TONE_NONE;
    game->asks_copy = game->asks_open_url = game->asks_sound = game->asks_edit = NULL;
    if (failed)
        game_say_no_editor(game, failed, now_ms);
    return failed != NULL;
}
