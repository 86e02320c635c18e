"""Words in the order and form of Danish."""

from app.i18n import sort_key


def test_names_with_raised_or_circled_figures_have_a_place() -> None:
    names = ["Bilag 10", "Bilag 2¹", "Bilag ②", "Bilag 2"]
    assert sorted(names, key=sort_key)[:3] == ["Bilag 2", "Bilag 2¹", "Bilag 10"]


def test_danish_letters_stand_last_and_aa_as_their_last() -> None:
    names = ["Åstrup", "Ørsted", "Aalborg", "Ærø", "Odense"]
    assert sorted(names, key=sort_key) == ["Odense", "Ærø", "Ørsted", "Aalborg", "Åstrup"]
