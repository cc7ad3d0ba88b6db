"""Much to write, in transactions so short that the user's own changes come between them.

SQLite lets one connection write at a time, and has no queue: whoever waits looks again, after 1, 2,
5, 10, 15, 20 and 25 ms. So a turn takes about 10 ms, and the catalog is left alone for as long
again; while the user does something, no turn begins.
"""

from collections.abc import Callable, Sequence
from time import perf_counter, sleep
from typing import TypeVar

from facegallery.catalog.database import transaction
from facegallery.catalog.library import Catalog
from facegallery.courtesy import give_way

Item = TypeVar("Item")

TURN_SECONDS = 0.01
FIRST_TURN = 50  # items: of suggestions, and of faces for groups, these take 10 ms at most
_LEAST_REST = 0.005


def write_in_turns(
    db: Catalog,
    items: Sequence[Item],
    write: Callable[[Sequence[Item]], object],
    first: int | None = None,
) -> None:
    """Have all items written, some at a time and in order; in one go where a transaction is open.

    A kill leaves what was written until then: the catalog has to be right after each item. write:
    looks again at what the user may have changed since the items were chosen. first: how many are
    written in the first turn; the following turns are as large as suits the time they take.
    """
    if db.conn.in_transaction:
        write(items)
        return
    done, size = 0, first or FIRST_TURN
    while done < len(items):
        give_way()
        with transaction(db):
            locked = perf_counter()
            write(items[done : done + size])
        took = perf_counter() - locked
        done += size
        size = max(1, min(2 * size, int(size * TURN_SECONDS / max(took, 1e-6))))
        if done < len(items):
            sleep(max(_LEAST_REST, took))
