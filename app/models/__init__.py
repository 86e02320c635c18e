"""Nouns and rules: mapped classes and pure functions."""
