//! Stories of small streams.

use copydesk_core::record::Article;

use super::*;
use crate::stage;

const TEMA: [(&str, &str, &str); 3] = [
    (
        "2024-05-02",
        "Strike shuts the port of Tema",
        "Dockers of the Harbour Union walked out of the port of Tema in Ghana. Kofi Mensah of the \
         union said that 340 dockers were on strike over pay.",
    ),
    (
        "2024-05-03",
        "Dockers keep the port of Tema shut",
        "The strike of the Harbour Union shut the port of Tema in Ghana for a second day. Kofi \
         Mensah said that all 340 dockers would stay out.",
    ),
    (
        "2024-05-05",
        "Tema dockers accept pay offer",
        "The Harbour Union ended its strike at the port of Tema in Ghana after an offer on pay. \
         The 340 dockers return on Monday, said Kofi Mensah.",
    ),
];
const BANK: [(&str, &str, &str); 2] = [
    (
        "2024-05-02",
        "Solheim to lead Norges Bank",
        "Norway named Ingrid Solheim governor of Norges Bank. The economist follows Lars Dahl, who \
         retires in August after 12 years at the central bank.",
    ),
    (
        "2024-05-04",
        "Who is Ingrid Solheim, next governor of Norges Bank?",
        "Ingrid Solheim will follow Lars Dahl at Norges Bank in August. The economist taught in \
         Bergen before she joined the central bank of Norway.",
    ),
];

fn article((day, title, text): (&str, &str, &str)) -> Article {
    let mut article = Article {
        title: Some(title.to_owned()),
        published: Some(day.to_owned()),
        ..stage::annotate(text, Some(day))
    };
    article.set_id();
    article
}

fn both() -> Vec<Article> {
    TEMA.into_iter().chain(BANK).map(article).collect()
}

fn streamed(articles: &[Article], order: &[usize], options: StoryOptions) -> Stories {
    let mut stories = Stories::new(options);
    for &at in order {
        stories.add(&articles[at]);
    }
    stories
}

fn groups(stories: &[Story]) -> Vec<Vec<u32>> {
    stories.iter().map(|story| story.articles.clone()).collect()
}

/// An article of generated words: each story has its own, and all share common ones.
fn generated(story: u64, part: u64, day: i32) -> Article {
    let mut state = story.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut word = |many: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let number = (state >> 33) % many;
        let letter =
            |shift: u64| char::from(b'a' + ((number / 23_u64.pow(shift as u32)) % 23) as u8);
        (0..5).map(letter).collect::<String>()
    };
    let own: Vec<String> = (0..30).map(|_| word(6_000_000)).collect();
    let mut text = String::new();
    for at in 0..60 {
        let at = at + part;
        text.push_str(&own[(at % 30) as usize]);
        text.push_str([" of the ", " and a ", " said that "][(at % 3) as usize]);
    }
    Article {
        text,
        title: Some(own[..4].join(" ")),
        published: Some(day::format(day)),
        ..Article::default()
    }
}

#[test]
fn a_stream_in_any_order_finds_the_stories() {
    let articles = both();
    for order in [
        [0, 1, 2, 3, 4],
        [4, 3, 2, 1, 0],
        [2, 3, 0, 4, 1],
        [1, 4, 0, 3, 2],
    ] {
        let stories = streamed(&articles, &order, StoryOptions::default());
        let of = |at: usize| {
            let number = order.iter().position(|&it| it == at).unwrap();
            stories.story_of(number as u32).unwrap()
        };
        assert_eq!((of(0), of(0), of(3)), (of(1), of(2), of(4)), "{order:?}");
        assert_ne!(of(0), of(3));
        assert_eq!(stories.stories().len(), 2);
        assert_eq!((stories.len(), stories.is_empty()), (5, false));
    }
}

#[test]
fn a_story_has_a_headline_days_and_entities() {
    let articles = both();
    let stories = streamed(&articles, &[0, 3, 1, 4, 2], StoryOptions::default()).stories();
    let tema = &stories[0];
    assert!(TEMA.iter().any(|told| told.1 == tema.headline));
    assert_eq!(tema.first_day.as_deref(), Some("2024-05-02"));
    assert_eq!(tema.last_day.as_deref(), Some("2024-05-05"));
    assert_eq!(tema.articles, [0, 2, 4]);
    let union = tema
        .entities
        .iter()
        .find(|it| it.name == "Harbour Union")
        .unwrap();
    assert_eq!((union.articles, union.first.0), (3, 0));
    let (at, entity) = union.first;
    assert_eq!(
        articles[at as usize].entities[entity as usize].name,
        "Harbour Union"
    );
}

#[test]
fn settled_stories_do_not_hang_on_the_order() {
    let articles = both();
    let told = |order: &[usize]| -> Vec<Vec<usize>> {
        let given: Vec<_> = order
            .iter()
            .map(|&at| (&articles[at], articles[at].published.as_deref()))
            .collect();
        let stories = settled(&given, StoryOptions::default());
        let back = |story: &Story| {
            story
                .articles
                .iter()
                .map(|&it| order[it as usize])
                .collect()
        };
        stories.iter().map(back).collect()
    };
    let first = told(&[0, 1, 2, 3, 4]);
    assert_eq!(first.len(), 2);
    for order in [[4, 3, 2, 1, 0], [2, 4, 0, 1, 3]] {
        assert_eq!(told(&order), first);
    }
}

#[test]
fn settled_headlines_do_not_hang_on_the_order() {
    // Told twice on one day, of one length each, so that both titles are as near to all.
    let told = ["Strike shuts the port", "Port shut the strike"].map(|title| {
        let (day, _, text) = TEMA[0];
        article((day, title, text))
    });
    let headline = |order: [usize; 2]| {
        let given = order.map(|at| (&told[at], told[at].published.as_deref()));
        let stories = settled(&given, StoryOptions::default());
        assert_eq!(stories.len(), 1);
        stories[0].headline.clone()
    };
    assert_eq!(headline([0, 1]), headline([1, 0]));
}

#[test]
fn the_first_to_name_an_entity_is_of_the_first_day() {
    let articles = both();
    let first = |stories: &[Story]| {
        let mut entities = stories[0].entities.iter();
        entities
            .find(|it| it.name == "Harbour Union")
            .unwrap()
            .first
            .0
    };
    let streamed = streamed(&articles, &[2, 1, 0], StoryOptions::default());
    assert_eq!(first(&streamed.stories()), 2);
    let given = [2, 1, 0].map(|at| (&articles[at], articles[at].published.as_deref()));
    assert_eq!(first(&settled(&given, StoryOptions::default())), 2);
}

#[test]
fn days_close_a_story() {
    let mut articles = both();
    articles[1].published = Some("2024-07-03".to_owned());
    articles[4].published = Some("2024-07-03".to_owned());
    let mut stories = streamed(&articles, &[0, 3, 1, 4], StoryOptions::default());
    assert_ne!(stories.story_of(0), stories.story_of(2));
    // The closed story keeps what it was.
    assert_eq!(stories.stories()[0].headline, TEMA[0].1);
    assert_eq!(stories.stories()[0].entities.len().min(1), 1);
    // What comes late starts anew.
    let late = stories.add(&articles[0]);
    assert_ne!(Some(late), stories.story_of(0));
    let options = StoryOptions {
        window_days: 90,
        ..StoryOptions::default()
    };
    let open = streamed(&articles, &[0, 3, 1], options);
    assert_eq!(open.story_of(0), open.story_of(2));
}

#[test]
fn one_wrong_date_closes_nothing() {
    let mut articles = both();
    for (at, wrong) in [(3, "2099-01-01"), (4, "1970-01-01")] {
        articles[at].published = Some(wrong.to_owned());
    }
    for order in [[0, 3, 1, 4, 2], [3, 0, 4, 1, 2], [3, 4, 0, 1, 2]] {
        let stories = streamed(&articles, &order, StoryOptions::default());
        let of = |at: usize| {
            let number = order.iter().position(|&it| it == at).unwrap();
            stories.story_of(number as u32).unwrap()
        };
        assert_eq!((of(0), of(0)), (of(1), of(2)), "{order:?}");
    }
}

#[test]
fn stories_without_a_date_stay_open_when_dates_come() {
    let mut articles = both();
    articles[0].published = None;
    let stories = streamed(&articles, &[0, 3, 4, 1, 2], StoryOptions::default());
    assert_eq!(stories.story_of(0), stories.story_of(3));
    assert_eq!(stories.story_of(0), stories.story_of(4));
}

#[test]
fn two_stories_become_the_older_one() {
    let words = |first: u32, many: u32| -> Vec<String> {
        (first..first + many)
            .map(|it| {
                format!(
                    "w{}",
                    "abcdefghij".repeat(it as usize % 3 + 1)
                        + &"klmnopqrst"[it as usize % 10..]
                        + &"u".repeat(it as usize / 10 + 1)
                )
            })
            .collect()
    };
    let told = |parts: &[Vec<String>]| Article {
        text: parts.concat().join(" of the "),
        ..Article::default()
    };
    // What two have in common grows until they are nearly one, and those that have both join them.
    let joined = (1..20).any(|common| {
        let both = words(0, common);
        let (left, right) = (words(40, 20 - common), words(80, 20 - common));
        let mut stories = Stories::default();
        let one = stories.add(&told(&[both.clone(), left.clone()]));
        let two = stories.add(&told(&[both.clone(), right.clone()]));
        for _ in 0..4 {
            stories.add(&told(&[both.clone(), left.clone(), right.clone()]));
        }
        let same = one != two && stories.current(two) == one;
        if same {
            assert_eq!(stories.current(one), one);
            assert_eq!(stories.story_of(1), Some(one));
            assert_eq!(groups(&stories.stories()), [[0, 1, 2, 3, 4, 5]]);
        }
        same
    });
    assert!(joined);
    let stories = Stories::default();
    assert_eq!(stories.current(StoryId(99)), StoryId(99));
    assert_eq!(stories.story_of(9), None);
}

#[test]
fn open_stories_are_bounded() {
    let options = StoryOptions {
        open_stories: 10,
        ..StoryOptions::default()
    };
    let mut stories = Stories::new(options);
    for story in 0..100 {
        stories.add(&generated(story, 0, 19_000));
    }
    assert_eq!(stories.open.len(), 10);
    assert_eq!(stories.stories().len(), 100);
    // The last ones are open still, the first ones are not.
    let last = stories.story_of(99).unwrap();
    assert_eq!(stories.add(&generated(99, 1, 19_000)), last);
    assert_ne!(
        Some(stories.add(&generated(0, 1, 19_000))),
        stories.story_of(0)
    );
}

#[test]
fn steps_grow_with_the_articles_and_not_with_their_pairs() {
    let run = |count: u64| {
        let mut stories = Stories::default();
        let mut articles = Vec::new();
        for at in 0..count {
            let article = generated(at / 4, at % 4, 19_000 + (at / 40) as i32);
            stories.add(&article);
            articles.push(article);
        }
        let days: Vec<_> = (articles.iter())
            .map(|article| (article, article.published.as_deref().and_then(day::parse)))
            .collect();
        let (settled, settling) = settle_all(&days, StoryOptions::default());
        assert_eq!(settled.len() as u64, count / 4);
        assert_eq!(stories.stories().len() as u64, count / 4);
        (stories.steps + stories.index.steps, settling)
    };
    let (short, long) = (run(400), run(1600));
    assert!(long.0 < 5 * short.0, "{short:?} {long:?}");
    assert!(long.1 < 5 * short.1, "{short:?} {long:?}");
}

#[test]
fn odd_articles_are_taken() {
    let mut stories = Stories::default();
    let empty = stories.add(&Article::default());
    assert_ne!(stories.add(&Article::default()), empty);
    stories.add_on(
        &stage::annotate("東京都で地震がありました。", None),
        "no date",
    );
    stories.add(&article(("2024-05-02", &"x".repeat(10_000), "\u{0}")));
    stories.add(&stage::annotate(&"the ".repeat(20_000), None));
    for story in stories.stories() {
        assert!(story.first_day.is_none() || story.id.0 == 3);
    }
    assert_eq!(
        groups(&settled(&[], StoryOptions::default())),
        Vec::<Vec<u32>>::new()
    );
}

#[test]
fn a_long_first_line_is_cut_at_a_word() {
    let text = format!("{} end.", "Dockers of Tema walked out again ".repeat(9));
    let mut stories = Stories::default();
    stories.add(&stage::annotate(&text, None));
    let headline = &stories.stories()[0].headline;
    assert!(
        headline.chars().count() <= 121 && headline.ends_with('…'),
        "{headline}"
    );
    assert!(text.starts_with(headline.trim_end_matches('…')));
}
