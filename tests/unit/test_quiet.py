"""Tests of facegallery.quiet."""

import os
import warnings

import pytest

from facegallery.quiet import mute, quiet


def warn():
    warnings.warn("Corrupt EXIF data", UserWarning, stacklevel=1)


def test_warnings_are_ignored_inside_and_heard_outside():
    with quiet():
        warn()
    with pytest.warns(UserWarning, match="Corrupt"):
        warn()


def test_the_last_one_out_restores_the_filters():
    """As two threads do it that overlap: first in is first out."""
    before = list(warnings.filters)
    first, second = quiet(), quiet()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    warn()  # the second is still inside
    second.__exit__(None, None, None)
    assert list(warnings.filters) == before
    with pytest.warns(UserWarning, match="Corrupt"):
        warn()


def test_an_error_inside_restores_the_filters_too():
    before = list(warnings.filters)
    with pytest.raises(ValueError, match="broken"), quiet():
        raise ValueError("broken")
    assert list(warnings.filters) == before


def test_what_goes_to_stderr_inside_is_lost_and_outside_is_not(capfd):
    os.write(2, b"before ")
    with mute(), mute():
        os.write(2, b"inside ")
    os.write(2, b"after")
    assert capfd.readouterr().err == "before after"


def test_mute_leaves_no_file_open():
    def next_descriptor():
        descriptor = os.open(os.devnull, os.O_RDONLY)
        os.close(descriptor)
        return descriptor

    before = next_descriptor()
    for _ in range(3):
        with mute():
            pass
    assert next_descriptor() == before
