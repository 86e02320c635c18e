"""What is seen around and over the words without being part of them."""
