"""A zip file into a folder, without trusting anything that the zip says of itself."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.submissions import archive
from autograder.submissions.archive import unpack, unpack_class
from autograder.wire.errors import RefusedSubmission
from autograder.wire.messages import Message, message


def pack(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries:
            file.writestr(name, content)
    return path


def refusal(path: Path, destination: Path) -> Message:
    """The reason of the refusal; whatever was unpacked before it is gone."""
    with pytest.raises(RefusedSubmission) as caught:
        unpack(path, destination)
    assert not destination.exists()
    return caught.value.message


def test_files_and_folders_are_unpacked(tmp_path: Path) -> None:
    """An ordinary zip becomes the same files in the same folders."""
    entries = [("b/", b""), ("b/ü.py", b"x = 1"), ("./c.ipynb", b"{}"), ("d/e/", b"")]
    path = pack(tmp_path / "a.zip", *entries, ("c.ipynb/", b""), ("c.ipynb/f/", b""))
    folder = unpack(path, tmp_path / "out" / "here")
    assert (folder / "d" / "e").is_dir()
    assert folder == tmp_path / "out" / "here"
    assert (folder / "b" / "ü.py").read_bytes() == b"x = 1"
    assert (folder / "c.ipynb").read_bytes() == b"{}"


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../a.py", "b/../../a.py", "..\\a.py", "\\a.py", "C:\\a.py", "C:/a.py", ".."],
)
def test_nothing_is_written_outside(tmp_path: Path, name: str) -> None:
    """An absolute path, one with `..` or one with a drive is refused before anything is written."""
    path = pack(tmp_path / "a.zip", ("fine.py", b"x"), (name, b"x"))
    before = sorted(tmp_path.rglob("*"))
    outside = message("zip.outside", entry=repr(name))
    assert refusal(path, tmp_path / "out" / "here") == outside
    assert sorted(tmp_path.rglob("*")) == sorted([*before, tmp_path / "out"])


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    """An entry that would become a link or a device is refused by its name."""
    entry = zipfile.ZipInfo("link.py")
    entry.external_attr = (kind | 0o777) << 16
    path = pack(tmp_path / "a.zip", (entry, b"/etc/passwd"))
    assert refusal(path, tmp_path / "o") == message("zip.link", entry="'link.py'")


def test_password_is_refused(tmp_path: Path) -> None:
    """An encrypted entry is refused for its password."""
    path = pack(tmp_path / "a.zip", ("a.py", b"x"))
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    path.write_bytes(data)
    assert refusal(path, tmp_path / "out") == message("zip.password")


def test_unusual_compression_is_refused(tmp_path: Path) -> None:
    """Only stored and deflated entries are unpacked, since only they can be unpacked bit by bit."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as file:
        file.writestr("a.py", b"x")
    assert refusal(path, tmp_path / "out") == message("zip.unusual", entry="'a.py'")


@pytest.mark.parametrize("other", ["a.py", "./a.py"])
@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_names_given_twice_are_refused(tmp_path: Path, other: str) -> None:
    """Two entries for one file are refused rather than overwritten."""
    path = pack(tmp_path / "a.zip", ("a.py", b"x"), (other, b"y"))
    twice = message("zip.twice", entry=repr(other))
    assert refusal(path, tmp_path / "out") == twice


def test_names_that_differ_in_case_or_hold_colons_are_others(tmp_path: Path) -> None:
    """What one system takes for one name, or for a drive, costs no class its export."""
    names = ("a.py", "A.py", "Ana: work.ipynb", "e\u0301.py", "\u00e9.py")
    path = pack(tmp_path / "a.zip", *[(name, b"x") for name in names])
    assert len(list(unpack(path, tmp_path / "out").iterdir())) == len(names)
    drive = pack(tmp_path / "b.zip", ("C:/windows/a.py", b"x"))
    assert refusal(drive, tmp_path / "o") == message("zip.outside", entry="'C:/windows/a.py'")


@pytest.mark.parametrize("name", [b"\0.py", b"./.\0", b"."])
def test_files_without_a_name_are_refused(tmp_path: Path, name: bytes) -> None:
    """A name of nothing, or of dots that lead nowhere, is refused."""
    path = pack(tmp_path / "a.zip", ("abcd"[: len(name)], b"x"))
    path.write_bytes(path.read_bytes().replace(b"abcd"[: len(name)], name))
    assert refusal(path, tmp_path / "out") == message("zip.without_name")


def test_file_in_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    """A name that is both a file and a folder cannot be unpacked."""
    path = pack(tmp_path / "a.zip", ("a", b"x"), ("a/b.py", b"y"))
    assert refusal(path, tmp_path / "out") == message("zip.damaged")


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    """More entries than allowed are refused, and far too many even before they are listed."""
    few = pack(
        tmp_path / "few.zip", *[(f"{n}.py", b"") for n in range(archive.ONE_SUBMISSION.entries + 1)]
    )
    assert refusal(few, tmp_path / "out") == message("zip.many_files", most=2_000)
    # A central directory of 4 MB: 60-odd thousand entries that exist in the directory alone.
    header = b"PK\x01\x02" + bytes(24) + struct.pack("<H", 20) + bytes(16) + b"a" * 20
    directory = header * 64_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(directory), 0, 0)
    many = tmp_path / "many.zip"
    many.write_bytes(directory + end)
    assert refusal(many, tmp_path / "out") == message("zip.many_files", most=2_000)


def test_too_many_folders_are_refused(tmp_path: Path) -> None:
    """Long names of few entries cannot ask for a hundred thousand folders."""
    deep = pack(tmp_path / "deep.zip", *[(f"{n}/" + "d/" * 45 + "a.py", b"") for n in range(50)])
    assert refusal(deep, tmp_path / "out") == message("zip.many_files", most=2_000)


def test_bomb_stops_early(tmp_path: Path) -> None:
    """A small zip that unpacks to very much is stopped while it is written, and nothing remains."""
    path = pack(tmp_path / "a.zip", ("a.py", bytes(40 * 1024**2)))
    assert refusal(path, tmp_path / "out") == message("zip.too_large", megabytes=10)


def test_sizes_stated_in_the_zip_are_not_believed(tmp_path: Path) -> None:
    """A bomb that states a size of one byte in its headers does not get further."""
    path = pack(tmp_path / "a.zip", ("a.py", bytes(40 * 1024**2)))
    data = path.read_bytes().replace(struct.pack("<L", 40 * 1024**2), struct.pack("<L", 1))
    path.write_bytes(data)
    with pytest.raises(RefusedSubmission):
        unpack(path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_long_name_is_refused(tmp_path: Path) -> None:
    """A name that no file can have is refused as that."""
    path = pack(tmp_path / "a.zip", ("a" * 300 + ".py", b"x"))
    long = message("zip.long_name", entry=repr("a" * 80))
    assert refusal(path, tmp_path / "out") == long


MEGABYTES = 2**20


@pytest.mark.parametrize(
    ("entries", "reasons"),
    [
        ([("mal_3_zeros.bin", bytes(40 * MEGABYTES))], ["zip.too_large"]),
        # Each is within the limits by itself.
        ([(f"mal_3_{n}.bin", bytes(9 * MEGABYTES)) for n in range(3)], ["zip.too_large"] * 3),
        ([("mal_3_a\\..\\b.py", b"x"), ("mal_3_c\\..\\..\\b.py", b"x")], ["zip.outside"] * 2),
        ([("mal_3_a", b"x"), ("mal_3_a\\b.py", b"x")], ["zip.damaged"]),
        ([("mal_3_a\\b.py", b"x"), ("mal_3_a/b.py", b"x")], ["zip.twice"]),
        ([("mal_3_" + "\N{CJK UNIFIED IDEOGRAPH-4E00}" * 100, b"x")], ["zip.long_name"]),
        ([("mal_3_" + "d\\" * 60 + "a.py", b"x")], ["zip.many_folders"]),
    ],
)
def test_a_class_loses_only_what_cannot_be_unpacked(
    entries: list[tuple[str, bytes]], reasons: list[str], tmp_path: Path
) -> None:
    """One student's file is left out of a class's zip; what others handed in is all there."""
    honest = [(f"ada_{n}_w.ipynb", bytes(range(256)) * 8_000) for n in range(3)]
    path = pack(tmp_path / "a.zip", *honest[:1], *entries, *honest[1:])
    left_out = unpack_class(path, tmp_path / "out")
    assert [reason.name for _name, reason in left_out] == reasons
    assert {name for name, _reason in left_out} <= {name for name, _content in entries}
    for name, content in honest:
        assert (tmp_path / "out" / name).read_bytes() == content
    written = sum(one.stat().st_size for one in (tmp_path / "out").rglob("*") if one.is_file())
    assert written <= archive.RATIO_COUNTS_FROM_BYTES + 6 * MEGABYTES


def test_what_a_class_unpacks_to_is_limited_in_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What does not fit any more is left out, and of a lying zip nothing is left."""
    monkeypatch.setattr(archive, "CLASS", archive.Bounds(100, 5 * MEGABYTES, MEGABYTES))
    large = [(f"{n}.bin", bytes(2 * MEGABYTES)) for n in range(4)]
    left_out = unpack_class(pack(tmp_path / "a.zip", *large), tmp_path / "out")
    assert [name for name, _reason in left_out] == ["2.bin", "3.bin"]
    many = pack(tmp_path / "b.zip", *[(f"{n}.py", b"") for n in range(101)])
    with pytest.raises(RefusedSubmission):
        unpack_class(many, tmp_path / "many")


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04", b"PK\x05\x06"])
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    """A file that is no zip, whatever its name, is refused."""
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    assert refusal(path, tmp_path / "out") == message("zip.damaged")


def test_existing_folder_is_never_written_to(tmp_path: Path) -> None:
    """The destination must be new, so that a refusal cannot remove what was there."""
    with pytest.raises(FileExistsError):
        unpack(pack(tmp_path / "a.zip", ("a.py", b"x")), tmp_path)


def _sample() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.py", b"x = 1\n" * 50)
        file.writestr("b/c.ipynb", b"{}")
    return buffer.getvalue()


SAMPLE = _sample()


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), max_size=4))
def test_any_damage_is_refused_or_harmless(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, int]]
) -> None:
    """Whatever bytes of a zip are wrong, it is unpacked inside its folder or refused."""
    data = bytearray(SAMPLE)
    for place, byte in damage:
        data[place] = byte
    folder = tmp_path_factory.mktemp("damage")
    (folder / "a.zip").write_bytes(data)
    try:
        unpack(folder / "a.zip", folder / "out")
    except RefusedSubmission:
        assert not (folder / "out").exists()
    assert {path.name for path in folder.iterdir()} <= {"a.zip", "out"}
