//! Words of dates, all folded: of seven languages in full, and the months and labels of some more.

/// The month that a word names, 1 to 12.
pub(super) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "january" | "jan" | "januar" | "jänner" | "janvier" | "janv" | "enero" | "ene"
        | "gennaio" | "gen" | "janeiro" | "января" | "январь" | "янв" | "januari" | "stycznia"
        | "styczeń" | "ledna" | "ocak" | "ianuarie" | "tammikuuta" | "januára" => 1,
        "february" | "feb" | "februar" | "feber" | "février" | "fevrier" | "févr" | "fév"
        | "febrero" | "febbraio" | "fevereiro" | "fev" | "февраля" | "февраль" | "фев" | "февр"
        | "februari" | "lutego" | "luty" | "února" | "şubat" | "februarie" | "helmikuuta"
        | "februára" => 2,
        "march" | "mar" | "märz" | "mär" | "mrz" | "mars" | "marzo" | "março" | "marco"
        | "марта" | "март" | "мар" | "maart" | "mrt" | "marca" | "marzec" | "března" | "mart"
        | "martie" | "maaliskuuta" | "maret" => 3,
        "april" | "apr" | "avril" | "avr" | "abril" | "abr" | "aprile" | "апреля" | "апрель"
        | "апр" | "kwietnia" | "kwiecień" | "dubna" | "nisan" | "aprilie" | "huhtikuuta"
        | "apríla" => 4,
        "may" | "mai" | "mayo" | "maggio" | "mag" | "maio" | "мая" | "май" | "mei" | "maj"
        | "maja" | "května" | "mayıs" | "toukokuuta" | "mája" => 5,
        "june" | "jun" | "juni" | "juin" | "junio" | "giugno" | "giu" | "junho" | "июня"
        | "июнь" | "июн" | "czerwca" | "czerwiec" | "června" | "haziran" | "iunie"
        | "kesäkuuta" | "júna" => 6,
        "july" | "jul" | "juli" | "juillet" | "juil" | "julio" | "luglio" | "lug" | "julho"
        | "июля" | "июль" | "июл" | "lipca" | "lipiec" | "července" | "temmuz" | "iulie"
        | "heinäkuuta" | "júla" => 7,
        "august" | "aug" | "août" | "aout" | "agosto" | "ago" | "августа" | "август" | "авг"
        | "augustus" | "augusti" | "sierpnia" | "sierpień" | "srpna" | "ağustos" | "elokuuta"
        | "augusta" | "agustus" => 8,
        "september" | "sep" | "sept" | "septembre" | "septiembre" | "setiembre" | "settembre"
        | "set" | "setembro" | "сентября" | "сентябрь" | "сен" | "сент" | "września"
        | "wrzesień" | "září" | "eylül" | "septembrie" | "syyskuuta" | "septembra" => 9,
        "october" | "oct" | "oktober" | "okt" | "octobre" | "octubre" | "ottobre" | "ott"
        | "outubro" | "out" | "октября" | "октябрь" | "окт" | "października" | "październik"
        | "října" | "ekim" | "octombrie" | "lokakuuta" | "októbra" | "oktobra" => 10,
        "november" | "nov" | "novembre" | "noviembre" | "novembro" | "ноября" | "ноябрь"
        | "ноя" | "нояб" | "listopada" | "listopad" | "listopadu" | "kasım" | "noiembrie"
        | "marraskuuta" | "novembra" => 11,
        "december" | "dec" | "dezember" | "dez" | "décembre" | "decembre" | "déc" | "diciembre"
        | "dic" | "dicembre" | "dezembro" | "декабря" | "декабрь" | "дек" | "desember" | "des"
        | "grudnia" | "grudzień" | "prosince" | "aralık" | "decembrie" | "joulukuuta"
        | "decembra" => 12,
        _ => return None,
    })
}

/// Whether a word names a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "mon"
            | "tue"
            | "tues"
            | "wed"
            | "thu"
            | "thur"
            | "thurs"
            | "fri"
            | "sat"
            | "sun"
            | "montag"
            | "dienstag"
            | "mittwoch"
            | "donnerstag"
            | "freitag"
            | "samstag"
            | "sonnabend"
            | "sonntag"
            | "mo"
            | "di"
            | "mi"
            | "do"
            | "fr"
            | "sa"
            | "so"
            | "lundi"
            | "mardi"
            | "mercredi"
            | "jeudi"
            | "vendredi"
            | "samedi"
            | "dimanche"
            | "lun"
            | "mer"
            | "jeu"
            | "ven"
            | "sam"
            | "dim"
            | "lunes"
            | "martes"
            | "miércoles"
            | "miercoles"
            | "jueves"
            | "viernes"
            | "sábado"
            | "sabado"
            | "domingo"
            | "lunedì"
            | "martedì"
            | "mercoledì"
            | "giovedì"
            | "venerdì"
            | "sabato"
            | "domenica"
            | "segunda"
            | "terça"
            | "quarta"
            | "quinta"
            | "sexta"
            | "feira"
            | "понедельник"
            | "вторник"
            | "среда"
            | "среду"
            | "четверг"
            | "пятница"
            | "пятницу"
            | "суббота"
            | "субботу"
            | "воскресенье"
    )
}

/// The label that a word is or belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Published,
    Modified,
    /// Says nothing about which date it is: `last`, `on`.
    Neither,
}

/// What a word of a date line that is no part of a date or time says.
pub(super) fn label(word: &str) -> Option<Label> {
    Some(match word {
        "published"
        | "posted"
        | "publish"
        | "publication"
        | "created"
        | "date"
        | "dated"
        | "issued"
        | "released"
        | "first"
        | "veröffentlicht"
        | "erstellt"
        | "erschienen"
        | "publié"
        | "publie"
        | "publiée"
        | "écrit"
        | "publicado"
        | "publicada"
        | "publicación"
        | "creado"
        | "pubblicato"
        | "pubblicata"
        | "опубликовано"
        | "опубликована"
        | "дата"
        | "публикации"
        | "criado"
        | "written"
        | "geschrieben"
        | "eingestellt"
        | "datum"
        | "fecha"
        | "paru"
        | "parution"
        | "posté"
        | "pubblicazione"
        | "publicação"
        | "gepubliceerd"
        | "geplaatst"
        | "publicerad"
        | "publicerat"
        | "publisert"
        | "publiceret"
        | "offentliggjort"
        | "opublikowano"
        | "dodano"
        | "publikováno"
        | "julkaistu"
        | "yayınlanma"
        | "опубликован" => Label::Published,
        "updated" | "update" | "modified" | "edited" | "revised" | "reviewed" | "aktualisiert"
        | "aktualisierung" | "geändert" | "actualisé" | "modifié" | "mis" | "jour"
        | "actualizado" | "actualizada" | "modificado" | "aggiornato" | "aggiornamento"
        | "modifica" | "atualizado" | "atualizada" | "обновлено" | "изменено" | "bijgewerkt"
        | "uppdaterad" | "uppdaterat" | "oppdatert" | "opdateret" | "aktualizacja"
        | "aktualizováno" | "päivitetty" | "güncelleme" => Label::Modified,
        "on" | "at" | "last" | "latest" | "the" | "of" | "in" | "as" | "am" | "um" | "uhr"
        | "den" | "der" | "vom" | "zuletzt" | "stand" | "le" | "la" | "à" | "a" | "et" | "el"
        | "las" | "los" | "del" | "de" | "alle" | "ore" | "il" | "ultimo" | "última" | "último"
        | "em" | "às" | "há" | "y" | "e" | "в" | "г" | "года" | "time" | "local" | "h" | "hrs"
        | "hours" | "и" => Label::Neither,
        _ => return None,
    })
}

/// Minutes east of Greenwich of a named zone; `None` inside where the name is a zone whose
/// offset depends on the season or the place.
#[expect(
    clippy::option_option,
    reason = "no zone, a zone without an offset, and an offset are three answers"
)]
pub(super) fn zone(word: &str) -> Option<Option<i32>> {
    let hours = match word {
        "z" | "gmt" | "utc" | "wet" => 0,
        "cet" | "mez" | "bst" | "west" => 1,
        "cest" | "mesz" | "eet" | "sast" => 2,
        "eest" | "msk" | "мск" | "trt" => 3,
        "edt" => -4,
        "est" | "cdt" => -5,
        "cst" | "mdt" => -6,
        "mst" | "pdt" => -7,
        "pst" => -8,
        "sgt" | "hkt" | "awst" | "pht" => 8,
        "jst" | "kst" => 9,
        "aest" => 10,
        "aedt" => 11,
        "et" | "ct" | "mt" | "pt" | "ist" | "eastern" | "pacific" | "central" => return Some(None),
        _ => return None,
    };
    Some(Some(hours * 60))
}
