import type { ReactNode } from "react";
import { Link } from "react-router";
import { lacking, useMe, type Scope } from "./access";

interface AllowedProps {
  scope: Scope;
  /** What is written to; none for what concerns everybody. */
  project?: string;
  children: ReactNode;
}

/** What may be done here by whoever may; others see what they lack instead of a form that would fail. */
export function Allowed({ scope, project, children }: AllowedProps) {
  const me = useMe();
  // Whether somebody may is not known without the service; the form is shown and the service decides.
  if (me.isPending) return null;
  const lack = me.data === undefined ? undefined : lacking(me.data, scope, project);
  if (lack === undefined) return children;
  return (
    <p className="muted">
      {lack} <Link to="/settings">{me.data?.kind === "anonymous" ? "Sign in" : "Use another token"}</Link>
    </p>
  );
}

/** Whether a button that does this is worth showing. */
export function useMay(scope: Scope, project?: string): boolean {
  const me = useMe();
  return me.data !== undefined && lacking(me.data, scope, project) === undefined;
}
