import type { Cause } from "@/model/matrix";

/** `There is no …` in the words of different kinds of causes. */
const ABSENT = /^(it has no such \w+$|no \w+ of that name$|its enum \w+ ends at )/;
const MEASURED = /^measured on [^:]+: /;

/** Why, in a few words that stand by themselves: `struct inode has no i_ctime`, `there is no kernel symbol init_net`. */
export function reasonText(cause: Pick<Cause, "code" | "wanted" | "has" | "access">): string {
  const has = cause.has[0]?.replace(MEASURED, "");
  if (has === undefined) return cause.wanted;
  if (cause.access) return has;
  if (ABSENT.test(has)) return `there is no ${cause.wanted}`;
  if (cause.code === "NOT_OPENED") return `libbpf does not open it: ${has}`;
  if (cause.code === "PROG_TYPE_UNKNOWN") return has;
  return has.includes(cause.wanted.split(" ").at(-1) ?? "") ? has : `${cause.wanted}: ${has}`;
}

/** The same for a sentence: what libbpf says of an object it does not open is long, and stands below. */
export function shortReason(cause: Cause): string {
  return cause.code === "NOT_OPENED" ? "libbpf does not open it" : reasonText(cause);
}

/** Causes that say the same of the same kernels, at several places: one thing to mend. */
export function together(causes: readonly Cause[]): Cause[][] {
  const found = new Map<string, Cause[]>();
  for (const cause of causes) {
    const { effect, code, wanted, why, fix, kernels } = cause;
    const key = JSON.stringify([effect, code, wanted, reasonText(cause), why, fix, kernels]);
    const same = found.get(key);
    if (same === undefined) found.set(key, [cause]);
    else same.push(cause);
  }
  return [...found.values()];
}
