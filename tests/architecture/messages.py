"""Every message of the program, as read from its source."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.source import modules, name, tree

# Function -> (place of the context, places of the messages) among its arguments.
MARKERS: dict[str, tuple[int | None, tuple[int, ...]]] = {
    "_": (None, (0,)),
    "N_": (None, (0,)),
    "ngettext": (None, (0, 1)),
    "pgettext": (0, (1,)),
}


@dataclass(frozen=True)
class Message:
    context: str | None
    msgid: str
    place: str


def error_classes() -> set[str]:
    """AppError and every class that descends from it, by name."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
    }
    found = {"AppError"}
    while more := {child for child, parents in bases.items() if parents & found} - found:
        found |= more
    return found


def messages() -> Iterator[Message]:
    errors = error_classes()
    for path in modules():
        for call in calls(path):
            for context, argument in arguments(call, errors):
                place = f"{name(path)}:{call.lineno}"
                yield from (Message(context, text, place) for text in texts(argument))


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def arguments(call: ast.Call, errors: set[str]) -> Iterator[tuple[str | None, ast.expr]]:
    """The arguments of a call that hold messages, each with its context."""
    called = function_name(call)
    markers = {**MARKERS, **dict.fromkeys(errors, (None, (0,)))}
    if called not in markers:
        return
    context_at, places = markers[called]
    context = None if context_at is None else "".join(texts(call.args[context_at]))
    yield from ((context, call.args[place]) for place in places if place < len(call.args))


def function_name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def texts(argument: ast.expr) -> list[str]:
    """The strings an argument can be: one, or both branches of a choice; none for a variable."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value]
    if isinstance(argument, ast.IfExp):
        return texts(argument.body) + texts(argument.orelse)
    return []


def composed() -> list[str]:
    """Places where a message is put together before it is looked up: no catalogue holds those."""
    errors = error_classes()
    return [
        f"{name(path)}:{call.lineno}"
        for path in modules()
        for call in calls(path)
        for _, argument in arguments(call, errors)
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
    ]
