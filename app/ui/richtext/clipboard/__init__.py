"""What comes in and goes out by clipboard, drag and drop: HTML, plain text, pictures."""
