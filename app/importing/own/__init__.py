"""The program's own papers read back: by their tags, and by their lines where these are gone."""
