"""The files of a report: names that any system accepts."""

from __future__ import annotations

from autograder.report.files import file_stem


def test_page_names() -> None:
    """Ordinary names stay as they are, and different names stay different."""
    assert file_stem("Zoë O'Hara 3") == "Zoë O'Hara 3"
    names = ["a/b", "a%2Fb", "a\\b", "n" * 300, "n" * 301, ".a", "a"]
    assert len({file_stem(name) for name in names}) == len(names)


def test_page_names_after_the_gradebook() -> None:
    """A name that is not text has the same page before and after it went through the gradebook."""
    assert file_stem("a\udcff") == file_stem("a\\udcff")
