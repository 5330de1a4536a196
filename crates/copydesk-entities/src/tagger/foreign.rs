//! Which capitals tell a name in text of other languages.
//!
//! *What*: a small word of one of a dozen languages of Latin and Cyrillic letters is no part of a name at
//! the start of a sentence, of quoted speech or behind a colon (`Le Conseil`, `Nach Angaben`). Where nouns
//! have capitals, as in German, shape makes no name at all.
//! *Why*: lists and rules know the small words of English only, and made people of every other
//! sentence of a German page.
//! *Known misses*: a name that begins with such a word there and that no list holds (`Le Goff a dit`)
//! loses it; in German text, people whose given name is in no list.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::sheet::Sheet;
use crate::gazetteer::capitalised;

/// Articles, pronouns, prepositions, conjunctions and adverbs that start sentences, with their capital.
/// Not those that start names as often (`San`, `Santa`, `Don`, `Ben`, `Hans`).
const SMALL_WORDS: [&str; 9] = [
    // German
    "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Eines Kein Keine Keinen Keiner Dieser \
        Diese Dieses Diesen Diesem Jener Jene Jenes Jeder Jede Jedes Alle Allen Aller Alles \
        Viele Vielen Einige Manche Mehrere Beide Beiden Andere Anderen Solche Welche Welcher \
        Welches Sein Seine Seinen Seinem Seiner Ihr Ihre Ihren Ihrem Ihrer Mein Meine Meinen \
        Unser Unsere Unseren Dein Deine Deinen Deiner Euer Eure Ich Du Er Sie Es Wir Mir Mich \
        Ihm Ihn Ihnen Uns Man Wer Was Wen Wem Wo Wie Wann Warum Weshalb Wieso Und Oder Aber Denn \
        Doch Sondern Sowie Auch Nur Noch Schon Nicht Nichts Nie Niemand Jemand Etwas Mehr \
        Weniger Sehr So Dann Da Dort Hier Jetzt Nun Heute Gestern Morgen Damals Bald Immer Oft \
        Zuletzt Zuvor Danach Dabei Dafür Dagegen Daher Damit Daran Darauf Daraus Darin Darüber \
        Darum Davon Davor Dazu Deshalb Trotzdem Außerdem Zudem Allerdings Jedoch Dennoch \
        Inzwischen Mittlerweile Insgesamt Laut Nach Vor Von Vom Zu Zum Zur Bei Beim Bis Mit Ohne \
        Aus Auf Für Gegen Durch Um Am Im In Ins An Ab Seit Während Wegen Trotz Über Unter Hinter \
        Neben Zwischen Wenn Weil Dass Daß Ob Als Falls Obwohl Nachdem Bevor Sobald Solange Ist \
        Sind War Waren Wird Werden Wurde Wurden Hat Haben Hatte Hatten Kann Können Könnte Muss \
        Müssen Soll Sollen Sollte Wollen Darf Dürfen Mag Möchte Zwei Drei Vier Fünf Sechs Sieben \
        Acht Neun Zehn Erst Erste Ersten Dies Derzeit Bisher Rund Etwa Fast Zwar Gut Neue Neuen \
        Neuer Neues Ja Nein Bitte Liebe Lieber",
    // French
    "Le La Les L Un Une De D Au Aux Ce Cet Cette Ces Son Sa Ses Mon Ma Mes Notre Nos Votre \
        Vos Leur Leurs Il Elle Ils Elles Je Tu Nous Vous On Qui Que Quoi Dont Où Quand Comment \
        Pourquoi Combien Quel Quelle Quels Quelles Et Ou Mais Donc Car Ni Or Si Comme Lorsque \
        Puisque Alors Ainsi Aussi Puis Ensuite Enfin Déjà Encore Toujours Jamais Aujourd Demain \
        Ici Là Dans En Sur Sous Avec Sans Pour Par Contre Entre Vers Chez Depuis Pendant Durant \
        Avant Après Dès Selon Malgré Sauf Outre Parmi Plus Moins Très Tout Toute Tous Toutes \
        Plusieurs Certains Certaines Chaque Aucun Aucune Autre Autres Deux Trois Quatre Cinq Six \
        Sept Huit Neuf Dix À C Qu N J S Est Sont Était Étaient Ont Cela Ceci Celui Celle Ceux \
        Celles Ne Pas Non Oui Voici Voilà",
    // Spanish
    "El Los Las Lo Una Unos Unas Del Al Y E O U Pero Sino Aunque Porque Pues Cuando Donde \
        Dónde Cómo Qué Quién Quiénes Cuál Cuáles Cuánto Según Con Sin Sobre Tras Ante Bajo Desde \
        Hasta Hacia Para Por Durante Mediante Contra Este Esta Estos Estas Ese Esa Esos Esas \
        Aquel Aquella Esto Eso Su Sus Mi Mis Nuestro Nuestra Nuestros Nuestras Yo Tú Él Ellos \
        Ellas Nosotros Ustedes Usted Se No Sí Ya También Tampoco Además Así Entonces Luego \
        Después Antes Ahora Hoy Ayer Mañana Siempre Nunca Todavía Aún Muy Más Menos Mucho Mucha \
        Muchos Muchas Poco Pocos Todo Toda Todos Todas Otro Otra Otros Otras Cada Cualquier \
        Algunos Algunas Ningún Ninguna Varios Varias Dos Tres Cuatro Cinco Siete Ocho Nueve Diez \
        Era Eran Fue Fueron Ha Han Había Hay",
    // Italian
    "Gli I Uno Dello Della Dei Degli Delle Allo Alla Agli Dal Dallo Dalla Dai Dagli Dalle Nel \
        Nello Nella Nei Negli Nelle Sul Sullo Sulla Sugli Sulle Col Di Per Tra Fra Ed Anche \
        Perché Dove Come Chi Che Cosa Quale Quali Quanto Questo Questa Questi Queste Quello \
        Quella Quelli Suo Suoi Loro Nostro Nostra Lui Noi Voi Io Già Ancora Sempre Oggi Ieri \
        Domani Ora Poi Dopo Prima Secondo Senza Verso Oltre Più Meno Molto Molti Molte Tutto \
        Tutta Tutti Tutte Altri Altre Ogni Alcuni Alcune Nessuno Nessuna Due Tre Quattro Cinque \
        Sei Sette Otto Nove Dieci Sono È Erano Hanno Dell All Dall Nell Sull",
    // Portuguese
    "Os As Uma Umas Do Na Nas Pelo Pela Pelos Pelas Ao Aos Às Num Numa Em Com Sem Sob Após \
        Até Mas Porém Quando Onde Como Quem Qual Quais Isto Isso Esse Essa Seu Sua Seus Suas Meu \
        Minha Nosso Nossa Eu Ele Ela Eles Elas Nós Você Vocês Não Sim Já Também Ainda Hoje Ontem \
        Amanhã Agora Depois Muito Muitos Muitas Outro Outra Dois Duas Três Segundo Conforme Só \
        Foi Foram Há",
    // Dutch
    "Het Een Deze Dit Dat Zijn Haar Hun Onze Ons Ik Jij Hij Zij Ze Wij We Jullie Wat Waar Hoe \
        Waarom Wanneer Of Maar Want Dus Omdat Toen Terwijl Hoewel Ook Nog Niet Geen Veel Meer \
        Minder Volgens Met Zonder Voor Naar Van Uit Op Bij Door Over Tegen Tussen Onder Sinds \
        Tijdens Tot Om Daar Daarom Daarna Nu Vandaag Gisteren Twee Drie Vijf Wordt Werd",
    // Danish, Norwegian, Swedish
    "Det Ei Eit Ett Hon Vi Jeg Eg Jag Dere Som At Att Og Och Men Eller Når När Hvor Hva Hvem \
        Vad Vem Hvis På Til Till Från For För Av Med Ved Hos Etter Efter Under Över Mellom \
        Mellan Ifølge Enligt Nå Også Också Ikke Inte Mange Många Dette Denne Disse Detta Denna \
        Dessa Hennes Deres Deras Så Då Där Her Här",
    // Polish, Czech
    "W Z Od Po Przy Przez Dla Bez Nad Pod Przed Za A Ale Lub Oraz Tak Jak Gdy Kiedy Gdzie Kto \
        Czy Ten Ta To Te Tego Tej Jego Jej Już Także Również Tylko Jednak Według Podczas Při \
        Podle Když Kdo",
    // Russian, Ukrainian, Bulgarian
    "В Во На С Со К Ко По За Из Изо О Об От До Для При Про Под Над Перед Между Через Без У А \
        И Но Да Или Если Когда Как Что Чтобы Где Кто Это Этот Эта Эти Тот Те Он Она Оно Они Мы \
        Вы Я Его Её Их Наш Наша Наши Все Всё Так Также Тоже Уже Ещё Еще Не Ни После Ранее Однако \
        Например Кроме Согласно Теперь Сейчас Сегодня Вчера Завтра Там Тут Здесь Потом Затем \
        Поэтому Пока Только Среди Вместо Около Более Менее Многие Некоторые Каждый Другие Два \
        Две Три З Із Зі Від Й Та Але Або Якщо Коли Як Що Щоб Де Хто Це Цей Ця Ці Він Вона Вони \
        Ми Ви Його Її Їх Всі Вже Ще Після Раніше Однак Наприклад Крім Згідно Зараз Сьогодні Під \
        Між Това Тези Този Който Която Според През Към Със Във Той Тя Ние След Преди Освен Днес",
];

/// What a sentence within a sentence starts behind.
const OPENERS: &[&str] = &[
    ":", "\"", "'", "„", "“", "”", "‚", "‘", "«", "»", "‹", "›", "–", "—", "(", "•", "¿", "¡",
];

/// Nouns have capitals where one of so many words has one inside of sentences.
const ONE_OF: usize = 5;

/// Fewer words say nothing.
const ENOUGH: usize = 20;

impl Sheet<'_> {
    /// Takes the capitals for none that tell nothing in a text which is not English.
    pub(super) fn doubt_capitals(&mut self) {
        let (mut inside, mut capital) = (0, 0);
        for at in 0..self.words.len() {
            let word = self.words[at];
            if !word.is_word {
                continue;
            }
            let starts = word.first || at > 0 && OPENERS.contains(&self.surface(at - 1));
            if starts {
                self.words[at].capital &= !is_small(self.surface(at));
            } else {
                inside += 1;
                capital += usize::from(word.capital);
            }
        }
        self.nouns_have_capitals = inside >= ENOUGH && capital * ONE_OF >= inside;
    }
}

/// `Nach`; `C’est`, but not `L’Oréal`.
fn is_small(word: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
        SMALL_WORDS
            .iter()
            .flat_map(|words| words.split(' '))
            .collect()
    });
    let own = match word.split_once(['\'', '’']) {
        Some((article, rest)) if !capitalised(rest) => article,
        _ => word,
    };
    WORDS.contains(own)
}

#[cfg(test)]
mod tests {
    use super::is_small;

    #[test]
    fn small_words_are_found() {
        for (word, small) in [
            ("Nach", true),
            ("C’est", true),
            ("D'après", true),
            ("L’Oréal", false),
            ("Nachtigall", false),
            ("В", true),
            ("Jean", false),
        ] {
            assert_eq!(is_small(word), small, "{word}");
        }
    }
}
