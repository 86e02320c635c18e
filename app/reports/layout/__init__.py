"""Own layout: text to lines, lines to strips, strips to pages (docs/decisions/0030)."""
