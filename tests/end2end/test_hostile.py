"""A folder of files that must not stop or crash a scan, with what is expected of each."""

import json
import os
import socket
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture
def hostile(shared, tmp_path):
    """The made folder, what its list expects of it, and some files more."""
    tool = shared / "tools" / "make_album.py"
    subprocess.run([sys.executable, tool, "--out", tmp_path, "--hostile"], check=True)
    folder = tmp_path / "hostile"
    expected = json.loads((tmp_path / "hostile.json").read_text())
    with (folder / "huge.jpg").open("wb") as file:
        file.truncate(5 << 30)  # takes no room: it is one hole
    os.utime(folder / "grey.jpg", (10**11, 10**11))  # the year 5138
    expected |= {"huge.jpg": "error"}
    if sys.platform != "win32":
        for name, target in (("zero.jpg", "/dev/zero"), ("maps.jpg", "/proc/self/maps")):
            (folder / name).symlink_to(target)
            expected[name] = "error or ignored"
        here = socket.socket(socket.AF_UNIX)
        here.bind(os.path.relpath(folder / "socket.jpg"))
        here.close()
        expected["socket.jpg"] = "error or ignored"
    return folder, expected


def test_hostile_files_come_out_as_expected_and_the_scan_goes_on(hostile, program):
    folder, expected = hostile
    result = program.json("scan", folder, "--detector", "yunet")
    failed = {failure["path"] for failure in result["failures"]}
    shown = {photo["path"] for photo in program.json("search")}
    for name, outcome in expected.items():
        path = str(folder / name)
        known = "photo" if path in shown else "error" if path in failed else "ignored"
        copy = name.startswith("copy") or outcome == "photo"  # one of several with the same bytes
        assert known in outcome or copy, (name, outcome, known)
    photos = sum(outcome == "photo" for outcome in expected.values())
    assert result["photos"]["found"] - result["photos"]["failed"] >= photos
    assert all(failure["reason"] for failure in result["failures"])
    again = program.json("scan", folder)
    assert again["photos"]["unchanged"] == result["photos"]["found"] - result["photos"]["failed"]
