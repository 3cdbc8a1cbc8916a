import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/Button";
import type { Matrix } from "@/model/matrix";
import type { Found } from "@/model/query";
import { QueryHelp } from "./QueryHelp";
import type { Change, GridState } from "./state";

interface GridToolsProps {
  matrix: Matrix;
  state: GridState;
  change: Change;
  found: Found;
  /** Keys of all families that can be opened. */
  openable: readonly string[];
}

/** How long somebody may pause while typing before the grid follows, in milliseconds. */
const PAUSE = 150;

/** What the grid shows and how: everything said here is in the address. */
export function GridTools({ matrix, state, change, found, openable }: GridToolsProps) {
  const all = state.opened === "all" || openable.every((key) => state.opened !== "all" && state.opened.has(key));
  return (
    <div className="grid-tools no-print">
      <QueryBox query={state.query} problems={found.problems} onQuery={(query) => change({ query })} />
      <label className="grid-choice">
        <span>Columns by</span>
        <select
          value={state.grouping}
          onChange={(event) => change({ grouping: event.target.value === "version" ? "version" : "distro" })}
        >
          <option value="distro">distribution</option>
          <option value="version">version</option>
        </select>
      </label>
      {state.view === "grid" && (
        <>
          <label className="grid-choice">
            <span>Density</span>
            <select
              value={state.density}
              onChange={(event) => change({ density: event.target.value as GridState["density"] })}
            >
              <option value="standard">standard</option>
              <option value="compact">compact</option>
              <option value="dense">dense</option>
            </select>
          </label>
          {openable.length > 0 && (
            <Button size="small" onClick={() => change({ opened: all ? new Set() : "all" })}>
              {all ? "Close all families" : "Show every build"}
            </Button>
          )}
        </>
      )}
      <Button size="small" onClick={() => change({ view: state.view === "grid" ? "list" : "grid" })}>
        {state.view === "grid" ? "View as list" : "View as grid"}
      </Button>
      <Count matrix={matrix} found={found} state={state} />
    </div>
  );
}

interface QueryBoxProps {
  query: string;
  problems: readonly string[];
  onQuery: (query: string) => void;
}

function QueryBox({ query, problems, onQuery }: QueryBoxProps) {
  const [text, setText] = useState(query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address may change by itself: back, a link, "clear filter".
  useEffect(() => setText((now) => (now.trim() === query ? now : query)), [query]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const typed = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onQuery(next.trim()), PAUSE);
  };
  return (
    <div className="grid-query">
      <label htmlFor="grid-query">Filter</label>
      <input
        id="grid-query"
        type="search"
        value={text}
        placeholder="verdict:broken suite:trixie*"
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problems.length > 0 || undefined}
        aria-describedby={problems.length > 0 ? "grid-problems" : undefined}
        onChange={(event) => typed(event.target.value)}
      />
      <QueryHelp onPick={(example) => typed(text.trim() === "" ? example : `${text.trim()} ${example}`)} />
      {problems.length > 0 && (
        <ul id="grid-problems" className="grid-problems small">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** `12 of 214 kernels, 3 of 9 programs`, said aloud when it has stayed for a moment. */
function Count({ matrix, found, state }: { matrix: Matrix; found: Found; state: GridState }) {
  const [kernels, programs] = [matrix.columns.length, matrix.programs.length];
  const words = [`${found.columns.length} of ${kernels} kernels`];
  if (programs > 1) words.push(`${found.rows.length} of ${programs} programs`);
  const text = state.query === "" ? "" : `${words.join(", ")} shown`;
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 600);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      {text !== "" && <span className="small muted grid-count">{text}</span>}
      <span className="only-heard" role="status">
        {said}
      </span>
    </>
  );
}
