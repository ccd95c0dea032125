// Which choices are asked with their choices, in many languages.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/card.h"
#include "core/make.h"

static const char *const options[] = {"a", "b"};

static const struct words_case {
    const char *language, *text;
    bool keeps;
} cases[] = {
    {"en", "Which planet is the largest?", true},
    {"en", "Capital of France?", false},
    {"en", "What is the largest of THESE?", true},
    {"en", "Look at the following: what comes next?", true},
    {"en", "What is *not* a metal?", true},
    {"en", "What isn't a metal?", true},
    {"en", "What isn’t a metal?", true},
    {"en", "What is a notebook, a knot, a sandwich?", false}, // inside of words
    {"en", "What does \"nicht\" mean?", false},               // another language
    {"en-GB", "(Which?)", true},
    {"EN_us", "Of these/those, the longest?", true},
    {"eng", "Which?", false}, // no BCP 47 for English
    {"xx", "Which?", false},
    {"en", "", false},
    {"de", "Welche Stadt liegt am Rhein?", true},
    {"de", "Wie heißt die Hauptstadt von Frankreich?", false},
    {"de-AT", "Alle sind Säugetiere außer …?", true},
    {"de", "Was ist KEIN Metall?", true},
    {"de", "Was gilt für folgende Aussage?", true},
    {"fr", "Lequel de ces animaux est un mammifère ?", true},
    {"fr", "Quel pays touche l’Espagne ?", true},
    {"fr", "Quelle est la capitale de la France ?", false},
    {"fr", "Quel", false},
    {"fr", "Où n’y a-t-il pas de mer ?", true},
    {"es", "¿Cuál de estos países tiene mar?", true},
    {"es", "¿Cuál es la capital de Francia?", false},
    {"es", "¿Qué país no tiene mar?", true},
    {"es", "¿Dónde está París?", false},
    {"it", "Quale paese ha più abitanti?", true},
    {"it", "Qual è la capitale della Francia?", false},
    {"it", "Chi tra i seguenti è un poeta?", true},
    {"pt-BR", "Qual é a capital da França?", false},
    {"pt", "Qual país não tem mar?", true},
    {"pt", "Quais são primos?", true},
    {"ca", "Quin país té mar?", true},
    {"ca", "Quina és la capital de França?", false},
    {"ro", "Care oraș este pe Dunăre?", true},
    {"ro", "Cum se cheamă orașul prin care trece Dunărea?", false},
    {"ro", "Ce nu este un metal?", true},
    {"nl", "Welke stad ligt aan de Rijn?", true},
    {"nl", "Wat is de hoofdstad van Frankrijk?", false},
    {"sv", "Vilket av följande är en metall?", true},
    {"sv", "Vad heter Frankrikes huvudstad?", false},
    {"da", "Hvad er ikke et metal?", true},
    {"da", "Hvad hedder Frankrigs hovedstad?", false},
    {"nb", "Hvilken by er størst?", true},
    {"no", "Hva heter hovedstaden i Frankrike?", false},
    {"nn", "Kva er ikkje eit metall?", true},
    {"nn", "Kva heiter hovudstaden i Frankrike?", false},
    {"fi", "Mitkä ovat alkulukuja?", true},
    {"fi", "Mikä on Ranskan pääkaupunki?", false},
    {"fi", "Mikä näistä on metalli?", true},
    {"pl", "Które miasto leży nad Renem?", true},
    {"pl", "Jak nazywa się miasto, które leży nad Sekwaną?", false},
    {"pl", "W którym mieście jest Wawel?", true},
    {"pl", "Co nie jest metalem?", true},
    {"cs", "Který z nich je kov?", true},
    {"cs", "Jak se jmenuje řeka, která teče Prahou?", false},
    {"cs", "Co z následujících je kov?", true},
    {"sk", "Ktoré mesto leží na Dunaji?", true},
    {"sk", "Ako sa volá rieka, ktorá tečie Bratislavou?", false},
    {"hu", "Melyik város van a Duna mellett?", true},
    {"hu", "Mi Franciaország fővárosa?", false},
    {"hu", "Az alábbiak közül mi fém?", true},
    {"tr", "Aşağıdakilerden hangisi metaldir?", true},
    {"tr", "Fransa’nın başkenti neresidir?", false},
    {"tr", "Metal DEĞİL olan nedir?", true},
    {"ru", "Какой город стоит на Неве?", true},
    {"ru", "Как называется город, который стоит на Неве?", false},
    {"ru", "Что НЕ металл?", true},
    {"uk", "Яке місто стоїть на Дніпрі?", true},
    {"uk", "Як зветься місто, яке стоїть на Дніпрі?", false},
    {"uk", "Що з цих речовин метал?", true},
    {"zh-Hans", "下列哪个是金属？", true},
    {"zh", "法国的首都是什么？", false},
    {"zh", "不丹的首都是什么？", false},
    {"ja", "次のうち金属はどれ？", true},
    {"ja", "フランスの首都は？", false},
    {"ja", "金属でないのは？", true},
    {"ko", "다음 중 금속은?", true},
    {"ko", "프랑스의 수도는?", false},
};

static void keeps_choices(void **state)
{
    const struct words_case *c = *state;
    struct arena arena = {0};
    const struct bank bank = {.language = c->language};
    struct question question = {
        .kind = KIND_CHOICE, .text = c->text, .choice = {{.items = options, .count = 2}, 1}};
    assert_int_equal(card_keeps_choices(&bank, &question, &arena), c->keeps);
    question.kind = KIND_MULTI;
    assert_int_equal(card_keeps_choices(&bank, &question, &arena), c->keeps);
    question.keeps_choices = true;
    assert_true(card_keeps_choices(&bank, &question, &arena));
    question.kind = KIND_TEXT;
    assert_false(card_keeps_choices(&bank, &question, &arena));
    arena_free(&arena);
}

static void knows_no_word_of_a_hundred_letters(void **state)
{
    (void)state;
    struct arena arena = {0};
    char text[201] = {0};
    for (int i = 0; i < 200; i++)
        text[i] = 'a';
    const struct bank bank = {.language = "en"};
    const struct question question = {.kind = KIND_CHOICE, .text = text};
    assert_false(card_keeps_choices(&bank, &question, &arena));
    arena_free(&arena);
}

int main(void)
{
    struct CMUnitTest texts[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        texts[i] =
            (struct CMUnitTest){cases[i].text, keeps_choices, NULL, NULL, (void *)&cases[i]};
    }
    const struct CMUnitTest tests[] = {cmocka_unit_test(knows_no_word_of_a_hundred_letters)};
    return cmocka_run_group_tests_name("card_words", texts, NULL, NULL) +
           cmocka_run_group_tests_name("card_words, others", tests, NULL, NULL);
}
