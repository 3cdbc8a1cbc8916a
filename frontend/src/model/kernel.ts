/** A kernel's name, taken apart: `distro/suite/arch/release`. */
export interface KernelName {
  id: string;
  distro: string;
  suite: string;
  arch: string;
  /** As `uname -r` prints it. */
  release: string;
  /** The first two numbers of the release, `6.1`: the upstream series. */
  series: string;
}

export function kernelName(id: string): KernelName {
  const [distro = "", suite = "", arch = "", ...rest] = id.split("/");
  const release = rest.join("/");
  const series = /^\d+\.\d+/.exec(release)?.[0] ?? release;
  return { id, distro, suite, arch, release, series };
}

/** Orders series as numbers: 5.10 comes after 5.4. */
export function compareSeries(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  return (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0) || a.localeCompare(b);
}
