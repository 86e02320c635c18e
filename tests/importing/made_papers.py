"""Random minutes: a model of what they say, and the text of a paper that says it in a layout."""

import textwrap
from dataclasses import dataclass, field

from hypothesis import strategies as st

WORDS = (
    "kommunerne", "drøfter", "fælles", "løsninger", "borgere", "tilbud", "indsatser", "med", "nye",
    "rammer", "uden", "ekstra", "udgifter", "og", "viden", "om", "målgruppen", "samt", "erfaringer",
    "fra", "øvrige", "landsdele", "hvor", "årets", "måltal", "bliver", "fulgt", "tæt", "af",
)  # fmt: skip
TITLES = (
    "Ny fælles telefontid", "Køb af pladser på Vesterø", "Ændret vagtplan", "Årsrapport om økonomi",
    "Udvikling af små tilbud", "Evaluering af nattevagter på øerne", "Åben rådgivning ved fjorden",
)  # fmt: skip
LABELS = {
    "summary": ("Resume", "Resumé"),
    "background": ("Baggrund",),
    "case_presentation": ("Sagsfremstilling", "Sagsbeskrivelse"),
    "finance": ("Økonomi",),
    "timetable": ("Tidsplan",),
    "other": ("Lovgrundlag", "Høring"),
}


@dataclass
class MadeItem:
    """An item as its author meant it; paragraphs are whole sentences."""

    title: str
    case_number: str = ""
    sections: list[tuple[str, str, list[str]]] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    decision: list[str] = field(default_factory=list)
    is_left_out: bool = False


@st.composite
def sentence(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=4, max_size=22))
    return f"{words[0].capitalize()} {' '.join(words[1:])} til sidst."


def paragraphs(most: int = 3) -> st.SearchStrategy[list[str]]:
    return st.lists(
        st.lists(sentence(), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=most
    )


@st.composite
def item(draw: st.DrawFn) -> MadeItem:
    kinds = draw(st.lists(st.sampled_from(sorted(LABELS)), unique=True, max_size=4))
    return MadeItem(
        title=draw(st.sampled_from(TITLES)),
        case_number=draw(st.sampled_from(["", "2026-004711", "24/1187", "27.00.00-G01-12-24"])),
        sections=[
            (kind, draw(st.sampled_from(LABELS[kind])), draw(paragraphs())) for kind in kinds
        ],
        points=draw(
            st.lists(sentence().map(lambda words: f"Drøfter, at {words.lower()}"), max_size=3)
        ),
        attachments=draw(
            st.lists(
                st.sampled_from(["Notat om pladser", "Bilag - tal for 2025", "Svar.pdf"]),
                unique=True,
                max_size=3,
            )
        ),
        decision=draw(paragraphs(2)),
    )


@st.composite
def minutes(draw: st.DrawFn) -> list[MadeItem]:
    items = draw(st.lists(item(), min_size=2, max_size=5))
    for one in items[1:-1]:
        one.is_left_out = draw(st.integers(0, 4)) == 0
    return items


def wrapped(words: str, width: int, first: str = "") -> list[str]:
    return textwrap.wrap(
        words, width, initial_indent=first, break_on_hyphens=False, break_long_words=False
    )


def body_c(made: MadeItem, width: int) -> list[list[str]]:
    """Blocks of lines in the order of layout C; between two blocks stands a blank line."""
    blocks = [wrapped(made.title, width)]
    if made.case_number:
        blocks.append([made.case_number])
    for _, label, texts in made.sections:
        blocks += [[label], *(wrapped(text, width) for text in texts)]
    if made.points:
        blocks += [["Indstilling"], ["Det indstilles, at Fjordudvalget"]]
        blocks += [wrapped(p, width, f"{n}. ") for n, p in enumerate(made.points, 1)]
    if made.attachments:
        blocks.append(["Bilag:", *(f"- {title}" for title in made.attachments)])
    return [*blocks, ["Beslutning:"], *(wrapped(text, width) for text in made.decision)]


def paper_c(items: list[MadeItem], width: int) -> str:
    lines = [
        "Fjordudvalget",
        "",
        "Mødet den 4. marts 2026, kl. 9.30 - 12.15",
        "",
        "Rådhuset, sal 4",
    ]
    for number, made in enumerate(items, 1):
        if made.is_left_out:
            continue
        lines += [" Mødet den 04.03.2026 Fjordudvalget", "", "Åben", f"Punkt {number}.", ""]
        for block in body_c(made, width):
            lines += [*block, ""]
        lines.pop()
    return "\n".join(lines)


def paper_a(items: list[MadeItem], width: int) -> str:
    """Layout A: each line is followed by a blank one, paragraphs by two; no case numbers."""
    lines: list[str] = []
    for number, made in enumerate(items, 1):
        if made.is_left_out:
            continue
        lines += [" Fjordudvalget Møde den 04.03.2026 ", f"kl. 9.30 Side {number} af 2 ", " ", ""]
        lines += [
            f"Punkt {number}: {made.title} ",
            "",
            "Fjordudvalget ",
            " ",
            f"Punkt {number}. ",
            "",
        ]
        lines += [f"{made.title} ", "", " ", ""]
        if made.points:
            lines += ["Indstilling ", " ", "", "Det indstilles, at ", " ", ""]
            for point in made.points:
                lines += airy(f"Fjordudvalget {point[0].lower()}{point[1:]}", width)
        lines += ["  Referat: ", ""]
        for text in made.decision:
            lines += airy(text, width)
        if made.attachments:
            lines += ["", "Bilag: ", "", *(f"{title} " for title in made.attachments)]
        for _, label, texts in made.sections:
            lines += [" ", "", f"{label} ", " ", ""]
            for text in texts:
                lines += airy(text, width)
        while not lines[-1].strip():
            lines.pop()
    return "\n".join(lines)


def airy(text: str, width: int) -> list[str]:
    out: list[str] = []
    for line in wrapped(text, width):
        out += [f"{line} ", ""]
    return [*out[:-1], " ", ""]


def paper_b(items: list[MadeItem], width: int) -> str:
    """Layout B: case number after the title, an empty decision slot, minutes, then the decision."""
    lines: list[str] = []
    for number, made in enumerate(items, 1):
        if made.is_left_out:
            continue
        lines += [f" Punkt {number}.", "", *wrapped(made.title, width), ""]
        if made.case_number:
            lines += [made.case_number, ""]
        for _, label, texts in made.sections:
            lines += [label]
            for text in texts:
                lines += [*wrapped(text, width), ""]
        if made.points:
            lines += ["Indstilling", "Det indstilles, at Fjordudvalget:"]
            for point in made.points:
                lines += wrapped(point, width)
            lines.append("")
        lines += ["Beslutning:", "", "Beslutning"]
        for text in made.decision:
            lines += [*wrapped(text, width), ""]
        if made.attachments:
            lines += ["Bilag:", "", *made.attachments, ""]
        lines += ["FjordudvalgetFjordudvalget", "", "Fjordudvalget Møde den 04.03.2026"]
        lines += [f"kl. 9.30 Side {number} af 9"]
    return "\n".join(lines)
