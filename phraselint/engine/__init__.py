"""From a conversation to findings: context, judge, suggestions, fixes. Start reading at linter.py."""
