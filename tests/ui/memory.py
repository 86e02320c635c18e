"""Where widgets keep their sizes in tests."""


class Memory:
    def __init__(self) -> None:
        self.kept: dict[str, list[int]] = {}

    def sizes(self, name: str) -> list[int] | None:
        return self.kept.get(name)

    def remember_sizes(self, name: str, sizes: list[int]) -> None:
        self.kept[name] = sizes
