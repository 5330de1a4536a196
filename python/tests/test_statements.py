"""Who is who and who says so: links, offices, quotes, claims and events as Python sees them.

Read from a record that was written by hand, so that every field holds something whatever the
stages find.
"""

import json
import pickle

import pytest

import copydesk


def test_mentions_say_why_they_stand_for_their_entity(statements: copydesk.Article) -> None:
    norway, *_ = statements.mentions
    assert (norway.link.kind, norway.link.through, norway.link.confidence) == ("name", None, 1.0)
    lunde = next(mention for mention in statements.mentions if mention.text == "Lunde")
    assert (lunde.link.kind, lunde.link.confidence) == ("part", 0.9)
    assert lunde.link.through and lunde.link.through.text == "Astrid Lunde"
    assert repr(lunde.link) == "Link(part, through 'Astrid Lunde', 0.9)"
    assert lunde.link == lunde.link and lunde.link != norway.link


def test_a_capital_stands_for_its_country(statements: copydesk.Article) -> None:
    of = [mention for mention in statements.mentions if mention.metonym_of]
    assert [mention.text for mention in of] == ["Oslo"]
    assert of[0].entity.name == "Oslo"
    assert of[0].metonym_of and of[0].metonym_of.name == "Norway"


def test_offices_and_who_holds_them(statements: copydesk.Article) -> None:
    office = next(mention for mention in statements.mentions if mention.label == "TITLE")
    assert [holder.name for holder in office.holders] == ["Astrid Lunde"]
    (role,) = office.holders[0].roles
    assert role.title == "Prime Minister" and role.mention == office
    assert role.of and role.of.name == "Norway"
    assert repr(role) == "Role('Prime Minister', of 'Norway')"
    assert role == office.entity.roles[0] and role != "Prime Minister"
    assert office.entity.confidence == 0.9
    assert repr(office.holders[0]) == (
        "Entity('Astrid Lunde', PERSON, 'Prime Minister', 2 mentions)"
    )


def test_pronouns(statements: copydesk.Article) -> None:
    (she,) = statements.references
    assert (she.text, she.entity.name, she.link.kind) == ("She", "Astrid Lunde", "pronoun")
    assert she.entity.references == [she]
    assert statements.entities[0].references == []
    assert repr(she).startswith("Reference('She', pronoun for 'Astrid Lunde', ")


def test_quotes(statements: copydesk.Article) -> None:
    direct, indirect = statements.quotes
    assert [span.text for span in direct.quoted] == [direct.text] == ["We are ready,"]
    assert (direct.kind, direct.verb_class, direct.speaker_kind) == ("direct", "say", "named")
    assert direct.speaker and direct.speaker.text == "Lunde"
    assert direct.addressee and direct.addressee.name == "Japan"
    assert (indirect.verb_class, indirect.quoted, indirect.addressee) == ("deny", [], None)
    assert repr(direct).startswith("Quote('We are ready,', direct say by 'Lunde', ")


def test_claims_and_what_holds_back(statements: copydesk.Article) -> None:
    met, sold, visit = statements.claims
    assert (met.status, met.claimed_by_kind, met.hedges) == ("confirmed", "article", [])
    assert (sold.status, sold.claimed_by_kind) == ("denied", "missing")
    assert sold.quote == statements.quotes[1] and met.quote is None
    assert [entity.name for entity in sold.denied_by] == ["Norway"]
    (hedge,) = sold.hedges
    assert (hedge.text, hedge.kind, hedge.scope.text) == ("allegedly", "alleged", "sold the ships")
    assert repr(hedge).startswith("Hedge('allegedly', alleged on 'sold the ships', ")
    assert hedge == sold.hedges[0] and hedge != visit.hedges[0]
    assert hash(hedge) == hash(sold.hedges[0])


def test_events(statements: copydesk.Article) -> None:
    met, visit = statements.events
    assert (met.text, met.root, met.cameo, met.status) == ("met", "CONSULT", "04", "confirmed")
    assert [(who.text, who.entity and who.entity.name) for who in met.who] == [
        ("Astrid Lunde", "Astrid Lunde")
    ]
    assert [(whom.text, whom.entity and whom.entity.name) for whom in met.whom] == [
        ("envoys of Japan", "Japan")
    ]
    assert met.when and met.when.value == "2024-06-19"
    assert met.when.interval == ("2024-06-19", "2024-06-20")
    assert met.when.date == statements.dates[0]
    assert repr(met.when) == "EventTime('2024-06-19', 2024-06-19 to before 2024-06-20)"
    assert met.where and met.where.entity and met.where.entity.name == "Oslo"
    assert met.claim == statements.claims[0]
    assert met.text in met.clause.text
    assert (visit.whom, visit.when) == ([], None)
    assert repr(visit).startswith("Event('visit', CONSULT expected, 'She' → ?, ")
    assert repr(met.who[0]).startswith("Participant('Astrid Lunde', PERSON, ")


def test_a_record_with_statements_comes_back(statements: copydesk.Article) -> None:
    again = pickle.loads(pickle.dumps(statements))
    assert again == statements and again.to_json() == statements.to_json()
    for name in ("mentions", "entities", "references", "quotes", "claims", "events"):
        ours, theirs = getattr(statements, name), getattr(again, name)
        assert ours and ours == theirs, name
        assert len({repr(part) for part in ours}) == len(ours)


@pytest.mark.parametrize(
    ("list_", "field", "value", "target"),
    [
        ("mentions", "metonym_of", 99, "entities"),
        ("mentions", "holders", [99], "entities"),
        ("mentions", "link", {"kind": "part", "through": 99, "confidence": 1.0}, "mentions"),
        ("references", "entity", 99, "entities"),
        ("entities", "roles", [{"title": "King", "of": 99, "mention": 0}], "entities"),
        ("entities", "roles", [{"title": "King", "of": None, "mention": 99}], "mentions"),
        ("quotes", "addressee", 99, "entities"),
        ("claims", "quote", 99, "quotes"),
        ("events", "claim", 99, "claims"),
        ("events", "when", {"value": "2024", "interval": None, "date": 99}, "dates"),
    ],
)
def test_an_index_beyond_its_list_is_refused(
    statements: copydesk.Article, list_: str, field: str, value: object, target: str
) -> None:
    record = statements.to_dict()
    record[list_][0][field] = value
    with pytest.raises(copydesk.RecordError, match=f"names number 99 of `{target}`"):
        copydesk.Article.from_json(json.dumps(record))


def test_two_records_that_differ_in_one_field_differ(statements: copydesk.Article) -> None:
    for list_, field, value in [
        ("mentions", "holders", [0]),
        ("references", "entity", 0),
        ("quotes", "verb_class", "warn"),
        ("quotes", "speaker_kind", "unnamed"),
        ("claims", "claimed_by_kind", "missing"),
        ("events", "whom", []),
        ("events", "when", None),
        ("entities", "confidence", 0.1),
    ]:
        record = statements.to_dict()
        record[list_][0][field] = value
        other = copydesk.Article.from_json(json.dumps(record))
        assert getattr(other, list_)[0] != getattr(statements, list_)[0], (list_, field)
