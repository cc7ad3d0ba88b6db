"""Tests of facegallery.scan.walk."""

import os
import sys
from pathlib import Path

import pytest

from facegallery.domain.errors import Cancelled, FolderUnreachable
from facegallery.domain.photo import FoundFile
from facegallery.domain.progress import CancelToken
from facegallery.scan.ignore_rules import IGNORE_FILE
from facegallery.scan.walk import walk, walk_parts


def make(root, *names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def found(root):
    """Paths below the root in the order of the walk, with slashes."""
    return [Path(file.path).relative_to(root).as_posix() for file in walk(root, CancelToken())]


def link(path, target):
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this user may not make links")


def test_files_carry_absolute_path_size_and_time(tmp_path, monkeypatch):
    make(tmp_path, "folder/a.jpg", "folder/empty.png")
    (tmp_path / "folder" / "empty.png").write_bytes(b"")
    os.utime(tmp_path / "folder" / "a.jpg", ns=(5_000_000_000, 1_234_567_000_000_000))
    monkeypatch.chdir(tmp_path)
    first, second = walk(Path("folder"), CancelToken())
    assert first == FoundFile(str(tmp_path / "folder" / "a.jpg"), 1, 1_234_567_000_000_000)
    assert (second.path, second.size_bytes) == (str(tmp_path / "folder" / "empty.png"), 0)


def test_the_order_is_that_of_the_paths(tmp_path):
    names = ["b.jpg", "a.jpg", "c/b.jpg", "c/a/z.jpg", "c.jpg", "a/x.jpg", "c é/y.jpg", "c-1.jpg"]
    make(tmp_path, *names, "b.jpg.jpg", "C/Z.jpg", "c.d/y.jpg", "c😀/y.jpg", "c€.jpg")
    paths = [file.path for file in walk(tmp_path, CancelToken())]
    assert len(paths) >= 12  # "C" and "c" are one folder on some systems
    assert paths == sorted(paths, key=str.encode)


def test_hidden_and_system_folders_are_passed_over(tmp_path):
    make(tmp_path, "a.jpg", ".hidden.jpg", ".thumbnails/a.jpg", "@eaDir/a.jpg", "notes.txt")
    make(tmp_path, "$RECYCLE.BIN/a.jpg", "System Volume Information/a.jpg", "lost+found/a.jpg")
    make(tmp_path, ".Trash-1000/files/a.jpg", "sub/#recycle/a.jpg", "sub/b.jpg", "__MACOSX/c.jpg")
    assert found(tmp_path) == ["a.jpg", "sub/b.jpg"]


def test_a_nomedia_file_hides_its_folder_and_all_below(tmp_path):
    make(tmp_path, "a.jpg", "sent/.nomedia", "sent/b.jpg", "sent/more/c.jpg", "other/d.jpg")
    assert found(tmp_path) == ["a.jpg", "other/d.jpg"]


def test_the_folder_that_the_user_chose_is_always_walked(tmp_path):
    make(tmp_path, ".pictures/.nomedia", ".pictures/a.jpg", ".pictures/b/c.jpg")
    assert found(tmp_path / ".pictures") == ["a.jpg", "b/c.jpg"]


def test_a_folder_named_like_a_photo_is_a_folder(tmp_path):
    make(tmp_path, "folder.jpg/a.jpg")
    (tmp_path / "empty folder.jpg").mkdir()
    assert found(tmp_path) == ["folder.jpg/a.jpg"]


def test_links_to_files_are_followed_and_links_to_folders_are_not(tmp_path):
    make(tmp_path, "photos/a.jpg", "elsewhere/b.jpg", "elsewhere/notes.txt")
    photos = tmp_path / "photos"
    link(photos / "linked.jpg", tmp_path / "elsewhere" / "b.jpg")
    link(photos / "linked folder", tmp_path / "elsewhere")
    link(photos / "linked folder.jpg", tmp_path / "elsewhere")
    link(photos / "loop", ".")
    link(photos / "dangling.jpg", "nowhere.jpg")
    link(photos / "circle.jpg", "circle.jpg")
    assert found(photos) == ["a.jpg", "linked.jpg"]


def test_the_folder_itself_may_be_a_link(tmp_path):
    make(tmp_path, "photos/a.jpg")
    link(tmp_path / "linked", tmp_path / "photos")
    assert found(tmp_path / "linked") == ["a.jpg"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_are_ignored(tmp_path):
    make(tmp_path, "a.jpg")
    os.mkfifo(tmp_path / "pipe.jpg")
    assert found(tmp_path) == ["a.jpg"]


def test_a_missing_folder_is_told_at_once(tmp_path):
    with pytest.raises(FolderUnreachable, match="not here"):
        walk(tmp_path / "not here", CancelToken())
    make(tmp_path, "a.jpg")
    with pytest.raises(FolderUnreachable, match=r"a\.jpg"):
        walk(tmp_path / "a.jpg", CancelToken())


def test_a_folder_that_goes_away_during_the_walk(tmp_path):
    make(tmp_path, "photos/a.jpg", "photos/sub/b.jpg")
    files = walk(tmp_path / "photos", CancelToken())
    assert next(files).path.endswith("a.jpg")
    (tmp_path / "photos").rename(tmp_path / "away")
    with pytest.raises(FolderUnreachable):
        next(files)


def test_what_is_removed_during_the_walk_is_passed_over(tmp_path):
    make(tmp_path, "a.jpg", "b/b.jpg", "c/c.jpg")
    told = []
    files = walk(tmp_path, CancelToken(), lambda *what: told.append(what))
    assert next(files).path.endswith("a.jpg")
    (tmp_path / "b").rename(tmp_path.parent / "moved")
    assert [Path(file.path).name for file in files] == ["c.jpg"]
    assert told == []


def test_cancel_stops_before_the_next_file(tmp_path):
    make(tmp_path, "a.jpg", "b.jpg")
    cancel = CancelToken()
    files = walk(tmp_path, cancel)
    next(files)
    cancel.set()
    with pytest.raises(Cancelled):
        next(files)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems store names as Unicode")
def test_names_that_are_not_unicode_are_told(tmp_path):
    make(tmp_path, "a.jpg", "é.jpg")
    root = os.fsencode(tmp_path)
    for name in (b"caf\xe9.jpg", b"notes\xe9.txt"):
        Path(os.fsdecode(root + b"/" + name)).write_bytes(b"x")
    make(Path(os.fsdecode(root + b"/\xff folder")), "b.jpg")
    told = []
    files = list(walk(tmp_path, CancelToken(), lambda *what: told.append(what)))
    assert [Path(file.path).name for file in files] == ["a.jpg", "é.jpg"]
    clause = "its name is not valid Unicode; rename it to have it found"
    assert sorted(told) == [
        (f"{tmp_path}/\\xff folder", clause),
        (f"{tmp_path}/caf\\xe9.jpg", clause),
    ]
    with pytest.raises(FolderUnreachable) as caught:
        walk(Path(os.fsdecode(root + b"/\xff folder")), CancelToken())
    assert str(caught.value).isprintable()


@pytest.mark.skipif(sys.platform != "linux", reason="4096 bytes is Linux' longest path")
def test_a_folder_that_cannot_be_opened_is_told_and_the_walk_goes_on(tmp_path):
    """Deeper than a path can say: even root cannot open that by name."""
    make(tmp_path, "deep/a.jpg", "z.jpg", "zoo/b.jpg")
    folder, name = os.open(tmp_path / "deep", os.O_RDONLY), "d" * 200
    for _ in range(25):
        os.mkdir(name, dir_fd=folder)
        below = os.open(name, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = below
    os.close(folder)
    told = []
    files = walk(tmp_path, CancelToken(), lambda *what: told.append(what))
    assert [Path(file.path).name for file in files] == ["a.jpg", "z.jpg", "b.jpg"]
    ((path, reason),) = told
    assert path.endswith(name)
    assert reason == "the system says: File name too long"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may open every folder"
)
def test_a_folder_without_permission_is_told(tmp_path):
    make(tmp_path, "secret/a.jpg", "z/b.jpg")
    (tmp_path / "secret").chmod(0)
    told = []
    try:
        files = list(walk(tmp_path, CancelToken(), lambda *what: told.append(what)))
        assert [Path(file.path).name for file in files] == ["b.jpg"]
        assert told == [(str(tmp_path / "secret"), "permission to open it is denied")]
        with pytest.raises(FolderUnreachable):
            walk(tmp_path / "secret", CancelToken())
    finally:
        (tmp_path / "secret").chmod(0o700)


def test_an_ignore_file_leaves_out_by_the_rules_of_gitignore(tmp_path):
    make(tmp_path, "a.jpg", "a.png", "keep.png", "raw/b.jpg", "c/raw/d.jpg", "c/old 1/e.jpg")
    make(tmp_path, "c/old 2.jpg", "top/f.jpg", "c/top/g.jpg")
    rules = "# what is no photo\n*.png\n!keep.png\nraw/\nold*/\n/top\n"
    (tmp_path / IGNORE_FILE).write_text(rules, encoding="utf-8-sig")
    assert found(tmp_path) == ["a.jpg", "c/old 2.jpg", "c/top/g.jpg", "keep.png"]


def test_a_deeper_ignore_file_overrides_those_above(tmp_path):
    make(tmp_path, "a.png", "below/a.png", "below/b.png", "below/further/b.png")
    (tmp_path / IGNORE_FILE).write_text("*.png")
    (tmp_path / "below" / IGNORE_FILE).write_text("!b.png\n/further/*\n")
    assert found(tmp_path) == ["below/b.png"]


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"\xff\xfe*\0.\0", "UTF-8"), (b"*.png\n" * 200_000, "1 MB"), (b"!!\n!", "attern")],
    ids=["no text", "too long", "wrong pattern"],
)
def test_an_ignore_file_that_cannot_be_obeyed_is_named_and_hides_nothing(tmp_path, content, why):
    make(tmp_path, "a.jpg")
    (tmp_path / IGNORE_FILE).write_bytes(content)
    told = []
    files = list(walk(tmp_path, CancelToken(), lambda *note: told.append(note)))
    assert [Path(file.path).name for file in files] == ["a.jpg"]
    ((path, reason),) = told
    assert path == str(tmp_path / IGNORE_FILE)
    assert reason.startswith("it is not obeyed: ")
    assert why in reason


def parts(root, *names, left_out=()):
    """What of some parts of a folder is found, likewise."""
    paths = [str(root / name) for name in names]
    skipped = frozenset(str(root / name) for name in left_out)
    files = walk_parts(root, paths, CancelToken(), left_out=skipped)
    return [Path(file.path).relative_to(root).as_posix() for file in files]


def test_parts_are_what_the_whole_walk_would_find_there(tmp_path):
    make(tmp_path, "a.jpg", "b.jpg", "x/c.jpg", "x/y/d.jpg", "x/notes.txt", "z/e.jpg")
    assert parts(tmp_path, "b.jpg") == ["b.jpg"]
    assert parts(tmp_path, "x", "gone.jpg", "gone/too.jpg") == ["x/c.jpg", "x/y/d.jpg"]
    assert parts(tmp_path, "x/notes.txt", "z/e.jpg/no") == []
    (file,) = walk_parts(tmp_path, [str(tmp_path / "z" / "e.jpg")], CancelToken())
    assert file in list(walk(tmp_path, CancelToken()))


def test_parts_obey_what_holds_on_the_way_to_them(tmp_path):
    make(tmp_path, ".hidden/a.jpg", "@eaDir/x/a.jpg", "no/.nomedia", "no/x/a.jpg", "yes/x/a.jpg")
    make(tmp_path, "yes/x/b.png", "yes/old/c.jpg", "left/d.jpg")
    (tmp_path / IGNORE_FILE).write_text("*.png")
    (tmp_path / "yes" / IGNORE_FILE).write_text("old/")
    link(tmp_path / "link", tmp_path / "yes")
    names = [".hidden/a.jpg", "@eaDir/x", "no/x/a.jpg", "yes/x", "yes/old/c.jpg", "link/x/a.jpg"]
    assert parts(tmp_path, *names, "left", left_out=["left/d.jpg"]) == ["yes/x/a.jpg"]


def test_parts_of_a_folder_that_is_away(tmp_path):
    with pytest.raises(FolderUnreachable):
        walk_parts(tmp_path / "gone", [str(tmp_path / "gone" / "a.jpg")], CancelToken())


def test_what_the_user_leaves_out_is_not_found(tmp_path):
    make(tmp_path, "a.jpg", "b.jpg", "x/c.jpg", "x/y/d.jpg")
    left_out = frozenset((str(tmp_path / "b.jpg"), str(tmp_path / "x" / "y")))
    files = walk(tmp_path, CancelToken(), left_out=left_out)
    assert [Path(file.path).name for file in files] == ["a.jpg", "c.jpg"]
