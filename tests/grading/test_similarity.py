"""What independent works share says nothing; what a copy shares does, whatever its names are."""

from __future__ import annotations

import ast
import builtins
import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.commands.similar import common_texts
from autograder.course import find_course
from autograder.grading.similarity import FEWEST, LINE, Work, similar_pairs, units

ROOT = Path(__file__).parent.parent.parent
RIGHT = ROOT / "tests" / "verdicts" / "right"
NAME, SIZE, COPIED = "fashion_mnist", 24, 4


@pytest.fixture(scope="module")
def texts() -> Mapping[str, Sequence[str]]:
    """The right works of each exercise."""
    return {
        slug: [path.read_text("utf-8") for path in sorted((RIGHT / slug).glob("*.py"))]
        for slug in sorted(find_course(ROOT).table.assignments[NAME].exercises)
    }


@pytest.fixture(scope="module")
def common(texts: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    course = find_course(ROOT)
    return {slug: common_texts(course, NAME, slug) for slug in texts}


def independent(texts: Mapping[str, Sequence[str]], seed: int = 1) -> list[Work]:
    """A class of people who never met: each exercise of each is another right work."""
    chance = random.Random(seed)  # noqa: S311 - which works meet
    drawn = {slug: chance.sample(own, SIZE) for slug, own in texts.items()}
    return [
        Work(f"s{n:02}", {slug: own[n] for slug, own in drawn.items()}, {}) for n in range(SIZE)
    ]


class Renamed(ast.NodeTransformer):
    """Names of one's own under other names, which is what people do who copy."""

    def __init__(self, kept: set[str]) -> None:
        self._kept = kept | {*dir(builtins)}
        self._new: dict[str, str] = {}

    def _other(self, name: str) -> str:
        return name if name in self._kept else self._new.setdefault(name, f"x{len(self._new)}")

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self._other(node.id), node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.arg(self._other(node.arg))


def renamed(text: str) -> str:
    """The same work without comments, spaced otherwise, under other names."""
    tree = ast.parse(text)
    imports = (ast.Import, ast.ImportFrom)
    found = [one for one in ast.walk(tree) if isinstance(one, imports)]
    kept = {alias.asname or alias.name for one in found for alias in one.names}
    kept |= {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.ClassDef)}
    return ast.unparse(Renamed(kept).visit(tree))


def test_independent_works_are_no_pair(
    texts: Mapping[str, Sequence[str]], common: Mapping[str, Sequence[str]]
) -> None:
    """Of people who never met, no two are above the line; of some, two share much of one work."""
    for seed in (1, 5, 21):
        assert similar_pairs(independent(texts, seed), common) == []


def test_a_copy_with_other_names_is_found(
    texts: Mapping[str, Sequence[str]], common: Mapping[str, Sequence[str]]
) -> None:
    """Whoever takes four exercises over and renames what is in them makes the only pair."""
    works = independent(texts)
    copied = dict(works[-1].code)
    for slug in [*copied]:
        if sum(text != works[-1].code[slug] for slug, text in copied.items()) < COPIED:
            try:
                copied[slug] = renamed(works[0].code[slug])
            except SyntaxError:
                continue  # a notebook's magic
    (pair,) = similar_pairs([*works[:-1], replace(works[-1], code=copied)], common)
    assert pair.students == (works[0].student, works[-1].student)
    assert pair.weight > LINE
    assert len(pair.places) > 1
    for place in pair.places:
        is_copied = copied[place.slug] != works[-1].code[place.slug]
        assert (0.8 if is_copied else 0) < place.agree <= 1
        assert all(side.shared <= {*range(1, len(side.lines) + 1)} for side in place.sides)
    assert similar_pairs(works[: FEWEST - 1], common) == []


@pytest.mark.parametrize("other", ["first_prediction", "without_flatten"])
def test_a_copy_of_two_exercises_is_found(
    texts: Mapping[str, Sequence[str]], common: Mapping[str, Sequence[str]], other: str
) -> None:
    """It has nearly all that is rare in the two, however little that is of whole works."""
    works = independent(texts)
    copied = {slug: renamed(works[0].code[slug]) for slug in ("raw_pixels", other)}
    copy = replace(works[-1], code={**works[-1].code, **copied})
    (pair,) = similar_pairs([*works[:-1], copy], common, line=math.inf)
    assert pair.students == (works[0].student, copy.student)


def test_what_many_have_says_nothing_of_two(texts: Mapping[str, Sequence[str]]) -> None:
    """A text that half of the class took from a page makes no pairs, and nor does the handout."""
    works, shared = independent(texts), texts["thirty_epochs"][-1]
    half = [replace(one, code={"thirty_epochs": shared}) for one in works[: SIZE // 2]]
    found = similar_pairs([*half, *works[SIZE // 2 :]], {}, line=0)
    assert not [pair for pair in found if {*pair.students} <= {one.student for one in half}]
    two = [*half[:2], *works[2:]]
    assert {*similar_pairs(two, {})[0].students} == {"s00", "s01"}
    assert similar_pairs(two, {"thirty_epochs": [shared]}) == []


def test_the_same_words_are_a_pair() -> None:
    """Answers in words count too, and say in which exercise they were written."""
    words = " ".join(f"word{n}" for n in range(120))
    works = [Work(f"s{n:02}", {}, {"neurons": f"{n} {words if n < 2 else n}"}) for n in range(20)]
    (pair,) = similar_pairs(works, {})
    assert (pair.students, pair.same_words, pair.places) == (("s00", "s01"), ("neurons",), ())
    assert pair.alone == 1


@pytest.mark.parametrize("text", ["def f(:\n  '", "\x00", "x = '\n" * 9, "(" * 300, "ℵ = 1\n" * 9])
def test_any_text_can_be_compared(text: str) -> None:
    """What is no Python is compared as far as it can be read."""
    assert isinstance(units(text), dict)
