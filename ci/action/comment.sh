#!/bin/sh
# The Action's second step: keeps one comment on the pull request, found by its marker and author, edited in place, and
# left alone when it says the same. Nothing hangs on it: a comment that cannot be written is a warning.
set -u
warn() { echo "::warning title=Relogrid::the comment was not written: $*"; exit 0; }
[ -n "$NUMBER" ] || exit 0 # not a pull request
marker=$(sed -n '/^<!-- relogrid: .* -->$/{p;q;}' "$REPORT")
[ -n "$marker" ] || exit 0 # no report: the last one stays
trap 'rm -rf "${work:-}"' EXIT
umask 077 && work=$(mktemp -d) && printf 'header = "Authorization: Bearer %s"\n' "$TOKEN" >"$work/curl" ||
    warn "temporary files cannot be written"

api() { # METHOD PATH [OPTION...]: asks GitHub, with more options of curl's; the answer is in $work/body
    method=$1 at=repos/$GITHUB_REPOSITORY/issues/$2 && shift 2
    status=$(curl -gsS -K "$work/curl" -m 60 --retry 2 -o "$work/body" -w '%{http_code}' -X "$method" \
        -H 'Accept: application/vnd.github+json' -H 'Content-Type: application/json' "$@" "$GITHUB_API_URL/$at") ||
        warn "GitHub cannot be reached"
    case $status in 20?) ;; *) warn "GitHub answers $status ($method $at)" ;; esac
}

page=1
while :; do
    api GET "$NUMBER/comments?per_page=100&page=$page"
    jq --arg author "$AUTHOR" --arg marker "$marker" \
        'map(select(.user.login == $author and (.body // "" | split("\n") | map(rtrimstr("\r")) | index($marker))))[0] // empty' \
        "$work/body" >"$work/old" || warn "GitHub's answer is no list of comments"
    if [ -s "$work/old" ] || [ "$(jq length "$work/body")" -lt 100 ]; then break; fi
    page=$((page + 1))
done
jq -Rs '{body: .}' "$REPORT" >"$work/new" || warn "jq cannot read the report"
text='.body | gsub("\r"; "") | rtrimstr("\n")'
if [ ! -s "$work/old" ]; then
    api POST "$NUMBER/comments" --data-binary "@$work/new"
elif [ "$(jq -r "$text" "$work/old")" != "$(jq -r "$text" "$work/new")" ]; then
    api PATCH "comments/$(jq .id "$work/old")" --data-binary "@$work/new"
fi
