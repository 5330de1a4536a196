"""Phone numbers and their regions, held against the reference: libphonenumber in Python."""

import random

import phonenumbers
import pytest
from conftest import REPOSITORY
from phonenumbers import PhoneMetadata, PhoneNumberFormat

import copydesk

PLANS = REPOSITORY / "crates/copydesk-entities/src/values/patterns/plans/plans.tsv"
KINDS = "fixed_line mobile toll_free premium_rate shared_cost voip personal_number pager uan voicemail".split()
# Sold to anyone, so that an address says nothing of the country; without addresses of its own.
NO_EVIDENCE = set("AI CC CO FM GG IO LY ME TO TV WS XK".split())


def reference(digits: str, region: str | None) -> tuple[str, str] | None:
    """The international form and the region of a valid number."""
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    code = phonenumbers.region_code_for_number(number)
    if code is None or code == "001" or not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, PhoneNumberFormat.E164), code


def numbers() -> list[tuple[str, str, str]]:
    """Region, country code and national number: the examples of all kinds, most with digits changed."""
    chance = random.Random(7)
    made = []
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        plan = PhoneMetadata.metadata_for_region(region)
        assert plan is not None
        kinds = [getattr(plan, kind) for kind in KINDS]
        for example in sorted({kind.example_number for kind in kinds if kind and kind.example_number}):
            for changes in (0, 1, 1, 2, 3):
                digits = list(example)
                for _ in range(changes):
                    digits[chance.randrange(len(digits))] = chance.choice("0123456789")
                made.append((region, str(plan.country_code), "".join(digits)))
    return made


def test_the_plans_are_those_of_the_reference() -> None:
    assert f"libphonenumber {phonenumbers.__version__}," in PLANS.read_text(encoding="utf-8")


@pytest.mark.parametrize("home", [False, True])
def test_phone_numbers_are_valid_where_the_reference_says(home: bool) -> None:
    found, valid = 0, 0
    for region, code, national in numbers():
        if home and region in NO_EVIDENCE:
            continue
        host = "uk" if region == "GB" else region.lower()
        digits = national if home else f"+{code}{national}"
        text = f"Phone: {digits}, www.wire.{host}" if home else f"Phone: {digits}."
        phones = [it for it in copydesk.patterns(text) if it.type == "phone"]
        # Short ones are no phone numbers in a text.
        if not phones:
            continue
        (phone,) = phones
        assert phone.text == digits
        expected = reference(digits, region if home else None)
        found += 1
        valid += expected is not None
        assert (phone.value, phone.region) == (expected or (phone.value, None)), text
    assert found > 5_000 and valid > 2_500
