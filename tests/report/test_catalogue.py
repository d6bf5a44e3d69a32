"""The catalogue has the words of every message that code makes, and no others."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import autograder
from autograder.course import find_course
from autograder.judging import expect
from autograder.judging.exceptions import NONES, QUOTED, RULES, Rule
from autograder.judging.exercise import LOADED, Exercise, find_exercise
from autograder.judging.old_names import OLD_NAMES
from autograder.records import Outcome
from autograder.report.catalogue import (
    ALIAS,
    DEEPEST,
    FILE,
    FORMATS,
    PARTS,
    Catalogue,
    english,
    tables_of,
    words_of,
)
from autograder.report.wording import ENDED_EARLY, caption_of, sentence_of, title_of
from autograder.submissions.newer_python import FEATURES
from autograder.wire.errors import Failure
from autograder.wire.messages import Message, Value, message
from tests.hostile import no_hang

PACKAGE = Path(autograder.__file__).parent
ASSIGNMENT = "fashion_mnist"
TABLES = tables_of(FILE)
COURSE = find_course(PACKAGE.parent)
EXERCISES = {
    slug: find_exercise(ASSIGNMENT, slug) for slug in COURSE.table.assignments[ASSIGNMENT].exercises
}
# What makes a message of its first argument, the name, and of the others, the values.
MAKERS = ("message", "Failure", "RefusedSubmission", "RecipeError", "RequestTooLarge", "Said")
NAME = re.compile(r"[a-z_]+(\.[a-zA-Z_]+)+")
# Tables whose names are put together: code has only the last part of them.
PUT_TOGETHER = {
    "exception": {rule.name for rule in RULES}
    | {f"none_{kind}" for kind in NONES}
    | {"quoted", "without_text", "entry", "entry_of_other_type", "entry_of_empty", "inside", "own"}
    | {"own_words"},
    "today": {new[1:] for new in OLD_NAMES.values() if new.startswith("@")},
    "old": {"renamed", "gone"},
    "newer": {name for name, _since, _pattern in FEATURES},
    "keras": {name for name, _words in QUOTED},
    "kind": set(TABLES["kind"]),
    "outcome": {outcome.name.lower() for outcome in ENDED_EARLY},
}
LEARNS = expect.Threshold("own.about", at_least=0.5, percent=True)
# Failures without a next step of their own, and why.
WITHOUT_HINT = {
    "crash": "has the step that fits its exception, as a value",
    "fit.unfinished": "has the step that fits its exception, as a value",
    "check.grader_failed": "our fault: the student has nothing to do",
    "check.failed_itself": "our fault: the student has nothing to do",
}


# ---- what the catalogue has ----------------------------------------------------------------------


def templates() -> dict[str, str]:
    """Every template by its dotted name, of the file and of the definitions."""
    defined = {slug: words_of(exercise) for slug, exercise in EXERCISES.items()}
    return dict(flat({**TABLES, **defined}))


def flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{before}{key}.")
        elif key != "when":
            yield f"{before}{key}", value


def message_of(entry: str) -> str:
    """The message that a template is of."""
    *before, last = entry.split(".")
    return ".".join(before) if last in (*PARTS, "text") else entry


TEMPLATES = templates()
ENTRIES = {name: text for name, text in TEMPLATES.items() if name.split(".")[0] in TABLES}
MESSAGES = sorted({message_of(name) for name in TEMPLATES})


def of_message(name: str) -> dict[str, str]:
    """The templates of a message, by part; those of an alias are what it leads to."""
    found = {part: english().template(f"{name}.{part}") for part in PARTS}
    return {
        **{part: text for part, text in found.items() if text},
        **({"text": text} if (text := english().template(name)) else {}),
    }


def fields(template: str) -> list[tuple[str, str]]:
    """The values that a template names, each with its format."""
    parsed = string.Formatter().parse(template)
    return [(name, spec or "") for _text, name, spec, _conversion in parsed if name is not None]


# ---- what code says ------------------------------------------------------------------------------


@cache
def sources() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def constants(tree: ast.Module) -> dict[str, str]:
    """The texts that a module gives a name to."""
    return {
        node.targets[0].id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }


def made() -> Iterator[tuple[str, str, ast.Call]]:
    """The place, name and call of each message whose name can be read."""
    for path, tree in sources().items():
        named = constants(tree)
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id not in MAKERS or not node.args:
                continue
            first, where = node.args[0], f"{path.relative_to(PACKAGE)}:{node.lineno}"
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield where, first.value, node
            elif isinstance(first, ast.Name) and first.id in named:
                yield where, named[first.id], node


def passed_on() -> Iterator[tuple[str, str]]:
    """The place and name of each text that is the name of a message, wherever it is."""
    for path, tree in sources().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                first = node.value.partition(".")[0]
                is_name = NAME.fullmatch(node.value) and first in TABLES
                if is_name and first not in PUT_TOGETHER:
                    yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node.value


def in_pages() -> set[str]:
    """The names in the templates of pages."""
    pages = (path.read_text("utf-8") for path in (PACKAGE / "report").rglob("*.j2"))
    return {found.group() for page in pages for found in re.finditer(NAME, page)}


def test_every_message_that_is_made_has_words() -> None:
    """No student reads the name of a message in place of its words."""
    calls = [(where, name) for where, name, _call in made()]
    assert len(calls) > 120
    unknown = [f"{where}: {name}" for where, name in [*calls, *passed_on()] if not of_message(name)]
    assert unknown == []


def test_every_entry_is_used() -> None:
    """The file has no words for what nobody says."""
    used = {name for _where, name, _call in made()} | {name for _where, name in passed_on()}
    used |= in_pages()
    used |= {f"{table}.{last}" for table, names in PUT_TOGETHER.items() for last in names}
    used |= {text.removeprefix(ALIAS) for text in TEMPLATES.values() if text.startswith(ALIAS)}
    # `Threshold.expected` puts these two together.
    used |= {"value.at_least", "value.at_most"}
    unused = {entry for entry in ENTRIES if not {entry, message_of(entry)} & used}
    assert unused == set()


def test_every_rule_and_every_outcome_has_words() -> None:
    """What `explain` recognises, and how runs end early, are said in the file."""
    for rule in RULES:
        assert {"text", "hint"} <= of_message(f"exception.{rule.name}").keys()
    for name, _words in QUOTED:
        assert "text" in of_message(f"keras.{name}")
    for outcome in set(Outcome) - {Outcome.FINISHED}:
        assert "text" in of_message(f"outcome.{outcome.name.lower()}")
    exceptions = {name.split(".")[1] for name in ENTRIES if name.startswith("exception.")}
    assert exceptions == PUT_TOGETHER["exception"]
    assert set(TABLES["keras"]) == PUT_TOGETHER["keras"]
    assert set(TABLES["outcome"]) == PUT_TOGETHER["outcome"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_gives_the_values_that_its_words_name(rule: Rule) -> None:
    """The words for an exception name groups that the rule's pattern has."""
    letters = "abc"[: re.compile(rule.pattern).groups]
    given = {*letters, *(f"kind_{letter}" for letter in letters)}
    words = of_message(f"exception.{rule.name}")
    assert {field for text in words.values() for field, _spec in fields(text)} <= given


def test_the_values_that_words_name_are_given_and_shown() -> None:
    """Where a message is made with its values by name, they are those of its words."""
    off = []
    for where, name, call in made():
        given = {keyword.arg for keyword in call.keywords}
        if None in given:
            continue
        words = of_message(name)
        named = {field for text in words.values() for field, _spec in fields(text)}
        # A part without words is the value of that name, and a hint may come as a value.
        shown = named | {"hint"} | (set(PARTS) - words.keys())
        missing, unread = named - given, given - shown
        if "hint" in given:
            missing -= {field for field, _spec in fields(words.get("hint", ""))}
        off += [f"{where}: {name} is not given {one}" for one in sorted(missing)]
        off += [f"{where}: {name} never shows {one}" for one in sorted(map(str, unread))]
    assert off == []


def test_every_failure_has_a_next_step() -> None:
    """Who reads what was expected or seen reads what to try, but for a few reasons."""
    failures = {
        message_of(name)
        for name in TEMPLATES
        if name.split(".")[-1] in ("about", "expected", "seen")
    }
    without = {name for name in failures if "hint" not in of_message(name)}
    assert without - phrases() == WITHOUT_HINT.keys()


def phrases() -> set[str]:
    """The messages of definitions that are only told inside of others: they have no other part."""
    own = {f"{slug}.{name}" for slug, one in EXERCISES.items() for name in one.words}
    return {name for name in own if of_message(name).keys() == {"seen"}}


# ---- definitions ---------------------------------------------------------------------------------


def definition(slug: str) -> ast.Module:
    return sources()[PACKAGE / "exercises" / ASSIGNMENT / f"{slug}.py"]


def says(node: ast.AST) -> str:
    """The message that `say.name` is; empty where it is something else."""
    is_say = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    return node.attr if is_say and node.value.id == "say" else ""  # type: ignore[attr-defined]


def called(call: ast.Call) -> str:
    """The name of the function or method that is called."""
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


@pytest.mark.parametrize("slug", EXERCISES)
def test_a_definition_declares_what_it_says(slug: str) -> None:
    """Every `say.name` is declared, and every message that is declared is said."""
    nodes = list(ast.walk(definition(slug)))
    said = set(filter(None, map(says, nodes)))
    assert said <= EXERCISES[slug].words.keys()
    # A name may also be put together of a text, as in f"{exercise.slug}.{kind}".
    texts = {node.value for node in nodes if isinstance(node, ast.Constant)}
    is_put_together = any(isinstance(node, ast.JoinedStr) for node in nodes)
    assert EXERCISES[slug].words.keys() - said - (texts if is_put_together else set()) == set()


@pytest.mark.parametrize("slug", EXERCISES)
def test_no_phrase_is_said_alone(slug: str) -> None:
    """What has no next step is named only for one of its parts, as in f"{say.stop}.seen"."""
    nodes = list(ast.walk(definition(slug)))
    inside = {
        id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in ast.walk(node)
    }
    alone = {f"{slug}.{says(node)}" for node in nodes if says(node) and id(node) not in inside}
    assert alone & phrases() == set()


@pytest.mark.parametrize("slug", EXERCISES)
def test_a_definition_gives_the_values_that_it_names(slug: str) -> None:
    """Where a check says a message, it passes on what the message's words name."""
    off, tree = [], definition(slug)
    # Functions of the definition itself pass the name on.
    own = {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}
    elsewhere = {"Threshold"} | own
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or called(node) in elsewhere:
            continue
        given = {keyword.arg for keyword in node.keywords}
        for name in filter(None, map(says, node.args)):
            named = {
                field for text in of_message(f"{slug}.{name}").values() for field, _ in fields(text)
            }
            # Comparisons and values that are read add these themselves.
            missing = named - given - {"expected", "seen", "value"}
            if missing and None not in given:
                off.append(f"line {node.lineno}: {name} is not given {sorted(missing)}")
    assert off == []


# ---- templates -----------------------------------------------------------------------------------


def test_aliases_lead_to_words() -> None:
    """An entry that has another's words names one that has some."""
    lost = {
        name
        for name, text in TEMPLATES.items()
        if text.startswith(ALIAS) and not english().template(text.removeprefix(ALIAS))
    }
    assert lost == set()


def test_an_alias_that_leads_in_a_circle_ends() -> None:
    """A mistake in the file shows a name and keeps nobody busy."""
    circle = Catalogue({"a": {"b": "@a.c", "c": "@a.b"}})
    assert circle.say(message("a.b")) == "b"


def example(spec: str) -> Value:
    """A value that fits a format."""
    if spec in PARTS:
        return message("a.failure", **dict.fromkeys(PARTS, "some"))
    lists = ("codes", "each", "list", "sentences")
    return ["one", "two"] if spec in lists else "some" if not spec or spec in FORMATS else 3


@pytest.mark.parametrize("entry", TEMPLATES)
def test_a_template_is_filled_with_its_values(entry: str) -> None:
    """Each names its values and known formats alone, and is filled without a gap."""
    template = TEMPLATES[entry]
    for name, spec in fields(template):
        assert name.isidentifier()
        if spec and spec not in FORMATS and spec not in PARTS:
            assert format(3.0, spec) or format(3, spec)
    assert not any(conversion for *_rest, conversion in string.Formatter().parse(template))
    values = {name: example(spec) for name, spec in fields(template)}
    filled = Catalogue({"one": template}).say(Message("one", values))
    assert "…" not in filled.replace("(…)", "")
    plain = template.replace("{{", "").replace("}}", "")
    assert filled if plain else not filled


def test_sentences_end_and_hints_are_sentences() -> None:
    """A refusal, a note and a next step are whole sentences."""
    tables = ("file", "zip", "cell", "outcome", "hint", "keras")
    inside = ("cell.python_says.text", "cell.of_it.text", "zip.perhaps_a_class.text")
    sentences = {
        name: text
        for name, text in TEMPLATES.items()
        if (name.split(".")[0] in tables or name.endswith(".hint")) and name not in inside
    }
    assert len(sentences) > 100
    assert {
        name
        for name, text in sentences.items()
        if text and not text.startswith(ALIAS) and not text.endswith((".", "?", "}"))
    } == set()


# ---- messages that nobody foresaw ----------------------------------------------------------------

BRACES = "{count} {0} {x.__class__} {{}} {!r} } { %s ${x} <b>&amp;</b> @hint.nothing"
HOSTILE: dict[str, Value] = {
    "braces": BRACES,
    "alias": "@hint.nothing",
    "long": "x" * 100_000,
    "huge": 10**400,
    "infinite": float("inf"),
    "no number": float("nan"),
    "true": True,
    "nothing": None,
    "no items": [],
    "items": [1, None, "{x}", message("file.empty")],
    "message": message("crash.after_others"),
    "unknown message": message("a.{b!r:>99}", x="{y}"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_any_value_is_only_a_value(kind: str) -> None:
    """Whatever a message was given, and by whom, it is said; a text in it is never a template."""
    catalogue, value = english(), HOSTILE[kind]
    for name in MESSAGES:
        named = {field for text in of_message(name).values() for field, _spec in fields(text)}
        said = Message(name, dict.fromkeys(named | set(PARTS), value))
        with no_hang():
            words = catalogue.words(said)
        whole = "".join((words.about, words.expected, words.seen, words.hint))
        assert len(whole) < 10 * len(named | set(PARTS)) * 100_000
        if kind == "braces":
            assert words.hint == BRACES
            assert "Remove" not in catalogue.say(message("value.text", text=value))


def test_a_text_is_shown_as_it_is() -> None:
    """What a student wrote comes out letter by letter."""
    words = english().say(message("cell.shell", command=BRACES))
    assert words.startswith(f"`{BRACES}` ")
    assert english().say(message("value.text", text=BRACES)) == f"'{BRACES}'"


def test_messages_in_each_other_end() -> None:
    """Only so many of them are shown, however deep they are and however many parts they have."""
    deep = message("file.empty")
    for _level in range(DEEPEST + 30):
        deep = message("errors.returned", value=deep)
    once = english().say(message("errors.returned", value="")).strip()
    assert english().say(deep) == f"{once} " * (DEEPEST + 1) + "…"
    failure = message("file.empty")
    for _level in range(DEEPEST - 1):
        failure = message("crash.after_others", before=[failure], failure=failure)
        failure = message("crash.after_others", before=[], failure=failure)
    with no_hang():
        english().words(failure)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("an_old_exercise.title", "an old exercise"),
        ("an_old_exercise.checks.has_two_layers", "has two layers"),
        ("neurons.a_message_of_before", "a message of before"),
        ("file.unheard_of", "unheard of"),
        ("plain", "plain"),
    ],
)
def test_an_unknown_name_can_be_read(name: str, words: str) -> None:
    """A grade of an exercise that has changed since still says something."""
    assert english().say(message(name)) == words
    assert english().words(message(name)).seen == words
    assert english().words(message(name, expected=1, seen=2)).expected == "1"


def test_a_value_that_is_missing_is_a_gap() -> None:
    """Words that name more than the message has are shown all the same."""
    assert "…" in english().say(message("cell.shell"))


@pytest.mark.parametrize("value", ["three", 2.5, None, [1]])
def test_a_value_of_another_kind_is_shown(value: Value) -> None:
    """What was recorded before words were changed may not have the format that they want."""
    tables = {"own": {"count": "{seen:d} of them"}}
    assert Catalogue(tables).say(message("own.count", seen=value)).endswith(" of them")


def test_titles_and_sentences_are_no_templates() -> None:
    """Braces in the title and in docstrings of a definition are read as they are."""
    exercise = Exercise("braces", "The set {1, 2", asks_for=("f",))

    @exercise.probe
    def ask(_student: object, _given: object) -> dict[str, object]:
        """The grader calls `f({"a": 1})`."""
        return {}

    @exercise.check(ask, points=1)
    def is_a_set(_seen: object, _truth: object) -> None:
        """It returns `{1, 2}`."""

    assert title_of("braces") == "The set {1, 2"
    assert sentence_of("braces", "is_a_set") == "It returns `{1, 2}`."
    assert english().say(message("braces.checks.is_a_set")) == "It returns `{1, 2}`."
    assert caption_of("braces", "ask") == 'The grader calls `f({"a": 1})`.'
    del LOADED["braces"]


@pytest.mark.parametrize(
    ("check", "expected", "seen"),
    [
        (lambda: expect.close(0.5, 1.0, "own.about", within=0.1), "about 1", "0.5"),
        (
            lambda: expect.close(0.524, 0.5239956, "own.about", within=1e-6),
            "about 0.523996",
            "0.524",
        ),
        (
            lambda: expect.equal(0.1 + 0.2, 0.3, "own.about"),
            "0.29999999999999999",
            "0.30000000000000004",
        ),
        (lambda: LEARNS.check(0.499996), "at least 50%", "49.9996%"),
    ],
)
def test_what_was_seen_never_looks_like_what_was_expected(
    check: Callable[[], None], expected: str, seen: str
) -> None:
    """Two numbers that differ have as many digits as show it, however strict a check is."""
    with pytest.raises(Failure) as caught:
        check()
    words = english().words(caught.value.message)
    assert (words.expected, words.seen) == (expected, seen)
    assert english().say(message("value.about", value=0.5239956)) == "about 0.524"
