# Sourced by the drills: a service of their own, in a temporary folder that goes with the drill.
# Sets: home, work, data, url, token, service (its process). Every drill ends with 0 when it proved what its head says.
home=$(cd "$(dirname "$0")/../.." && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/relogrid-drill.XXXXXX")
data=$work/data
service=
token=
samples="$home/src/test/bpf/samples/ctime.bpf.o $home/src/test/bpf/samples/kconfig_guard.bpf.o
    $home/src/test/bpf/samples/attach.bpf.o"

fail() {
    echo "${0##*/}: $*" >&2
    if [ -f "$work/log" ]; then tail -n 20 "$work/log" >&2; fi
    exit 1
}

say() { echo "${0##*/}: $*"; }

# The process of the embedded PostgreSQL.
postmaster() { head -n 1 "$data/postgres/cluster/postmaster.pid" 2>/dev/null; }

clean() {
    if [ -n "$service" ]; then kill "$service" 2>/dev/null && wait "$service" 2>/dev/null || true; fi
    if [ -n "${DRILL_LOG:-}" ]; then cp "$work/log" "$DRILL_LOG"; fi
    left=$(postmaster) && [ -n "$left" ] && kill -QUIT "$left" 2>/dev/null && sleep 1 || true
    cd / && rm -rf "$work" 2>/dev/null || true
}
trap clean EXIT
trap 'exit 130' INT TERM

# Starts the service on a free port and waits until it says where it is; further words go to it.
start() {
    : >"$work/log"
    "$home/relogrid" serve --port 0 --data "$data" --relogrid.limits.rate.enabled=false "$@" >"$work/log" 2>&1 &
    service=$!
    waited=0
    until grep -q '^relogrid: http' "$work/log"; do
        kill -0 "$service" 2>/dev/null || fail "the service does not start"
        waited=$((waited + 1))
        [ $waited -lt 1500 ] || fail "the service is not there after five minutes"
        sleep 0.2
    done
    url=$(sed -n 's/^relogrid: \(http.*\)/\1/p' "$work/log" | head -n 1)
    if [ -z "$token" ]; then token=$(sed -n 's/^relogrid: admin token: //p' "$work/log" | head -n 1); fi
}

# SIGTERM, and the end must be a clean one.
stop() {
    kill "$service" || fail "the service ended by itself"
    wait "$service" || true
    service=
    [ -z "$(postmaster)" ] || fail "PostgreSQL outlived the service"
}

# ask METHOD PATH [FILE]: the body goes to $work/answer, the status to stdout.
ask() {
    curl -s -m 60 -o "$work/answer" -w '%{http_code}' -X "$1" -H "Authorization: Bearer $token" \
        -H 'Content-Type: application/octet-stream' ${3:+--data-binary "@$3"} "$url/api/v1$2" || true
}

digest() { sha256sum "$1" | cut -d ' ' -f 1; }

# upload FILE: its status.
upload() { ask PUT "/objects/$(digest "$1")" "$1"; }

# Everything the service answers about the objects, for comparing; links name no host.
answers() {
    for sample; do
        for of in "" /matrix /bytes; do
            status=$(ask GET "/objects/$(digest "$sample")$of")
            [ "$status" = 200 ] || fail "GET $of of $sample: $status, $(head -c 300 "$work/answer")"
            printf '%s %s %s\n' "${sample##*/}" "$of" "$(digest "$work/answer")"
        done
    done
}

upload_all() {
    for sample; do
        status=$(upload "$sample")
        case $status in 200 | 201) ;; *) fail "upload of $sample: $status, $(head -c 300 "$work/answer")" ;; esac
    done
}

# An object nobody has: a sample with a few bytes behind its end. fresh NAME: the file's path.
fresh() {
    cp "$home/src/test/bpf/samples/ctime.bpf.o" "$work/$1"
    printf '%s' "$1" >>"$work/$1"
    echo "$work/$1"
}
