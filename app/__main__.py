"""``python -m app``, and where the bundle starts."""

from __future__ import annotations

import multiprocessing
import sys

from app.main import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # in the bundle a worker process is this program once more
    sys.exit(main(sys.argv[1:]))
