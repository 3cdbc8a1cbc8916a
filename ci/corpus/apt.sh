# Private apt roots: one per suite and architecture, so that packages of any Debian suite come through apt itself
# (signatures, hashes, proxies, retries) without touching this machine's own sources or package state. Sourced, not run.
# Wants: work = folder for the roots, mirror = address or empty. No mirror is named here: it is the one this machine's
# apt is configured with, or DEBIAN_MIRROR.

# prints the base address of the Debian mirror, with a slash at its end
apt_mirror() {
    m=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' 2>/dev/null | head -n 1)
    # before the first `apt-get update` there are no index targets, but apt can say what it would fetch
    [ -n "$m" ] || m=$(apt-get update --print-uris 2>/dev/null | sed -n "s#^'\(.*/debian/\)dists/.*#\1#p" | head -n 1)
    [ -n "$m" ] || { echo "no Debian mirror in apt's configuration: run apt-get update on a Debian machine first" >&2; return 1; }
    printf '%s/\n' "${m%/}"
}

# apt_root SUITE ARCH: creates the root, updates its index once per run, sets APT_CONFIG
apt_root() {
    root=$work/apt/$1-$2
    mkdir -p "$root/lists/partial" "$root/cache/archives/partial"
    : >>"$root/status"
    mirror=${mirror:-$(apt_mirror)}
    [ -n "$mirror" ] || return 1
    echo "deb [arch=$2 signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $1 main" >"$root/sources.list"
    cat >"$root/apt.conf" <<CONF
Dir::Etc::sourcelist "$root/sources.list"; Dir::Etc::sourceparts "/dev/null"; Dir::Etc::preferencesparts "/dev/null";
Dir::State "$root"; Dir::State::lists "$root/lists"; Dir::State::status "$root/status";
Dir::Cache "$root/cache"; Dir::Cache::pkgcache ""; Dir::Cache::srcpkgcache "";
APT::Architecture "$2"; APT::Architectures { "$2"; }; APT::Sandbox::User "root"; APT::Cache-Start "200000000";
Acquire::Languages "none"; Acquire::PDiffs "false"; Acquire::GzipIndexes "true"; Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
CONF
    export APT_CONFIG="$root/apt.conf"
    case " ${updated:-} " in *" $1-$2 "*) return 0 ;; esac
    apt-get -qq update -o APT::Update::Error-Mode=any -o APT::Update::Post-Invoke-Success::=true >"$root/update.log" 2>&1 || {
        echo "fetch-corpus: no index of $1 for $2: $(tail -n 1 "$root/update.log")" >&2
        return 1
    }
    updated="${updated:-} $1-$2"
}

# apt_find PACKAGE...: what the current root offers, one line each: package, version, pool file, bytes, sha256.
# Packages the suite does not have are left out.
apt_find() {
    apt-cache show --no-all-versions "$@" 2>/dev/null | awk '
        /^Package: / { p = $2 } /^Version: / { v = $2 } /^Filename: / { f = $2 } /^Size: / { s = $2 } /^SHA256: / { h = $2 }
        /^$/ { if (p != "") print p, v, f, s, h; p = "" } END { if (p != "") print p, v, f, s, h }'
}

# apt_fetch FILENAME SHA256 DEST: one pool file, hash checked by apt
apt_fetch() {
    /usr/lib/apt/apt-helper -q=2 download-file "$mirror$1" "$3" "SHA256:$2" >"$3.log" 2>&1 || {
        echo "fetch-corpus: $(tail -n 1 "$3.log")" >&2
        return 1
    }
    rm -f "$3.log"
}
