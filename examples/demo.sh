# What `make demo` shows: a draft, conversations, a draft as the next message of one, and what fix makes of them. $BIN holds the program.
set -eu
BIN=${BIN:-.venv/bin}

# Prints the command as it would be typed.
tell() {
    printf '\n$ %sphraselint' "$1"
    shift
    for word in "$@"; do
        case $word in
        *' '*) printf ' "%s"' "$word" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
}

run() {
    tell "" "$@"
    status=0
    "$BIN/phraselint" "$@" || status=$?
    [ "$status" -le 1 ] || exit "$status" # 1 says that there are findings
}

pipe() {
    said=$1
    shift
    tell "echo \"$said\" | " "$@"
    status=0
    printf '%s\n' "$said" | "$BIN/phraselint" "$@" || status=$?
    [ "$status" -le 1 ] || exit "$status"
}

run check examples/drafts/lamp.txt
run check examples/conversations.jsonl
run check --conversation examples/kettle.json examples/drafts/kettle.txt
run fix --diff examples/drafts/lamp.txt
pipe "No problem!" fix --reply-to thanks -
pipe "No problem, I'll look at it now." fix --reply-to request -
run lexicon try "did you [even|actually] plug it in" "Did you PLUG it in? Did you actualy plug it in?" --typos
