#include "sdl/file_map.h"

#if defined(_WIN32)

#include <SDL.h>

bool file_map_open(struct file_map *map, const char *path)
{
    *map = (struct file_map){0};
    map->bytes = SDL_LoadFile(path, &map->size);
    return map->bytes != NULL;
}

void file_map_close(struct file_map *map)
{
    SDL_free((void *)map->bytes);
    *map = (struct file_map){0};
}

#else

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

bool file_map_open(struct file_map *map, const char *path)
{
    *map = (struct file_map){0};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    struct stat info;
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
        size_t size = (size_t)info.st_size;
        void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (bytes != MAP_FAILED)
            *map = (struct file_map){bytes, size};
    }
    close(fd);
    return map->bytes != NULL;
}

void file_map_close(struct file_map *map)
{
    if (map->bytes)
        munmap((void *)map->bytes, map->size);
    *map = (struct file_map){0};
}

#endif
