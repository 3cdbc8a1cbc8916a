# The oracle: libbpf itself, from the newest packaged libbpf-dev, with src/test/oracle around it. Sourced by ci/fetch-corpus.

oracle_works() { [ -x "$oracle/relo-oracle" ] && "$oracle/relo-oracle" --version >/dev/null 2>&1; }

oracle_sdk() {
    host=$(dpkg --print-architecture)
    apt_root sid "$host" || return 1
    set -- $(apt_find libbpf-dev | tail -n 1)
    [ $# = 5 ] || return 1
    version=${2#*:}
    dpkg --compare-versions "$version" ge 1.6 || {
        echo "fetch-corpus: the oracle needs libbpf 1.6 or newer (bpf_object__prepare), sid has $version" >&2
        exit 1
    }
    [ "$(cat "$oracle/sdk/version" 2>/dev/null)" = "$version" ] && return 0
    apt_fetch "$3" "$5" "$work/package.deb" || return 1
    rm -rf "$oracle/sdk.new"
    mkdir -p "$oracle/sdk.new"
    dpkg-deb -x "$work/package.deb" "$oracle/sdk.new" || return 1
    rm -rf "$oracle/sdk" "$work/package.deb"
    echo "$version" >"$oracle/sdk.new/version"
    mv "$oracle/sdk.new" "$oracle/sdk"
}

fetch_oracle() {
    source=$top/src/test/oracle
    if [ -z "$refresh" ] && oracle_works && [ -z "$(find "$source" -newer "$oracle/relo-oracle" -type f)" ]; then return 0; fi
    mkdir -p "$oracle"
    if [ -n "$refresh" ] || [ ! -d "$oracle/sdk" ]; then
        oracle_sdk || {
            [ -d "$oracle/sdk" ] || { echo "fetch-corpus: libbpf-dev of sid could not be fetched and there is no older build" >&2; exit 1; }
            echo "fetch-corpus: libbpf-dev of sid could not be fetched; keeping libbpf $(cat "$oracle/sdk/version")" >&2
        }
    fi
    make -s -C "$source" SDK="$oracle/sdk" OUT="$oracle/relo-oracle"
    oracle_works || { echo "fetch-corpus: the oracle was built but does not run" >&2; exit 1; }
    echo "oracle: $("$oracle/relo-oracle" --version)"
}
