"""Names for signs that the shipped faces cannot draw, so that a paper can say them in words."""

from __future__ import annotations

from app.i18n import N_, _

_NAMES = {
    "😀": N_("grinning face"),
    "😃": N_("smiling face"),
    "😄": N_("smiling face"),
    "😊": N_("smiling face"),
    "🙂": N_("smiling face"),
    "☺": N_("smiling face"),
    "😂": N_("laughing face"),
    "😉": N_("winking face"),
    "😢": N_("crying face"),
    "🙁": N_("sad face"),
    "👍": N_("thumbs up"),
    "👎": N_("thumbs down"),
    "👏": N_("clapping hands"),
    "🙏": N_("folded hands"),
    "❤": N_("heart"),
    "🎉": N_("party popper"),
    "✅": N_("check mark"),
    "❌": N_("cross mark"),
    "⚠": N_("warning sign"),
    "❗": N_("exclamation mark"),
    "❓": N_("question mark"),
    "⭐": N_("star"),
    "💡": N_("light bulb"),
    "📎": N_("paper clip"),
    "📞": N_("telephone"),
    "📧": N_("e-mail"),
    "📅": N_("calendar"),
    "🏠": N_("house"),
    "🇩": N_("letter D"),
    "🇰": N_("letter K"),
}
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_VARIATIONS = range(0xFE00, 0xFE10)


def name(char: str) -> str:
    """The sign in words if it is a common one, otherwise by its number: ``tegn U+0627``."""
    known = _NAMES.get(char)
    return _(known) if known else _("character {code}").format(code=f"U+{ord(char):04X}")


def is_modifier(char: str) -> bool:
    """True for what only colours the sign before it (skin tone, variation)."""
    return ord(char) in _SKIN_TONES or ord(char) in _VARIATIONS
