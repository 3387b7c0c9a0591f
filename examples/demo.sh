# What `make demo` shows: a draft, a conversation, and what fix makes of them. $BIN holds the program.
set -eu
BIN=${BIN:-.venv/bin}

run() {
    printf '\n$ phraselint %s\n\n' "$*"
    status=0
    "$BIN/phraselint" "$@" || status=$?
    [ "$status" -le 1 ] || exit "$status" # 1 says that there are findings
}

pipe() {
    said=$1
    shift
    printf '\n$ echo "%s" | phraselint %s\n' "$said" "$*"
    printf '%s\n' "$said" | "$BIN/phraselint" "$@"
}

run check examples/drafts/lamp.txt
run check examples/conversations.jsonl
run fix --review --diff examples/drafts/lamp.txt
pipe "No problem!" fix --reply-to thanks -
pipe "No problem, I'll look at it now." fix --reply-to request -
run explain no-problem
