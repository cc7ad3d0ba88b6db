"""Tests of facegallery.jobs.time_left."""

import itertools
import random

from facegallery.jobs.time_left import FIRST_SECONDS, TimeLeft


class Clock:
    """A clock that the test sets."""

    now = 0.0

    def __call__(self):
        return self.now


def told(rates, total):
    """What is told each second of work that does so many a second."""
    clock = Clock()
    left, done, answers = TimeLeft(clock), 0.0, []
    for rate in rates:
        clock.now += 1
        done = min(total, done + rate)
        answers.append(left.seconds(int(done), total))
        if done == total:
            break
    return answers


def test_nothing_is_told_before_it_can_be_known():
    answers = told([10.0] * 30, 10_000)
    assert answers[: int(FIRST_SECONDS) - 1] == [None] * (int(FIRST_SECONDS) - 1)
    assert answers[-1] == 960.0


def test_loading_the_models_says_nothing_of_the_speed():
    answers = told([0.0] * 60 + [10.0] * 30, 10_000)
    assert answers[60 + int(FIRST_SECONDS) :][-1] == 960.0
    assert set(answers[:60]) == {None}


def test_a_few_photos_say_nothing_either():
    assert set(told([0.1] * 40, 1_000)) == {None}


def test_steady_work_counts_down_minute_by_minute():
    answers = [answer for answer in told(itertools.repeat(10.0), 8_000) if answer is not None]
    assert answers == sorted(answers, reverse=True)
    assert answers[-1] == 30.0
    assert {answer % 60 for answer in answers[:-60]} <= {0.0, 30.0}


def test_uneven_work_does_not_make_it_jump():
    chance = random.Random(5)
    rates = (chance.choice((0.0, 2.0, 10.0, 30.0)) for _ in itertools.count())
    answers = [answer for answer in told(rates, 20_000) if answer is not None]
    steps = [after - before for before, after in itertools.pairwise(answers) if after != before]
    assert max(map(abs, steps)) <= 600  # one step of the coarsest that came up
    assert sum(step > 0 for step in steps) <= 5
    assert answers[-1] == 30.0
