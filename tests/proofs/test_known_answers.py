"""Known answers: slips and whole programs are read as declared, and what cannot be is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course import Course
from autograder.proofs.known_answers import (
    KnownAnswer,
    known_answer_files,
    read_equal_mutants,
    read_known_answers,
    refuse_strays,
    swap,
)
from autograder.wire.errors import UsageError
from tests import tiny

SLUG = tiny.SLUGS[0]
EXERCISE = tiny.renamed(SLUG)
HEAD = "from autograder.proofs.known_answers import KnownAnswers, swap\nknown = KnownAnswers()\n"
SUM = '"""Accepted: a sum."""\ndef double(number):\n    return number + number\n'
ZERO = '"""Mistake: NumPy\'s zero.\n\nFails: answers_are_doubled,\n    zero_stays_zero\n"""\n'
SOURCE = "def f(x):\n    return x\n\n\ndef g(x):\n    return f(x)\n"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return tiny.course(tmp_path)


def write(course: Course, slips: str = "", **programs: str) -> Path:
    """Writes the file of slips and programs by their names; returns the former's path."""
    path = course.known_answers_path(tiny.NAME, SLUG)
    path.with_suffix("").mkdir(parents=True)
    if slips:
        path.write_text(HEAD + slips, "utf-8")
    for name, text in programs.items():
        (path.with_suffix("") / f"{name}.py").write_text(text, "utf-8")
    return path


def read(course: Course) -> list[KnownAnswer]:
    return read_known_answers(course, tiny.NAME, EXERCISE)


# ---- what is read ------------------------------------------------------------------------------


def test_slips_are_edits_of_the_reference(course: Course) -> None:
    """A slip keeps its name, its edits in order, its checks, and the line that declares it."""
    write(
        course,
        'known.mistake("triples", swap("2", "1"), swap("1", "3"), fails=["answers_are_doubled"])\n'
        'known.accepted(\n    "turned",\n    swap("2 * number", "number * 2"),\n)\n',
    )
    triples, turned = read(course)
    assert (triples.name, triples.fails) == ("mistake: triples", ("answers_are_doubled",))
    assert triples.edited(tiny.REFERENCE) == tiny.REFERENCE.replace("2", "3")
    assert (turned.name, turned.fails) == ("accepted: turned", ())
    file = f"solutions/{tiny.NAME}/known/{SLUG}.py"
    assert [triples.place, turned.place] == [f"{file}, line 3", f"{file}, line 4"]


def test_programs_are_whole_and_give_their_verdict(course: Course) -> None:
    """A program is what its file says, whatever the reference; names are kept to the letter."""
    write(course, a_sum=SUM, zero=ZERO)
    zero, a_sum = read(course)
    assert (zero.name, zero.fails) == (
        "mistake: NumPy's zero",
        ("answers_are_doubled", "zero_stays_zero"),
    )
    assert (a_sum.name, a_sum.fails) == ("accepted: a sum", ())
    assert a_sum.edited("anything") == SUM
    assert a_sum.place == f"solutions/{tiny.NAME}/known/{SLUG}/a_sum.py, line 1"


def test_mistakes_come_first_and_slips_before_programs(course: Course) -> None:
    """The order is that of the file of slips, then that of the programs' file names."""
    write(
        course,
        'known.accepted("b")\nknown.mistake("z", fails=["zero_stays_zero"])\n'
        'known.accepted("a")\nknown.mistake("y", fails=["zero_stays_zero"])\n',
        a_sum=SUM,
        zero=ZERO,
    )
    names = [answer.name.partition(": ")[2] for answer in read(course)]
    assert names == ["z", "y", "NumPy's zero", "b", "a", "a sum"]


def test_without_files_nothing_is_known(course: Course) -> None:
    """An exercise may have no known answers yet; what it lacks is the self-check's to say."""
    assert read(course) == []
    assert known_answer_files(course, tiny.NAME, SLUG) == []


def test_a_reason_is_kept_where_a_mistake_costs_much(course: Course) -> None:
    """A slip gives it as an argument, a program in a paragraph above its checks."""
    why = ZERO.replace("Fails:", "Costs much: all is\n    wrong.\n\nFails:")
    slip = "known.mistake('m', fails=['zero_stays_zero'], costs_much='It is.')\n"
    write(course, slip, zero=why)
    assert [(answer.costs_much, answer.fails) for answer in read(course)] == [
        ("It is.", ("zero_stays_zero",)),
        ("all is wrong.", ("answers_are_doubled", "zero_stays_zero")),
    ]


def test_equal_mutants_have_a_reason_and_patterns(course: Course) -> None:
    """A star is any text, whatever else is to the letter; the line is that of the declaration."""
    write(course, "known.equal('free', 'f: a[0] -> *', 'g*')\n")
    (free,) = read_equal_mutants(course, tiny.NAME, SLUG)
    assert (free.reason, free.place) == (
        "free",
        f"solutions/{tiny.NAME}/known/{SLUG}.py, line 3",
    )
    names = ["f: a[0] -> a[1]", "f: a0 -> a1", "other: f: a[0] -> a"]
    assert [free.include(name) for name in names] == [True, False, False]
    assert free.unused(names) == ["g*"]
    assert read_equal_mutants(course, tiny.NAME, tiny.SLUGS[1]) == []


def test_all_files_are_listed(course: Course) -> None:
    """The files of an exercise's known answers are the file of slips and every program."""
    path = write(course, "pass", b=SUM, a=ZERO)
    folder = path.with_suffix("")
    assert known_answer_files(course, tiny.NAME, SLUG) == [path, folder / "a.py", folder / "b.py"]


# ---- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slips", "words"),
    [
        (
            'known.mistake("m", fails=["no_such"])',
            r"line 3: 'mistake: m' must fail 'no_such', which is no check of more_layers;"
            r" its checks are: answers_are_whole, answers_are_doubled, zero_stays_zero\.",
        ),
        ('\nknown.mistake("m", fails=[])', r"line 4: 'mistake: m' names no check"),
        ('known.accepted("m")\nknown.accepted("m")', r"line 3: two are named 'accepted: m'"),
        ("known.mistake(", r"line 3: SyntaxError: '\(' was never closed"),
        ('\n\nknown.mistake("m")', r"line 5: TypeError: .*'fails'"),
        ("known = 3", r" must define `known = KnownAnswers\(\)`"),
    ],
)
def test_a_file_of_slips_that_cannot_be_is_refused(course: Course, slips: str, words: str) -> None:
    """What is wrong is said with the file, as the course calls it, and the line."""
    write(course, slips)
    with pytest.raises(UsageError, match=rf"^solutions/{tiny.NAME}/known/{SLUG}\.py.*{words}"):
        read(course)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x = 1\n", "line 1: its docstring must begin with"),
        ('"""A sum."""\n', "line 1: its docstring must begin with"),
        ('"""Accepted: a sum"""\n', "line 1: its docstring must begin with"),
        ('"""Mistake: a sum."""\n', "line 1: its docstring must begin with"),
        ('"""Accepted: a sum.\n\nFails: zero_stays_zero\n"""\n', "line 1: its docstring must"),
        ('"""Mistake: m.\n\nFails: no_such\n"""\n', "line 1: 'mistake: m' must fail 'no_such'"),
        ("x = 1\ndef f(:\n", "line 2 cannot be read: invalid syntax"),
    ],
)
def test_a_program_without_a_verdict_is_refused(course: Course, text: str, words: str) -> None:
    """A docstring that gives no verdict, or two, is refused with the file and the form."""
    write(course, program=text)
    with pytest.raises(UsageError, match=rf"^solutions/.*/{SLUG}/program\.py, {words}"):
        read(course)


@pytest.mark.parametrize("stray", ["more_layer.py", "more_layer"])
def test_what_belongs_to_no_exercise_is_refused(course: Course, stray: str) -> None:
    """A misspelt file or folder, which nobody would read, is named."""
    path = write(course, "pass", a_sum=SUM)
    refuse_strays(course, tiny.NAME)
    (path.parent / stray).mkdir()
    with pytest.raises(UsageError, match=rf"known/{stray} belongs to no exercise"):
        refuse_strays(course, tiny.NAME)


def test_a_course_without_known_answers_has_no_strays(course: Course) -> None:
    """Where there is no folder there is nothing to refuse."""
    refuse_strays(course, tiny.NAME)


# ---- edits -------------------------------------------------------------------------------------


def test_swap_replaces_what_occurs_once() -> None:
    """An edit changes the one place that it names."""
    assert swap("return x", "return -x")(SOURCE) == SOURCE.replace("return x", "return -x")


@pytest.mark.parametrize(("old", "count"), [("return", 2), ("nowhere", 0)])
def test_swap_refuses_what_does_not_occur_once(old: str, count: int) -> None:
    """An edit of text that occurs never or twice is refused, since it proves something else."""
    with pytest.raises(UsageError, match=f"{old!r} must occur once .* occurs {count} times"):
        swap(old, "")(SOURCE)
