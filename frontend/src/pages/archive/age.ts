const DAY = 86_400;

/** `9 days`, `3 hours`: how old the archive is, of seconds. */
export function ageWords(seconds: number): string {
  if (seconds >= DAY) return counted(Math.floor(seconds / DAY), "day");
  if (seconds >= 3_600) return counted(Math.floor(seconds / 3_600), "hour");
  return counted(Math.max(1, Math.floor(seconds / 60)), "minute");
}

/** Distributions bring kernels about every week. */
export function isOld(seconds: number): boolean {
  return seconds >= 8 * DAY;
}

function counted(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}
