"""The text as Qt's document: what its blocks and letters are, and the converters both ways."""
