# Kernel images, their configs and a few modules out of Debian packages. Sourced by ci/fetch-corpus.

# modules worth having: large and small split BTF, kfuncs (nf_conntrack, nf_flow_table), types that vmlinux lacks
kernel_modules='nf_conntrack nf_tables nf_flow_table veth xfs btrfs overlay vhost_net tun'

# kernel_extract DEB DEST: image, config and the chosen modules of one package
kernel_extract() {
    mkdir -p "$2/modules"
    rm -rf "$work/kernel"
    mkdir -p "$work/kernel"
    names="*/vmlinuz* */config-* */lib/modules/*/config"
    for m in $kernel_modules; do names="$names */$m.ko */$m.ko.xz"; done
    set -f
    # tar complains about every pattern a package has nothing for: that is no failure here, a missing image is found out later
    dpkg-deb --fsys-tarfile "$1" | tar -C "$work/kernel" -xf - --wildcards $names 2>/dev/null || :
    set +f
    find "$work/kernel" -type f -name 'vmlinuz*' -exec cp {} "$2/vmlinuz" \;
    find "$work/kernel" -type f -name 'config*' -exec cp {} "$2/config" \;
    find "$work/kernel" -type f -name '*.ko*' -exec cp {} "$2/modules/" \;
    rm -rf "$work/kernel"
}

# newest release of FLAVOUR in the current root; prints "RELEASE PACKAGE..." (the packages that hold its parts)
kernel_newest() {
    pattern="-[0-9][0-9.]*[^ ]*-$1\$"
    [ "$1" = "${1#cloud-}" ] && pattern="-[0-9][0-9.a-z+-]*-$1\$"
    name=$(apt-cache pkgnames linux-binary- | grep -E "^linux-binary$pattern" | sort -V | tail -n 1)
    if [ -n "$name" ]; then
        rel=${name#linux-binary-}
        [ "$2" = image ] && echo "$rel $name" || echo "$rel $name linux-base-$rel linux-modules-$rel"
    else
        name=$(apt-cache pkgnames linux-image- | grep -E "^linux-image$pattern" | grep -v -e -unsigned -e -dbg | sort -V | tail -n 1)
        [ -z "$name" ] || echo "${name#linux-image-} $name"
    fi
}

# one line of kernels.txt: SUITE ARCH FLAVOUR PARTS
kernel_root() {
    stamp=$corpus/stamps/kernel_$1_$2_$3
    [ -z "$refresh" ] && [ -e "$stamp" ] && return 0
    apt_root "$1" "$2" || return 0
    set -- "$1" "$2" "$3" $(kernel_newest "$3" "$4")
    [ $# -ge 5 ] || { echo "fetch-corpus: $1 has no $3 kernel for $2" >&2; return 0; }
    suite=$1 arch=$2 dest=kernels/$1/$2/$4
    [ "$(cat "$stamp" 2>/dev/null)" = "$dest" ] && return 0
    shift 4
    rm -rf "$corpus/$dest.new"
    apt_find "$@" >"$work/found"
    bytes=0
    while read -r p v file size hash; do
        apt_fetch "$file" "$hash" "$work/package.deb" || continue
        kernel_extract "$work/package.deb" "$corpus/$dest.new"
        rm -f "$work/package.deb"
        bytes=$((bytes + size))
    done <"$work/found"
    [ -s "$corpus/$dest.new/vmlinuz" ] || { echo "fetch-corpus: no kernel image came out of $*" >&2; return 0; }
    rm -rf "${corpus:?}/$dest"
    mv "$corpus/$dest.new" "$corpus/$dest"
    echo "$dest" >"$stamp"
    echo "kernel $suite $arch ${dest##*/}: $(ls "$corpus/$dest/modules" | wc -l) modules, $((bytes / 1048576)) MB"
}

fetch_kernels() {
    grep -v '^#' "$here/corpus/kernels.txt" >"$work/kernels"
    while read -r line; do kernel_root $line </dev/null; done <"$work/kernels"
    n=$(find "$corpus/kernels" -name vmlinuz 2>/dev/null | wc -l)
    [ "$n" -ge 3 ] || { echo "fetch-corpus: $n kernel images came; at least 3 are needed for the tests" >&2; exit 1; }
}
