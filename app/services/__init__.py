"""Verbs: one function per user action, in one write. Ids and plain values in, ids out."""
