"""From characters to comparable words."""
