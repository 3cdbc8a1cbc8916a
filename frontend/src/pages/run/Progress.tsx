import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { address, objectAddress, shortSha } from "@/app/routes";
import { hasEnded, progressWords, stateWords, tookWords, type Run } from "@/knowledge/run-words";
import type { Told } from "./told";

interface ProgressProps {
  run: Run;
  told: Told;
}

/** How far the run is, in counts; how it ended, and where to go on. */
export function Progress({ run, told }: ProgressProps) {
  // The stream is ahead of the run while it goes.
  const now: Run = hasEnded(run)
    ? run
    : { ...run, done: Math.max(run.done, told.done), total: Math.max(run.total, told.total), ...endOf(told) };
  const ended = hasEnded(now);
  const took = tookWords(now);
  const words = `${stateWords(now.state)}: ${progressWords(now, Date.now(), "kernels")}${took === null ? "" : ` in ${took}`}`;
  return (
    <>
      <div className="run-progress">
        <p>
          <strong>{words}</strong>
          {!ended && told.following === "polling" && <span className="muted"> · asked every other second</span>}
        </p>
        {!ended && now.total > 0 && <progress value={now.done} max={now.total} aria-label="Kernels answered" />}
        <Heard words={words} />
      </div>
      {now.state === "failed" && (
        <div className="notice" data-kind="problem">
          <p>
            <strong>The run failed.</strong> {now.error ?? "Nothing was said why."}
          </p>
          <p>What was stored before is as it was. The same run can be asked for again.</p>
        </div>
      )}
      {now.state === "cancelled" && (
        <div className="notice">
          <p>The run was called off before it was done.</p>
        </div>
      )}
      {now.state === "done" && (
        <p className="row">
          <Link to={objectAddress(now.object)}>Report of the object</Link>
          {now.kind === "boot" && <Link to="/agreement">Static against booted</Link>}
          <Link to={address("/runs", undefined, { object: shortSha(now.object) })}>Other runs of the object</Link>
        </p>
      )}
    </>
  );
}

function endOf(told: Told): Partial<Run> {
  return told.ended === null ? {} : { state: told.ended.state, error: told.ended.error };
}

/** The same for those who hear it: not more often than every five seconds, and at the end. */
function Heard({ words }: { words: string }) {
  const [heard, setHeard] = useState(words);
  const latest = useRef(words);
  latest.current = words;
  useEffect(() => {
    const timer = setInterval(() => setHeard(latest.current), 5_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="only-heard" role="status">
      {heard}
    </span>
  );
}
