"""Finds pairs of works that share more than works of a class do: for a person to look at.

What counts is rarity. A work is cut into runs of tokens, in which names, numbers and strings are
folded; each run that two works share weighs the more the fewer others have it, and what the handout
or the course's own answers have weighs nothing. A share of tokens alone says little: of two
independent right answers of a short function often more than half agree.
"""

from __future__ import annotations

import hashlib
import io
import keyword
import math
import tokenize
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from autograder.wire.errors import UsageError

RUN = 12  # tokens that are compared together
WORDS = 6  # of prose that are compared together
LONG = 12  # characters of a comment or a string that says something
MOST_CHARACTERS = 40_000  # of one exercise of one work
# What more have than this share of the class, within these numbers, says nothing of two of them.
COMMON_SHARE, FEWEST_COMMON, MOST_COMMON = 0.03, 5, 20
# Independent works reach 28; whole copies with other names a hundred: `tests/grading/`.
LINE = 30.0
# A copy of two exercises is below that as a rule, but shares nearly all that is rare in them: of
# exercises of which so much is shared, independent works reach 11.
NEARLY_ALL, LINE_OF_NEARLY_ALL = 0.7, 15.0
FEWEST = 10
MOST_PAIRS = 40
LAYOUT = (tokenize.NEWLINE, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)
# A unit is a number that ends with its kind; so many that overlap say the same of a token.
CODE, PROSE, TEXT = range(3)
REPEATS = (RUN, WORDS, 1)

Unit = int


@dataclass(frozen=True, slots=True)
class Work:
    """One student's: the code of each exercise, and what was written in words, by exercise."""

    student: str
    code: Mapping[str, str]
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """The lines of one work; `shared` are the numbers of those with something rare in them."""

    lines: tuple[str, ...]
    shared: frozenset[int]


@dataclass(frozen=True, slots=True)
class Place:
    """One exercise of a pair: how much of their tokens agrees, and both texts beside each other."""

    slug: str
    agree: float
    count: int
    sides: tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two works that share what few others have; `alone` is the part that nobody else has."""

    students: tuple[str, str]
    weight: float
    alone: float
    places: tuple[Place, ...]
    same_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    kind: str
    line: int


def similar_pairs(
    works: Sequence[Work], common: Mapping[str, Iterable[str]], line: float = LINE
) -> list[Pair]:
    """The pairs above the line, those that share most first; none of a class too small to tell.

    `common` has the texts of each exercise that everybody may have: the stub, the course's answers.
    """
    fuzz = _rapidfuzz()
    if len(works) < FEWEST:
        return []
    known = {
        slug: {unit for text in texts for unit in units(text)} for slug, texts in common.items()
    }
    parts = [_units_of(work, known) for work in works]
    own = [set[Unit]().union(*each.values()) for each in parts]
    having: dict[Unit, list[int]] = defaultdict(list)
    for place, found in enumerate(own):
        for unit in found:
            having[unit].append(place)
    most = min(max(FEWEST_COMMON, int(COMMON_SHARE * len(works))), MOST_COMMON)
    rare = {unit: places for unit, places in having.items() if 1 < len(places) <= most}
    worth = {
        unit: math.log(len(works) / len(places)) / REPEATS[unit % len(REPEATS)]
        for unit, places in having.items()
        if len(places) <= most
    }
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for unit, places in rare.items():
        for pair in combinations(places, 2):
            weights[pair] += worth[unit]
    enough = min(line, LINE_OF_NEARLY_ALL)
    above = sorted(
        (
            (one, other)
            for (one, other), weight in weights.items()
            if weight > line
            or (weight > enough and _nearly_all(parts[one], parts[other], worth) > enough)
        ),
        key=lambda pair: (-weights[pair], pair),
    )
    return [
        _pair(
            (works[one], works[other]),
            {unit: len(rare[unit]) for unit in own[one] & own[other] & rare.keys()},
            weights[one, other],
            fuzz,
        )
        for one, other in above[:MOST_PAIRS]
    ]


def tokens(text: str) -> list[Token]:
    """The tokens of code as far as it can be read, without its layout; own names are of kind OWN.

    An attribute is no name of one's own, since it says which part of a library is used.
    """
    found: list[Token] = []
    before = ""
    try:
        for one in tokenize.generate_tokens(io.StringIO(text[:MOST_CHARACTERS]).readline):
            if one.type in LAYOUT:
                continue
            kind = tokenize.tok_name[one.type]
            if kind == "NAME" and not keyword.iskeyword(one.string) and before != ".":
                kind = "OWN"
            found.append(Token(one.string, kind, one.start[0]))
            before = one.string
    except (tokenize.TokenError, SyntaxError):
        pass  # what stands before it is compared
    return found


def folded(found: Iterable[Token]) -> list[str]:
    """Tokens as they are compared: own names, numbers and strings by their kind, no comments."""
    return [
        one.text if one.kind in ("NAME", "OP") else one.kind
        for one in found
        if one.kind != "COMMENT"
    ]


def units(text: str) -> dict[Unit, set[int]]:
    """What is compared of code, and in which lines each is: runs of tokens, long texts."""
    whole = tokens(text)
    code = [one for one in whole if one.kind != "COMMENT"]
    kinds = folded(code)
    found: dict[Unit, set[int]] = defaultdict(set)
    for place in range(len(code) - RUN + 1):
        # Names by the order of their first place in the run, so that another name changes nothing.
        order: dict[str, int] = {}
        run = [
            str(order.setdefault(one.text, len(order))) if one.kind == "OWN" else kind
            for one, kind in zip(code[place : place + RUN], kinds[place : place + RUN], strict=True)
        ]
        found[_unit(run, CODE)] |= {one.line for one in code[place : place + RUN]}
    for one in whole:
        said = " ".join(one.text.strip("#\"' ").casefold().split())
        if one.kind in ("COMMENT", "STRING") and len(said) >= LONG:
            found[_unit([said], TEXT)] |= {one.line}
    return found


def word_runs(text: str) -> set[Unit]:
    """What is compared of prose."""
    signs = text[:MOST_CHARACTERS].casefold()
    words = "".join(sign if sign.isalnum() else " " for sign in signs).split()
    runs = (words[at : at + WORDS] for at in range(len(words) - WORDS + 1))
    return {_unit(run, PROSE) for run in runs}


def _unit(parts: Iterable[str], kind: int) -> Unit:
    text = "\0".join(parts).encode("utf-8", "backslashreplace")
    number = int.from_bytes(hashlib.blake2b(text, digest_size=8).digest())
    return number * len(REPEATS) + kind


def _nearly_all(
    one: Mapping[str, set[Unit]], other: Mapping[str, set[Unit]], worth: Mapping[Unit, float]
) -> float:
    """What two works share of those parts of which they share nearly all that is rare."""
    found = 0.0
    for part in one.keys() & other.keys():
        weights = [sum(worth.get(unit, 0.0) for unit in own[part]) for own in (one, other)]
        shared = sum(worth.get(unit, 0.0) for unit in one[part] & other[part])
        if shared >= NEARLY_ALL * max(weights):
            found += shared
    return found


def _units_of(work: Work, known: Mapping[str, Collection[Unit]]) -> dict[str, set[Unit]]:
    """What is compared of the code and of the answer of each exercise."""
    found = {
        slug: units(text).keys() - set(known.get(slug, ())) for slug, text in work.code.items()
    }
    return found | {f"{slug} in words": word_runs(text) for slug, text in work.answers.items()}


def _pair(works: tuple[Work, Work], shared: Mapping[Unit, int], weight: float, fuzz: Any) -> Pair:
    one, other = works
    places = []
    for slug in one.code.keys() & other.code.keys():
        found = [units(work.code[slug]) for work in works]
        both = found[0].keys() & found[1].keys() & shared.keys()
        if both:
            first, second = (
                Side(
                    tuple(work.code[slug].splitlines()),
                    frozenset(line for unit in both for line in own[unit]),
                )
                for work, own in zip(works, found, strict=True)
            )
            kinds = [folded(tokens(work.code[slug])) for work in works]
            agree = float(fuzz.Indel.normalized_similarity(*kinds))
            places.append(Place(slug, agree, len(both), (first, second)))
    words = [
        slug
        for slug in one.answers.keys() & other.answers.keys()
        if word_runs(one.answers[slug]) & word_runs(other.answers[slug]) & shared.keys()
    ]
    alone = sum(count == len(works) for count in shared.values()) / len(shared)
    places.sort(key=lambda place: (-place.count, place.slug))
    return Pair((one.student, other.student), weight, alone, tuple(places), tuple(sorted(words)))


def _rapidfuzz() -> Any:
    try:
        from rapidfuzz import distance
    except ImportError as error:
        raise UsageError(
            "Comparing works needs rapidfuzz, which is not installed: pip install rapidfuzz."
        ) from error
    return distance
