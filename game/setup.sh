# game/setup.sh: for game/run and tests/run: installs Debian packages, says what others need.

build_packages='build-essential cmake ninja-build pkg-config gettext libsdl2-dev libsdl2-ttf-dev
    libsdl2-image-2.0-0 libcjson-dev libsqlite3-dev libutf8proc-dev libxxhash-dev libfribidi-dev
    libunibreak-dev libsndfile1 fonts-inter fonts-noto-core fonts-dejavu-core'

say() {
    printf 'Quartet: %s\n' "$*" >&2
}

name_other_systems() {
    cat >&2 <<'END'
This system has no apt. Quartet needs a C compiler, CMake, Ninja, pkg-config, gettext, SDL2,
SDL2_ttf, SDL2_image, libsndfile, cJSON, SQLite, utf8proc, xxHash, FriBidi, libunibreak and the
fonts Inter, Noto Sans, DejaVu:
  Fedora    sudo dnf install gcc cmake ninja-build pkgconf gettext-devel SDL2-devel \
              SDL2_ttf-devel SDL2_image cjson-devel sqlite-devel utf8proc-devel \
              xxhash-devel fribidi-devel libunibreak-devel libsndfile rsms-inter-fonts \
              google-noto-sans-fonts dejavu-sans-fonts
  Arch      sudo pacman -S --needed base-devel cmake ninja gettext sdl2 sdl2_ttf \
              sdl2_image cjson sqlite libutf8proc xxhash fribidi libunibreak libsndfile \
              inter-font noto-fonts ttf-dejavu
  openSUSE  sudo zypper install gcc cmake ninja pkg-config gettext-tools libSDL2-devel \
              libSDL2_ttf-devel libSDL2_image-2_0-0 cJSON-devel sqlite3-devel \
              utf8proc-devel xxhash-devel fribidi-devel libunibreak-devel libsndfile1 \
              inter-fonts google-noto-sans-fonts dejavu-fonts
  Alpine    sudo apk add build-base cmake samurai pkgconf gettext-dev sdl2-dev sdl2_ttf-dev \
              sdl2_image cjson-dev sqlite-dev utf8proc-dev xxhash-dev fribidi-dev \
              libunibreak-dev libsndfile font-inter font-noto font-dejavu
  macOS     brew install cmake ninja pkg-config gettext sdl2 sdl2_ttf sdl2_image cjson sqlite \
              utf8proc xxhash fribidi libunibreak libsndfile
END
}

has_build_needs() {
    for tool in cmake ninja pkg-config cc; do
        command -v "$tool" >/dev/null 2>&1 || return 1
    done
    pkg-config --exists sdl2 SDL2_ttf libcjson sqlite3 libutf8proc libxxhash fribidi
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

# need_packages PACKAGE...: installs those that are missing. Returns 1 if that cannot be done.
need_packages() {
    if ! command -v apt-get >/dev/null 2>&1; then
        has_build_needs && return 0
        name_other_systems
        return 1
    fi
    # shellcheck disable=SC2016 # the dollar is for dpkg-query
    here=$(dpkg-query -W -f='${binary:Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
        sed -n 's/\(:[a-z0-9]*\)\{0,1\} installed$//p')
    missing=
    for package in "$@"; do
        printf '%s\n' "$here" | grep -qxF "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0

    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
        say "these packages are missing; ask who looks after this machine to install them:"
        say "apt-get install$missing"
        return 1
    fi
    say "installing:$missing"
    log=$(mktemp)
    # shellcheck disable=SC2086 # one word a package
    if as_root apt-get -o DPkg::Lock::Timeout=600 update >"$log" 2>&1 &&
        as_root apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends \
            $missing >"$log" 2>&1; then
        rm -f "$log"
        return 0
    fi
    cat "$log" >&2
    rm -f "$log"
    say "the packages could not be installed; see above, then try again"
    return 1
}
