"""How outcomes and states look: tone and icon. Public: ``outcome_cell``, ``state_cell``,
``OUTCOME_LOOKS``.
"""

from __future__ import annotations

from app.labels import bound_label, label
from app.models.body import BodyState
from app.models.decision import Modifier, Outcome
from app.ui.tables import Cell
from app.ui.tokens import Tone

OUTCOME_LOOKS: dict[Outcome, tuple[Tone, str]] = {
    Outcome.APPROVED: (Tone.GREEN, "check"),
    Outcome.ENDORSED: (Tone.GREEN, "check"),
    Outcome.DISCUSSED: (Tone.NEUTRAL, ""),
    Outcome.NOTED: (Tone.NEUTRAL, ""),
    Outcome.NOT_APPLICABLE: (Tone.NEUTRAL, ""),
    Outcome.POSTPONED: (Tone.AMBER, "calendar-clock"),
    Outcome.REJECTED: (Tone.RED, "x"),
}


def outcome_cell(outcome: Outcome | None, modifier: Modifier = Modifier.PLAIN) -> str | Cell:
    """An outcome and how it is bound as a chip; nothing where none was set."""
    if outcome is None:
        return ""
    tone, icon = OUTCOME_LOOKS[outcome]
    return Cell(bound_label(outcome, modifier), icon, tone, chip=True)


def state_cell(state: BodyState) -> Cell:
    """The state of a group as a chip."""
    tone = Tone.GREEN if state is BodyState.ACTIVE else Tone.NEUTRAL
    return Cell(label(state), "", tone, chip=True)
