"""One source of a submission into the submission, or into a polite refusal."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import nbformat
import pytest

from autograder.records import Cell, Note, Refusal, Submission
from autograder.submissions.intake import find, read
from autograder.wire.messages import Message, message

SLUGS = ("first_model", "more_layers")


def notebook(*sources: str, markdown: str = "") -> bytes:
    # The identifiers are fixed: random ones would be in the names of tests.
    cells = [
        nbformat.v4.new_code_cell(source, id=f"cell-{number}")
        for number, source in enumerate(sources)
    ]
    made = nbformat.v4.new_notebook(cells=[*cells, nbformat.v4.new_markdown_cell(markdown)])
    return str(nbformat.writes(made)).encode()


def write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def zipped(name: str, content: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr(name, content)
    return data.getvalue()


def read_one(path: Path) -> Submission | Refusal:
    (source,) = find([path], SLUGS, path.parent / "workspace").sources
    return read(source, SLUGS)


def accepted(path: Path) -> Submission:
    submission = read_one(path)
    assert isinstance(submission, Submission), submission
    return submission


def refused(path: Path) -> Message:
    refusal = read_one(path)
    assert isinstance(refusal, Refusal)
    assert refusal.path == path
    return refusal.reason


def test_notebook_is_read(tmp_path: Path) -> None:
    """A notebook becomes a submission with its student, cells, notes and answers."""
    content = notebook("!ls\nx = 1", "y = 2", markdown="<!-- why: first_model -->\nBecause.")
    submission = accepted(write(tmp_path / "ana.ipynb", content))
    assert submission.student == "ana"
    assert submission.path == tmp_path / "ana.ipynb"
    assert submission.cells == (Cell(1, "cell 1", "pass\nx = 1"), Cell(2, "cell 2", "y = 2"))
    assert [note.cell for note in submission.notes] == [1]
    assert submission.answers == {"first_model": "Because."}


def test_nothing_is_executed(tmp_path: Path) -> None:
    """Reading runs neither code nor magics of a student."""
    trace = tmp_path / "trace"
    code = f"open({str(trace)!r}, 'w')\n!touch {trace}\n%run {trace}\n@open({str(trace)!r}, 'w')"
    accepted(write(tmp_path / "ana.ipynb", notebook(code)))
    accepted(write(tmp_path / "ben.py", f"open({str(trace)!r}, 'w')".encode()))
    assert not trace.exists()


def test_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    """A mark that some Windows editors write before the text is no reason to refuse it."""
    mark = b"\xef\xbb\xbf"
    assert accepted(write(tmp_path / "a.ipynb", mark + notebook("x"))).cells[0].source == "x"
    assert accepted(write(tmp_path / "a.py", mark + b"x")).cells[0].source == "x"


def test_scripts_of_one_student_are_one_submission(tmp_path: Path) -> None:
    """A folder with a file an exercise is one submission with a cell a file."""
    write(tmp_path / "ana" / "more_layers.py", b"y = 2")
    write(tmp_path / "ana" / "first_model.py", b"x = 1")
    submission = accepted(tmp_path / "ana")
    assert submission.student == "ana"
    assert submission.cells == (
        Cell(1, "first_model.py", "x = 1"),
        Cell(2, "more_layers.py", "y = 2"),
    )


def test_zip_in_a_folder_is_read_and_leaves_nothing(tmp_path: Path) -> None:
    """A student's zip is unpacked only while it is read."""
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "ana.zip", "w") as file:
        file.writestr("ana/work.ipynb", notebook("x = 1"))
    (source,) = find([tmp_path / "in"], SLUGS, tmp_path / "workspace").sources
    submission = read(source, SLUGS)
    assert isinstance(submission, Submission)
    assert (submission.student, submission.path) == ("ana", tmp_path / "in" / "ana.zip")
    assert submission.cells == (Cell(1, "cell 1", "x = 1"),)
    assert list((tmp_path / "workspace").iterdir()) == []


def test_bad_zips_in_a_folder_are_refused(tmp_path: Path) -> None:
    """A damaged zip, one without work and one with zips in a zip are refused one by one."""
    write(tmp_path / "in" / "a.zip", b"no zip")
    nested = zipped("a.zip", zipped("a.zip", zipped("a.py", b"x")))
    for name, entry, content in (
        ("b", "a.txt", b"x"),
        ("c", "a.zip", b"x"),
        ("d", "../a.py", b"x"),
        ("e", "a.zip", nested),
    ):
        write(tmp_path / "in" / f"{name}.zip", zipped(entry, content))
    results = [
        read(s, SLUGS) for s in find([tmp_path / "in"], SLUGS, tmp_path / "workspace").sources
    ]
    assert [result.reason for result in results if isinstance(result, Refusal)] == [
        message("zip.damaged"),
        message("file.none"),
        message("zip.damaged"),
        message("zip.outside", entry="'../a.py'"),
        message("zip.nested_zip"),
    ]


def test_a_zip_that_was_packed_once_more_is_read(tmp_path: Path) -> None:
    """What the last cell of a notebook packs may lie in a zip of the student's or a platform's."""
    inner = zipped("lab/work.ipynb", notebook("x = 1"))
    submission = accepted(write(tmp_path / "in" / "ana.zip", zipped("mine/work.zip", inner)))
    assert submission.cells == (Cell(1, "cell 1", "x = 1"),)


def test_reason_found_earlier_is_kept(tmp_path: Path) -> None:
    """A submission that is refused while listing comes out as that refusal."""
    write(tmp_path / "in" / "ana" / "a.ipynb", b"")
    write(tmp_path / "in" / "ana" / "b.ipynb", b"")
    (source,) = find([tmp_path / "in"], SLUGS, tmp_path / "w").sources
    result = read(source, SLUGS)
    assert isinstance(result, Refusal)
    assert result.reason == message("file.several", count=2, names="'a.ipynb', 'b.ipynb'")


def test_note_on_a_changed_name_is_kept(tmp_path: Path) -> None:
    """The note on a second student of the same name is among the submission's."""
    paths = [write(tmp_path / name / "ana.py", b"x") for name in "ab"]
    results = [read(source, SLUGS) for source in find(paths, SLUGS, tmp_path / "w").sources]
    assert isinstance(results[1], Submission)
    assert results[1].notes == (Note(0, message("file.same_name", plain="ana", name="ana-2")),)


def test_large_file_is_refused_unread(tmp_path: Path) -> None:
    """A file of 100 MB is refused by its size; this one would take that room only if read."""
    path = tmp_path / "ana.ipynb"
    with path.open("wb") as file:
        file.truncate(100 * 1024**2)
    assert refused(path) == message("file.too_large", megabytes=100.0, most=20)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.ipynb", notebook("x")[:100], message("file.incomplete_at", line=7)),
        ("a.ipynb", b"", message("file.empty")),
        ("a.ipynb", json.dumps({"a": 1}).encode(), message("file.other_json")),
        ("a.ipynb", b"[" * 100_000, message("file.nested")),
        ("a.ipynb", notebook("x").decode().encode("utf-16"), message("file.not_utf8")),
        ("a.py", "x = 'é'".encode("latin-1"), message("file.not_utf8")),
        ("a.py", b"x = 1\0", message("file.null_bytes")),
        ("a.docx", b"PK", message("file.kind", suffix=".docx")),
        ("a", b"x", message("file.kind", suffix="")),
    ],
    ids=[
        "cut off",
        "empty",
        "other JSON",
        "nested",
        "UTF-16",
        "Latin-1",
        "null byte",
        "Word document",
        "no ending",
    ],
)
def test_bad_files_are_refused(tmp_path: Path, name: str, content: bytes, reason: Message) -> None:
    """Every bad file is refused for what is wrong with it."""
    assert refused(write(tmp_path / name, content)) == reason


def test_links_are_refused(tmp_path: Path) -> None:
    """A link to a file or folder is refused and not followed."""
    write(tmp_path / "real" / "ana.ipynb", notebook("x"))
    (tmp_path / "ben.ipynb").symlink_to(tmp_path / "real" / "ana.ipynb")
    (tmp_path / "cem").symlink_to(tmp_path / "real")
    (tmp_path / "dora.zip").symlink_to(tmp_path / "nowhere.zip")
    for name in ("ben.ipynb", "cem", "dora.zip"):
        assert refused(tmp_path / name) == message("file.link")


def test_pipes_are_refused(tmp_path: Path) -> None:
    """A pipe, which would be waited for without end, is refused."""
    for name in ("ana.ipynb", "ben.zip"):
        os.mkfifo(tmp_path / name)
        assert refused(tmp_path / name) == message("file.not_ordinary")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file_is_refused(tmp_path: Path) -> None:
    """A file without permission to read is refused."""
    path = write(tmp_path / "ana.py", b"x")
    path.chmod(0)
    denied = message("file.cannot_be_opened", reason="Permission denied")
    assert refused(path) == denied


def test_file_that_vanished_is_refused(tmp_path: Path) -> None:
    """A file that is gone between listing and reading costs that submission only."""
    path = write(tmp_path / "ana.py", b"x")
    (source,) = find([path], SLUGS, tmp_path / "w").sources
    path.unlink()
    result = read(source, SLUGS)
    assert isinstance(result, Refusal)
    gone = message("file.cannot_be_opened", reason="No such file or directory")
    assert result.reason == gone


def test_path_that_is_not_utf_8_can_be_stored(tmp_path: Path) -> None:
    """A file name in another encoding is read, and its path in the record can be printed."""
    path = tmp_path / os.fsdecode(b"an\xff.py")
    try:
        path.write_bytes(b"x")
    except OSError:
        pytest.skip("this file system has names in UTF-8 only")
    submission = read_one(path)
    assert isinstance(submission, Submission)
    assert str(submission.path).encode().endswith(b"an?.py")
    assert submission.student == "an_"


def test_names_of_files_that_are_not_utf_8_can_be_stored(tmp_path: Path) -> None:
    """A script so named, alone or beside a notebook, is a cell whose name every record holds."""
    folder = tmp_path / "class" / "ada"
    try:
        write(folder / os.fsdecode(b"\xff.py"), b"x = 1\n")
    except OSError:
        pytest.skip("this file system has names in UTF-8 only")
    for _ in range(2):
        (source,) = find([tmp_path / "class"], SLUGS, tmp_path / "w").sources
        submission = read(source, SLUGS)
        assert isinstance(submission, Submission)
        assert all(cell.name.encode() for cell in submission.cells)
        write(folder / "work.ipynb", notebook("x = 1"))


def test_digest_covers_what_is_graded(tmp_path: Path) -> None:
    """Name and outputs do not change the digest; code and answers do."""
    first = accepted(write(tmp_path / "a.ipynb", notebook("x = 1")))
    document = json.loads(notebook("x = 1"))
    document["cells"][0]["execution_count"] = 7
    same = accepted(write(tmp_path / "b.ipynb", json.dumps(document).encode()))
    code = accepted(write(tmp_path / "c.ipynb", notebook("x = 2")))
    answer = accepted(
        write(tmp_path / "d.ipynb", notebook("x = 1", markdown="<!-- why: first_model -->Yes."))
    )
    assert len(first.digest) == 64
    assert first.digest == same.digest
    assert len({first.digest, code.digest, answer.digest}) == 3


def test_digest_is_the_same_whatever_is_asked_for(tmp_path: Path) -> None:
    """An exercise that is added to the course makes no old file a new hand-in."""
    answered = notebook("x = 1", markdown="<!-- why: more_layers -->Yes.")
    folder = tmp_path / "cem"
    for name in ("first_model", "more_layers"):
        write(folder / f"{name}.py", name.encode())
    for path in (write(tmp_path / "ada.ipynb", answered), folder):
        (source,) = find([path], SLUGS, tmp_path / "w").sources
        digests = set()
        for slugs in (SLUGS[:1], SLUGS, (*SLUGS, "another")):
            submission = read(source, slugs)
            assert isinstance(submission, Submission)
            digests.add(submission.digest)
        assert len(digests) == 1
