"""Reads and writes a CSV file of somebody else's, which must stay as it is but for some cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.wire.errors import UsageError

MAX_BYTES = 50 * 1024**2
BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
DELIMITERS = ",;\t"

Cells = Mapping[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells, and how they were written: encoding, separator, quotes, ends of lines."""

    rows: tuple[tuple[str, ...], ...]
    encoding: str
    delimiter: str
    quote_all: bool
    line_end: str

    def column(self, name: str) -> int | None:
        """The place of the column of this name in the first row, in capitals or not."""
        names = [cell.strip().casefold() for cell in self.rows[0]]
        return names.index(name.casefold()) if name.casefold() in names else None

    def texts(self, name: str) -> list[str]:
        """What is below the first row in the column of this name."""
        at = self.column(name)
        return [row[at].strip() for row in self.rows[1:] if at is not None and at < len(row)]

    def with_cells(self, cells: Cells) -> Sheet:
        """The sheet with other texts in some cells, by row and column."""
        rows = [list(row) for row in self.rows]
        for (row, column), text in cells.items():
            rows[row] += [""] * (column + 1 - len(rows[row]))
            rows[row][column] = text
        return replace(self, rows=tuple(map(tuple, rows)))


def read_sheet(path: Path) -> Sheet:
    """A CSV file; raises `UsageError` where it is none, or has no rows."""
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else b""
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    encoding = next((name for mark, name in BYTE_ORDER_MARKS.items() if data.startswith(mark)), "")
    text = ""
    # What is not UTF-8 was saved by a spreadsheet in its own way; every byte has a sign there.
    for name in [encoding] if encoding else ["utf-8", "cp1252", "latin-1"]:
        try:
            text = data.decode(name)
        except UnicodeError:
            continue
        encoding = name
        break
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        rows = tuple(map(tuple, csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))
    except csv.Error as error:
        # As where a quotation mark that nobody closed makes one cell of all that follows.
        raise UsageError(
            f"{path} is no CSV file ({error}); export it from the platform once more."
        ) from error
    if not rows or "\0" in text:
        raise UsageError(f"{path} is no CSV file with rows; export it from the platform once more.")
    ends = "\r\n" if first.endswith("\r") else "\n"
    quote_all = first.count('"') >= 2 * (first.count(delimiter) + 1)
    return Sheet(rows, encoding, delimiter, quote_all, ends)


def as_bytes(sheet: Sheet) -> bytes:
    """The file's contents."""
    text = io.StringIO(newline="")
    writer = csv.writer(
        text,
        delimiter=sheet.delimiter,
        lineterminator=sheet.line_end,
        quoting=csv.QUOTE_ALL if sheet.quote_all else csv.QUOTE_MINIMAL,
    )
    writer.writerows(sheet.rows)
    return text.getvalue().encode(sheet.encoding)
