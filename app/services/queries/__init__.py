"""Reading for screens: frozen rows, never entities."""
