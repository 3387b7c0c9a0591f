"""Where the phrases of a book stand in a text."""
