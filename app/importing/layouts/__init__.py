"""A paper cut into meetings, heads and items: one reader a layout, and where items begin."""
