#include "app/media_files.h"

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

enum sound_state sound_file_read(void *context, const char *folder, const char *file,
                                 struct buf *out)
{
    static const enum sound_state states[] = {
        [MEDIA_READ] = SOUND_FINE,
        [MEDIA_MISSING] = SOUND_MISSING,
        [MEDIA_OUTSIDE] = SOUND_OUTSIDE,
        [MEDIA_TOO_LARGE] = SOUND_TOO_HEAVY,
    };

    (void)context;
    return states[media_read(folder, file, SOUND_MOST_BYTES, out)];
}
