import { LOOKS } from "@/model/verdict";
import type { Fact } from "./facts";

/**
 * What stands in a cell of the table; `paint.ts` draws the same on the sheet. What the cell's name says in words of its own,
 * "2 of 6", "agreed", is written by the style sheet: text would have to be in the name as it stands.
 */
export function CellFace({ fact, family }: { fact: Fact; family: boolean }) {
  return (
    <span className="grid-face" aria-hidden="true">
      {LOOKS[fact.verdict].sign}
      {fact.booted !== undefined && <span className="grid-booted" data-says={BOOTED[fact.booted]} />}
      {family && <Count fact={fact} />}
    </span>
  );
}

function Count({ fact }: { fact: Fact }) {
  const text = countOf(fact);
  if (fact.count === fact.of) return <small>{text}</small>;
  return <small data-long={text.length > 5 || undefined} data-says={text} />;
}

export const BOOTED = { agreed: "ᵛ", disagreed: "!" } as const;

/** `3/142`, or how many there are where all say the same. */
export function countOf(fact: Fact): string {
  return fact.count === fact.of ? String(fact.of) : `${fact.count}/${fact.of}`;
}
