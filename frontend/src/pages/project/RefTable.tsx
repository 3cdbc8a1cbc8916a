import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "@/api/client";
import { refSegment } from "@/app/routes";
import type { Schema } from "@/api/schema-names";
import { Answer, Counts } from "@/project/Counts";
import { diffAddress, refAddress, refName } from "@/project/names";
import { Button } from "@/ui/Button";
import { DataTable } from "@/ui/DataTable";
import { When } from "@/ui/When";

type Ref = Schema<"RefView">;

interface RefTableProps {
  project: string;
  main: string;
  /** Those updated last. */
  refs: readonly Ref[];
}

// As many as the interface names with a project.
const MOST = 20;

/** Refs and how each stands, the main one first and then what changed last. */
export function RefTable({ project, main, refs }: RefTableProps) {
  const [all, setAll] = useState(false);
  const rest = api.useQuery(
    "get",
    "/api/v1/projects/{project}/refs",
    { params: { path: { project }, query: { limit: 500 } } },
    { enabled: all },
  );
  const shown = inOrder(rest.data?.items ?? refs, main);
  const answers = useQueries({
    queries: shown.map((ref) =>
      api.queryOptions("get", "/api/v1/projects/{project}/refs/{ref}", {
        params: { path: { project, ref: refSegment(ref.name) } },
      }),
    ),
  });
  const answer = (ref: Ref) => answers[shown.indexOf(ref)]?.data;
  return (
    <>
      <DataTable
        label={`Refs of ${project}`}
        rows={shown}
        rowKey={(ref) => ref.name}
        stacks
        columns={[
          {
            head: "Name",
            cell: (ref) => (
              <>
                <Link to={refAddress(project, ref.name)}>{refName(ref.name, ref.kind)}</Link>{" "}
                <span className="small muted">{ref.name === main ? `${ref.kind}, the main one` : ref.kind}</span>
              </>
            ),
          },
          { head: "May it go out?", cell: (ref) => <Headline says={answer(ref)?.headline} /> },
          {
            head: "Required kernels",
            cell: (ref) => {
              const known = answer(ref);
              return known === undefined ? <span className="muted">…</span> : <Counts of={known.kernels} />;
            },
          },
          { head: "Changed", cell: (ref) => <When at={ref.updatedAt} /> },
          {
            head: "Compare",
            cell: (ref) =>
              ref.name === main ? (
                ""
              ) : (
                <Link to={diffAddress(main, ref.name, project)}>
                  with {refName(main)}
                  <span className="only-heard">: {ref.name}</span>
                </Link>
              ),
          },
        ]}
      />
      {!all && refs.length >= MOST && (
        <div>
          <Button onClick={() => setAll(true)}>Show all</Button>
        </div>
      )}
    </>
  );
}

function Headline({ says }: { says: string | undefined }) {
  return says === undefined ? <span className="muted">…</span> : <Answer says={says} short />;
}

export function inOrder(refs: readonly Ref[], main: string): Ref[] {
  return [...refs].sort(
    (a, b) => Number(b.name === main) - Number(a.name === main) || b.updatedAt.localeCompare(a.updatedAt),
  );
}
