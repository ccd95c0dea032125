#include <stddef.h>
#include <string.h>

#include "ui/keyboard.h"

static const struct keyboard_layout layouts[] = {
    // The first serves all that have none of their own.
    {"en", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, ""},
    {"bg", {"явертъуиопч", "асдфгхйклшщ", "зьцжбнмю"}, ""},
    {"bs hr sh sl", {"qwertzuiop", "asdfghjkl", "yxcvbnm"}, "čćđšž"},
    {"ca", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, "àçèéíïòóúü·"},
    {"cs", {"qwertzuiop", "asdfghjkl", "yxcvbnm"}, "áčďéěíňóřšťúůýž"},
    {"cy", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, "âêîôûŵŷ"},
    {"da nb nn no", {"qwertyuiopå", "asdfghjklæø", "zxcvbnm"}, "æøå"},
    {"de lb", {"qwertzuiop", "asdfghjkl", "yxcvbnm"}, "äöüß"},
    {"el", {"ςερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ"}, "άέήίόύώϊϋ"},
    {"eo", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, "ĉĝĥĵŝŭ"},
    {"es gl", {"qwertyuiop", "asdfghjklñ", "zxcvbnm"}, "áéíñóúü"},
    {"et", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, "äöõüšž"},
    {"fi sv", {"qwertyuiopå", "asdfghjklöä", "zxcvbnm"}, "åäö"},
    {"fr", {"azertyuiop", "qsdfghjklm", "wxcvbn"}, "àâçèéêëîïôùûœ"},
    {"ga", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, "áéíóú"},
    {"he iw", {"קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ"}, ""},
    {"hu", {"qwertzuiop", "asdfghjkl", "yxcvbnm"}, "áéíóöőúüű"},
    {"is", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, "áæðéíóöþúý"},
    {"it", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, "àèéìòù"},
    {"lt", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, "ąčęėįšųūž"},
    {"lv", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, "āčēģīķļņšūž"},
    {"nl", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, "éèëïóöü"},
    {"pl", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, "ąćęłńóśźż"},
    {"pt", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, "ãáâàçéêíóôõú"},
    {"ro", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, "ăâîșț"},
    {"ru", {"йцукенгшщзхъ", "фывапролджэ", "ячсмитьбюё"}, ""},
    {"sk", {"qwertzuiop", "asdfghjkl", "yxcvbnm"}, "áäčďéíĺľňóôŕšťúýž"},
    {"sq", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}, "çë"},
    {"tr", {"qwertyuıop", "asdfghjkli", "zxcvbnm"}, "çğıöşü"},
    {"uk", {"йцукенгшщзхї", "фівапролджє", "ячсмитьбюґ"}, ""},
};

const struct keyboard_layout keyboard_numpad = {.accents = ""};

/// Whether the `len` bytes at `tag` are one of the words in `languages`, in any case.
static bool serves(const char *languages, const char *tag, size_t len)
{
    while (*languages) {
        size_t own_len = strcspn(languages, " "), i = 0;
        while (own_len == len && i < len && languages[i] == (tag[i] | 0x20))
            i++;
        if (i == len && own_len == len)
            return true;
        languages += own_len;
        languages += strspn(languages, " ");
    }
    return false;
}

const struct keyboard_layout *keyboard_layout(const char *language)
{
    size_t len = language ? strcspn(language, "-_") : 0;
    for (size_t i = 0; len && i < sizeof layouts / sizeof *layouts; i++) {
        if (serves(layouts[i].languages, language, len))
            return &layouts[i];
    }
    return &layouts[0];
}
