/** The two sides of a difference; one that is missing is empty. */
export interface Sides {
  from: string;
  to: string;
}

/** `a...b` of an address. git allows two dots in no ref, so three are the only place to cut. */
export function sidesOf(range: string): Sides {
  const at = range.indexOf("...");
  const [from, to] = at < 0 ? [range, ""] : [range.slice(0, at), range.slice(at + 3)];
  return { from: from.replaceAll("~", "/").trim(), to: to.replaceAll("~", "/").trim() };
}
