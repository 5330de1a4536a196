#!/usr/bin/env python3
"""Writes `plans.tsv`, the numbering plans of `copydesk-entities/src/values/patterns/plans`.

    python plans.py --out ../../copydesk-entities/src/values/patterns/plans

Facts of libphonenumber (Apache-2.0) through its Python port phonenumbers: what a national number looks like in each
region, for all kinds of numbers that can be called from elsewhere. Regions that share a country code stand together,
its main region first. Same input, same bytes.
"""

import argparse
import pathlib
import sys

sys.dont_write_bytecode = True

import phonenumbers
from phonenumbers import PhoneMetadata

KINDS = [
    "fixed_line",
    "mobile",
    "toll_free",
    "premium_rate",
    "shared_cost",
    "voip",
    "personal_number",
    "pager",
    "uan",
    "voicemail",
]

HEADER = """\
# National numbering plans by region, those of one country code together and its main region first. Facts of
# libphonenumber {version}, Apache-2.0, through the Python package phonenumbers; made by
# crates/evaluation/gazetteer/plans.py. Columns: region; country code; prefix of calls abroad; prefix of national calls;
# what is written for it; the digits that tell the region from others of its code; lengths of numbers that are called
# from nearby only; lengths of numbers; their pattern; and lengths and pattern of each kind of number, with a blank
# between.
"""


def lengths(numbers):
    return ",".join(str(number) for number in numbers if number > 0)


def row(region):
    plan = PhoneMetadata.metadata_for_region(region)
    general = plan.general_desc
    kinds = []
    for kind in KINDS:
        desc = getattr(plan, kind)
        if desc is None or not desc.national_number_pattern:
            continue
        # Where a kind says nothing of lengths, those of the region hold.
        kind = f"{lengths(desc.possible_length or general.possible_length)} {desc.national_number_pattern}"
        if kind not in kinds:
            kinds.append(kind)
    columns = [
        region,
        str(plan.country_code),
        plan.international_prefix or "",
        plan.national_prefix_for_parsing or "",
        (plan.national_prefix_transform_rule or "").replace("\\", "$"),
        plan.leading_digits or "",
        lengths(general.possible_length_local_only),
        lengths(general.possible_length),
        general.national_number_pattern,
        *kinds,
    ]
    for column in columns:
        if "\t" in column or "\n" in column or not column.isascii():
            sys.exit(f"{region}: {column!r} cannot stand in a column")
    return "\t".join(columns)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--out", type=pathlib.Path, required=True, help="the folder of plans.tsv")
    out = arguments.parse_args().out
    lines = [
        row(region)
        for _, regions in sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items())
        for region in regions
        # No country: freephone and satellites.
        if region != "001"
    ]
    header = HEADER.format(version=phonenumbers.__version__)
    (out / "plans.tsv").write_text(header + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} regions")


if __name__ == "__main__":
    main()
