/** One word of a query: `-program:"on open"` is `{ not: true, name: "program", value: "on open" }`. */
export interface Word {
  /** As it was typed, for sentences about it. */
  text: string;
  not: boolean;
  /** What stands before the colon, in small letters; empty for a bare word. */
  name: string;
  value: string;
}

// A minus, a name and a colon, and then something in quotes or in parentheses or up to the next blank. A quote that is
// not closed goes to the end: somebody is still typing.
const WORD = /(-)?(?:([a-z]+):)?(?:"([^"]*)"?|(seq)\(([^)]*)\)?|([^\s"]+))/giy;

export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  const blank = /\s*/y;
  let at = 0;
  for (;;) {
    blank.lastIndex = at;
    at += blank.exec(text)?.[0].length ?? 0;
    WORD.lastIndex = at;
    const found = WORD.exec(text);
    if (found === null) return words;
    at = WORD.lastIndex;
    const [whole, minus, named = "", quoted, seq, turns, plain] = found;
    // `program:` with nothing after it yet is no bare word.
    const [name, value] =
      named === "" && plain !== undefined && /^[a-z]+:$/i.test(plain)
        ? [plain.slice(0, -1), ""]
        : [named, quoted ?? turns ?? plain ?? ""];
    words.push({
      text: whole,
      not: minus !== undefined,
      name: seq === undefined ? name.toLowerCase() : "seq",
      value,
    });
  }
}

/** Whether a text has the wanted part somewhere; with `*` for any text, whether it is like that from end to end. */
export function like(wanted: string): (text: string) => boolean {
  const small = wanted.toLowerCase();
  if (!small.includes("*")) return (text) => text.toLowerCase().includes(small);
  return pattern(small);
}

/** Whether a text is the wanted one, where `*` stands for any text: as `suite:` has it in docs/QUERIES.md. */
export function exactly(wanted: string): (text: string) => boolean {
  return pattern(wanted.toLowerCase());
}

function pattern(small: string): (text: string) => boolean {
  const parts = small.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const whole = new RegExp(`^${parts.join(".*")}$`);
  return (text) => whole.test(text.toLowerCase());
}
