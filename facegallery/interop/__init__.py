"""What other programs read and write: lists of photos."""
