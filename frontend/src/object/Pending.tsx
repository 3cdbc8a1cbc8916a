import { Link } from "react-router";
import { address } from "@/app/routes";
import { progressText, useRun } from "./useRun";

/** An answer that takes longer: how far it is, and the answer itself once it is there. */
export function Pending({ run, ended }: { run: string; ended: () => void }) {
  const progress = useRun(run, ended);
  return (
    <div className="notice" data-kind={progress?.error === undefined ? undefined : "problem"}>
      <p role="status">
        {progress?.error === undefined ? (
          <>
            <strong>Being held against kernels:</strong> {progressText(progress)}
          </>
        ) : (
          <>
            <strong>The run ended without an answer.</strong> {progress.error}
          </>
        )}
      </p>
      {progress !== undefined && progress.total > 0 && progress.error === undefined && (
        <progress max={progress.total} value={progress.done} aria-label="Kernels done" />
      )}
      <p className="small">
        <Link to={address("/runs/:id", { id: run })}>The run</Link>
      </p>
    </div>
  );
}
