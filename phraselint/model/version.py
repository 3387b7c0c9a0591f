"""The version of phraselint, where everyone may read it."""

VERSION = "0.1.0"
