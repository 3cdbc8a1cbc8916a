import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { Link } from "react-router";
import { kernelAddress } from "@/app/routes";
import type { Matrix } from "@/model/matrix";
import { Button } from "@/ui/Button";
import { CopyButton } from "@/ui/CopyButton";
import { VerdictMark } from "@/ui/VerdictMark";
import { Boots } from "./Boots";
import { CellCause } from "./CellCause";
import { causesIn, factOf, placeName, rowName } from "./facts";
import { issueOf } from "./issue";
import type { Place } from "./layout";
import { useMedia } from "./media";

interface DrawerProps {
  matrix: Matrix;
  row: number;
  place: Place;
  onClose: () => void;
}

/** A cell in full: at the side where there is room for both, else over the page. */
export function Drawer({ matrix, row, place, onClose }: DrawerProps) {
  const fact = factOf(matrix, row, place.members);
  const causes = causesIn(matrix, row, place.members);
  const kernel = place.members.length === 1 ? matrix.columns[place.members[0]!] : undefined;
  return (
    <Frame title={`${rowName(matrix, row)} on ${placeName(matrix, place)}`} onClose={onClose}>
      <p>
        <VerdictMark verdict={fact.verdict} />
        {fact.count < fact.of && ` on ${fact.count} of ${fact.of} builds`}
        <span className="muted">, {EVIDENCE[fact.booted ?? "none"]}</span>
      </p>
      {causes.length === 0 ? (
        <p className="small">{REASONS[fact.verdict] ?? "Nothing stands in its way here."}</p>
      ) : (
        <ul className="grid-causes" aria-label="What is different here">
          {causes.slice(0, MANY).map((cause) => (
            <CellCause key={cause.number} matrix={matrix} cause={cause} />
          ))}
        </ul>
      )}
      {causes.length > MANY && (
        <p className="small muted">{causes.length - MANY} more causes; the list above the grid has all.</p>
      )}
      <Boots matrix={matrix} row={row} place={place} />
      {kernel === undefined ? (
        <Builds matrix={matrix} row={row} place={place} />
      ) : (
        <p>
          <Link to={kernelAddress(kernel.id)}>This kernel</Link>
        </p>
      )}
      <div className="row">
        <CopyButton
          size="small"
          label="Copy as issue"
          text={() => issueOf(matrix, row, place, causes, location.origin)}
        />
      </div>
    </Frame>
  );
}

const MANY = 12;

const EVIDENCE = {
  none: "as its types say",
  agreed: "and a booted kernel says the same",
  disagreed: "and a booted kernel says something else",
} as const;

const REASONS: Partial<Record<string, string>> = {
  no_btf: "The archive has no BTF of it, so nothing is said.",
  unanswered: "Not computed yet.",
  other_byte_order: "It is for machines of the other byte order.",
};

/** Every build of a family with its own verdict. */
function Builds({ matrix, row, place }: Omit<DrawerProps, "onClose">) {
  return (
    <details open={place.members.length <= 12}>
      <summary>{place.members.length} builds</summary>
      <ul className="grid-builds">
        {place.members.map((column) => {
          const kernel = matrix.columns[column]!;
          return (
            <li key={kernel.id}>
              <span data-verdict={matrix.at(row, column)}>
                <VerdictMark verdict={matrix.at(row, column)} />
              </span>
              <Link className="mono small" to={kernelAddress(kernel.id)}>
                {kernel.release}
              </Link>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Esc closes it. At the side it takes nothing away from the page; over it, the browser keeps the focus inside. */
function Frame({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const wide = useMedia("(min-width: 60rem)");
  const dialog = useRef<HTMLDialogElement>(null);
  const aside = useRef<HTMLElement>(null);
  const heading = useId();
  useEffect(() => {
    if (wide) aside.current?.focus({ preventScroll: true });
    else if (dialog.current?.open === false) dialog.current.showModal();
  }, [wide, title]);
  const inside = (
    <div className="stack">
      <div className="grid-drawer-head">
        <h3 id={heading}>{title}</h3>
        <Button kind="quiet" size="small" onClick={onClose}>
          Close
        </Button>
      </div>
      {children}
    </div>
  );
  if (!wide) {
    return (
      <dialog ref={dialog} aria-labelledby={heading} className="grid-dialog" onClose={onClose}>
        {inside}
      </dialog>
    );
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  return (
    <aside ref={aside} tabIndex={-1} aria-labelledby={heading} className="grid-drawer" onKeyDown={pressed}>
      {inside}
    </aside>
  );
}
