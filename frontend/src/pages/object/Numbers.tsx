import { number, tallyOf, type Counts } from "@/object/headline";
import { LOOKS, type Verdict } from "@/model/verdict";

const SHOWN: readonly (readonly ["pass" | "warn" | "fail", Verdict, title: string])[] = [
  ["pass", "ok", "relocates, or is guarded"],
  ["warn", "changed", "changed, depends, undecided, or no BTF"],
  ["fail", "broken", "breaks"],
];

/** Pass, warn, fail. Room is kept for them until they are known. */
export function Numbers({ counts }: { counts: Counts | undefined }) {
  const tally = counts === undefined ? undefined : tallyOf(counts);
  return (
    <dl className="object-numbers">
      {SHOWN.map(([standing, verdict, title]) => (
        <div key={standing} data-verdict={verdict} data-none={(tally?.[standing] ?? 0) === 0} title={title}>
          <dt>
            <span aria-hidden="true">{LOOKS[verdict].sign}</span> {standing}
          </dt>
          <dd>{tally === undefined ? "–" : number(tally[standing])}</dd>
        </div>
      ))}
    </dl>
  );
}
