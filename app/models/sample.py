"""Keys of the sample data: they follow from the data, all others are drawn by chance."""

from __future__ import annotations

import uuid

_NAMESPACE = uuid.UUID("6d6f6564-6576-4165-926b-000000000001")


def sample_key(*path: object) -> uuid.UUID:
    """The key of the sample's row that the path leads to; always the same (version 5)."""
    return uuid.uuid5(_NAMESPACE, "/".join(map(str, path)))


def is_of_sample(key: uuid.UUID) -> bool:
    """Whether the row with this key came with the sample; other keys are of version 4."""
    return key.version == 5
