import type { ReactNode } from "react";
import { Link } from "react-router";
import { problemFrom } from "@/api/problem";
import { address } from "@/app/routes";
import type { Question } from "@/object/question";
import { SignInHere } from "@/object/SignInHere";
import { Empty } from "@/ui/Empty";
import { Problem } from "@/ui/Problem";

interface RefusedProps {
  sha: string;
  question: Question;
  error: unknown;
  /** Whether an answer of before is on the page. */
  old: boolean;
  retry: () => void;
}

/** Why there is no answer, or not a new one, and what to do. */
export function Refused({ sha, question, error, old, retry }: RefusedProps): ReactNode {
  const { status, code } = problemFrom(error);
  if (code === "bad_targets") {
    return (
      <Empty says={`No kernel is meant by “${question.targets}”.`}>
        <Link to={address("/objects/:sha", { sha })}>Show all kernels</Link>
      </Empty>
    );
  }
  if (old) {
    return (
      <div className="notice" data-kind="warning" role="status">
        <p>This is what the service said before; it cannot be reached now.</p>
      </div>
    );
  }
  return (
    <>
      <Problem error={error} retry={status === 403 ? undefined : retry} />
      {status === 403 && (
        <SignInHere why="Asking for other settings needs a token of the scope upload." onSignedIn={retry} />
      )}
    </>
  );
}
