"""What a word sounds like: a key that spellings of one sound share."""

import re

_CLUSTERS = {
    "sch": "s",
    "sh": "s",
    "ch": "k",
    "ck": "k",
    "ph": "f",
    "kh": "k",
    "th": "t",
    "gh": "g",
    "tz": "s",
    "ts": "s",
    "x": "ks",
    "qu": "k",
}
_CLUSTER = re.compile("|".join(_CLUSTERS))
_ALIKE = str.maketrans("czqyjwv", "kskiiff")
_INNER_VOWELS = re.compile(r"(?<=.)[aeiou]+")
_FIRST_VOWEL = re.compile(r"^[aeiou]")
_DOUBLED = re.compile(r"(.)\1+")


def sound_key(word: str) -> str:
    """Reduce a folded word to its consonants, with those that sound alike made equal."""
    merged = _CLUSTER.sub(lambda match: _CLUSTERS[match[0]], word).translate(_ALIKE)
    skeleton = _INNER_VOWELS.sub("", merged)
    return _FIRST_VOWEL.sub("a", _DOUBLED.sub(r"\1", skeleton))
