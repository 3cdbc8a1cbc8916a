import { useLocation, useParams } from "react-router";
import { CausePage } from "./CausePage";
import { CausesPage } from "./CausesPage";
import { ProblemsPage } from "./ProblemsPage";
import "./docs.css";

/** What verdicts, causes and problems mean: the same words as at a terminal. */
export function Component() {
  const { pathname } = useLocation();
  const { code } = useParams();
  if (pathname.startsWith("/docs/problems")) return <ProblemsPage code={code} />;
  return code === undefined ? <CausesPage /> : <CausePage code={code} />;
}
