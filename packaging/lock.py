"""Write the lock files anew from pyproject.toml: `python packaging/lock.py [--upgrade]`.

Needs `uv` on the path (any way of installing it will do); nothing else of the project does. One
lock serves every platform: it carries markers, and the hash of every file of each release.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = "3.11"
LIMITS = "packaging/lock/limits.in"
LOCKS = {
    "run": [],
    "dev": ["--extra", "dev", "--constraint", "packaging/lock/run.txt"],
}


def main(arguments: list[str]) -> int:
    uv = shutil.which("uv")
    if uv is None:
        print("The lock files are written by `uv`, which is not on the path.", file=sys.stderr)
        return 2
    for name, extra in LOCKS.items():
        compile_lock = [uv, *command(name, extra), *arguments]
        subprocess.run(compile_lock, cwd=ROOT, env=environment(), check=True)
    return 0


def command(name: str, extra: list[str]) -> list[str]:
    return [
        *["pip", "compile", "--quiet", "--universal", "--generate-hashes"],
        *["--python-version", OLDEST_PYTHON, "pyproject.toml", "--constraint", LIMITS, *extra],
        *["--output-file", f"packaging/lock/{name}.txt"],
    ]


def environment() -> dict[str, str]:
    """The caller's, with the comment on top of the lock naming this script."""
    return {**os.environ, "UV_CUSTOM_COMPILE_COMMAND": "python packaging/lock.py"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
