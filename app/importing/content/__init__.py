"""What an item holds: sections, recommendations, decision, attachments, structured text."""
