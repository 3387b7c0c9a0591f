"""Writing a phrasebook: trying patterns, adding entries, and proving entries by their examples."""
