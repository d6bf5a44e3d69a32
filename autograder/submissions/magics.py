"""Turns a code cell into plain Python on the same lines, and says what was left out.

IPython says where its own syntax is; nothing of it is carried out. Every line that goes is
replaced, not deleted, so that line numbers stay those that the student sees.
"""

from __future__ import annotations

import ast
import re
import textwrap
import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from autograder.submissions.syntax import Fault, byte_lines, parse
from autograder.wire.messages import Message, message

# IPython takes 0.1 s to import, so it is imported only for a text that holds one of these.
_PERHAPS_JUPYTER = re.compile(r"[%!?]|>>>|In \[|^[ \t]*[,;/]|\A\s*[ \t]", re.MULTILINE)
_CELL_MAGIC = re.compile(r"%%(\w+)")
_WRITES = re.compile(r"\A\s*%%(?:write)?file[ \t]+(['\"]?)(?:\./)?([\w.-]*\w)\1[ \t]*(?:\n|\Z)")
_KEEP_THE_BODY = frozenset({"time", "timeit", "capture", "prun"})
# A bracket that a shell command leaves open hides the lines after it until it is gone, so one
# look is not enough; a cell that needs more looks than this was not written by a person.
_LOOKS = 8
_SHOWN_CHARACTERS = 60
_MAX_MESSAGES = 20
_COMMANDS = "cell.ipython"
_importing = threading.Lock()


@dataclass(frozen=True, slots=True)
class PlainCell:
    """Python without magics, a message for each thing left out, and why it is broken if it is.

    With `file`, the source is what the cell writes to a file of that name.
    """

    source: str
    left_out: tuple[Message, ...] = ()
    fault: Fault | None = None
    file: str = ""


@lru_cache(maxsize=2048)
def plain_cell(text: str) -> PlainCell:
    """A code cell of a notebook as plain Python; most cells of a class are the handout's own."""
    source, left_out = text, list[Message]()
    if writes := _WRITES.match(text):
        return PlainCell(text[writes.end() :] + "\n", file=writes[2])
    if isinstance(parse(text), Fault) and _PERHAPS_JUPYTER.search(text):
        source = _without_cell_magics(_without_prompts(text), left_out)
        source = _without_line_magics(source, left_out)
    return _finished(source, left_out)


def plain_script(text: str) -> PlainCell:
    """A `.py` file as plain Python; only the calls that Jupyter writes for magics are dropped."""
    return _finished(text, [])


def _finished(source: str, left_out: list[Message]) -> PlainCell:
    source = _without_ipython_calls(source, left_out)
    tree = parse(source)
    fault = tree if isinstance(tree, Fault) else None
    said = [one for place, one in enumerate(left_out) if one not in left_out[:place]]
    if len(said) > _MAX_MESSAGES:
        more = message("cell.more_left_out", count=len(said) - _MAX_MESSAGES)
        said = [*said[:_MAX_MESSAGES], more]
    return PlainCell(source, tuple(said), fault)


def _without_prompts(text: str) -> str:
    """Without common indentation and pasted `>>>` or `In [1]:`, which Jupyter forgives."""
    syntax = _ipython_syntax()
    lines = syntax.ipython_prompt(syntax.classic_prompt(_terminated_lines(textwrap.dedent(text))))
    return "".join(lines).removesuffix("\n")


def _without_cell_magics(source: str, left_out: list[Message]) -> str:
    lines = source.split("\n")
    for index, line in enumerate(lines):
        magic = _CELL_MAGIC.match(line)
        if magic and magic[1] in _KEEP_THE_BODY:
            lines[index] = ""
        elif magic and not line.rstrip().endswith("?"):
            left_out.append(message("cell.not_python", line=_shown(line)))
            return ""
        elif line.strip():
            break
    return "\n".join(lines)


def _without_line_magics(source: str, left_out: list[Message]) -> str:
    lines = _terminated_lines(source)
    for _ in range(_LOOKS):
        if not _replace_magics(lines, left_out):
            break
    return "".join(lines).removesuffix("\n")


def _replace_magics(lines: list[str], left_out: list[Message]) -> bool:
    """Replace in `lines` every magic that IPython finds; say whether there was one."""
    syntax = _ipython_syntax()
    try:
        token_lines = syntax.make_tokens_by_line(lines)
    except (SyntaxError, RecursionError):
        return False
    finders = syntax.TransformerManager().token_transformers
    done = -1
    for tokens in token_lines:
        try:
            hits = [hit for finder in finders if (hit := finder.find([tokens])) is not None]
        except IndexError:  # the tokens end where IPython expects more of them, or there are none
            continue
        if not hits:
            continue
        hit = min(hits, key=lambda hit: hit.sortby())
        start = _first_row(tokens, hit)
        end = getattr(hit, "q_line", syntax.find_end_of_continued_line(lines, hit.start_line))
        if start <= done:
            continue
        end = min(end, len(lines) - 1)
        lines[start : end + 1] = _replacement(lines[start : end + 1], hit, left_out)
        done = end
    return done >= 0


def _first_row(tokens: list[Any], hit: Any) -> int:
    """The row where the statement that holds the magic starts, from 0."""
    rows: list[int] = [token.start[0] - 1 for token in tokens if token.string.strip()]
    rows.append(hit.start_line)
    return min(rows)


def _replacement(lines: list[str], hit: Any, left_out: list[Message]) -> list[str]:
    first = lines[0]
    command = first.strip()
    indent = first[: len(first) - len(first.lstrip())]
    blank = ["\n"] * (len(lines) - 1)
    timed = command.removeprefix("%time ").strip()
    if timed != command and not isinstance(parse(timed), Fault):
        return [f"{indent}{timed}\n", *blank]
    left_out.append(message(_kind(lines, hit), command=_shown(command)))
    return [f"{indent}pass\n", *blank]


def _kind(lines: list[str], hit: Any) -> str:
    sign = lines[0].strip()[:1] if hasattr(hit, "q_line") else lines[0][hit.start_col :][:1]
    if hasattr(hit, "q_line") or sign == "?":
        return "cell.help"
    if sign == "!":
        return "cell.shell"
    return _COMMANDS


def _without_ipython_calls(source: str, left_out: list[Message]) -> str:
    """Without the statements that only call `get_ipython()`, which is what Jupyter exports."""
    if "get_ipython" not in source:
        return source
    tree = parse(source)
    if isinstance(tree, Fault):
        return source
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and _calls_ipython(node)]
    lines = byte_lines(source)
    dropped = []
    # From the last to the first, so that the positions of those still to go stay true.
    for node in sorted(calls, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        start, end = node.lineno - 1, (node.end_lineno or node.lineno) - 1
        before, after = lines[start][: node.col_offset], lines[end][node.end_col_offset :]
        command = lines[start][node.col_offset : node.end_col_offset if start == end else None]
        lines[start : end + 1] = [before + b"pass" + after, *[b""] * (end - start)]
        dropped.append(message(_COMMANDS, command=_shown(command.decode())))
    left_out += reversed(dropped)
    return b"\n".join(lines).decode()


def _calls_ipython(node: ast.stmt) -> bool:
    if not isinstance(node, ast.Expr | ast.Assign | ast.AnnAssign | ast.AugAssign):
        return False
    value: ast.expr | None = node.value
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return False  # `shell = get_ipython()`: what is asked of it later, nobody answers
    while isinstance(value, ast.Call | ast.Attribute):
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
            return value.func.id == "get_ipython"
        value = value.func if isinstance(value, ast.Call) else value.value
    return False


def _ipython_syntax() -> Any:
    # Two threads that import IPython at once get in each other's way: it imports in circles.
    with _importing:
        from IPython.core import inputtransformer2

    return inputtransformer2


def _terminated_lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")]


def _shown(command: str) -> str:
    """A command fit for a sentence: one line, printable, short, no backtick that ends its quote."""
    text = "".join(sign if sign.isprintable() else " " for sign in command.replace("`", "'"))
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN_CHARACTERS else f"{text[:_SHOWN_CHARACTERS]}..."
