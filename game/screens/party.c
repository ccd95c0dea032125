#include "screens/party.h"

#include <math.h>

#include "base/rng.h"

enum { PARTY_SHAPES = 24, PARTY_SEED = 4 };

void party_draw(struct ui *ui, struct point from, int64_t since_ms)
{
    int64_t gone_ms = ui->now_ms - since_ms;
    if (ui->reduced_motion || gone_ms >= MOTION_PARTY_MS)
        return;
    ui_wake(ui, gone_ms < 0 ? since_ms : ui->now_ms);
    if (gone_ms < 0)
        return;
    float t = (float)gone_ms / 1000, u = ui->u;
    float end = (float)(MOTION_PARTY_MS - gone_ms) / 300;
    ui->alpha = fminf(1, end);
    struct rng rng = rng_seed(PARTY_SEED);
    bool is_plain = ui->theme_id == THEME_ID_HIGH_CONTRAST;
    for (int i = 0; i < PARTY_SHAPES; i++) {
        float across = (float)rng_below(&rng, 201) - 100, up = 70 + (float)rng_below(&rng, 70);
        float turns = (float)rng_below(&rng, 13) - 6;
        float half = (1.8F + 0.6F * (float)rng_below(&rng, 3)) * u;
        struct point at = {from.x + across * t * u, from.y + (80 * t * t - up * t) * u};
        // Steps of 15 degrees, so that the same pictures do again and again.
        float angle = 15 * roundf(turns * t * 4);
        struct rect box = {at.x - half, at.y - half, 2 * half, 2 * half};
        ui_mask_turned(ui, (enum mask)(i % ANSWER_MARKS), box, angle,
                       is_plain ? ui->theme->text : answer_colours[i % ANSWER_MARKS].fill);
    }
    ui->alpha = 1;
}
