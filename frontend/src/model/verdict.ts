/** What a kernel says of a program or an object; the words of the interface. */
export const VERDICTS = ["ok", "guarded", "conditional", "changed", "unknown", "no_btf", "broken"] as const;
export type Verdict = (typeof VERDICTS)[number] | "other_byte_order" | "unanswered";

/** What a verdict counts as. */
export type Standing = "pass" | "warn" | "fail" | "aside";

interface Look {
  sign: string;
  /** As the end of a sentence: "ctime.bpf.o breaks". */
  word: string;
  letter: string;
  standing: Standing;
  /** The larger, the worse: of several the worst is shown. */
  weight: number;
}

/** Signs and words as the command line prints them (GET /api/v1/verdicts). */
export const LOOKS: Record<Verdict, Look> = {
  ok: { sign: "✓", word: "relocates", letter: "o", standing: "pass", weight: 2 },
  guarded: { sign: "◐", word: "guarded", letter: "g", standing: "pass", weight: 3 },
  changed: { sign: "△", word: "changed", letter: "c", standing: "warn", weight: 4 },
  conditional: { sign: "◇", word: "depends", letter: "d", standing: "warn", weight: 5 },
  no_btf: { sign: "∅", word: "no BTF", letter: "n", standing: "warn", weight: 6 },
  unknown: { sign: "?", word: "unknown", letter: "u", standing: "warn", weight: 7 },
  broken: { sign: "✗", word: "breaks", letter: "b", standing: "fail", weight: 8 },
  unanswered: { sign: "…", word: "pending", letter: "-", standing: "aside", weight: 1 },
  other_byte_order: { sign: "·", word: "other byte order", letter: ".", standing: "aside", weight: 0 },
};

const BY_LETTER = new Map(Object.entries(LOOKS).map(([verdict, look]) => [look.letter, verdict as Verdict]));

/** The verdict a letter of a matrix's row stands for; what is not known is unknown, as the interface asks. */
export function verdictOf(letter: string): Verdict {
  return BY_LETTER.get(letter) ?? "unknown";
}

/** The worst of some; `unanswered` where there is none. */
export function worst(verdicts: Iterable<Verdict>): Verdict {
  let found: Verdict = "unanswered";
  let heaviest = -1;
  for (const verdict of verdicts) {
    if (LOOKS[verdict].weight > heaviest) [found, heaviest] = [verdict, LOOKS[verdict].weight];
  }
  return found;
}
