import { Link, Navigate, useNavigate, useSearchParams } from "react-router";
import { address } from "@/app/routes";
import { byKind, exactHit, useSearch, type Hit } from "@/knowledge/search";
import { WordForm } from "@/knowledge/WordForm";
import { Asked } from "@/ui/Asked";
import { Page } from "@/ui/Page";
import { CanBeSearched } from "./CanBeSearched";
import "./search.css";

/** What was found, by kind; the one thing that is meant is gone to at once. */
export function Component() {
  const [search] = useSearchParams();
  const go = useNavigate();
  const q = search.get("q")?.trim() ?? "";
  const found = useSearch(q);
  const exact = found.data === undefined ? undefined : exactHit(found.data.hits, q);
  if (exact !== undefined) return <Navigate to={exact.href} replace />;
  return (
    <Page title={q === "" ? "Search" : `Search: ${q}`} heading="Search">
      <WordForm
        label="Kernel, type, field, object, project or cause"
        value={q}
        placeholder="struct inode i_ctime"
        button="Search"
        onWord={(words) => void go(address("/search", undefined, { q: words }))}
      />
      {q === "" ? (
        <CanBeSearched />
      ) : (
        <Asked query={found} what="what is found">
          {({ hits }) => (hits.length === 0 ? <Nothing q={q} /> : <Hits hits={hits} />)}
        </Asked>
      )}
    </Page>
  );
}

function Nothing({ q }: { q: string }) {
  return (
    <>
      <p role="status">Nothing is called “{q}”.</p>
      <CanBeSearched />
    </>
  );
}

const KINDS: Record<string, string> = {
  object: "Objects",
  kernel: "Kernels",
  project: "Projects",
  type: "Types",
  field: "Fields",
  cause: "Causes",
};

function Hits({ hits }: { hits: readonly Hit[] }) {
  return byKind(hits).map(([kind, some]) => (
    <section key={kind} className="stack search-kind">
      <h2>
        {KINDS[kind] ?? kind} <span className="muted small">{some.length}</span>
      </h2>
      <ul>
        {some.map((hit) => (
          <li key={hit.href}>
            <Link to={hit.href} className={kind === "project" ? undefined : "mono"}>
              {hit.label}
            </Link>
            {hit.detail !== "" && <span className="muted small">{hit.detail}</span>}
          </li>
        ))}
      </ul>
    </section>
  ));
}
