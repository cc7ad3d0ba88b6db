"""A list that changes by steps, whatever changes."""

import random

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from facegallery.ui.widgets.item_model import ItemModel


@pytest.fixture
def model(qapp):
    """Pairs of a key and a text, watched by Qt's own checks."""
    made = ItemModel(lambda pair: pair[0])
    tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    assert tester.model() is made
    return made


@pytest.mark.parametrize("seed", range(40))
def test_any_list_follows_any_list_and_indexes_stay_with_their_items(model, seed):
    rng = random.Random(seed)
    numbers = range(rng.choice((6, 20, 200)))
    for _change in range(6):
        kept = {key: QPersistentModelIndex(model.index_of(key)) for key, _text in model.items}
        resets = []
        model.modelReset.connect(lambda resets=resets: resets.append(1))
        wanted = [(n, rng.choice("ab")) for n in rng.sample(numbers, rng.randrange(len(numbers)))]
        model.set_items(wanted)
        assert model.items == wanted
        for row, (key, _text) in enumerate(wanted):
            assert model.index_of(key).row() == row
            if key in kept and not resets:
                assert kept[key].row() == row


def test_a_changed_item_is_announced_and_nothing_else(model, qtbot):
    model.set_items([(1, "a"), (2, "b"), (3, "c")])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        model.set_items([(1, "a"), (2, "x"), (3, "c")])
    assert changed.args[0].row() == changed.args[1].row() == 1


def test_the_same_list_again_announces_nothing(model, qtbot):
    model.set_items([(1, "a"), (2, "b")])
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.layoutChanged):
        model.set_items([(1, "a"), (2, "b")])
