"""Explains an exception that student code or a training raised: a message and one next step.

Python's own exceptions are put into a sentence. Keras's are quoted, shortened to their cause. What
has another name today is said to have it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.judging.cause import short_text
from autograder.judging.exceptions import (
    FORMS_OF_LABELS,
    MISSING,
    NONES,
    OF_A_NAME,
    OF_ARGUMENTS,
    OF_LABELS,
    PACKAGES,
    QUOTED,
    RULES,
)
from autograder.judging.old_names import short_name, todays_name
from autograder.wire.likeness import nearest
from autograder.wire.messages import Message, Value, kind, message


@dataclass(frozen=True, slots=True)
class Clues:
    """What the child found where the exception was raised; any of it may be missing.

    `near` is the name most like the missing one, `missing` an entry that a dictionary with the
    `keys` lacks. `none` says what was None: a function, a method, an argument and so on;
    `none_name` is its name. `argument` is one that the function called does not have, `inside` says
    that it was raised in what the student's line calls. `index` is one that is not there among
    `length` values. `labels` are the forms of those for training and for validation, where they
    differ. `caught` are the classes that `except` names around it, none of which it is of;
    `raised_again` says that one of them let it go on. `own` says that the student's line
    is a `raise`.
    """

    near: str = ""
    missing: str = ""
    keys: tuple[str, ...] = ()
    none: str = ""
    none_name: str = ""
    argument: str = ""
    inside: bool = False
    caught: tuple[str, ...] = ()
    raised_again: bool = False
    own: bool = False
    index: int = 0
    length: int = 0
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an exception means, and one next step; `rule` is empty where no rule knows it."""

    rule: str
    sentence: Message
    hint: Message


def explain(types: Sequence[str], text: str, clues: Clues = Clues()) -> Explanation:
    """Explains an exception, given by the names of its classes and its text."""
    short = short_text(text)
    return (
        _of_entry(clues)
        or _of_index(clues)
        or _of_old_name(types, short, clues)
        or _of_none(types, short, clues)
        or _by_rule(types, short, clues)
        or _quoted(types, short, clues, "[Op]" if "[Op:" in text else "")
    )


def _of_entry(clues: Clues) -> Explanation | None:
    """What there is to say of an entry that a dictionary lacks, where its keys are known."""
    if not clues.missing:
        return None
    values: Mapping[str, Value] = {"a": clues.missing, "keys": [*clues.keys]}
    if not clues.keys:
        name = "exception.entry_of_empty"
        return Explanation("entry", message(name, **values), message(f"{name}.hint"))
    if clues.missing in clues.keys:
        # Text where there is a number, or a number where there is text.
        name = "exception.entry_of_other_type"
        return Explanation("entry", message(name, **values), message(f"{name}.hint"))
    today = todays_name(f"['{clues.missing}']") or clues.missing
    is_known = today in ("loss", "accuracy", "val_loss", "val_accuracy")
    if today in clues.keys:
        step = message("old.renamed.hint", new=today)
    elif clues.near and not is_known:
        step = message("hint.near", near=clues.near)
    elif is_known and today.startswith("val_") and "loss" in clues.keys:
        step = message("exception.key_of_validation.hint")
    elif today == "accuracy" and "loss" in clues.keys:
        step = message("exception.key_of_accuracy.hint")
    else:
        step = message("exception.entry.hint")
    return Explanation("entry", message("exception.entry", **values), step)


def _of_index(clues: Clues) -> Explanation | None:
    """What there is to say of an index that is not there, where it is known among how many."""
    if not 0 < clues.length <= clues.index:
        return None
    rule = "index_of_next" if clues.index == clues.length else "index_of"
    values: Mapping[str, Value] = {"a": clues.index, "b": clues.length}
    step = message(f"exception.{rule}.hint")
    return Explanation(rule, message(f"exception.{rule}", **values), step)


def _of_old_name(types: Sequence[str], short: str, clues: Clues) -> Explanation | None:
    written = [f"{clues.argument}="] if clues.argument else []
    for exception, pattern, form in MISSING:
        match = re.search(pattern, short) if exception in types else None
        if match is not None:
            written.append(short_name(form.format(*match.groups())))
    for old in written:
        if today := todays_name(old):
            return _old(old.strip(".=[]'"), today)
    return None


def _old(old: str, today: str) -> Explanation:
    if today.startswith("@"):
        return Explanation(
            "old", message("old.gone", old=old, new=""), message(f"today.{today[1:]}")
        )
    if today.startswith("!"):
        step = message("old.gone.hint", new=today[1:])
        return Explanation("old", message("old.gone", old=old, new=today[1:]), step)
    step = message("old.renamed.hint", new=today)
    return Explanation("old", message("old.renamed", old=old, new=today), step)


def _of_none(types: Sequence[str], short: str, clues: Clues) -> Explanation | None:
    if clues.none not in NONES or not {"TypeError", "AttributeError"} & {*types}:
        return None
    if "None" not in short:
        return None
    name = f"exception.none_{clues.none}"
    values: Mapping[str, Value] = {"a": clues.none_name}
    return Explanation("none", message(name, **values), message(f"{name}.hint", **values))


def _by_rule(types: Sequence[str], short: str, clues: Clues) -> Explanation | None:
    for rule in RULES:
        match = re.search(rule.pattern, short) if rule.exception in types else None
        if match:
            values: dict[str, Value] = {}
            groups = [group for group in match.groups() if group is not None]
            for letter, group in zip("abc", groups, strict=False):
                values |= {letter: group, f"kind_{letter}": kind(group)}
            name = f"exception.{rule.name}"
            if rule.name == "missing_argument" and clues.argument:
                name = "exception.no_such_argument"
                values |= {"b": clues.argument}
            step = _near(name.removeprefix("exception."), clues, values)
            if step is None and clues.inside and rule.name in OF_ARGUMENTS:
                step = message("exception.inside.hint")
            step = step or message(f"{name}.hint", **values)
            return Explanation(rule.name, message(name, **values), step)
    return None


def _quoted(types: Sequence[str], short: str, clues: Clues, mark: str) -> Explanation:
    """What Keras or TensorFlow say; `mark` stands for an operation outside of any model."""
    quoted = message("exception.quoted", type="".join(types[:1]), text=short)
    if not short:
        quoted = message("exception.without_text", type="".join(types[:1]))
    if clues.own:
        return Explanation("own", quoted, message("exception.own.hint"))
    for name, words in QUOTED:
        if found := re.search(words, f"{short} {mark}".rstrip()):
            if name in OF_LABELS and len(clues.labels) > 1:
                return Explanation(name, quoted, _of_two_forms(*clues.labels))
            values = dict(zip("abc", found.groups(), strict=False))
            step = _near(name, clues, {}) or message(f"keras.{name}", **values)
            return Explanation(name, quoted, step)
    return Explanation("", quoted, message("exception.quoted.hint"))


def _of_two_forms(training: str, validation: str) -> Message:
    """What to do where labels for validation are not like those for training."""
    return message(
        "labels.of_two_forms",
        training=message(FORMS_OF_LABELS[training]),
        validation=message(FORMS_OF_LABELS[validation]),
    )


def _near(rule: str, clues: Clues, values: Mapping[str, Value]) -> Message | None:
    """The question whether another name is meant, where that may be the step.

    An argument that is like none that there are is not misspelt.
    """
    near = clues.near if rule in OF_A_NAME else ""
    if rule == "no_package" and not near:
        near = nearest(str(values.get("a")), PACKAGES)
    if near:
        return message("hint.near", near=near)
    if rule in ("no_such_argument", "unknown_argument") and clues.argument:
        return message("hint.not_an_argument", argument=clues.argument)
    return None
