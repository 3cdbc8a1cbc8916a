import { Link } from "react-router";
import { address } from "@/app/routes";
import { Asked } from "@/ui/Asked";
import { Crumbs } from "@/ui/Crumbs";
import { Page } from "@/ui/Page";
import { Markdown } from "./Markdown";
import { Tabs } from "./Tabs";
import { useDocument } from "./document";
import { problemsOf } from "./links";

/** What the interface refuses, by its codes: all of them, or one. */
export function ProblemsPage({ code }: { code: string | undefined }) {
  const text = useDocument(
    code === undefined ? "/docs/problems" : `/docs/problems/${encodeURIComponent(code)}`,
    "text/plain",
  );
  return (
    <Page
      title={code ?? "Problems"}
      heading={code === undefined ? undefined : <code className="docs-code">{code}</code>}
      crumbs={code === undefined ? undefined : <Crumbs at={[["Problems", "/docs/problems"]]} />}
    >
      {code === undefined && (
        <>
          <Tabs />
          <p>
            What the interface cannot do it says as <code>application/problem+json</code>; the <code>code</code> tells
            kinds apart and never changes.
          </p>
        </>
      )}
      <div className="stack docs">
        <Asked query={text} what="the page">
          {(answer) =>
            problemsOf(answer).map((problem) => (
              <section key={problem.code} className="docs-problem">
                <h2>{problem.title}</h2>
                <p className="muted">
                  <Link to={address("/docs/problems/:code", { code: problem.code })} className="mono">
                    {problem.code}
                  </Link>
                  , HTTP {problem.status}
                </p>
                <Markdown text={problem.text} />
              </section>
            ))
          }
        </Asked>
      </div>
    </Page>
  );
}
