"""Dialogs: only where something leaves the house or cannot be undone."""
