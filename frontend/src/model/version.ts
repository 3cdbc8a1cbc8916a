/** A version of Linux, taken apart: `6.1.170`, `7.3~rc7`. */
export interface Version {
  /** `6.1` */
  series: string;
  major: number;
  minor: number;
  /** Candidates are before the release, which is 0. */
  patch: number;
}

export function versionOf(text: string): Version {
  const [, major = "0", minor = "0", patch, candidate] = /^(\d+)\.(\d+)(?:\.(\d+))?(?:[~-]?rc(\d+))?/.exec(text) ?? [];
  return {
    series: `${major}.${minor}`,
    major: Number(major),
    minor: Number(minor),
    patch: candidate === undefined ? Number(patch ?? 0) : Number(candidate) - 1000,
  };
}

export function compareVersions(a: string, b: string): number {
  const [left, right] = [versionOf(a), versionOf(b)];
  return left.major - right.major || left.minor - right.minor || left.patch - right.patch;
}
