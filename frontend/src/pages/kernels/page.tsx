import { Link, useNavigate, useSearchParams } from "react-router";
import { api } from "@/api/client";
import { problemFrom } from "@/api/problem";
import { address } from "@/app/routes";
import { EmptyArchive } from "@/knowledge/EmptyArchive";
import { orAll } from "@/knowledge/query";
import { QueryForm, QueryProblem } from "@/knowledge/QueryForm";
import { facetsOf } from "@/model/facets";
import { Page } from "@/ui/Page";
import { TextForms } from "@/ui/TextForms";
import { Facets } from "./Facets";
import { KernelTable } from "./KernelTable";
import "./kernels.css";

const to = (query: string) => address("/kernels", undefined, { targets: query });

/** The archive's kernels: all, or those a query means. */
export function Component() {
  const [search] = useSearchParams();
  const go = useNavigate();
  const query = search.get("targets") ?? "";
  const health = api.useQuery("get", "/api/v1/kernels/health");
  const meant = api.useQuery("get", "/api/v1/targets", { params: { query: { q: orAll(query) } } });
  const empty = health.data?.kernels === 0;
  return (
    <Page title="Kernels" actions={<TextForms />}>
      {empty ? (
        <EmptyArchive />
      ) : (
        <>
          <QueryForm
            label="Which kernels"
            query={query}
            invalid={meant.isError && problemFrom(meant.error).code === "bad_targets"}
            onQuery={(words) => void go(to(words))}
          />
          {meant.isError && meant.data === undefined ? (
            <QueryProblem error={meant.error} to={to} retry={() => void meant.refetch()} />
          ) : meant.data === undefined ? (
            <p className="muted" role="status">
              Waiting for the kernels …
            </p>
          ) : (
            <>
              <p role="status">
                <strong>
                  {meant.data.count === meant.data.all
                    ? `${meant.data.all} kernels`
                    : `${meant.data.count} of ${meant.data.all} kernels`}
                </strong>{" "}
                <Link to={address("/targets", undefined, { q: orAll(query) })}>What the query means</Link>
              </p>
              <Facets facets={facetsOf(meant.data.kernels)} query={query} to={to} />
              <KernelTable query={query} />
            </>
          )}
        </>
      )}
    </Page>
  );
}
