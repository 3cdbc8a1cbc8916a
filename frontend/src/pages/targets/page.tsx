import { Link, useNavigate, useSearchParams } from "react-router";
import { api } from "@/api/client";
import { problemFrom } from "@/api/problem";
import { address } from "@/app/routes";
import { asPolicy, orAll } from "@/knowledge/query";
import { QueryForm, QueryProblem } from "@/knowledge/QueryForm";
import { Code } from "@/ui/Code";
import { Page } from "@/ui/Page";
import { TextForms } from "@/ui/TextForms";
import { Examples, Grammar } from "./Help";
import { Meant } from "./Meant";
import "./targets.css";

const to = (query: string) => address("/targets", undefined, { q: query });

/** What a query of kernels means, to try one out and take it along. */
export function Component() {
  const [search] = useSearchParams();
  const go = useNavigate();
  const query = orAll(search.get("q") ?? "");
  const meant = api.useQuery("get", "/api/v1/targets", { params: { query: { q: query } } });
  const all = api.useQuery("get", "/api/v1/targets", { params: { query: { q: "all" } } });
  return (
    <Page title="Which kernels a query means" actions={<TextForms />}>
      <QueryForm
        label="Query"
        query={search.get("q") ?? ""}
        invalid={meant.isError && problemFrom(meant.error).code === "bad_targets"}
        onQuery={(words) => void go(to(words))}
      />
      <Examples to={to} />
      {meant.data !== undefined ? (
        <>
          <p role="status">
            <strong>
              {meant.data.count} of {meant.data.all} kernels
            </strong>
            <span className="muted"> · read as </span>
            <code>{meant.data.query}</code>
            {" · "}
            <Link to={address("/kernels", undefined, { targets: query })}>Show them in the archive</Link>
          </p>
          <Meant meant={meant.data.kernels} all={all.data?.kernels ?? []} />
          <h2>As a policy</h2>
          <p className="muted">
            In the <code>.relogrid</code> file of a repository, or as a project's policy.
          </p>
          <Code label="The query in a .relogrid file" copy="Copy the policy" text={asPolicy(query)} />
        </>
      ) : meant.isError ? (
        <QueryProblem error={meant.error} to={to} retry={() => void meant.refetch()} />
      ) : (
        <p className="muted" role="status">
          Waiting for the kernels …
        </p>
      )}
      <Grammar />
    </Page>
  );
}
