import { useState } from "react";
import { changedAt, fold, rowsOf, type Folded, type History, type Row, type Stretch } from "@/model/history";
import { kernelName } from "@/model/kernel";
import { place, scaleOf, type Scale } from "@/model/history-scale";
import { Button } from "./Button";
import { HistoryLegend, letterOf } from "./HistoryLegend";
import { HistoryTable } from "./HistoryTable";
import "./history-strip.css";

const AT_FIRST = 7;

/** What became of one thing: a row for each story that lines of kernels have, a stretch for each answer in it. */
export function HistoryStrip({ history }: { history: History }) {
  const [all, setAll] = useState(false);
  const rows = rowsOf(history);
  const scale = scaleOf(
    rows,
    history.kernels.map(({ kernel }) => kernelName(kernel).series),
  );
  const together = fold(rows.filter((row) => row.line === null));
  const lines = fold(rows.filter((row) => row.line !== null));
  const shown = all ? lines : lines.slice(0, Math.max(1, AT_FIRST - together.length));
  if (rows.length === 0) return <p className="muted">No kernel was asked.</p>;
  return (
    <div className="stack history">
      <HistoryLegend history={history} />
      <div className="history-rows" role="group" aria-label={`History of ${history.question}`}>
        <Axis scale={scale} />
        {[...together, ...shown].map((folded) => (
          <StripRow key={folded.key + folded.rows[0]?.line} folded={folded} history={history} scale={scale} />
        ))}
      </div>
      {shown.length < lines.length && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            Show {lines.length - shown.length} more stories of lines
          </Button>
        </div>
      )}
      <details>
        <summary>As a table</summary>
        <HistoryTable history={history} rows={rows} />
      </details>
    </div>
  );
}

function Axis({ scale }: { scale: Scale }) {
  return (
    <div className="history-row history-axis small muted" aria-hidden="true">
      <span />
      <div className="history-bar">
        {scale.series.map((series) => (
          <span key={series}>{series}</span>
        ))}
      </div>
    </div>
  );
}

interface StripRowProps {
  folded: Folded;
  history: History;
  scale: Scale;
}

function StripRow({ folded, history, scale }: StripRowProps) {
  const { placed, rest } = place(folded.stretches, scale);
  const [first, ...more] = folded.rows;
  if (first === undefined) return null;
  return (
    <div className="history-row" data-together={first.line === null || undefined}>
      <div className="history-name">
        <span>{first.line ?? "All lines together"}</span>
        {first.flavours.length > 0 && <div className="small muted">{first.flavours.join(", ")}</div>}
        {more.length > 0 && (
          <details className="small">
            <summary>
              {more.length} more {more.length === 1 ? "line" : "lines"}, the same
            </summary>
            <ul>
              {more.map((row) => (
                <li key={nameOf(row)}>{nameOf(row)}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <div>
        <div className="history-bar" role="group" aria-label={nameOf(first)}>
          {placed.map(({ stretch, gap, width, right }) => (
            <Segment key={stretch.first} {...{ stretch, gap, width, right, history }} />
          ))}
          <span style={{ flexGrow: rest }} />
        </div>
        {folded.stretches.length > 1 && <Story stretches={folded.stretches} history={history} />}
      </div>
    </div>
  );
}

interface SegmentProps {
  stretch: Stretch;
  gap: number;
  width: number;
  right: boolean;
  history: History;
}

function Segment({ stretch, gap, width, right, history }: SegmentProps) {
  const versions = stretch.first === stretch.last ? stretch.first : `${stretch.first} to ${stretch.last}`;
  const count = stretch.kernels === null ? "" : `, ${stretch.kernels} ${stretch.kernels === 1 ? "kernel" : "kernels"}`;
  const said = `${textOf(stretch, history)}: ${versions}${count}`;
  const answer = history.answers[stretch.answers[0] ?? -1];
  return (
    <>
      <span className="history-gap" style={{ flexGrow: gap }} />
      <span
        className="history-stretch"
        data-status={stretch.answers.length > 1 ? "several" : answer?.status}
        data-shade={(stretch.answers[0] ?? 0) % 3}
        data-right={right || undefined}
        style={{ flexGrow: width }}
        tabIndex={0}
        role="img"
        aria-label={said}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
      >
        <span className="history-label" aria-hidden="true">
          <b>{lettersOf(stretch)}</b> {labelOf(stretch, history)}
        </span>
        <span className="history-tip" aria-hidden="true">
          {said}
        </span>
      </span>
    </>
  );
}

/** `a i_ctime ─ 6.1…6.12 ─▸ b i_ctime_sec, i_ctime_nsec` */
function Story({ stretches, history }: { stretches: readonly Stretch[]; history: History }) {
  return (
    <p className="history-story small">
      {stretches.map((stretch, at) => {
        const old = stretches[at - 1];
        return (
          <span key={stretch.first}>
            {old !== undefined && (
              <span className="muted">
                <span aria-hidden="true"> ─ </span>
                <span className="only-heard">then, from </span>
                {changedAt(old, stretch)}
                <span aria-hidden="true"> ─▸ </span>
              </span>
            )}
            <b>{lettersOf(stretch)}</b> <span className="mono">{labelOf(stretch, history)}</span>
          </span>
        );
      })}
    </p>
  );
}

function nameOf(row: Row): string {
  const whose = row.flavours.length > 0 ? ` (${row.flavours.join(", ")})` : "";
  return (row.line ?? "All lines together") + whose;
}

function lettersOf(stretch: Stretch): string {
  return stretch.answers.map(letterOf).join("/");
}

function labelOf(stretch: Stretch, history: History): string {
  return stretch.answers.map((answer) => history.answers[answer]?.label ?? "?").join(" or ");
}

function textOf(stretch: Stretch, history: History): string {
  return stretch.answers.map((answer) => history.answers[answer]?.text ?? "?").join(" or ");
}
