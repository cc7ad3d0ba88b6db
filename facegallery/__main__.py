"""Start FaceGallery: `facegallery COMMAND`, or the window where no command is given."""

import multiprocessing
import sys


def main() -> int:
    """Run the command line and return its exit code."""
    multiprocessing.freeze_support()  # workers of the packaged program start here too
    from facegallery.cli.main import run  # after freeze_support: a worker needs none of it

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
