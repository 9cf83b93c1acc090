"""Refusing the wording of scales that a public kit may not ship: clinical screens and licensed scales."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping

WORDS_IN_A_ROW = 5
_ACCENTS = re.compile(r"[\u0300-\u036f]")

# How these were made: from the items of each scale, five words in a row that hardly anybody would write by chance,
# put through `_words` below, joined by single spaces, SHA-256, first 12 hexadecimal digits. So no wording is shipped.
# They catch items copied word for word in English, and for WHO-5, PHQ and GAD a few in Spanish. A paraphrase or another
# translation passes: that the kit holds no test in disguise remains for its reviewers to see.
_HASHES = {
    "WHO-5": (
        "098dceadab84 0bf504a13cf4 0ee3798ef0d6 1f7d65e65cfd 30d2a8673315 499be93c1ac1 "
        "4f401e3bbad8 576859483392 704db9517db6 7b897f6b0c19 a005ba4be3e4 cf3847a8c2f0 "
        "e03f3ca2c40d f7d980b85664 f898ce65e6b1"
    ),
    "SWEMWBS": (
        "074528996092 45f033cd4112 4f0d35085a78 5233074a510f 59eab4f04736 a0258758c8cd "
        "a2c7d5e43704 d13f9b035137 d753750c67bb eccdc7c03de1"
    ),
    "CAAS": (
        "078e86836944 0b64641f7ccb 0e304b6841f5 13914ac9b365 1f2ad416292a 2259757ea0de "
        "676af0728823 7dc76737a03d c1623eafd5f5 c21e54cc9a46 d86107fb9bcf e08bc624cf30 "
        "e294b53242f9 e941a1f661b9"
    ),
    "CDSE": (
        "080afbd63c30 121117070a65 231bf08f9f81 240dc482a7ad 2bf54feb3986 4b89789a5807 "
        "550d7f31f4a7 6b71ee54f6d1 78b04489d118 8d18ec10030d b50d869cd6f9 c88204c81463 "
        "c8df6fa1e461 dc9d5f8062f0"
    ),
    "PERMA": (
        "18cdfc9d09ab 3745542dc79b 3d213f2d3254 4dba3fa7e0f2 4e70a89096c9 55ff99316d1a "
        "5915b86a17ac 8fad350b8d55 98400be7a1d9 9b7650a3377b c5bf84346514 ce639e196a5e "
        "e29bb6674ae3 edc0c18d4d55"
    ),
    "Cantril": (
        "06cc52667fe6 44c472c98581 6ec723fb645b 856b9e47808a 926f5029670b cb79218d4658 "
        "d5b79a73fc80 ecaaa5cc63c1 f0e23f48ee20 f83ad140a00e"
    ),
    "PHQ": (
        "135ad58f8bb5 1b181b1bf690 1e355dfa1bcc 42c7c8393d3f 481b26d33b58 699e6290ee72 "
        "73d720ed9313 86529eaf80d1 a1b994a2c0a4 abac33f27a44 adb58a907ca7 ea925cb861f7 "
        "f173fe24fe1e"
    ),
    "GAD": (
        "234da6c630d2 2bb6b32e6740 3b108938b73e 4ba511123ead 555a2c6aac41 5e75b5257ade "
        "882aee6c1932 c2884ba5588b cb024ac1a2a6 de181e301bce e8e60103e65e fc2c449608cd"
    ),
}


def restricted_wording(text: str, hashes: Mapping[str, str] | None = None) -> Iterator[tuple[int, str]]:
    """(line, name of the scale) for each run of words in the text that belongs to a restricted scale."""
    owners = {digest: scale for scale, digests in (hashes or _HASHES).items() for digest in digests.split()}
    words = list(_words(text))
    for start in range(len(words) - WORDS_IN_A_ROW + 1):
        run = words[start : start + WORDS_IN_A_ROW]
        owner = owners.get(digest_of(" ".join(word for word, _ in run)))
        if owner:
            yield run[0][1], owner


def digest_of(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def _words(text: str) -> Iterator[tuple[str, int]]:
    """Each word in small letters without accents, with its line; punctuation only separates."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))
    for number, line in enumerate(plain.splitlines(), start=1):
        yield from ((word, number) for word in re.findall(r"\w+", line))
