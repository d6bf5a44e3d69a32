"""An HTML page into the few facts that tests ask of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"img", "meta", "link", "br", "input"})


@dataclass
class Page(HTMLParser):
    """Every element with its attributes, and the text that a reader sees."""

    html: str
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self.feed(self.html)
        self.close()
        assert self._open == [], "every element is closed"
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> closes what it should"
        self.text += " " if tag not in {"code", "b", "span"} else ""

    def handle_data(self, data: str) -> None:
        if not {"style", "script"}.intersection(self._open):
            self.text += data

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    def of(self, tag: str) -> list[dict[str, str]]:
        """The attributes of each element with this tag."""
        return [attributes for name, attributes in self.elements if name == tag]

    def all_of_class(self, name: str) -> int:
        """How many elements have this class."""
        return sum(name in attributes.get("class", "").split() for _, attributes in self.elements)

    @property
    def addresses(self) -> list[str]:
        """Everything the page would load or lead to."""
        names = ("src", "href", "srcset", "action", "data", "poster", "background")
        return [each[name] for _, each in self.elements for name in names if name in each]
