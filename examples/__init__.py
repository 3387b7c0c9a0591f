"""Drafts and conversations to try phraselint on, and the picture of the README."""
