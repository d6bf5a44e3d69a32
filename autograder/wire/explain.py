"""An exception that student code raised, into a sentence and one next step.

Python's own exceptions are said in a sentence. Keras's are quoted, shortened to their cause. The
sandbox asks for what it caught, and the judge for what a training raised; neither loads Keras here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_MESSAGE = 400
LONGEST_READ = 12_000
LONGEST_CODE = 120
TRY_IT = (
    'Run the cell that begins with "Try it", below the exercise in the notebook: it calls your'
    " code and stops at the same line."
)
SPELLING = "Check how it is spelt, capital letters too."
NOTHING = "A function without a `return` of its own gives None, even if it prints: which is it?"
NOT_CALLED = "A function gives its result once round brackets stand behind its name."
MEND_LINE = "Mend that line, or the one above it."
ASTRAY = "Its training went astray: try the usual optimiser, and pixels from 0 to 1."
TO_TRAINING = "Leave the weights to training: build and compile the model, and return it."
LOSS = "Do loss and metrics suit labels that are whole numbers? The introduction's do."
# What Python calls these types says little to a beginner.
KINDS = {
    "NoneType": "None",
    "bool": "True or False",
    "int": "a whole number",
    "float": "a number",
    "str": "text",
    "list": "a list",
    "tuple": "a tuple",
    "dict": "a dictionary",
    "set": "a set",
    "ndarray": "an array",
    "type": "a class",
    "History": "the History that `fit` returns",
    "module": "a package",
    "function": "a function that was not called",
    "method": "a function that was not called",
    "builtin_function_or_method": "a function that was not called",
}
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
    """How exceptions of a class are told whose text matches a pattern.

    In `sentence`, `{0}` is the first group of the pattern, and `{kind0}` what type it names, in
    words; an empty sentence leaves the text as it is.
    """

    kind: str
    pattern: str
    sentence: str
    step: str


# The first that matches counts. A rule a line or three, so that the table can be read as one.
# fmt: off
RULES = (
    Rule("NotImplementedError", "",
         "Not written yet: the stub still raises NotImplementedError.",
         "Replace that line by your own code."),
    Rule("SystemExit", "",
         "Your code calls `exit()`.",
         "Remove it; the notebook goes on without it."),
    Rule("MemoryError", "",
         "Your code asked for more memory than there is.",
         "Make the arrays smaller."),
    Rule("RecursionError", "",
         "A function calls itself without end.",
         "Let it return before it calls itself again."),
    Rule("RequestTooLarge", "", "",
         "Stay with the networks, images and epochs that the exercise speaks of."),
    Rule("UnboundLocalError", r"local variable '(\w+)'",
         "The name `{0}` has no value at this place.",
         "Give it a value on every way here; a name behind `as` is gone after its block."),
    Rule("NameError", "name '(np|tf|plt|keras|layers|time|math)' is not defined",
         "The name `{0}` is not defined.",
         "Import it in a cell above, as the introduction and the exercises do."),
    Rule("NameError", r"name '(\w+)' is not defined",
         "The name `{0}` is not defined.",
         "Check how it is spelt; what a function is given has the names in its first line."),
    Rule("AttributeError", r"'(NoneType)' object has no attribute '(\w+)'",
         "`.{1}` is asked of None, which has nothing of that name.",
         NOTHING),
    Rule("AttributeError", "'(dict)' object has no attribute 'history'",
         "`.history` is asked of a dictionary, which has nothing of that name.",
         "It is the dictionary of a History already: ask it for a series in square brackets."),
    Rule("AttributeError", r"'(list)' object has no attribute '(max|min|sum|shape|astype)'",
         "`.{1}` is asked of a list, which has nothing of that name.",
         "Arrays have it: `np.array(...)` makes an array of a list."),
    Rule("AttributeError", r"module '(?:\w+\.)*(\w+)' has no attribute '(\w+)'",
         "`{0}` has nothing named `{1}`.",
         SPELLING),
    Rule("AttributeError", r"'(?:\w+\.)*(\w+)' object has no attribute '(\w+)'",
         "`.{1}` is asked of {kind0}, which has nothing of that name.",
         "Is it spelt right, is it set before this line, and is the variable what you think?"),
    Rule("AttributeError", r"property '(\w+)' of .* has no setter",
         "`.{0}` belongs to Keras and cannot be given another value.",
         "Read it and leave it as it is, or take another name."),
    Rule("KeyError", r"'(val_\w+)'",
         "The dictionary has no entry `{0}`.",
         "A history has series that begin with `val_` only where `fit` gets validation data."),
    Rule("KeyError", "'(acc|accuracy)'",
         "The dictionary has no entry `{0}`.",
         'Training reports it under that name after `compile` with metrics=["accuracy"].'),
    Rule("KeyError", "'?([^']+)'?",
         "The dictionary has no entry `{0}`.",
         "Check how it is spelt: `list(...)` of a dictionary shows the names that it has."),
    Rule("AxisError", r"axis (-?\d+) is out of bounds for array of dimension (\d+)",
         "There is no axis {0}: the array has {1} of them, counted from 0.",
         "Print the `shape` of the array, or leave `axis` out."),
    Rule("IndexError", "index out of range|out of bounds",
         "A place is asked for that the list or array does not have.",
         "Places count from 0, so the last of ten is 9: which number stands in the brackets?"),
    Rule("TypeError", r"(\w+)(?:\.__init__)?\(\) got an unexpected keyword argument '(\w+)'",
         "`{0}` has no argument named `{1}`.",
         SPELLING),
    Rule("TypeError", r"(\w+)(?:\.__init__)?\(\) takes .* positional arguments? but .* given",
         "`{0}` is given more arguments than its first line takes.",
         "Compare its first line with the stub's; a method's first argument is `self`."),
    Rule("TypeError", r"(\w+)(?:\.__init__)?\(\) missing .* required .*arguments?: (.*)",
         "`{0}` is called without a value for {1}.",
         "Give a value for each argument in its first line."),
    Rule("TypeError", r"'(NoneType)' object is not|\b(NoneType)\b",
         "Something is None where a value is needed.",
         NOTHING),
    Rule("TypeError", "'(History)' object is not subscriptable",
         "Square brackets stand behind the History that `fit` returns.",
         "Its attribute `history` is the dictionary: ask that one."),
    Rule("TypeError", "'(builtin_function_or_method|method|function)' object is not subscriptable",
         "Square brackets stand behind the name of a function.",
         "A function is called with round brackets."),
    Rule("TypeError", r"'(\w+)' object is not subscriptable",
         "Square brackets stand behind {kind0}, which has no parts.",
         "Does the variable hold what you think? `print` shows it."),
    Rule("TypeError", r"'(\w+)' object is not callable",
         "Round brackets stand behind {kind0}, which is no function.",
         "Is a `,` missing, or is the function's name used for something else above?"),
    Rule("TypeError", r"'(\w+)' object is not iterable",
         "There is {kind0} where several values belong.",
         "Put it into a tuple or a list, as in `(784,)`."),
    Rule("TypeError", "'(str)' object cannot be interpreted as an integer",
         "There is {kind0} where a whole number belongs.",
         "Write the number without quotation marks."),
    Rule("TypeError", r"unsupported operand type\(s\) for (\S+): .*(?:method|function)",
         "`{0}` is used with a function that was not called.",
         NOT_CALLED),
    Rule("TypeError", r"unsupported operand type\(s\) for (\S+): '(\w+)' and '(\w+)'",
         "`{0}` cannot join {kind1} and {kind2}.",
         "Print both sides: which of them is not what you think?"),
    Rule("TypeError", r'can only concatenate (list) \(not "(\w+)"\) to list',
         "`+` puts two lists together; it does not add {kind1} to each item.",
         "`np.array(...)` makes an array of a list, and arrays compute item by item."),
    Rule("TypeError", r'can only concatenate (str) \(not "(\w+)"\) to str',
         "`+` puts two texts together; it cannot add {kind1} to one.",
         "Make numbers of both sides, or texts of both."),
    Rule("TypeError", r"list indices must be integers or slices, not (\w+)",
         "A place in a list is a whole number, and this is {kind0}.",
         "Is it a list where you think of a dictionary, or a value where you think of its place?"),
    Rule("TypeError", r"'(\S+)' not supported between instances of '(\w+)' and '(\w+)'",
         "`{0}` cannot compare {kind1} with {kind2}.",
         "Compare numbers with numbers: print both sides."),
    Rule("TypeError", r"unhashable type: '(\w+)'",
         "There is {kind0} where the name of an entry belongs.",
         "Put quotation marks around the name in front of the colon."),
    Rule("ModuleNotFoundError", r"No module named '(\S+)'",
         "There is no package named `{0}` here.",
         "Check how it is spelt; what the introduction imports is there."),
    Rule("ImportError", r"cannot import name '(\w+)' from '(\S+)'",
         "`{1}` has nothing named `{0}`.",
         SPELLING),
    Rule("ZeroDivisionError", "",
         "A number is divided by zero.",
         "Which variable stands below the division, and when is it 0?"),
    Rule("FileNotFoundError", "'(.*)'",
         "There is no file `{0}` where your code runs.",
         "Leave files out: the arguments of the function have all that is needed."),
    Rule("SyntaxError", "(.*)",
         "Python cannot read this line: {0}.",
         "Look at that line and the one above it: brackets, colons, commas, indentation."),
    Rule("ValueError", r"invalid literal for int\(\) with base 10: ''",
         "`int` is given an empty text.",
         "Nobody answers `input` while your code is checked: use the function's arguments."),
    Rule("ValueError", "(not enough|too many) values to unpack",
         "On the left of `=` stand more names than values, or fewer.",
         "Print the right side: how many values has it?"),
    Rule("ValueError", "truth value of an array",
         "A condition needs one True or False, and an array has many.",
         "Compare a single number, or ask with `.all()` or `.any()`."),
    Rule("TypeError", "Cannot cast ufunc",
         "The result has decimals, which the array of whole numbers cannot hold.",
         "Make a new array of the result and leave the old one as it is."),
)

# What Keras and TensorFlow say is quoted: the words it is known by, and one next step.
QUOTED = (
    (r"Could not interpret \w+(?: function)? identifier", SPELLING),
    ("Unrecognized keyword arguments", SPELLING),
    (r"You must call `compile\(\)`", "Compile the model before it is trained."),
    ("No loss to compute", "Name a loss, as the introduction's `compile` does."),
    ("`metrics` argument to be a list",
     'Put square brackets around it: metrics=["accuracy"].'),
    ("None values not supported",
     "Does each call get images and labels? `validation_data` is one tuple of both."),
    (r"`target\.ndim - 1`.*target\.shape=\((?:None|\d+), \d\d+\)",
     "This loss takes labels that are whole numbers: pass them on as they are."),
    (r"`target\.ndim - 1`",
     "The outputs still have the rows of the image: what makes one row of it?"),
    (r"same rank \(ndim\)|have the same shape|Incompatible shapes|Dimensions must be equal", LOSS),
    ("outside the valid range",
     "Each class needs an output of its own: how many classes are there?"),
    ("invalid value for `units`",
     "The width of a layer is one whole number: print what you pass."),
    (r"Only instances of `?keras\.Layer",
     "Put round brackets behind the layer's name."),
    ("Cannot convert '.*' to a shape", "A shape is a tuple, as in `(28, 28)`."),
    (r"incompatible shape \(\d+, 28\)",
     "A model takes a stack of images, even where it is a stack of one."),
    ("nvalid input shape|incompatible with the layer|expected axis|Expected shape",
     "Each image has the shape (28, 28): which shape does the first layer expect?"),
    ("cardinality is ambiguous",
     "Are there as many labels as images? Use the function's own arguments for both."),
    ("isn't built|has never been called|not yet been built|no defined",
     "A model knows its weights once it knows its input: look at them after `fit`."),
)
# fmt: on


def told(types: Sequence[str], text: str) -> tuple[str, str]:
    """An exception, given by the names of its classes and its text, and one next step."""
    short = short_text(text)
    for rule in RULES:
        match = re.search(rule.pattern, short) if rule.kind in types else None
        if match:
            groups = [group or "" for group in match.groups()]
            kinds = {f"kind{place}": kind_in_words(name) for place, name in enumerate(groups)}
            return rule.sentence.format(*groups, **kinds) or short, rule.step
    quoted = f"{''.join(types[:1])}: {short}".removesuffix(": ")
    return quoted, next((step for words, step in QUOTED if re.search(words, short)), TRY_IT)


def placed(sentence: str, place: str, line: int, code: str) -> str:
    """A sentence with the place in the student's own code that it is about, where one is known."""
    if not place:
        return sentence
    shown = code.replace("`", "'").strip()[:LONGEST_CODE]
    return f"{sentence.removesuffix('.')} ({place}, line {line}: `{shown}`)."


def short_text(text: str) -> str:
    """An exception's text, its cause only: Keras adds pages of places and call arguments."""
    lines = [line.strip() for line in text.partition("Arguments received by")[0].splitlines()]
    causes = " ".join(line for line in lines if line and not line.startswith(KEPT_OUT))
    return " ".join(CLASS.sub(r"\1", INTERNAL.sub("", causes[:LONGEST_READ])).split())[
        :LONGEST_MESSAGE
    ]


def kind_in_words(name: str) -> str:
    """What Python calls a type, as a student would say it."""
    return KINDS.get(name, f"an object of type {name}")
