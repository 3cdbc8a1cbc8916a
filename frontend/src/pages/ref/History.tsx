import { Link } from "react-router";
import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { objectAddress, refSegment, shortSha } from "@/app/routes";
import { Counts } from "@/project/Counts";
import { diffAddress } from "@/project/names";
import { PAGED, ShowMore } from "@/project/ShowMore";
import { Asked } from "@/ui/Asked";
import { DataTable } from "@/ui/DataTable";
import { When } from "@/ui/When";

type Attached = Schema<"AttachedView">;

/** What a ref has and had, the latest first; each with what was in its place before. */
export function History({ project, name }: { project: string; name: string }) {
  const query = api.useInfiniteQuery(
    "get",
    "/api/v1/projects/{project}/refs/{ref}/history",
    { params: { path: { project, ref: refSegment(name) }, query: { limit: 50 } } },
    PAGED,
  );
  return (
    <details className="project-fold">
      <summary>Every object it has and had</summary>
      <div className="stack">
        <Asked query={query} what="the history">
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            return (
              <DataTable
                label="Every object it has and had"
                rows={items}
                rowKey={(one) => one.id}
                columns={[
                  {
                    head: "Path",
                    cell: (one) => (
                      <Link className="mono" to={objectAddress(one.sha256)}>
                        {one.path}
                      </Link>
                    ),
                  },
                  {
                    head: "Commit",
                    cell: (one) => <span className="mono">{one.commit ? shortSha(one.commit) : ""}</span>,
                  },
                  { head: "Required kernels", cell: (one) => one.kernels && <Counts of={one.kernels} /> },
                  { head: "From", cell: (one) => <When at={one.since} /> },
                  { head: "To", cell: (one) => (one.until ? <When at={one.until} /> : "now") },
                  { head: "Changed", cell: (one) => <Since before={before(one, items)} now={one} /> },
                ]}
              />
            );
          }}
        </Asked>
        <ShowMore of={query} />
      </div>
    </details>
  );
}

function before(one: Attached, items: readonly Attached[]): Attached | undefined {
  return items.slice(items.indexOf(one) + 1).find((other) => other.path === one.path);
}

function Since({ before: old, now }: { before: Attached | undefined; now: Attached }) {
  if (old === undefined) return <span className="muted">new</span>;
  if (old.sha256 === now.sha256) return <span className="muted">the same object</span>;
  return (
    <Link to={diffAddress(shortSha(old.sha256), shortSha(now.sha256))}>
      what changed<span className="only-heard"> in {now.path}</span>
    </Link>
  );
}
