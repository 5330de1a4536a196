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
        "\u{133}s",
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
