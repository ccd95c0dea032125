#include "app/picture_files.h"

#include "store/media.h"

enum picture_state picture_file_read(void *context, struct picture_name name, struct buf *out)
{
    static const enum picture_state states[] = {
        [MEDIA_READ] = PICTURE_READY,
        [MEDIA_MISSING] = PICTURE_MISSING,
        [MEDIA_OUTSIDE] = PICTURE_OUTSIDE,
        [MEDIA_TOO_LARGE] = PICTURE_TOO_HEAVY,
    };

    (void)context;
    return states[media_read(name.folder, name.file, PICTURE_MOST_BYTES, out)];
}
