"""Addresses as a PDF may hold them: seven-bit ASCII, whatever was typed (PDF 1.7, 12.6.4.7)."""

from __future__ import annotations

import re
from urllib.parse import quote

_SAFE = "%/?#[]@:!$&'()*+,;=~"
_HOST = re.compile(r"(?<=://)(?P<user>[^/?#@]*@)?(?P<host>[\w.-]+)(?=[:/?#]|$)")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def ascii_address(address: str) -> str:
    """The address with a strange host in its ASCII form and all else percent-encoded.

    What is encoded already stays as it is.
    """
    if address.isascii() and " " not in address:
        return address
    named = _HOST.sub(lambda found: (found["user"] or "") + _host(found["host"]), address, count=1)
    return quote(_LONE_PERCENT.sub("%25", named), safe=_SAFE, errors="replace")


def _host(name: str) -> str:
    """``xn--…`` for a host that may be called so; any other is percent-encoded with the rest."""
    try:
        return name.encode("idna").decode()
    except UnicodeError:
        return name
