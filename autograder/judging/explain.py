"""Explains an exception that student code or a training raised: a message and one next step.

Python's own exceptions are put into a sentence. Keras's are quoted, shortened to their cause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.wire.messages import Message, Value, kind, message

LONGEST_MESSAGE = 400
LONGEST_READ = 12_000
# TensorFlow's own names for places in its graph, colours, and who called whom: no student wrote it.
INTERNAL = re.compile(
    r"\[\[.{0,200}?\]\]|\[Op:\S{0,99}\]|Graph execution error:|Label values: [\d ]+|\x1b\[\d*m"
    r"|Exception encountered when calling \S+?\(\)\.|Received instead:.*"
    r"| for input .{0,10000}? with name '.{0,99}?' and path '.{0,99}?'(?=\.)"
    r"| \(?of type <class '[^']*'>\)?| for '\{\{node .{0,99}?\}\}[^']*'| \([^()]*, line \d+\)$"
)
CLASS = re.compile(r"<class '(?:\w+\.)*(\w+)'>")
KEPT_OUT = ("Detected at node", "File ", "<stack")


@dataclass(frozen=True, slots=True)
class Rule:
    """The message for exceptions of a class whose text matches a pattern.

    Its values are the groups of the pattern, `a`, `b` and `c`, and as `kind_a` and so on what type
    each of them names.
    """

    name: str
    exception: str
    pattern: str = ""


# The first that matches counts.
RULES = (
    Rule("not_written", "NotImplementedError"),
    Rule("exit", "SystemExit"),
    Rule("memory", "MemoryError"),
    Rule("recursion", "RecursionError"),
    Rule("no_value_here", "UnboundLocalError", r"local variable '(\w+)'"),
    Rule("name_to_import", "NameError", "name '(np|tf|plt|keras|layers|time|math)' is not defined"),
    Rule("name", "NameError", r"name '(\w+)' is not defined"),
    Rule("attribute_of_none", "AttributeError", r"'(NoneType)' object has no attribute '(\w+)'"),
    Rule("history_of_dictionary", "AttributeError", "'(dict)' object has no attribute 'history'"),
    Rule(
        "array_attribute_of_list",
        "AttributeError",
        r"'(list)' object has no attribute '(max|min|sum|shape|astype)'",
    ),
    Rule(
        "attribute_of_module",
        "AttributeError",
        r"module '(?:\w+\.)*(\w+)' has no attribute '(\w+)'",
    ),
    Rule("attribute", "AttributeError", r"'(?:\w+\.)*(\w+)' object has no attribute '(\w+)'"),
    Rule("no_setter", "AttributeError", r"property '(\w+)' of .* has no setter"),
    Rule("key_of_validation", "KeyError", r"'(val_\w+)'"),
    Rule("key_of_accuracy", "KeyError", "'(acc|accuracy)'"),
    Rule("key", "KeyError", "'?([^']+)'?"),
    Rule("axis", "AxisError", r"axis (-?\d+) is out of bounds for array of dimension (\d+)"),
    Rule("index", "IndexError", "index out of range|out of bounds"),
    Rule(
        "no_such_argument",
        "TypeError",
        r"(\w+)(?:\.__init__)?\(\) got an unexpected keyword argument '(\w+)'",
    ),
    Rule(
        "too_many_arguments",
        "TypeError",
        r"(\w+)(?:\.__init__)?\(\) takes .* positional arguments? but .* given",
    ),
    Rule(
        "missing_argument",
        "TypeError",
        r"(\w+)(?:\.__init__)?\(\) missing .* required .*arguments?: (.*)",
    ),
    Rule("none", "TypeError", r"'(NoneType)' object is not|\b(NoneType)\b"),
    Rule("brackets_after_history", "TypeError", "'(History)' object is not subscriptable"),
    Rule(
        "brackets_after_function",
        "TypeError",
        "'(builtin_function_or_method|method|function)' object is not subscriptable",
    ),
    Rule("brackets", "TypeError", r"'(\w+)' object is not subscriptable"),
    Rule("not_callable", "TypeError", r"'(\w+)' object is not callable"),
    Rule("not_several", "TypeError", r"'(\w+)' object is not iterable"),
    Rule("text_for_number", "TypeError", "'(str)' object cannot be interpreted as an integer"),
    Rule(
        "operator_on_function",
        "TypeError",
        r"unsupported operand type\(s\) for (\S+): .*(?:method|function)",
    ),
    Rule("operator", "TypeError", r"unsupported operand type\(s\) for (\S+): '(\w+)' and '(\w+)'"),
    Rule("list_plus", "TypeError", r'can only concatenate (list) \(not "(\w+)"\) to list'),
    Rule("text_plus", "TypeError", r'can only concatenate (str) \(not "(\w+)"\) to str'),
    Rule("list_index", "TypeError", r"list indices must be integers or slices, not (\w+)"),
    Rule(
        "comparison", "TypeError", r"'(\S+)' not supported between instances of '(\w+)' and '(\w+)'"
    ),
    Rule("unhashable", "TypeError", r"unhashable type: '(\w+)'"),
    Rule("no_package", "ModuleNotFoundError", r"No module named '(\S+)'"),
    Rule("no_name_in_package", "ImportError", r"cannot import name '(\w+)' from '(\S+)'"),
    Rule("division", "ZeroDivisionError"),
    Rule("no_file", "FileNotFoundError", "'(.*)'"),
    Rule("syntax", "SyntaxError", "(.*)"),
    Rule("empty_input", "ValueError", r"invalid literal for int\(\) with base 10: ''"),
    Rule("unpacking", "ValueError", "(not enough|too many) values to unpack"),
    Rule("condition_on_array", "ValueError", "truth value of an array"),
    Rule("decimals_in_whole_numbers", "TypeError", "Cannot cast ufunc"),
)
# Of a name that is not there, and may be in a cell that cannot be read.
MISSING_NAMES = ("exception.name", "exception.name_to_import")

# What Keras and TensorFlow say is quoted: the words by which a next step is found.
QUOTED = (
    ("unknown_identifier", r"Could not interpret \w+(?: function)? identifier"),
    ("unknown_argument", "Unrecognized keyword arguments"),
    ("not_compiled", r"You must call `compile\(\)`"),
    ("no_loss", "No loss to compute"),
    ("metrics_no_list", "`metrics` argument to be a list"),
    ("none_as_data", "None values not supported"),
    (
        "loss_takes_whole_numbers",
        r"`target\.ndim - 1`.*target\.shape=\((?:None|\d+), \d\d+\)",
    ),
    ("rows_in_outputs", r"`target\.ndim - 1`"),
    (
        "loss_and_labels",
        r"same rank \(ndim\)|have the same shape|Incompatible shapes|Dimensions must be equal",
    ),
    ("label_without_output", "outside the valid range"),
    ("units", "invalid value for `units`"),
    ("layer_not_called", r"Only instances of `?keras\.Layer"),
    ("shape_no_tuple", "Cannot convert '.*' to a shape"),
    ("one_image", r"incompatible shape \(\d+, 28\)"),
    ("input_shape", "nvalid input shape|incompatible with the layer|expected axis|Expected shape"),
    ("cardinality", "cardinality is ambiguous"),
    ("not_built", "isn't built|has never been called|not yet been built|no defined"),
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an exception means, and one next step; `rule` is empty where no rule knows it."""

    rule: str
    sentence: Message
    hint: Message


def explain(types: Sequence[str], text: str) -> Explanation:
    """Explains an exception, given by the names of its classes and its text."""
    short = short_text(text)
    for rule in RULES:
        match = re.search(rule.pattern, short) if rule.exception in types else None
        if match:
            values: dict[str, Value] = {}
            for letter, group in zip("abc", match.groups(), strict=False):
                values |= {letter: group or "", f"kind_{letter}": kind(group or "")}
            name = f"exception.{rule.name}"
            return Explanation(
                rule.name, message(name, **values), message(f"{name}.hint", **values)
            )
    quoted = message("exception.quoted", type="".join(types[:1]), text=short)
    for name, words in QUOTED:
        if re.search(words, short):
            return Explanation(name, quoted, message(f"keras.{name}"))
    return Explanation("", quoted, message("exception.quoted.hint"))


def short_text(text: str) -> str:
    """An exception's text, its cause only: Keras adds pages of places and call arguments."""
    lines = [line.strip() for line in text.partition("Arguments received by")[0].splitlines()]
    causes = " ".join(line for line in lines if line and not line.startswith(KEPT_OUT))
    return " ".join(CLASS.sub(r"\1", INTERNAL.sub("", causes[:LONGEST_READ])).split())[
        :LONGEST_MESSAGE
    ]
