import { NAMES } from "@/model/query-conditions";

/** What can be typed into the filter; each example can be picked. */
export function QueryHelp({ onPick }: { onPick: (example: string) => void }) {
  return (
    <>
      <button
        type="button"
        className="button"
        data-size="small"
        popoverTarget="grid-help"
        aria-label="What to filter by"
      >
        ?
      </button>
      <div id="grid-help" popover="auto" className="grid-help" role="dialog" aria-label="What to filter by">
        <p className="small">
          Words are joined by <b>and</b>. A program and a kernel stay if together they have a cell that fits every word.
          Words with blanks stand in "quotes".
        </p>
        <dl>
          {NAMES.map(([example, means]) => (
            <div key={example}>
              <dt>
                <button
                  type="button"
                  className="grid-example mono"
                  popoverTarget="grid-help"
                  popoverTargetAction="hide"
                  onClick={() => onPick(example)}
                >
                  {example}
                </button>
              </dt>
              <dd className="small">{means}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}
