"""What is written before the meeting: sections, recommendations, points of an information item."""
