# Real eBPF objects out of Debian packages. Sourced by ci/fetch-corpus; wants apt.sh, corpus, work, refresh.

# The first 20 bytes of an eBPF object in either byte order (ELF64, relocatable, machine 247), wherever they stand in a file.
bpf_elf='\x7fELF\x02(\x01\x01[\x00-\xff]{9}\x01\x00\xf7\x00|\x02\x01[\x00-\xff]{9}\x00\x01\x00\xf7)'

# objects_unpack DEB DEST: keeps the files with an eBPF object inside and drops all others
objects_unpack() {
    all=$work/unpacked
    rm -rf "$all" "$2.new"
    mkdir -p "$all" "$2.new"
    dpkg-deb -x "$1" "$all"
    (cd "$all" && LC_ALL=C grep -rlaUP "$bpf_elf" . || :) >"$work/with-bpf"
    tar -C "$all" -cf - -T "$work/with-bpf" | tar -C "$2.new" -xf -
    rm -rf "$2" "$all"
    mv "$2.new" "$2"
}

# objects_package SUITE ARCH PACKAGE VERSION POOLFILE BYTES SHA256
objects_package() {
    stamp=$corpus/stamps/$1_$2_$3
    dest=packages/$1_$2_$3_$(printf '%s' "$4" | tr -c 'A-Za-z0-9.+~-' '_')
    [ "$(cat "$stamp" 2>/dev/null)" = "$dest" ] && return 0
    apt_fetch "$5" "$7" "$work/package.deb" || return 0
    objects_unpack "$work/package.deb" "$corpus/$dest"
    rm -f "$work/package.deb"
    old=$(cat "$stamp" 2>/dev/null || :)
    [ -z "$old" ] || rm -rf "${corpus:?}/$old"
    echo "$dest" >"$stamp"
    echo "package $1 $2 $3 $4: $(find "$corpus/$dest" -type f | wc -l) files with eBPF, $(($6 / 1024)) kB"
}

# one line of objects.txt: SUITE/ARCH: PACKAGE...
objects_root() {
    suite=${1%%/*} arch=${1#*/} arch=${arch%:}
    shift
    missing=
    for p in "$@"; do [ -n "$refresh" ] || [ -e "$corpus/stamps/${suite}_${arch}_$p" ] || missing="$missing $p"; done
    [ -n "$refresh" ] && missing="$*"
    [ -n "$missing" ] || return 0
    apt_root "$suite" "$arch" || return 0
    apt_find $missing >"$work/found"
    [ -s "$work/found" ] || { echo "fetch-corpus: $suite offers none of:$missing" >&2; return 0; }
    for p in $missing; do
        line=$(grep "^$p " "$work/found" | tail -n 1)
        if [ -n "$line" ]; then
            objects_package "$suite" "$arch" $line
        else
            # an empty stamp: not asked for again before --refresh
            echo "fetch-corpus: $suite has no $p for $arch" >&2
            : >"$corpus/stamps/${suite}_${arch}_$p"
        fi
    done
}

fetch_objects() {
    grep -v '^#' "$here/corpus/objects.txt" >"$work/objects"
    while read -r line; do objects_root $line </dev/null; done <"$work/objects"
    n=$(cat "$corpus"/stamps/*_libbpf-tools 2>/dev/null | grep -c .) || :
    [ "$n" -ge 2 ] || { echo "fetch-corpus: libbpf-tools came from $n suites; at least 2 are needed for the tests" >&2; exit 1; }
}
