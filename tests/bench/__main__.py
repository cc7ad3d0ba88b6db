"""Run the benchmarks named, or all: python -m tests.bench [scan] [queries] [detection] ..."""

import sys

from tests.bench import (
    accuracy,
    batches,
    cluster,
    detection,
    embedding,
    eyes,
    fuzz,
    grouping,
    growing,
    hostile,
    kills,
    listening,
    naming,
    quality,
    queries,
    scan,
    searching,
    window,
)

BENCHMARKS = {
    "scan": scan.run,
    "batches": batches.run,
    "cluster": cluster.run,
    "queries": queries.run,
    "searching": searching.run,
    "accuracy": accuracy.run,
    "detection": detection.run,
    "embedding": embedding.run,
    "eyes": eyes.run,
    "grouping": grouping.run,
    "growing": growing.run,
    "hostile": hostile.run,
    "listening": listening.run,
    "naming": naming.run,
    "quality": quality.run,
    "window": window.run,
}


def main() -> int:
    if sys.argv[1:2] in (["fuzz"], ["kills"]):
        return {"fuzz": fuzz, "kills": kills}[sys.argv[1]].main(sys.argv[2:])
    names = sys.argv[1:] or list(BENCHMARKS)
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"No benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}.")
        return 2
    for name in names:
        BENCHMARKS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
