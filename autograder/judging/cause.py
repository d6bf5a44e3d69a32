"""Finds the cause in an exception's text, which Keras hides among places and values."""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST_MESSAGE = 400
LONGEST_READ = 12_000
LONGEST_SENTENCE = 240
# TensorFlow's own names for places in its graph, colours, and who called whom: no student wrote it.
INTERNAL = re.compile(
    r"\[\[.{0,200}?\]\]|\[Op:\S{0,99}\](?: name:.{0,99}$)?|Graph execution error:"
    r"|Label values: [\d ]+|\x1b\[\d*m|\{\{.{0,200}?\}\}"
    r"|Exception encountered when calling \S{1,99}?\(\)\.|Received instead:.*"
    r"| for input .{0,10000}? with name '.{0,99}?' and path '.{0,99}?'(?=\.)"
    r"| \(?of type <class '[^']*'>\)?| for '\{\{node .{0,99}?\}\}[^']*'| \([^()]*, line \d+\)$"
    r"|`?inputs`? received: .*|with name '[^']{0,99}' "
)
CLASS = re.compile(r"<class '(?:\w+\.)*(\w+)'>")
KEPT_OUT = ("Detected at node", "File ", "<stack", "Consider rewriting", "in user code:")
# Pixels, predictions and the like, however they are printed.
VALUES = re.compile(r"(?:[\[\]\d\s.,+-]|[eE][+-]?\d){60,}")
SENTENCE_END = re.compile(r"(?<=[.!?:]) (?=[A-Z`'\"(])")
# What a sentence about the cause has; the first counts anyway.
TELLING = re.compile(
    r"shape|expect|valid|must|should|cannot|rank|ndim|dtype|[Rr]eceived|[Gg]ot|axis|compatible|not "
)


@lru_cache(maxsize=256)
def short_text(text: str) -> str:
    """An exception's text, its cause only; where that is long, the sentences that say most."""
    lines = [line.strip() for line in text.partition("Arguments received by")[0].splitlines()]
    causes = " ".join(line for line in lines if line and not line.startswith(KEPT_OUT))
    bare = VALUES.sub(" … ", CLASS.sub(r"\1", INTERNAL.sub("", causes[:LONGEST_READ])))
    whole = " ".join(bare.split())
    return whole if len(whole) <= LONGEST_MESSAGE else _most_telling(whole)


def _most_telling(whole: str) -> str:
    """The sentences that say most, in their order, as far as there is room for them."""
    sentences = [_shortened(one) for one in SENTENCE_END.split(whole)]
    by_weight = sorted(
        range(len(sentences)), key=lambda place: place > 0 and not TELLING.search(sentences[place])
    )
    kept, room = set[int](), LONGEST_MESSAGE
    for place in by_weight:
        room -= len(sentences[place]) + 1
        if room < 0:
            break
        kept.add(place)
    return " ".join(sentences[place] for place in sorted(kept))


def _shortened(sentence: str) -> str:
    """A sentence without its middle, where it is long: causes come first or last."""
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    half = LONGEST_SENTENCE // 2
    return f"{sentence[:half].rstrip()} … {sentence[-half:].lstrip()}"
