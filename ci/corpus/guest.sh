# What the guest (src/guest) is linked with, on both architectures. Sourced by ci/fetch-corpus; wants apt.sh, oracle.sh.
#
#   target/guest/sdk-ARCH/{usr,version}    libbpf of exactly the oracle's version, so that booted and offline answers
#                                          are one libbpf's; libelf and zlib of bookworm, whose libelf needs no zstd

# guest_unpack SUITE ARCH PACKAGE DEST: the package's files into DEST; prints its version
guest_unpack() {
    apt_root "$1" "$2" || return 1
    set -- "$@" $(apt_find "$3" | tail -n 1)
    [ $# = 9 ] || { echo "fetch-corpus: $1 has no $3 for $2" >&2; return 1; }
    apt_fetch "$7" "$9" "$work/package.deb" || return 1
    dpkg-deb -x "$work/package.deb" "$4" || return 1
    rm -f "$work/package.deb"
    echo "${6#*:}"
}

# guest_libbpf ARCH DEST: the oracle's own copy where it is for that architecture, else the same version; 3 when the
# suite has moved on from it
guest_libbpf() {
    if [ "$1" = "$(dpkg --print-architecture)" ]; then
        cp -R "$oracle/sdk/usr" "$2/usr"
        return
    fi
    offered=$(guest_unpack sid "$1" libbpf-dev "$2") || return 1
    [ "$offered" = "$(cat "$oracle/sdk/version")" ] || return 3
}

guest_sdk() {
    sdk=$guest/sdk-$1
    [ -z "$refresh" ] && [ -f "$sdk/version" ] && cmp -s "$sdk/version" "$oracle/sdk/version" && return 0
    rm -rf "$sdk.new"
    mkdir -p "$sdk.new"
    guest_libbpf "$1" "$sdk.new" || return
    guest_unpack bookworm "$1" libelf-dev "$sdk.new" >/dev/null || return 1
    guest_unpack bookworm "$1" zlib1g-dev "$sdk.new" >/dev/null || return 1
    cp "$oracle/sdk/version" "$sdk.new/version"
    rm -rf "$sdk"
    mv "$sdk.new" "$sdk"
    echo "guest: libbpf $(cat "$sdk/version") for $1"
}

fetch_guest() {
    guest=$top/target/guest
    mkdir -p "$guest"
    [ -f "$oracle/sdk/version" ] || fetch_oracle
    for arch in amd64 arm64; do
        code=0
        guest_sdk "$arch" || code=$?
        if [ $code = 3 ]; then
            echo "fetch-corpus: sid has libbpf $offered now, newer than the oracle's: taking both anew" >&2
            (refresh=yes && fetch_oracle) && code=0
            [ $code != 0 ] || guest_sdk "$arch" || code=$?
        fi
        rm -rf "$guest/sdk-$arch.new"
        [ $code = 0 ] || [ -f "$guest/sdk-$arch/version" ] || {
            echo "fetch-corpus: what the guest for $arch is linked with could not be fetched" >&2
            exit 1
        }
        [ $code = 0 ] || echo "fetch-corpus: keeping what the guest for $arch was linked with" >&2
    done
}
