"""Beslutning: the well, the box, what binds a decision, remarks under a name."""
