import { LOOKS } from "@/model/verdict";
import type { Fact } from "./facts";

/** What stands in a cell of the table; `paint.ts` draws the same on the sheet. */
export function CellFace({ fact, family }: { fact: Fact; family: boolean }) {
  return (
    <span className="grid-face" aria-hidden="true">
      {LOOKS[fact.verdict].sign}
      {fact.booted !== undefined && <span className="grid-booted">{BOOTED[fact.booted]}</span>}
      {family && <small data-long={countOf(fact).length > 5 || undefined}>{countOf(fact)}</small>}
    </span>
  );
}

export const BOOTED = { agreed: "ᵛ", disagreed: "!" } as const;

/** `3/142`, or how many there are where all say the same. */
export function countOf(fact: Fact): string {
  return fact.count === fact.of ? String(fact.of) : `${fact.count}/${fact.of}`;
}
