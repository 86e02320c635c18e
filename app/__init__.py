"""Mødeværk: agendas, decisions and minutes of steering groups."""

__version__ = "0.1.0"
