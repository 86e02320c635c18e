"""Bilag: the list, files on their way in and out."""
