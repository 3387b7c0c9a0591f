"""The checks behind rules/: pure functions over a conversation, its facts and its matches."""
