import os
import signal
import sys

import pytest

from facegallery.domain.errors import Cancelled, WorkEnded
from facegallery.domain.progress import CancelToken
from facegallery.jobs.helper import Helper


@pytest.fixture
def helper():
    helper = Helper()
    yield helper
    helper.rest()


def test_work_is_done_in_one_other_process_which_a_rest_ends(helper):
    first = helper.call(CancelToken(), os.getpid)
    assert first != os.getpid()
    assert helper.call(CancelToken(), os.getpid) == first
    helper.rest()
    assert helper.call(CancelToken(), os.getpid) != first


def test_an_error_comes_back(helper):
    with pytest.raises(ValueError, match="invalid literal"):
        helper.call(CancelToken(), int, "x")


def test_work_that_was_cancelled_ends_at_once(helper):
    cancel = CancelToken()
    cancel.set()
    with pytest.raises(Cancelled):
        helper.call(cancel, input_that_never_comes)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_process_that_is_ended_again_and_again_is_said_and_the_next_call_works(helper):
    with pytest.raises(WorkEnded, match="ended from outside"):
        helper.call(CancelToken(), end_this_process)
    assert helper.call(CancelToken(), int, "7") == 7


def end_this_process():
    os.kill(os.getpid(), signal.SIGKILL)


def input_that_never_comes():
    os.read(os.pipe()[0], 1)
