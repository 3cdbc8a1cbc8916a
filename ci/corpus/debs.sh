# Debian packages as they are. Sourced by ci/fetch-corpus; wants apt.sh, corpus, work, refresh.

# debs_package SUITE ARCH PACKAGE VERSION POOLFILE BYTES SHA256
debs_package() {
    stem=$1_$2_$3_
    file=$corpus/debs/$stem$(printf '%s' "$4" | tr -c 'A-Za-z0-9.+~-' '_').deb
    [ ! -e "$file" ] || return 0
    apt_fetch "$5" "$7" "$work/package.deb" || return 0
    rm -f "$corpus/debs/$stem"*.deb
    mv "$work/package.deb" "$file"
    echo "deb $1 $2 $3 $4: $(($6 / 1024)) kB"
}

# one line of debs.txt: SUITE/ARCH: PACKAGE...
debs_root() {
    suite=${1%%/*} arch=${1#*/} arch=${arch%:}
    shift
    missing=
    for p in "$@"; do
        if [ -n "$refresh" ] || ! ls "$corpus/debs/${suite}_${arch}_${p}_"*.deb >/dev/null 2>&1; then missing="$missing $p"; fi
    done
    [ -n "$missing" ] || return 0
    apt_root "$suite" "$arch" || return 0
    apt_find $missing >"$work/found"
    while read -r line; do debs_package "$suite" "$arch" $line </dev/null; done <"$work/found"
}

fetch_debs() {
    mkdir -p "$corpus/debs"
    grep -v '^#' "$here/corpus/debs.txt" >"$work/debs"
    while read -r line; do debs_root $line </dev/null; done <"$work/debs"
}
