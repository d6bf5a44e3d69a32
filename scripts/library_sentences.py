"""Writes down what Keras says when it raises, as far as that is quoted.

    library_sentences.py          write `judging/library_sentences.txt`, from the Keras installed

What TensorFlow and NumPy say is in no Python source; such sentences are those that were recorded
(`tests/judging/recorded_exceptions.json`). Values are left out of both.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import re
from collections.abc import Iterator
from pathlib import Path

from autograder.judging.cause import short_text
from autograder.judging.exceptions import QUOTED
from autograder.judging.own_text import LIBRARY

RECORDED = Path(__file__).parent.parent / "tests" / "judging" / "recorded_exceptions.json"
HOLE = "…"
# What may be in a hole, for the words by which a sentence is known.
FILLINGS = ("x", "5", "(5, 28)", "Dense")
# What is a value in a recorded text.
VALUE = re.compile(
    r"'[^' ]*'|\{[^}]*\}|\w+=\S+|(?<=identifier: )\w+"
    r"|\(?\[?(?:None|-?\d[\d.]*)(?:, ?(?:None|\d+))*,?\]?\)?"
)


def main() -> None:
    """Writes the file."""
    folder = Path(str(importlib.util.find_spec("keras").origin)).parent / "src"  # type: ignore[union-attr]
    found = {one for path in sorted(folder.rglob("*.py")) for one in _raised_in(path)}
    found |= {
        VALUE.sub(HOLE, short_text(one["text"]))
        for one in json.loads(RECORDED.read_text("utf-8"))
        if _is_quoted(short_text(one["text"]))
    }
    lines = sorted({" ".join(one.split()) for one in found})
    LIBRARY.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def _raised_in(path: Path) -> Iterator[str]:
    """What a file raises that is quoted."""
    if path.name.endswith("_test.py"):
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            text = _text(node.exc.args[0])
            if any(_is_quoted(text.replace(HOLE, filling)) for filling in FILLINGS):
                yield text


def _text(node: ast.expr) -> str:
    """A text as it is written, with a hole for each value."""
    match node:
        case ast.Constant(str(text)):
            return text
        case ast.JoinedStr(parts):
            return "".join(map(_text, parts))
        case ast.BinOp(left, ast.Add(), right):
            return _text(left) + _text(right)
        case ast.BinOp(left, ast.Mod()):
            return re.sub(r"%\w", HOLE, _text(left))
        case ast.Call(ast.Attribute(text, "format")):
            return re.sub(r"\{[^}]*\}", HOLE, _text(text))
    return HOLE


def _is_quoted(text: str) -> bool:
    return any(re.search(words, text) for _name, words in QUOTED)


if __name__ == "__main__":
    main()
