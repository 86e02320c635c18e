"""A PDF as lines and as tagged elements: columns, rows, figures, wrapped cells."""
