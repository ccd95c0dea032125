#include "ui/motion.h"

float motion_ease(enum easing easing, float t)
{
    const float overshoot = 1.2F;
    if (t <= 0)
        return 0;
    if (t >= 1)
        return 1;
    float back = 1 - t;
    switch (easing) {
    case EASE_LINEAR:
        return t;
    case EASE_OUT_CUBIC:
        return 1 - back * back * back;
    case EASE_IN_CUBIC:
        return t * t * t;
    case EASE_IN_OUT_CUBIC:
        return t < 0.5F ? 4 * t * t * t : 1 - 4 * back * back * back;
    case EASE_OUT_BACK:
        return 1 - (overshoot + 1) * back * back * back + overshoot * back * back;
    }
    return 1;
}
