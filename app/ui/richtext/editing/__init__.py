"""What keys and commands do to the document, each as one undo step. No widgets in here."""
