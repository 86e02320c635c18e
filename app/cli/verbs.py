"""Verb -> the module that does it; only that one is imported."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable

from app.paths import AppPaths

Verb = Callable[[argparse.Namespace, AppPaths], int]
MODULES = {
    "import": "importing",
    "meetings": "meetings",
    "export": "export",
    "backup": "backup",
    "restore": "restore",
    "check-data": "check_data",
    "self-test": "self_test",
    "demo": "demo",
}


def run_verb(options: argparse.Namespace, paths: AppPaths) -> int:
    """Do what the options ask for; the exit code."""
    module = importlib.import_module(f"app.cli.{MODULES[options.verb]}")
    verb: Verb = module.run
    return verb(options, paths)
