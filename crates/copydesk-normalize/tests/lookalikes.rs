//! Sentences of our own for each kind of damage that letters and unseen characters do, and for
//! each kind of sound text that looks like it.

use copydesk_core::NormalizeOptions;
use copydesk_normalize::normalize;

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    let mut wrong = 0;
    for &(input, expected) in cases {
        let output = normalize(input, &NormalizeOptions::default()).text;
        if output != expected {
            println!(
                "{input} -> {output}, not {expected}\n  {}",
                output.escape_unicode()
            );
            wrong += 1;
        }
    }
    assert_eq!(wrong, 0, "of {}", cases.len());
}

#[track_caller]
fn keeps(cases: &[&str]) {
    let pairs: Vec<_> = cases.iter().map(|&sound| (sound, sound)).collect();
    check(&pairs);
}

#[test]
fn repairs_look_alikes() {
    check(&[
        (
            "\u{410}frican Union l\u{435}\u{430}d\u{435}rs",
            "African Union leaders",
        ),
        ("\u{412}russ\u{435}ls and \u{41c}insk", "Brussels and Minsk"),
        (
            "Ukr\u{430}in\u{435} w\u{430}r: wh\u{430}t w\u{435} kn\u{43e}w",
            "Ukraine war: what we know",
        ),
        (
            "\u{3a1}utin and \u{392}iden in \u{397}elsinki",
            "Putin and Biden in Helsinki",
        ),
        ("the \u{395}uropean Union", "the European Union"),
        ("Xi Jin\u{440}ing", "Xi Jinping"),
        ("\u{405}OS from \u{422}unisi\u{430}", "SOS from Tunisia"),
        ("th\u{435} \u{51c}hit\u{435} House", "the White House"),
        ("a n\u{435}w \u{501}\u{435}\u{430}l", "a new deal"),
        ("\u{13b3}ashington \u{13e2}ost", "Washington Post"),
        ("\u{a4ee}merican \u{a4df}ade", "American Made"),
        ("\u{2ca4}hina \u{2c9f}pens up", "China opens up"),
        ("\u{535}urope and \u{575}oin", "\u{535}urope and \u{575}oin"),
        (
            "breaking n\u{435}ws: \u{435}l\u{435}cti\u{43e}n r\u{435}sults",
            "breaking news: election results",
        ),
        (
            "na\u{ef}v\u{435} caf\u{e9}s in Z\u{fc}r\u{456}ch",
            "na\u{ef}ve caf\u{e9}s in Z\u{fc}rich",
        ),
        ("info@\u{435}x\u{430}mpl\u{435}.com", "info@example.com"),
        (
            "http://\u{440}\u{430}\u{443}\u{440}\u{430}l.com/login",
            "http://paypal.com/login",
        ),
        ("#\u{412}reaking @C\u{39d}N", "#Breaking @CNN"),
        (
            "They\u{2019}r\u{435} here, don\u{2019}t y\u{43e}u see",
            "They\u{2019}re here, don\u{2019}t you see",
        ),
        (
            "\u{421}laude\u{2019}\u{455} garden",
            "Claude\u{2019}s garden",
        ),
        ("It\u{2019}\u{455} raining", "It\u{2019}s raining"),
        ("\u{421}\u{2019}est la vi\u{435}", "C\u{2019}est la vie"),
        ("the U.\u{41a}. gov\u{435}rnment", "the U.K. government"),
        ("F.\u{412}.I. agents", "F.B.I. agents"),
        ("P&\u{421} insurance lines", "P&C insurance lines"),
        (
            "a piece of \u{441}\u{43e}\u{440}\u{440}\u{435}",
            "a piece of \u{441}\u{43e}\u{440}\u{440}\u{435}",
        ),
        (
            "They went into \u{455}\u{440}\u{430}\u{441}\u{435} again",
            "They went into space again",
        ),
        (
            "She found \u{440}\u{435}\u{430}\u{441}\u{435} at last",
            "She found peace at last",
        ),
        ("The \u{3bd}ideo went \u{3bd}iral", "The video went viral"),
        (
            "\u{391}thens, \u{392}erlin, \u{396}urich, \u{39c}adrid",
            "Athens, Berlin, Zurich, Madrid",
        ),
        ("N\u{391}TO and \u{39f}PEC", "NATO and OPEC"),
        (
            "\u{421}incinnati \u{412}\u{435}ngals w\u{456}n 3-0",
            "Cincinnati Bengals win 3-0",
        ),
        (
            "C\u{43e}v\u{456}d-19 \u{441}\u{430}s\u{435}s r\u{456}s\u{435}",
            "Covid-19 cases rise",
        ),
        (
            "M\u{41e}S\u{421}OW (\u{410}P) \u{2014} \u{422}he",
            "MOSCOW (AP) \u{2014} The",
        ),
        (
            "\u{410}ll that \u{455}he w\u{430}nts is \u{430} d\u{43e}g",
            "All that she wants is a dog",
        ),
        (
            "\u{399} think \u{3b9}t \u{3c9}ill ra\u{3b9}n \u{3b9}n Par\u{3b9}s toda\u{3b3}",
            "I think it will rain in Paris today",
        ),
        (
            "\u{433}\u{43e}\u{432}\u{43e}\u{440}\u{438}\u{442}, sh\u{435} s\u{430}id",
            "\u{433}\u{43e}\u{432}\u{43e}\u{440}\u{438}\u{442}, she said",
        ),
        (
            "\u{433}\u{430}\u{437}\u{435}\u{442}\u{430} \u{418}\u{437}\u{432}\u{435}\u{441}\u{442}\u{438}\u{44f} said th\u{435} d\u{435}\u{430}l is off",
            "\u{433}\u{430}\u{437}\u{435}\u{442}\u{430} \u{418}\u{437}\u{432}\u{435}\u{441}\u{442}\u{438}\u{44f} said the deal is off",
        ),
        (
            "\u{41c}\u{43e}scow (\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430}) w\u{430}s cold",
            "Moscow (\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430}) was cold",
        ),
        (
            "le pr\u{e9}s\u{456}dent fr\u{430}n\u{e7}ais",
            "le pr\u{e9}sident fran\u{e7}ais",
        ),
        (
            "el pr\u{435}sidente espa\u{f1}\u{43e}l",
            "el presidente espa\u{f1}ol",
        ),
        (
            "der d\u{435}utsche \u{412}undestag",
            "der deutsche Bundestag",
        ),
        ("W\u{430}s\u{200b}hington", "Washington"),
        (
            "\u{410}rsenal 2\u{2013}1 Ch\u{435}lsea",
            "Arsenal 2\u{2013}1 Chelsea",
        ),
        (
            "\u{41a}yiv and \u{41a}harkiv under \u{430}tt\u{430}ck",
            "Kyiv and Kharkiv under attack",
        ),
        (
            "\u{412}\u{435}ijing \u{430}nd S\u{435}\u{43e}ul",
            "Beijing and Seoul",
        ),
        ("\u{420}resident \u{395}rdogan", "President Erdogan"),
        ("\u{425}i m\u{435}\u{435}ts \u{420}utin", "Xi meets Putin"),
        ("\u{391}\u{3a1} News", "\u{391}\u{3a1} News"),
        (
            "th\u{435} \u{410}\u{420} says it, th\u{435} B\u{412}C too",
            "the AP says it, the BBC too",
        ),
        (
            "\u{405}audi Ar\u{430}bia\u{2019}\u{455} king",
            "Saudi Arabia\u{2019}s king",
        ),
        ("\u{4ae}0u", "\u{4ae}0u"),
        (
            "G\u{435}t \u{443}\u{43e}ur fr\u{435}\u{435} i\u{420}h\u{43e}n\u{435} n\u{43e}w",
            "Get your free iPhone now",
        ),
        (
            "\u{415}\u{445}\u{441}lusive: \u{41d}\u{43e}w t\u{43e} v\u{43e}t\u{435}",
            "Exclusive: How to vote",
        ),
        ("m\u{43e}n \u{441}h\u{e9}ri", "mon ch\u{e9}ri"),
        ("o\u{441}\u{430}\u{f1}\u{430}", "oca\u{f1}a"),
        (
            "\u{410}\u{43d}\u{433}\u{435}\u{43b}\u{430} \u{41c}\u{435}\u{440}\u{43a}\u{435}\u{43b}\u{44c} m\u{435}t M\u{430}\u{441}r\u{43e}n",
            "\u{410}\u{43d}\u{433}\u{435}\u{43b}\u{430} \u{41c}\u{435}\u{440}\u{43a}\u{435}\u{43b}\u{44c} met Macron",
        ),
        (
            "\u{422}h\u{435} \u{51a}u\u{435}\u{435}n\u{2019}s s\u{440}\u{435}\u{435}ch",
            "The Queen\u{2019}s speech",
        ),
        ("\u{51d}orld cu\u{440}", "world cup"),
        ("\u{13a2}he \u{13da}tate", "The State"),
        ("\u{2c9f}il and \u{2ca5}oal", "oil and coal"),
        ("\u{a4da}hina and \u{a4e2}pain", "China and Spain"),
        ("\u{1d0f}ne v\u{43e}te", "one vote"),
        ("G\u{1d5fc}ogle and A\u{440}\u{1d5fd}le", "Google and Apple"),
        ("w\u{4ba}ile", "w\u{4ba}ile"),
        (
            "J\u{430}nu\u{430}ry 6 \u{441}\u{43e}mmitt\u{435}\u{435}\u{2019}s r\u{435}\u{440}\u{43e}rt",
            "January 6 committee\u{2019}s report",
        ),
        (
            "a b\u{430}s\u{435}-jum\u{440}\u{435}r\u{2019}s ro\u{440}e-sw\u{456}ng",
            "a base-jumper\u{2019}s rope-swing",
        ),
        (
            "_\u{456}m\u{440}\u{43e}rt\u{430}nt_ **n\u{43e}t\u{456}\u{441}\u{435}**",
            "_important_ **notice**",
        ),
        (
            "\u{201c}\u{406}t w\u{430}s m\u{443} dut\u{443},\u{201d} h\u{435} s\u{430}\u{456}d.",
            "\u{201c}It was my duty,\u{201d} he said.",
        ),
        ("\u{397}ell\u{3bf} W\u{3bf}rld", "Hello World"),
        (
            "\u{3a4}he \u{39d}ew \u{3a5}ork \u{3a4}imes",
            "The New York Times",
        ),
        (
            "\u{39c}\u{39f}SCOW and \u{397}\u{39f}\u{39d}G K\u{39f}\u{39d}G",
            "MOSCOW and HONG KONG",
        ),
        ("Ar\u{3f2}ti\u{3f2} i\u{3f2}e", "Arctic ice"),
        (
            "He saw \u{430} \u{441}\u{430}t \u{43e}n th\u{435} r\u{43e}\u{43e}f",
            "He saw a cat on the roof",
        ),
    ]);
}

#[test]
fn repairs_cyrillic_spelt_with_latin() {
    check(&[
        (
            "\u{41f}p\u{435}\u{437}\u{438}\u{434}\u{435}\u{43d}\u{442} Po\u{441}\u{441}\u{438}\u{438}",
            "\u{41f}\u{440}\u{435}\u{437}\u{438}\u{434}\u{435}\u{43d}\u{442} \u{420}\u{43e}\u{441}\u{441}\u{438}\u{438}",
        ),
        (
            "\u{433}o\u{432}op\u{438}\u{442} \u{43f}pa\u{432}\u{434}\u{443}",
            "\u{433}\u{43e}\u{432}\u{43e}\u{440}\u{438}\u{442} \u{43f}\u{440}\u{430}\u{432}\u{434}\u{443}",
        ),
        (
            "M\u{43e}\u{441}\u{43a}\u{432}\u{430} \u{438} K\u{438}\u{435}\u{432}",
            "\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430} \u{438} \u{41a}\u{438}\u{435}\u{432}",
        ),
        (
            "\u{43e}\u{43d} \u{441}\u{43a}\u{430}\u{437}a\u{43b}, \u{447}\u{442}\u{43e} \u{432}ce xopo\u{448}o",
            "\u{43e}\u{43d} \u{441}\u{43a}\u{430}\u{437}\u{430}\u{43b}, \u{447}\u{442}\u{43e} \u{432}\u{441}\u{435} \u{445}\u{43e}\u{440}\u{43e}\u{448}\u{43e}",
        ),
        (
            "\u{434}\u{43e}\u{440}\u{43e}\u{433}\u{430} \u{438}\u{437} \u{41c}\u{438}\u{43d}\u{441}\u{43a}\u{430} \u{432} C\u{43c}\u{43e}\u{43b}\u{435}\u{43d}\u{441}\u{43a}",
            "\u{434}\u{43e}\u{440}\u{43e}\u{433}\u{430} \u{438}\u{437} \u{41c}\u{438}\u{43d}\u{441}\u{43a}\u{430} \u{432} \u{421}\u{43c}\u{43e}\u{43b}\u{435}\u{43d}\u{441}\u{43a}",
        ),
        (
            "\u{41f}\u{440}e\u{437}\u{438}\u{434}e\u{43d}\u{442} \u{423}\u{43a}\u{440}a\u{457}\u{43d}\u{438}",
            "\u{41f}\u{440}\u{435}\u{437}\u{438}\u{434}\u{435}\u{43d}\u{442} \u{423}\u{43a}\u{440}\u{430}\u{457}\u{43d}\u{438}",
        ),
    ]);
}

#[test]
fn repairs_letterforms() {
    check(&[
        (
            "\u{1d4d1}\u{1d4fb}\u{1d4ee}\u{1d4ea}\u{1d4f4}\u{1d4f2}\u{1d4f7}\u{1d4f0} news",
            "Breaking news",
        ),
        (
            "\u{1d505}\u{1d52f}\u{1d522}\u{1d51e}\u{1d528}\u{1d526}\u{1d52b}\u{1d524}",
            "Breaking",
        ),
        (
            "\u{1d56d}\u{1d597}\u{1d58a}\u{1d586}\u{1d590}\u{1d58e}\u{1d593}\u{1d58c}",
            "Breaking",
        ),
        (
            "\u{1d671}\u{1d69b}\u{1d68e}\u{1d68a}\u{1d694}\u{1d692}\u{1d697}\u{1d690}",
            "Breaking",
        ),
        (
            "\u{1d609}\u{1d633}\u{1d626}\u{1d622}\u{1d62c}\u{1d62a}\u{1d62f}\u{1d628} \u{1d622} \u{1d633}\u{1d636}\u{1d62d}\u{1d626}",
            "Breaking a rule",
        ),
        (
            "\u{1d401}\u{1d408}\u{1d406} \u{1d7d0}\u{1d7ce}\u{1d7d0}\u{1d7d2}",
            "BIG 2024",
        ),
        (
            "\u{1d469}\u{1d493}\u{1d486}\u{1d482}\u{1d48c}\u{1d48a}\u{1d48f}\u{1d488}",
            "Breaking",
        ),
        ("\u{210d}\u{1d556}\u{1d55d}\u{1d55d}\u{1d560}", "Hello"),
        (
            "\u{1d4af}\u{1d4bd}\u{1d452} \u{1d4c3}\u{1d452}\u{1d4cc}\u{1d4c8}",
            "The news",
        ),
        (
            "\u{24b7}\u{24e1}\u{24d4}\u{24d0}\u{24da}\u{24d8}\u{24dd}\u{24d6}",
            "Breaking",
        ),
        ("\u{1f131}\u{1f141}\u{1f134}\u{1f130}\u{1f13a}", "BREAK"),
        ("\u{1f171}\u{1f181}\u{1f174}\u{1f170}\u{1f17a}", "BREAK"),
        (
            "\u{299}\u{280}\u{1d07}\u{1d00}\u{1d0b}\u{26a}\u{274}\u{262} \u{274}\u{1d07}\u{1d21}\u{a731}",
            "breaking news",
        ),
        (
            "B\u{280}\u{1d07}\u{1d00}\u{1d0b}\u{26a}\u{274}\u{262} N\u{1d07}\u{1d21}s",
            "Breaking News",
        ),
        (
            "\u{ff2e}\u{ff21}\u{ff34}\u{ff2f}\u{3000}\u{ff53}\u{ff55}\u{ff4d}\u{ff4d}\u{ff49}\u{ff54}",
            "NATO summit",
        ),
        ("\u{ff15}\u{ff10}\u{ff05}", "50%"),
        (
            "\u{fb02}\u{308}ow \u{fb01}nd a\u{fb04}uent",
            "fl\u{308}ow find affluent",
        ),
        ("\u{fb05}op", "stop"),
        (
            "\u{ff34}\u{ff48}\u{ff45}\u{3000}\u{ff25}\u{ff4e}\u{ff44}\u{ff01}",
            "The End!",
        ),
        (
            "\u{1d5e7}\u{1d5f5}\u{1d5f2} \u{1d5f2}\u{1d5fb}\u{1d5f1} of a \u{1d600}\u{1d5f2}\u{1d5fb}\u{1d601}\u{1d5f2}\u{1d5fb}\u{1d5f0}\u{1d5f2}",
            "The end of a sentence",
        ),
        (
            "\u{1d7cf}\u{1d7ce}\u{1d7ce}% \u{1d42b}\u{1d41e}\u{1d41a}\u{1d425}",
            "100% real",
        ),
        (
            "\u{ff46}\u{ff55}\u{ff4c}\u{ff4c} \u{ff57}\u{ff49}\u{ff44}\u{ff54}\u{ff48}",
            "full width",
        ),
        ("\u{fb01}\u{fb02}\u{fb00}\u{fb03}\u{fb04}", "fiflffffiffl"),
        (
            "\u{1d57}\u{2b0}\u{2071}\u{2e2} \u{2071}\u{2e2} \u{2e2}\u{1d50}\u{1d43}\u{2e1}\u{2e1}",
            "this is small",
        ),
        (
            "\u{24e2}\u{24e4}\u{24df}\u{24d4}\u{24e1} \u{24d3}\u{24d4}\u{24d0}\u{24db}",
            "super deal",
        ),
        ("\u{1f142}\u{1f130}\u{1f13b}\u{1f134}", "SALE"),
        ("\u{1f162}\u{1f150}\u{1f15b}\u{1f154}", "SALE"),
        (
            "\u{26a}\u{1d1b}\u{2019}\u{a731} \u{1d1b}\u{26a}\u{1d0d}\u{1d07}",
            "it\u{2019}s time",
        ),
    ]);
}

#[test]
fn repairs_invisible() {
    check(&[
        ("sec\u{200b}ret", "secret"),
        ("a\u{ad}b\u{ad}c", "abc"),
        ("\u{2060}word", "word"),
        ("x\u{feff}y", "xy"),
        ("\u{202a}Latin\u{202c}", "Latin"),
        ("\u{202b}Latin\u{202c} text", "Latin text"),
        ("\u{2067}Latin\u{2069}", "Latin"),
        ("it\u{200e} is\u{200f}", "it is"),
        ("soft\u{200c}ware", "software"),
        ("soft\u{200d}ware", "software"),
        ("Kim\u{200d} said", "Kim said"),
        ("a\u{34f}b", "ab"),
        ("f\u{2061}(x)\u{2062}y\u{2063}z\u{2064}", "f(x)yz"),
        ("\u{206a}text\u{206f}", "text"),
        ("te\u{fe0f}xt", "text"),
        ("te\u{fe00}xt", "text"),
        ("A\u{e0100}B", "AB"),
        ("tag\u{e0041}\u{e0042}ged", "tagged"),
        ("\u{e0001}\u{e0065}hi", "hi"),
        ("fil\u{3164}ler", "filler"),
        ("\u{ffa0}half", "half"),
        ("\u{115f}\u{1160}jamo", "jamo"),
        ("mongol\u{180e}ian", "mongolian"),
        ("\u{fff9}base\u{fffa}ruby\u{fffb}", "baseruby"),
        ("obj\u{fffc}ect", "object"),
        (
            "\u{41c}\u{43e}\u{ad}\u{441}\u{43a}\u{432}\u{430}",
            "\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430}",
        ),
        (
            "\u{43f}\u{440}\u{438}\u{200b}\u{432}\u{435}\u{442}",
            "\u{43f}\u{440}\u{438}\u{432}\u{435}\u{442}",
        ),
        (
            "\u{391}\u{3b8}\u{3ae}\u{200b}\u{3bd}\u{3b1}",
            "\u{391}\u{3b8}\u{3ae}\u{3bd}\u{3b1}",
        ),
        ("\u{e9}\u{200b}t\u{e9}", "\u{e9}t\u{e9}"),
        ("2\u{200b}024", "2024"),
        ("\u{61c}Latin", "Latin"),
        ("\u{6771}\u{200b}\u{4eac}", "\u{6771}\u{4eac}"),
        ("\u{d55c}\u{200b}\u{ad6d}", "\u{d55c}\u{ad6d}"),
        ("wo\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}rd", "word"),
        ("\u{200b}PARIS", "PARIS"),
        ("end\u{200b}", "end"),
        (
            "\u{928}\u{92e}\u{200b}\u{938}\u{94d}\u{924}\u{947}",
            "\u{928}\u{92e}\u{938}\u{94d}\u{924}\u{947}",
        ),
        (
            "\u{645}\u{631}\u{200b}\u{62d}\u{628}\u{627}",
            "\u{645}\u{631}\u{62d}\u{628}\u{627}",
        ),
        (
            "\u{5e9}\u{5dc}\u{5d5}\u{200b}\u{5dd}",
            "\u{5e9}\u{5dc}\u{5d5}\u{5dd}",
        ),
        ("\u{1f600}\u{200b} ok", "\u{1f600} ok"),
        ("\u{200d}\u{1f600}", "\u{1f600}"),
        ("\u{1f600}\u{200d} ok", "\u{1f600} ok"),
        (
            "\u{645}\u{631}\u{62d}\u{ad}\u{628}\u{627}",
            "\u{645}\u{631}\u{62d}\u{628}\u{627}",
        ),
        ("\u{c4}\u{308}\u{200b}", "\u{c4}\u{308}"),
        ("x\u{e0067}y", "xy"),
        ("\u{1f3f4}\u{e0067} x", "\u{1f3f4} x"),
    ]);
}

#[test]
fn repairs_documents() {
    check(&[
        (
            "Th\u{435} minister s\u{430}id n\u{43e}.\u{a}\u{410} \u{440}\u{435}\u{430}\u{441}\u{435} d\u{435}\u{430}l is n\u{435}\u{430}r.\u{a}I see \u{430} way, he said.",
            "The minister said no.\u{a}A peace deal is near.\u{a}I see a way, he said.",
        ),
        (
            "\u{420}r\u{456}\u{441}\u{435}s r\u{43e}s\u{435} \u{430}g\u{430}\u{456}n.\u{a}\u{422}h\u{435} \u{395}U w\u{430}s s\u{456}l\u{435}nt.\u{a}\u{421}\u{43e}\u{445} s\u{430}\u{456}d s\u{43e}.",
            "Prices rose again.\u{a}The EU was silent.\u{a}Cox said so.",
        ),
        (
            "\u{405}\u{440}\u{430}c\u{435} \u{440}r\u{43e}gr\u{430}m:\u{a}\u{430} n\u{435}w \u{435}r\u{430}\u{a}\u{406} w\u{430}s th\u{435}r\u{435}",
            "Space program:\u{a}a new era\u{a}I was there",
        ),
        (
            "\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430}, 5 \u{43c}\u{430}\u{44f}. \u{41f}\u{440}\u{435}\u{441}\u{441}\u{430} \u{43f}\u{438}\u{448}\u{435}\u{442} \u{43e} \u{43c}\u{438}\u{440}\u{435}.\u{a}M\u{43e}s\u{441}\u{43e}w, 5 M\u{430}y. Th\u{435} \u{440}r\u{435}ss wr\u{456}t\u{435}s \u{430}b\u{43e}ut \u{440}\u{435}\u{430}c\u{435}.",
            "\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430}, 5 \u{43c}\u{430}\u{44f}. \u{41f}\u{440}\u{435}\u{441}\u{441}\u{430} \u{43f}\u{438}\u{448}\u{435}\u{442} \u{43e} \u{43c}\u{438}\u{440}\u{435}.\u{a}Moscow, 5 May. The press writes about peace.",
        ),
        (
            "\u{41a}\u{43e}\u{442} \u{438} \u{441}\u{43e}\u{431}\u{430}\u{43a}\u{430}. \u{420}\u{443}\u{43a}\u{430} \u{440}\u{443}\u{43a}\u{443} \u{43c}\u{43e}\u{435}\u{442}.\u{a}\u{410} \u{441}\u{430}t \u{430}nd \u{430} d\u{43e}g.",
            "\u{41a}\u{43e}\u{442} \u{438} \u{441}\u{43e}\u{431}\u{430}\u{43a}\u{430}. \u{420}\u{443}\u{43a}\u{430} \u{440}\u{443}\u{43a}\u{443} \u{43c}\u{43e}\u{435}\u{442}.\u{a}A cat and a dog.",
        ),
        (
            "Int\u{435}rferon alfa and TNF\u{3b1} rose; H\u{3b1} and \u{3b1} stayed.",
            "Interferon alfa and TNF\u{3b1} rose; H\u{3b1} and \u{3b1} stayed.",
        ),
        (
            "The l\u{435}vel of \u{3bd} and \u{3b7} in the \u{3b7} meson, \u{3c3} and \u{3c1} too.",
            "The level of \u{3bd} and \u{3b7} in the \u{3b7} meson, \u{3c3} and \u{3c1} too.",
        ),
        (
            "<b>W\u{430}r</b> &amp; \u{420}\u{435}\u{430}c\u{435}",
            "<b>War</b> & Peace",
        ),
        (
            "Gh\u{430}na&#8217;s v\u{43e}te\u{200b}",
            "Ghana\u{2019}s vote",
        ),
        (
            "\u{feff}Th\u{435} \u{201c}U.S.\u{201d} s\u{ad}aid",
            "The \u{201c}U.S.\u{201d} said",
        ),
        (
            "\u{1d5d5}\u{1d5ff}\u{1d5f2}\u{1d5ee}\u{1d5f8}\u{1d5f6}\u{1d5fb}\u{1d5f4}: \u{420}r\u{435}s\u{456}d\u{435}nt \u{280}\u{1d07}\u{a731}\u{26a}\u{262}\u{274}\u{a731}",
            "Breaking: President resigns",
        ),
        (
            "\u{422}\u{1d5f5}\u{435} \u{ff45}nd of \u{43e}\u{ff55}r tim\u{435}",
            "The end of our time",
        ),
        (
            "c\u{430}f\u{435}\u{301} and r\u{435}\u{301}sum\u{435}\u{301}",
            "caf\u{e9} and r\u{e9}sum\u{e9}",
        ),
        ("n\u{430}\u{308}chst\u{435}r", "n\u{e4}chster"),
        (
            "Z\u{435}l\u{435}nskyy: \u{201e}W\u{456}r br\u{430}u\u{441}h\u{435}n H\u{456}lf\u{435}\u{201c}",
            "Zelenskyy: \u{201e}Wir brauchen Hilfe\u{201c}",
        ),
        (
            "a 10-y\u{435}\u{430}r-\u{43e}ld\u{2019}s \u{456}d\u{435}\u{430}",
            "a 10-year-old\u{2019}s idea",
        ),
        (
            "\u{420}h\u{43e}t\u{43e}: \u{410}F\u{420}/G\u{435}tty",
            "Photo: AFP/Getty",
        ),
        ("R\u{435}ut\u{435}rs/\u{410}\u{420}", "Reuters/AP"),
        (
            "@\u{435}l\u{43e}nmusk #\u{441}r\u{443}\u{440}t\u{43e}",
            "@elonmusk #crypto",
        ),
        (
            "bit\u{441}\u{3bf}in and \u{435}th\u{435}r\u{435}um",
            "bitcoin and ethereum",
        ),
        ("\u{391}I-\u{440}\u{43e}w\u{435}r\u{435}d", "AI-powered"),
        (
            "10 \u{440}.m. on \u{421}\u{443}b\u{435}r M\u{43e}nd\u{430}y",
            "10 p.m. on Cyber Monday",
        ),
    ]);
}

#[test]
fn repairs_rough_look_alikes() {
    check(&[
        (
            "\u{442}he minis\u{442}er wi\u{442}h a plan",
            "the minister with a plan",
        ),
        (
            "\u{422}h\u{435} \u{433}e\u{440}\u{43e}r\u{442} c\u{430}m\u{435} l\u{430}\u{442}\u{435}",
            "The report came late",
        ),
        ("ne\u{442}wo\u{433}k of ba\u{442}s", "network of bats"),
        (
            "s\u{43e}m\u{435} n\u{435}w \u{441}\u{43e}mpan\u{443}, \u{442}o be su\u{433}e",
            "some new company, to be sure",
        ),
    ]);
}

#[test]
fn keeps_look_alikes() {
    keeps(&[
        "Saint Petersburg (\u{421}\u{430}\u{43d}\u{43a}\u{442}-\u{41f}\u{435}\u{442}\u{435}\u{440}\u{431}\u{443}\u{440}\u{433})",
        "the word \u{43c}\u{438}\u{440} means peace and world",
        "Gogol\u{2019}s \u{41d}\u{43e}\u{441} and \u{420}\u{435}\u{432}\u{438}\u{437}\u{43e}\u{440}",
        "\u{ab}\u{421}\u{43e}\u{43a}\u{bb} is juice, \u{ab}\u{441}\u{43e}\u{440}\u{bb} is litter",
        "He shouted \u{201c}\u{423}\u{440}\u{430}!\u{201d} three times",
        "the newspaper \u{41f}\u{440}\u{430}\u{432}\u{434}\u{430}",
        "\u{415}\u{451} \u{441}\u{435}\u{441}\u{442}\u{440}\u{430} \u{41e}\u{43b}\u{44c}\u{433}\u{430}",
        "\u{412} \u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{435} \u{438} \u{432} \u{41a}\u{438}\u{435}\u{432}\u{435}",
        "\u{421}\u{421}\u{421}\u{420} \u{438} \u{421}\u{428}\u{410}",
        "\u{421}\u{428}\u{410}, \u{41e}\u{41e}\u{41d}, \u{41d}\u{410}\u{422}\u{41e}",
        "\u{41a} \u{441}\u{43e}\u{436}\u{430}\u{43b}\u{435}\u{43d}\u{438}\u{44e}, \u{43d}\u{435}\u{442}",
        "\u{438} Facebook, \u{438} Google",
        "\u{43d}\u{430} iPhone \u{438} iPad",
        "\u{432} Telegram-\u{43a}\u{430}\u{43d}\u{430}\u{43b}\u{435}",
        "\u{43a}\u{443}\u{43f}\u{438}\u{43b} MacBook\u{438}",
        "\u{447}\u{435}\u{440}\u{435}\u{437} VPN\u{44b}",
        "IT-\u{43a}\u{43e}\u{43c}\u{43f}\u{430}\u{43d}\u{438}\u{44f} \u{438} PR-\u{430}\u{433}\u{435}\u{43d}\u{442}\u{441}\u{442}\u{432}\u{43e}",
        "\u{412}\u{43b}\u{430}\u{434}\u{438}\u{43c}\u{438}\u{440} \u{41f}\u{443}\u{442}\u{438}\u{43d}, Joe Biden",
        "Apple\u{2019}\u{443} \u{438} Google\u{2019}\u{430}",
        "C++ \u{438} Python",
        "XXI \u{432}\u{435}\u{43a}, XIX \u{432}.",
        "II \u{43c}\u{438}\u{440}\u{43e}\u{432}\u{430}\u{44f} \u{432}\u{43e}\u{439}\u{43d}\u{430}",
        "\u{433}\u{440}\u{443}\u{43f}\u{43f}\u{430} \u{ab}ABBA\u{bb} \u{438} \u{445}\u{43e}\u{440}",
        "Slobodan Milo\u{161}evi\u{107} \u{2014} \u{421}\u{43b}\u{43e}\u{431}\u{43e}\u{434}\u{430}\u{43d} \u{41c}\u{438}\u{43b}\u{43e}\u{448}\u{435}\u{432}\u{438}\u{45b}",
        "Beograd / \u{411}\u{435}\u{43e}\u{433}\u{440}\u{430}\u{434}",
        "\u{49a}\u{430}\u{437}\u{430}\u{49b}\u{441}\u{442}\u{430}\u{43d} (Kazakhstan)",
        "\u{40e}\u{437}\u{431}\u{435}\u{43a}\u{438}\u{441}\u{442}\u{43e}\u{43d}",
        "\u{41a}\u{44b}\u{440}\u{433}\u{44b}\u{437}\u{441}\u{442}\u{430}\u{43d}",
        "\u{41c}\u{43e}\u{43d}\u{433}\u{43e}\u{43b} \u{423}\u{43b}\u{441}",
        "\u{411}\u{430}\u{448}\u{4a1}\u{43e}\u{440}\u{442}\u{43e}\u{441}\u{442}\u{430}\u{43d}",
        "\u{423}\u{434}\u{43c}\u{443}\u{440}\u{442} \u{44d}\u{43b}\u{44c}\u{43a}\u{443}\u{43d}",
        "\u{391}\u{3b8}\u{3ae}\u{3bd}\u{3b1} \u{3ba}\u{3b1}\u{3b9} \u{398}\u{3b5}\u{3c3}\u{3c3}\u{3b1}\u{3bb}\u{3bf}\u{3bd}\u{3af}\u{3ba}\u{3b7}",
        "\u{3b7} \u{395}\u{3bb}\u{3bb}\u{3ac}\u{3b4}\u{3b1} \u{3c3}\u{3c4}\u{3b7}\u{3bd} \u{395}\u{395}",
        "Kostas (\u{39a}\u{3ce}\u{3c3}\u{3c4}\u{3b1}\u{3c2})",
        "the Greek word \u{3ba}\u{3b1}\u{3b9} means and",
        "\u{3c4}\u{3bf} iPhone \u{3bc}\u{3bf}\u{3c5}",
        "\u{394}\u{395}\u{397}, \u{39f}\u{3a4}\u{395}, \u{395}\u{3a1}\u{3a4}",
        "the Greek letters \u{3b1}, \u{3b5}, \u{3bf} and \u{3bd}",
        "p53, TGF\u{3b2}1, IL-1\u{3b2}, PKC\u{3b1}",
        "5-HT\u{2082}A, GABA\u{3b1}, \u{3bc}-opioid",
        "\u{3c9}-3 and \u{3c9}-6 fatty acids",
        "\u{3b3}-ray and X-ray",
        "\u{394}t = 5 s",
        "\u{3c3} = 0.3, \u{3c1} = 0.9, \u{3bd} = 0.2",
        "the \u{3c7}\u{b2} test, the \u{3ba} statistic",
        "30 \u{3a9}, 5 M\u{3a9}, 3 \u{3bc}F, 2 \u{b5}s",
        "\u{3c0} \u{2248} 3.14, 2\u{3c0}r",
        "\u{3a3}x and \u{2202}f/\u{2202}x",
        "\u{3b2}-blocker, \u{3b1}-helix, \u{3ba}-casein",
        "n-3 PUFAs, \u{3b5}4 allele of APOE",
        "the \u{3b7} meson and the \u{3c4} lepton",
        "\u{3bd}_e and \u{3bd}_\u{3bc}",
        "a \u{3c3}-algebra",
        "k\u{3bb} and c\u{3c4}",
        "\u{3a9} Ophiuchi, \u{3b1} Centauri, \u{3b2} Pictoris",
        "Phi Beta Kappa (\u{3a6}\u{392}\u{39a})",
        "\u{391}\u{392}\u{393} fraternity",
        "KO\u{42f}N and TOYS \u{42f} US",
        "\u{42f}USSIA",
        "S\u{41f}\u{423}\u{422}\u{41d}\u{418}\u{41a}",
        "LI\u{418}KI\u{418} PA\u{42f}K",
        "\u{18e}minem",
        "\u{535}\u{580}\u{587}\u{561}\u{576}, Yerevan",
        "\u{540}\u{561}\u{575} and Armenia",
        "\u{10d7}\u{10d1}\u{10d8}\u{10da}\u{10d8}\u{10e1}\u{10d8}",
        "\u{13e3}\u{13b3}\u{13a9} \u{13a6}\u{13ec}\u{13c2}\u{13af}\u{13cd}\u{13d7}",
        "\u{a4e1}\u{a4f2}-\u{a4e2}\u{a4f4}",
        "\u{2c98}\u{2c89}\u{2ca7}\u{2ca2}\u{2c89}\u{2c99}\u{300}\u{2c9b}\u{2cad}\u{2c8f}\u{2c99}\u{2c93}",
        "\u{1403}\u{14c4}\u{1483}\u{144e}\u{1450}\u{1466}",
        "\u{2d5c}\u{2d30}\u{2d4e}\u{2d30}\u{2d63}\u{2d49}\u{2d56}\u{2d5c}",
        "/h\u{259}\u{2c8}lo\u{28a}/ and [\u{2c8}w\u{254}\u{2d0}t\u{259}]",
        "\u{14a}malo \u{25b}n\u{254} \u{256}eka",
        "Gb\u{254}gb\u{254} K\u{254}k\u{254}e",
        "Az\u{259}rbaycan Respublikas\u{131}",
        "\u{130}stanbul, Diyarbak\u{131}r, \u{131}l\u{131}k",
        "Hawai\u{2bb}i",
        "\u{2019}n huis",
        "\u{df} and \u{1e9e}",
        "m\u{b2} and CO\u{2082}",
        "H\u{2082}O, Ca\u{b2}\u{207a}",
        "3\u{2032} UTR and 5\u{2032} cap",
        "x \u{2208} \u{211d}, n \u{2208} \u{2115}",
        "\u{2113} = 5",
        "\u{2116} 5",
        "\u{2103}",
        "\u{216b}",
        "Henry \u{2167}",
        "\u{2460}\u{2461}\u{2462}",
        "\u{24d8}",
        "\u{a9}\u{ae}\u{2122}",
        "\u{bd} cup",
        "1\u{2e2}\u{1d57}",
        "\u{a7} 5 \u{b6} 2",
        "\u{2660}\u{2665}\u{2666}\u{2663}",
        "\u{2192} \u{2190} \u{2194}",
        "\u{bd} \u{bc} \u{be}",
        "She sang \u{ab}\u{41a}\u{430}\u{442}\u{44e}\u{448}\u{430}\u{bb} and \u{201c}\u{41e}\u{447}\u{438} \u{447}\u{451}\u{440}\u{43d}\u{44b}\u{435}\u{201d}.",
        "\u{412}\u{438}\u{43a}\u{442}\u{43e}\u{440} \u{426}\u{43e}\u{439}\u{2019}s song \u{201c}\u{41f}\u{435}\u{440}\u{435}\u{43c}\u{435}\u{43d}\u{201d}",
        "the letters \u{44f}, \u{436} and \u{449}",
        "The word \u{201c}\u{440}\u{43e}\u{442}\u{201d} is mouth, \u{201c}\u{440}\u{443}\u{43a}\u{430}\u{201d} is hand",
        "\u{440}\u{443}\u{43a}\u{430} (hand), \u{43d}\u{43e}\u{441} (nose), \u{443}\u{445}\u{43e} (ear)",
        "Ivan\u{2019}s \u{43a}\u{43e}\u{442} sleeps",
        "the opera \u{425}\u{43e}\u{432}\u{430}\u{43d}\u{449}\u{438}\u{43d}\u{430}",
        "\u{41a}\u{43e}\u{442} and \u{41f}\u{451}\u{441}",
        "He is called \u{421}\u{430}\u{448}\u{430}",
        "\u{421}\u{430}\u{440}\u{430} \u{41a}\u{43e}\u{44d}\u{43d}",
        "\u{43c}\u{43e}\u{440}\u{43e}\u{437} means frost",
        "The Cyrillic letter \u{430} looks like a",
        "\u{430}, \u{435}, \u{43e}, \u{440}, \u{441}, \u{443}, \u{445}",
        "\u{41d}\u{435}\u{442} \u{432}\u{43e}\u{439}\u{43d}\u{435}!",
        "\u{201c}\u{41d}\u{435}\u{442}\u{201d}, she said",
        "\u{421}\u{412}\u{41e} and \u{427}\u{412}\u{41a}",
        "\u{41e}\u{410}\u{41e} \u{ab}\u{422}\u{410}\u{421}\u{421}\u{bb}",
        "the \u{420}\u{41f}\u{426}",
        "\u{443}\u{43b}. \u{41b}\u{435}\u{43d}\u{438}\u{43d}\u{430}, \u{434}. 5",
        "A4 \u{438} \u{410}5",
        "USB-\u{43f}\u{43e}\u{440}\u{442}, Wi-Fi-\u{440}\u{43e}\u{443}\u{442}\u{435}\u{440}, HDMI-\u{43a}\u{430}\u{431}\u{435}\u{43b}\u{44c}",
        "3D-\u{43c}\u{43e}\u{434}\u{435}\u{43b}\u{44c} \u{438} 4\u{41a}-\u{432}\u{438}\u{434}\u{435}\u{43e}",
        "QR-\u{43a}\u{43e}\u{434}",
        "SMS-\u{43a}\u{430}",
        "e-mail\u{2019}\u{44b}",
        "Windows-\u{43f}\u{43e}\u{43b}\u{44c}\u{437}\u{43e}\u{432}\u{430}\u{442}\u{435}\u{43b}\u{438}",
        "\u{418}\u{43d}\u{442}\u{435}\u{440}\u{43d}\u{435}\u{442}-\u{43c}\u{430}\u{433}\u{430}\u{437}\u{438}\u{43d} OZON",
        "X-\u{43b}\u{443}\u{447}\u{438}",
        "vitamin \u{421}",
        "\u{432}\u{438}\u{442}\u{430}\u{43c}\u{438}\u{43d} C",
        "\u{433}\u{440}\u{443}\u{43f}\u{43f}\u{430} \u{43a}\u{440}\u{43e}\u{432}\u{438} A \u{438} B",
        "\u{421}\u{41e}\u{2082} \u{438} H\u{2082}O",
        "pH \u{440}\u{430}\u{441}\u{442}\u{432}\u{43e}\u{440}\u{430}",
        "\u{43a}\u{412}\u{442}\u{b7}\u{447}, \u{43a}\u{43c}/\u{447}, \u{43c}\u{b2}",
        "I \u{43a}\u{432}\u{430}\u{440}\u{442}\u{430}\u{43b}",
        "\u{41d}\u{438}\u{43a}\u{43e}\u{43b}\u{430}\u{439} II",
        "\u{422}\u{43e}\u{43c} I, \u{433}\u{43b}\u{430}\u{432}\u{430} IV",
        "\u{423} Apple \u{438} Google",
        "\u{432} \u{421}\u{428}\u{410} Apple",
        "\u{430} iPhone",
        "\u{423} \u{43c}\u{435}\u{43d}\u{44f} iPhone, \u{430} \u{443} \u{43d}\u{435}\u{433}\u{43e} Android",
        "Hyundai \u{438} Kia, \u{438} Lada",
        "\u{422}\u{443}-154 and \u{418}\u{43b}-76",
        "\u{421}\u{443}-57 jets",
        "the MiG-29 (\u{41c}\u{438}\u{413}-29)",
        "\u{411}\u{41c}\u{41f}-2",
        "\u{421}\u{43e}\u{44e}\u{437} \u{41c}\u{421}-22",
        "the Soyuz (\u{421}\u{43e}\u{44e}\u{437}) capsule",
        "\u{3a4}\u{3bf} iPhone \u{3ba}\u{3b1}\u{3b9} \u{3c4}\u{3bf} iPad",
        "\u{397} Apple \u{3c3}\u{3c4}\u{3b7}\u{3bd} \u{395}\u{3bb}\u{3bb}\u{3ac}\u{3b4}\u{3b1}",
        "\u{39f} Tim Cook",
        "the \u{391} and the \u{3a9}",
        "\u{399}\u{3a7}\u{398}\u{3a5}\u{3a3}",
        "\u{1f18}\u{3bd} \u{1f00}\u{3c1}\u{3c7}\u{1fc7} \u{1f26}\u{3bd} \u{1f41} \u{3bb}\u{3cc}\u{3b3}\u{3bf}\u{3c2}",
        "\u{3bc} and \u{3c3} of the distribution",
        "\u{3c1}-value",
        "\u{3c4} = RC",
        "v = \u{3bd}\u{3bb}",
        "E = h\u{3bd}",
        "\u{3c9}0 = 2\u{3c0}f",
        "cos \u{3b8}, sin \u{3c6}",
        "\u{393}(n) = (n\u{2212}1)!",
        "\u{c5}, \u{c5}ngstr\u{f6}m",
        "\u{3bb}max",
        "T\u{3b1}1, T\u{3b2}4",
        "HIF-1\u{3b1}",
        "PPAR\u{3b3}",
        "I\u{3ba}B\u{3b1}",
        "\u{3b1}v\u{3b2}3 integrin",
        "GSK3\u{3b2}",
        "\u{394}F508",
        "\u{3a6} = BA",
        "\u{3ba} = 2",
        "10 \u{b5}L of \u{3b1}MEM",
        "the \u{3b2}1 subunit",
        "\u{3c5} and \u{3bd} are alike",
        "A\u{3b2}, C\u{3b1} atoms, N\u{3b5}, O\u{3b3}",
        "sin\u{3b1} + cos\u{3b2}",
        "d\u{3b1}/dt",
        "\u{3b5}\u{3c1}",
        "\u{3c1}gh",
        "\u{3b5}r",
        "\u{3bc}0",
        "k\u{3a9}",
        "\u{3bc}A",
        "\u{3bd}MSM",
        "\u{3b7}p2 = .12",
        "Mathematicians write \u{1d4a9}(\u{3bc}, \u{3c3}\u{b2})",
        "\u{1d53c}[X] = \u{1d45b}\u{1d45d}",
        "f: \u{211d} \u{2192} \u{2102}",
        "\u{2113}\u{2082} norm",
        "\u{210f}\u{3c9}",
        "\u{1d7d9}",
        "\u{2200}x \u{2208} \u{1d4ae}",
        "\u{40b}\u{438}\u{440}\u{438}\u{43b}\u{438}\u{446}\u{430} \u{438} latinica",
        "\u{40a}\u{443}\u{458}\u{43e}\u{440}\u{43a} (Njujork)",
        "\u{409}\u{443}\u{431}\u{430}\u{432}",
        "\u{405}\u{432}\u{435}\u{437}\u{434}\u{430}",
        "\u{490}\u{430}\u{43d}\u{43e}\u{43a}",
        "\u{407}\u{436}\u{430}\u{43a}",
        "\u{40e}\u{437}\u{410}",
        "\u{4e2}",
        "\u{422}\u{43e}\u{4b7}\u{438}\u{43a}\u{438}\u{441}\u{442}\u{43e}\u{43d}",
        "\u{421}\u{430}\u{445}\u{430} \u{421}\u{438}\u{440}\u{44d}",
        "\u{49a}\u{430}\u{437}\u{430}\u{49b}\u{448}\u{430}",
        "\u{49a}\u{430}\u{437}\u{430}\u{49b} \u{442}\u{456}\u{43b}\u{456} / Qazaq tili",
        "\u{422}\u{430}\u{442}\u{430}\u{440}\u{441}\u{442}\u{430}\u{43d} (Tatarstan)",
        "Az\u{259}rbaycan \u{2013} \u{410}\u{437}\u{4d9}\u{440}\u{431}\u{430}\u{458}\u{4b9}\u{430}\u{43d}",
        "Moldova / \u{41c}\u{43e}\u{43b}\u{434}\u{43e}\u{432}\u{430}",
        "O\u{2018}zbek / \u{40e}\u{437}\u{431}\u{435}\u{43a}",
        "T\u{fc}rkmen",
        "Kurd\u{ee} / \u{41a}\u{4e7}\u{440}\u{434}\u{438}",
        "\u{4b2}\u{430}\u{432}\u{43e}",
        "\u{4b6}",
        "\u{531}\u{580}\u{574}\u{565}\u{576} (Armen)",
        "\u{585}\u{572}\u{56b}",
        "\u{54d}. \u{54d}\u{561}\u{580}\u{563}\u{57d}\u{575}\u{561}\u{576}",
        "\u{10e1}\u{10e2}\u{10d0}\u{10da}\u{10d8}\u{10dc}\u{10d8} (Stalin)",
    ]);
}

#[test]
fn keeps_invisible() {
    keeps(&[
        "\u{1f469}\u{200d}\u{1f52c}",
        "\u{1f469}\u{1f3fd}\u{200d}\u{1f680}",
        "\u{1f3f3}\u{fe0f}\u{200d}\u{1f308}",
        "\u{1f3f4}\u{200d}\u{2620}\u{fe0f}",
        "\u{1f441}\u{fe0f}\u{200d}\u{1f5e8}\u{fe0f}",
        "\u{1f9d1}\u{200d}\u{1f91d}\u{200d}\u{1f9d1}",
        "\u{1f468}\u{200d}\u{1f468}\u{200d}\u{1f466}\u{200d}\u{1f466}",
        "\u{2764}\u{fe0f}\u{200d}\u{1f525}",
        "\u{1f43b}\u{200d}\u{2744}\u{fe0f}",
        "\u{1f3c3}\u{1f3fe}\u{200d}\u{2640}\u{fe0f}",
        "\u{1f3c3}\u{200d}\u{2642}",
        "\u{260e}\u{fe0f} and \u{260e}\u{fe0e}",
        "\u{2714}\u{fe0e}",
        "\u{a9}\u{fe0f} \u{ae}\u{fe0f} \u{2122}\u{fe0f}",
        "#\u{fe0f}\u{20e3} *\u{fe0f}\u{20e3} 0\u{fe0f}\u{20e3}",
        "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        "\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
        "\u{1f1ec}\u{1f1e7}\u{1f1fa}\u{1f1e6}",
        "\u{1f44b}\u{1f3ff}",
        "\u{6a9}\u{62a}\u{627}\u{628}\u{200c}\u{647}\u{627}",
        "\u{62e}\u{627}\u{646}\u{647}\u{200c}\u{6cc} \u{645}\u{627}",
        "\u{645}\u{6cc}\u{200c}\u{634}\u{648}\u{62f}",
        "\u{646}\u{645}\u{6cc}\u{200c}\u{62f}\u{627}\u{646}\u{645}",
        "\u{631}\u{641}\u{62a}\u{647}\u{200c}\u{627}\u{645}",
        "\u{9ac}\u{9cd}\u{200d}\u{9af}\u{9be}\u{982}\u{995}",
        "\u{9b0}\u{200d}\u{9cd}\u{9af}\u{9be}\u{9ac}",
        "\u{915}\u{94d}\u{200d}\u{92f}\u{93e}",
        "\u{905}\u{915}\u{94d}\u{200c}\u{937}\u{930}",
        "\u{995}\u{200c}\u{9cd}\u{9b7}",
        "\u{d23}\u{d4d}\u{200d}",
        "\u{d15}\u{d4d}\u{200c}",
        "\u{dc1}\u{dca}\u{200d}\u{dbb}",
        "\u{d9a}\u{dca}\u{200d}\u{dc2}",
        "\u{c15}\u{c4d}\u{200c}\u{c37}",
        "\u{c95}\u{ccd}\u{200d}\u{cb7}",
        "\u{a95}\u{acd}\u{200d}\u{ab7}",
        "\u{a38}\u{a4d}\u{200d}\u{a39}",
        "\u{1018}\u{102c}\u{101e}\u{102c}\u{200b}\u{1005}\u{1000}\u{102c}\u{1038}",
        "\u{1797}\u{17b6}\u{179f}\u{17b6}\u{200b}\u{1781}\u{17d2}\u{1798}\u{17c2}\u{179a}",
        "\u{e20}\u{e32}\u{e29}\u{e32}\u{200b}\u{e44}\u{e17}\u{e22}",
        "\u{e9e}\u{eb2}\u{eaa}\u{eb2}\u{200b}\u{ea5}\u{eb2}\u{ea7}",
        "\u{5e9}\u{5dc}\u{5d5}\u{5dd}\u{200f}!",
        "\u{202b}\u{5e9}\u{5dc}\u{5d5}\u{5dd}\u{202c}",
        "\u{2067}\u{645}\u{631}\u{62d}\u{628}\u{627}\u{2069} hello",
        "C++\u{200e} \u{5dc}\u{5d0}",
        "\u{200f}\u{5e2}\u{5d1}\u{5e8}\u{5d9}\u{5ea}",
        "\u{645}\u{631}\u{62d}\u{628}\u{627} \u{200e}ABC\u{200e}",
        "\u{845b}\u{e0100}\u{57ce}",
        "\u{845b}\u{fe00}",
        "\u{182e}\u{1823}\u{1829}\u{182d}\u{1823}\u{182f}\u{180b}",
        "\u{182c}\u{1821}\u{180e}\u{1828}",
        "0\u{fe00}",
        "\u{2229}\u{fe00}",
        "\u{1112}\u{1160}",
        "\u{115f}\u{1161}",
        "\u{e9}\u{34f}\u{301}",
    ]);
}

#[test]
fn keeps_letterforms() {
    keeps(&[
        "\u{6771}\u{4eac}\u{ff08}\u{3068}\u{3046}\u{304d}\u{3087}\u{3046}\u{ff09}\u{ff2e}\u{ff4f}\u{ff0e}\u{ff11}",
        "\u{ff2e}\u{ff28}\u{ff2b}\u{30cb}\u{30e5}\u{30fc}\u{30b9}",
        "\u{300c}\u{ff21}\u{ff22}\u{ff23}\u{300d}",
        "\u{d55c}\u{ad6d}\u{ff08}\u{97d3}\u{570b}\u{ff09}",
        "\u{24b6} anarchists",
        "the \u{24ca} symbol",
        "\u{24c2} Metro",
        "\u{1f170}\u{fe0f} \u{1f171}\u{fe0f} \u{1f18e} \u{1f17e}\u{fe0f}",
        "\u{1f17f} parking",
        "\u{2170}) first \u{2171}) second",
        "Chapter \u{2164}",
        "x\u{b2} + y\u{b2} = z\u{b2}",
        "a\u{207f} + b\u{207f}",
        "2\u{207f}\u{1d48} and 3\u{2b3}\u{1d48}",
        "M\u{1d50}\u{1d49} Curie",
        "D\u{2b3} Martin",
        "t\u{2b0} p\u{2b0} k\u{2b7}",
        "\u{b9}\u{b2}\u{b3}",
        "\u{aa} \u{ba}",
        "\u{1d0e}",
        "\u{2bb}okina",
        "\u{1d70b} \u{2248} 3.14",
        "\u{1d44e} and \u{1d44f}",
        "\u{1d431}y",
        "\u{2211}\u{1d62} x\u{1d62}",
        "\u{17f} in Congre\u{17f}s",
        "D\u{17e} Lj Nj",
        "\u{339e} \u{338f}",
        "\u{33d2}",
        "\u{ff71}\u{ff72}\u{ff73}",
        "\u{2121} \u{213b}",
        "\u{2122} \u{2120}",
    ]);
}

#[test]
fn keeps_documents() {
    keeps(&[
        "Die Zeitung \u{ab}\u{41f}\u{440}\u{430}\u{432}\u{434}\u{430}\u{bb} schrieb: \u{41c}\u{438}\u{440}.\u{a}Ein Satz auf Deutsch.",
        "\u{41e}\u{43d}\u{430} \u{43a}\u{443}\u{43f}\u{438}\u{43b}\u{430} iPhone.\u{a}She bought it in \u{41e}\u{441}\u{430}\u{43a}\u{430}.",
        "\u{3a4}\u{3b1}\u{3be}\u{3af}\u{3b4}\u{3b9} \u{3c3}\u{3c4}\u{3b7}\u{3bd} \u{395}\u{3bb}\u{3bb}\u{3ac}\u{3b4}\u{3b1}\u{a}A trip to Greece",
        "He wrote \u{410}\u{412}\u{421} in Cyrillic and ABC in Latin.",
        "Compare \u{441}\u{43e}\u{440} and cop, \u{440}\u{43e}\u{442} and pot.",
        "\u{41f}\u{451}\u{442}\u{440} I \u{438} \u{415}\u{43a}\u{430}\u{442}\u{435}\u{440}\u{438}\u{43d}\u{430} II",
        "\u{420}\u{443}\u{441}\u{441}\u{43a}\u{438}\u{439} | English | \u{423}\u{43a}\u{440}\u{430}\u{457}\u{43d}\u{441}\u{44c}\u{43a}\u{430} | \u{395}\u{3bb}\u{3bb}\u{3b7}\u{3bd}\u{3b9}\u{3ba}\u{3ac} | \u{540}\u{561}\u{575}\u{565}\u{580}\u{565}\u{576}",
        "English\u{a}\u{420}\u{443}\u{441}\u{441}\u{43a}\u{438}\u{439}\u{a}\u{411}\u{44a}\u{43b}\u{433}\u{430}\u{440}\u{441}\u{43a}\u{438}\u{a}\u{421}\u{440}\u{43f}\u{441}\u{43a}\u{438}\u{a}O\u{2018}zbek",
        "\u{412}\u{441}\u{435} \u{43f}\u{440}\u{430}\u{432}\u{430} \u{437}\u{430}\u{449}\u{438}\u{449}\u{435}\u{43d}\u{44b}. \u{a9} 2024 \u{41e}\u{41e}\u{41e} \u{ab}\u{420}\u{43e}\u{433}\u{430} \u{438} \u{43a}\u{43e}\u{43f}\u{44b}\u{442}\u{430}\u{bb}",
        "the \u{41a}\u{41f}\u{421}\u{421}, the \u{41d}\u{41a}\u{412}\u{414} and the \u{41a}\u{413}\u{411}",
        "Kim (\u{41a}\u{438}\u{43c}) and Pak (\u{41f}\u{430}\u{43a})",
        "\u{445}\u{43e}\u{440} and \u{441}\u{43e}\u{43a}",
        "Rosa (\u{440}\u{43e}\u{441}\u{430})",
        "an \u{438}\u{43e}\u{43d} is an ion",
        "\u{412} 2024 \u{433}. \u{43a}\u{43e}\u{43c}\u{43f}\u{430}\u{43d}\u{438}\u{44f} Apple \u{432}\u{44b}\u{43f}\u{443}\u{441}\u{442}\u{438}\u{43b}\u{430} Vision Pro",
        "\u{41f}\u{435}\u{441}\u{43d}\u{44f} \u{ab}\u{41e}\u{439}, \u{43c}\u{43e}\u{440}\u{43e}\u{437}\u{bb} \u{438} \u{445}\u{438}\u{442} \u{201c}Yesterday\u{201d}",
        "\u{420}\u{43e}\u{441}\u{441}\u{438}\u{44f}\u{2013}NATO",
        "\u{435}\u{432}\u{440}\u{43e}/\u{434}\u{43e}\u{43b}\u{43b}\u{430}\u{440} EUR/USD",
        "\u{43f}. 5 \u{441}\u{442}. 10",
        "\u{2116} \u{410}40-12345/2024",
        "\u{441}/\u{445}, \u{430}/\u{43c}, \u{440}/\u{441}",
        "CEO \u{43a}\u{43e}\u{43c}\u{43f}\u{430}\u{43d}\u{438}\u{438} \u{ab}\u{42f}\u{43d}\u{434}\u{435}\u{43a}\u{441}\u{bb}",
        "\u{442}\u{43e}\u{43f}-10 IT-\u{43a}\u{43e}\u{43c}\u{43f}\u{430}\u{43d}\u{438}\u{439}",
        "MP3-\u{43f}\u{43b}\u{435}\u{435}\u{440}",
        "Ford Focus, \u{412}\u{410}\u{417}-2107",
        "AK-47 (\u{410}\u{41a}-47)",
        "The \u{410}\u{41a}-47 and the \u{422}\u{422}-33",
        "\u{3b7} = 0.85, \u{3c1} = 7.8 g/cm\u{b3}",
        "Student\u{2019}s t, Cronbach\u{2019}s \u{3b1}, Cohen\u{2019}s \u{3ba}",
        "\u{3b1}, \u{3b2}, \u{3b3} and \u{3b4}",
        "\u{3bb} = 500 nm; \u{3bd} = c/\u{3bb}",
        "\u{3c9} and \u{3d5}",
        "The \u{3b5}4 and \u{3b5}3 alleles",
        "\u{3ba}-opioid, \u{3b4}-opioid",
        "\u{3b3}\u{3b4} T cells, \u{3b1}\u{3b2} TCR",
        "NF-\u{3ba}B, I\u{3ba}B kinase, TNF-\u{3b1}",
        "\u{394}\u{394}Ct",
        "\u{394}H = \u{2212}5 kJ",
        "Ca\u{b2}\u{207a}-ATPase",
        "H\u{2082}SO\u{2084}",
        "\u{b2}\u{b3}\u{2075}U",
        "[Fe(CN)\u{2086}]\u{b3}\u{207b}",
        "Poisson(\u{3bb})",
        "\u{3bc}mol/L, \u{3bc}L, \u{3bc}m",
        "1 \u{c5} = 10\u{207b}\u{b9}\u{2070} m",
        "\u{2220}ABC = 90\u{b0}",
        "x\u{304} \u{b1} \u{3c3}",
        "\u{3c6}X174",
        "\u{3bb} phage",
        "\u{394}9-THC",
        "\u{3c0}-bond and \u{3c3}-bond",
        "\u{3c8}(x)",
        "\u{3a8} and \u{3a6}",
        "\u{3b8}-waves",
    ]);
}

#[test]
fn keeps_rough_look_alikes() {
    keeps(&[
        "\u{432} Google \u{438} PR\u{43e}\u{43c}",
        "SMS\u{43e}\u{43a} \u{438} MMS\u{43e}\u{43a}",
        "\u{43a}\u{443}\u{43f}\u{438}\u{442}\u{44c} iPad\u{43c}\u{438}\u{43d}\u{438}",
        "Wi-Fi\u{43c}",
        "the \u{422}\u{412}-6 channel",
        "DJ \u{413}\u{440}\u{443}\u{432} feat. \u{411}\u{430}\u{441}\u{442}\u{430}",
        "VK\u{43e}\u{43d}\u{442}\u{430}\u{43a}\u{442}\u{435}",
        "\u{412}\u{41a}\u{43e}\u{43d}\u{442}\u{430}\u{43a}\u{442}\u{435}",
        "HR\u{43c}\u{435}\u{43d}\u{435}\u{434}\u{436}\u{435}\u{440} \u{438} PR\u{449}\u{438}\u{43a}",
        "D\u{440}\u{443}\u{437}\u{44c}\u{44f}",
        "\u{43d}\u{435}\u{442} and \u{442}\u{43e}\u{442}",
        "\u{43e}\u{43d}, \u{43e}\u{43d}\u{430} and \u{43e}\u{43d}\u{43e}",
    ]);
}

/// What the report says: the words respelt, and whether the text counts as disguised.
#[track_caller]
fn reports(text: &str, words: u32, disguised: bool) {
    let output = normalize(text, &NormalizeOptions::default());
    let report = output.disguise.expect("letters were replaced");
    assert_eq!(
        (report.words, report.is_disguised()),
        (words, disguised),
        "{report:?}"
    );
    assert!((0.0..=1.0).contains(&report.score));
    let noted = output
        .diagnostics
        .iter()
        .any(|note| note.code == "normalize/disguised");
    assert_eq!(noted, disguised);
}

#[test]
fn a_slip_is_no_disguise() {
    reports("A Kor\u{435}an envoy came to the talks.", 1, false);
    reports("\u{421}hina and Jap\u{430}n met.", 2, false);
    let long = "The envoys met again to speak about trade and fish. ".repeat(20);
    reports(
        &format!("{long}\nKor\u{435}a, \u{421}hina, Jap\u{430}n."),
        3,
        false,
    );
    let spun =
        "Th\u{435} \u{435}nvoys m\u{435}t \u{430}gain to sp\u{435}ak about trad\u{435} and fish. ";
    reports(&spun.repeat(20), 120, true);
    reports(&format!("{long}\n{spun}{spun}"), 12, true);
    let sound = normalize(
        "Moscow (\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430})",
        &NormalizeOptions::default(),
    );
    assert_eq!(sound.disguise, None);
}

#[test]
fn floods_are_kept_or_repaired() {
    for piece in [
        "\u{430}a",
        "a \u{430} ",
        "\u{3b1}",
        "x\u{1d465}",
        "\u{1d43}",
        "\u{24d0}1",
        "\u{1f3f4}\u{e0067}",
        "\u{e0067}",
        "S&\u{421} ",
        "\u{430}.",
        "\u{430}\u{2019}",
        "\u{430}-",
        "a\u{200e}",
        "\u{2800}",
        "\u{5d0}\u{200f}",
    ] {
        let text = piece.repeat(20_000);
        let once = normalize(&text, &NormalizeOptions::default())
            .text
            .into_owned();
        assert_eq!(normalize(&once, &NormalizeOptions::default()).text, once);
    }
}

/// Pieces that the rules for letters and unseen characters weigh against each other.
const PIECES: [&str; 44] = [
    "the",
    "a",
    "Facebook",
    "TNF",
    "U.S.",
    " ",
    " ",
    " ",
    "\n",
    "'",
    "\u{2019}",
    "-",
    ".",
    "&",
    "/",
    "7",
    "e",
    "T",
    "\u{430}",
    "\u{435}",
    "\u{441}\u{43e}",
    "\u{442}",
    "\u{43d}",
    "\u{44f}",
    "\u{43c}\u{438}\u{440}",
    "\u{455}",
    "\u{3b1}",
    "\u{3bd}",
    "\u{3b9}\u{3b7}",
    "\u{391}",
    "\u{3bb}",
    "\u{a4d3}",
    "\u{13aa}",
    "\u{1d41}",
    "\u{1d04}",
    "\u{26a}",
    "\u{24d0}",
    "\u{1d5ee}",
    "\u{1d465}",
    "\u{216d}",
    "\u{200b}",
    "\u{2800}",
    "\u{301}",
    "\u{308}",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(4000))]

    #[test]
    fn is_idempotent(places in proptest::collection::vec(0..PIECES.len(), 0..30)) {
        let text: String = places.iter().map(|&place| PIECES[place]).collect();
        let once = normalize(&text, &NormalizeOptions::default()).text.into_owned();
        let again = normalize(&once, &NormalizeOptions::default());
        proptest::prop_assert_eq!(&again.text, &once);
        proptest::prop_assert!(again.edits.is_empty());
    }
}
