import { LOOKS, type Verdict } from "@/model/verdict";
import { number, tallyOf, type Counts } from "./headline";
import "./object.css";

const SHOWN: readonly (readonly ["pass" | "warn" | "fail", Verdict])[] = [
  ["pass", "ok"],
  ["warn", "changed"],
  ["fail", "broken"],
];

/** Pass, warn and fail on one line, for lists. */
export function CountsLine({ counts }: { counts: Counts }) {
  const tally = tallyOf(counts);
  return (
    <span className="counts-line">
      {SHOWN.map(([standing, verdict]) => (
        <span key={standing} data-verdict={tally[standing] > 0 ? verdict : undefined} className="counts-part">
          <span aria-hidden="true">{LOOKS[verdict].sign}</span> {number(tally[standing])} {standing}
        </span>
      ))}
    </span>
  );
}
