#include "ui/mask_paths.h"

#include <assert.h>

#include "ui/mask.h"

static const struct path_step circle[] = {{'A', {0, 0, .96F, 0, 360}}, {'Z', {0}}};

static const struct path_step triangle[] = {
    {'M', {0, -.98F}}, {'L', {1.08F, .82F}}, {'L', {-1.08F, .82F}}, {'Z', {0}}};

static const struct path_step square[] = {{'M', {-.84F, -.84F}},
                                          {'L', {.84F, -.84F}},
                                          {'L', {.84F, .84F}},
                                          {'L', {-.84F, .84F}},
                                          {'Z', {0}}};

static const struct path_step diamond[] = {
    {'M', {0, -1.16F}}, {'L', {1, 0}}, {'L', {0, 1.16F}}, {'L', {-1, 0}}, {'Z', {0}}};

// Five points at 1.16 from (0, .06), the notches at .52.
static const struct path_step star[] = {{'M', {0, -1.1F}},
                                        {'L', {.3057F, -.3607F}},
                                        {'L', {1.1032F, -.2985F}},
                                        {'L', {.4945F, .2207F}},
                                        {'L', {.6818F, .9985F}},
                                        {'L', {0, .58F}},
                                        {'L', {-.6818F, .9985F}},
                                        {'L', {-.4945F, .2207F}},
                                        {'L', {-1.1032F, -.2985F}},
                                        {'L', {-.3057F, -.3607F}},
                                        {'Z', {0}}};

static const struct path_step heart[] = {
    {'M', {0, 1.02F}},
    {'C', {-.3F, .8F, -1.12F, .2F, -1.12F, -.36F}},
    {'C', {-1.12F, -.75F, -.83F, -1, -.52F, -1}},
    {'C', {-.3F, -1, -.1F, -.88F, 0, -.68F}},
    {'C', {.1F, -.88F, .3F, -1, .52F, -1}},
    {'C', {.83F, -1, 1.12F, -.75F, 1.12F, -.36F}},
    {'C', {1.12F, .2F, .3F, .8F, 0, 1.02F}},
    {'Z', {0}},
};

static const struct path_step flame[] = {
    {'M', {.06F, -1}},
    {'C', {.16F, -.6F, .72F, -.34F, .72F, .24F}},
    {'C', {.72F, .68F, .4F, .98F, 0, .98F}},
    {'C', {-.4F, .98F, -.72F, .68F, -.72F, .24F}},
    {'C', {-.72F, -.06F, -.56F, -.28F, -.36F, -.46F}},
    {'C', {-.34F, -.24F, -.26F, -.12F, -.12F, -.08F}},
    {'C', {-.2F, -.44F, -.14F, -.76F, .06F, -1}},
    {'Z', {0}},
};

static const struct path_step flame_core[] = {
    {'M', {.02F, .06F}},
    {'C', {.08F, .24F, .32F, .34F, .32F, .58F}},
    {'C', {.32F, .78F, .18F, .9F, 0, .9F}},
    {'C', {-.18F, .9F, -.32F, .78F, -.32F, .58F}},
    {'C', {-.32F, .36F, -.06F, .3F, .02F, .06F}},
    {'Z', {0}},
};

static const struct path_step check[] = {
    {'M', {-.55F, .02F}}, {'L', {-.15F, .42F}}, {'L', {.58F, -.42F}}};

static const struct path_step double_check[] = {{'M', {-.78F, .02F}}, {'L', {-.42F, .38F}},
                                                {'L', {.1F, -.34F}},  {'M', {-.12F, .2F}},
                                                {'L', {.06F, .38F}},  {'L', {.78F, -.42F}}};

static const struct path_step cross[] = {
    {'M', {-.45F, -.45F}}, {'L', {.45F, .45F}}, {'M', {.45F, -.45F}}, {'L', {-.45F, .45F}}};

static const struct path_step pause[] = {
    {'M', {-.28F, -.5F}}, {'L', {-.28F, .5F}}, {'M', {.28F, -.5F}}, {'L', {.28F, .5F}}};

static const struct path_step back[] = {
    {'M', {.25F, -.55F}}, {'L', {-.35F, 0}}, {'L', {.25F, .55F}}};

static const struct path_step chevron[] = {
    {'M', {-.4F, -.2F}}, {'L', {0, .2F}}, {'L', {.4F, -.2F}}};

static const struct path_step right[] = {
    {'M', {-.25F, -.5F}}, {'L', {.3F, 0}}, {'L', {-.25F, .5F}}};

static const struct path_step arrow[] = {{'M', {-.6F, 0}},
                                         {'L', {.55F, 0}},
                                         {'M', {.1F, -.45F}},
                                         {'L', {.58F, 0}},
                                         {'L', {.1F, .45F}}};

static const struct path_step sliders[] = {
    {'M', {-.75F, -.42F}}, {'L', {-.1F, -.42F}},
    {'M', {.5F, -.42F}},   {'L', {.75F, -.42F}},
    {'M', {-.75F, .42F}},  {'L', {-.45F, .42F}},
    {'M', {.15F, .42F}},   {'L', {.75F, .42F}},
    {'M', {.5F, -.42F}},   {'A', {.2F, -.42F, .3F, 0, 360}},
    {'M', {.15F, .42F}},   {'A', {-.15F, .42F, .3F, 0, 360}}};

static const struct path_step sound[] = {
    {'M', {-.7F, -.25F}}, {'L', {-.4F, -.25F}},       {'L', {0, -.6F}},
    {'L', {0, .6F}},      {'L', {-.4F, .25F}},        {'L', {-.7F, .25F}},
    {'L', {-.7F, -.25F}}, {'M', {.28F, -.3F}},        {'Q', {.55F, 0, .28F, .3F}},
    {'M', {.5F, -.58F}},  {'Q', {.95F, 0, .5F, .58F}}};

static const struct path_step mute[] = {
    {'M', {-.7F, -.25F}}, {'L', {-.4F, -.25F}}, {'L', {0, -.6F}},     {'L', {0, .6F}},
    {'L', {-.4F, .25F}},  {'L', {-.7F, .25F}},  {'L', {-.7F, -.25F}}, {'M', {.3F, -.22F}},
    {'L', {.74F, .22F}},  {'M', {.74F, -.22F}}, {'L', {.3F, .22F}}};

static const struct path_step question[] = {{'M', {-.32F, -.28F}},
                                            {'Q', {-.3F, -.68F, .02F, -.68F}},
                                            {'Q', {.38F, -.66F, .36F, -.3F}},
                                            {'Q', {.34F, -.06F, .02F, .1F}},
                                            {'L', {.02F, .28F}},
                                            {'M', {.02F, .62F}},
                                            {'L', {.02F, .63F}}};

static const struct path_step clock[] = {{'M', {0, -.4F}},
                                         {'L', {0, .05F}},
                                         {'L', {.3F, .25F}},
                                         {'M', {.75F, 0}},
                                         {'A', {0, 0, .75F, 0, 360}}};

static const struct path_step bulb[] = {{'M', {-.2F, .68F}},
                                        {'L', {.2F, .68F}},
                                        {'M', {-.28F, .4F}},
                                        {'L', {.28F, .4F}},
                                        {'M', {-.28F, .4F}},
                                        {'Q', {-.26F, .18F, -.42F, 0}},
                                        {'A', {0, -.2713F, .5F, 147.1F, 245.8F}},
                                        {'Q', {.26F, .18F, .28F, .4F}}};

static const struct path_step flag[] = {{'M', {-.4F, .75F}}, {'L', {-.4F, -.65F}},
                                        {'L', {.5F, -.65F}}, {'L', {.25F, -.3F}},
                                        {'L', {.5F, .05F}},  {'L', {-.4F, .05F}}};

static const struct path_step link[] = {
    {'M', {.1F, -.6F}},   {'L', {.6F, -.6F}},   {'L', {.6F, -.1F}},    {'M', {.6F, -.6F}},
    {'L', {-.05F, .05F}}, {'M', {-.1F, -.45F}}, {'L', {-.55F, -.45F}}, {'L', {-.55F, .6F}},
    {'L', {.5F, .6F}},    {'L', {.5F, .1F}}};

static const struct path_step redo[] = {{'M', {.55F, -.35F}},
                                        {'A', {0, 0, .652F, -32.5F, -314.3F}},
                                        {'M', {.6F, -.75F}},
                                        {'L', {.6F, -.32F}},
                                        {'L', {.16F, -.32F}}};

static const struct path_step climb[] = {
    {'M', {-.6F, .4F}},  {'L', {-.1F, -.1F}},  {'L', {.15F, .15F}}, {'L', {.6F, -.4F}},
    {'M', {.2F, -.45F}}, {'L', {.62F, -.45F}}, {'L', {.62F, -.05F}}};

static const struct path_step up[] = {
    {'M', {-.5F, .25F}}, {'L', {0, -.3F}}, {'L', {.5F, .25F}}};

static const struct path_step down[] = {
    {'M', {-.5F, -.25F}}, {'L', {0, .3F}}, {'L', {.5F, -.25F}}};

static const struct path_step grip[] = {
    {'M', {-.24F, -.52F}}, {'L', {-.24F, -.51F}}, {'M', {-.24F, 0}},    {'L', {-.24F, .01F}},
    {'M', {-.24F, .52F}},  {'L', {-.24F, .53F}},  {'M', {.24F, -.52F}}, {'L', {.24F, -.51F}},
    {'M', {.24F, 0}},      {'L', {.24F, .01F}},   {'M', {.24F, .52F}},  {'L', {.24F, .53F}}};

static const struct path_step pencil[] = {
    {'M', {-.66F, .66F}}, {'L', {-.58F, .26F}}, {'L', {.3F, -.62F}},  {'L', {.62F, -.3F}},
    {'L', {-.26F, .58F}}, {'Z', {0}},           {'M', {.06F, -.38F}}, {'L', {.38F, -.06F}}};

static const struct path_step folder[] = {{'M', {-.74F, .55F}},
                                          {'L', {-.74F, -.52F}},
                                          {'L', {-.24F, -.52F}},
                                          {'L', {-.02F, -.28F}},
                                          {'L', {.74F, -.28F}},
                                          {'L', {.74F, .55F}},
                                          {'Z', {0}}};

static const struct path_step search[] = {{'M', {.36F, -.14F}},
                                          {'A', {-.14F, -.14F, .5F, 0, 360}},
                                          {'M', {.22F, .22F}},
                                          {'L', {.66F, .66F}}};

static const struct path_step keyboard[] = {
    {'M', {-.84F, -.56F}}, {'L', {.84F, -.56F}}, {'L', {.84F, .56F}},
    {'L', {-.84F, .56F}},  {'Z', {0}},           {'M', {-.44F, -.16F}},
    {'L', {-.44F, -.15F}}, {'M', {0, -.16F}},    {'L', {0, -.15F}},
    {'M', {.44F, -.16F}},  {'L', {.44F, -.15F}}, {'M', {-.3F, .2F}},
    {'L', {.3F, .2F}}};

static const struct path_step minus[] = {{'M', {-.55F, 0}}, {'L', {.55F, 0}}};

static const struct path_step plus[] = {
    {'M', {-.55F, 0}}, {'L', {.55F, 0}}, {'M', {0, -.55F}}, {'L', {0, .55F}}};

// A disc with half a smaller one, run through the other way, taken out.
static const struct path_step half[] = {{'A', {0, 0, .96F, 0, 360}},
                                        {'Z', {0}},
                                        {'M', {0, .7F}},
                                        {'A', {0, 0, .7F, 90, -180}},
                                        {'Z', {0}}};

#define STEPS(table) .steps = (table), .count = (int)(sizeof(table) / sizeof(*(table)))
#define SHAPE(table) STEPS(table), .is_filled = true, .half_span = MASK_SHAPE_SPAN
#define ICON(table)  STEPS(table), .half_span = 1

static const struct path_picture pictures[MASK_COUNT] = {
    [MASK_CIRCLE] = {"circle", SHAPE(circle)},
    [MASK_TRIANGLE] = {"triangle", SHAPE(triangle), .rounding = .08F},
    [MASK_SQUARE] = {"square", SHAPE(square), .rounding = .08F},
    [MASK_DIAMOND] = {"diamond", SHAPE(diamond), .rounding = .08F},
    [MASK_STAR] = {"star", SHAPE(star), .rounding = .08F},
    [MASK_HEART] = {"heart", SHAPE(heart), .rounding = .08F},
    [MASK_CARD] = {"card", .is_filled = true, .rounding = .17F, .half_span = 1},
    [MASK_FLAME] = {"flame", STEPS(flame), .is_filled = true, .half_span = 1},
    [MASK_FLAME_CORE] = {"flame-core", STEPS(flame_core), .is_filled = true, .half_span = 1},
    [MASK_CHECK] = {"check", ICON(check)},
    [MASK_DOUBLE_CHECK] = {"double-check", ICON(double_check)},
    [MASK_CROSS] = {"cross", ICON(cross)},
    [MASK_PAUSE] = {"pause", ICON(pause)},
    [MASK_BACK] = {"back", ICON(back)},
    [MASK_CHEVRON] = {"chevron", ICON(chevron)},
    [MASK_RIGHT] = {"right", ICON(right)},
    [MASK_ARROW] = {"arrow", ICON(arrow)},
    [MASK_SLIDERS] = {"sliders", ICON(sliders)},
    [MASK_QUESTION] = {"question", ICON(question)},
    [MASK_CLOCK] = {"clock", ICON(clock)},
    [MASK_BULB] = {"bulb", ICON(bulb)},
    [MASK_FLAG] = {"flag", ICON(flag)},
    [MASK_LINK] = {"link", ICON(link)},
    [MASK_REDO] = {"redo", ICON(redo)},
    [MASK_CLIMB] = {"climb", ICON(climb)},
    [MASK_UP] = {"up", ICON(up)},
    [MASK_DOWN] = {"down", ICON(down)},
    [MASK_GRIP] = {"grip", ICON(grip)},
    [MASK_PENCIL] = {"pencil", ICON(pencil)},
    [MASK_FOLDER] = {"folder", ICON(folder)},
    [MASK_SEARCH] = {"search", ICON(search)},
    [MASK_KEYBOARD] = {"keyboard", ICON(keyboard)},
    [MASK_MINUS] = {"minus", ICON(minus)},
    [MASK_PLUS] = {"plus", ICON(plus)},
    [MASK_SOUND] = {"sound", ICON(sound)},
    [MASK_MUTE] = {"mute", ICON(mute)},
    [MASK_HALF] = {"half", STEPS(half), .is_filled = true, .half_span = 1},
};

const struct path_picture *path_picture(enum mask mask)
{
    assert(mask < MASK_COUNT);
    return &pictures[mask];
}
