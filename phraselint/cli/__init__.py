"""The command line: thin commands that parse, call, report and give an exit code."""
