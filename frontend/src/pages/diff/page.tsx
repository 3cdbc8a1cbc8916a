import { Link, useParams, useSearchParams } from "react-router";
import { api } from "@/api/client";
import { problemFrom } from "@/api/problem";
import type { Schema } from "@/api/schema-names";
import { address } from "@/app/routes";
import { diffAddress, projectAddress, refName, runId } from "@/project/names";
import { Asked } from "@/ui/Asked";
import { ButtonLink } from "@/ui/Button";
import { Crumbs } from "@/ui/Crumbs";
import { Page } from "@/ui/Page";
import { Problem } from "@/ui/Problem";
import { TextForms } from "@/ui/TextForms";
import { isEmpty, summaryOf } from "./parts";
import { Picker } from "./Picker";
import { sidesOf, type Sides } from "./range";
import { ObjectSides, ObjectsDiff } from "./ObjectsDiff";
import { RefSides, RefsDiff } from "./RefsDiff";
import { TargetsBox } from "./TargetsBox";
import "./diff.css";

type Answer = Schema<"ObjectDiff"> | Schema<"RefDiff">;

/** What is different between two objects, or between two refs of a project. */
export function Component() {
  const { range = "" } = useParams();
  const [words] = useSearchParams();
  const project = words.get("project") ?? undefined;
  const targets = words.get("targets") ?? undefined;
  const sides = sidesOf(range);
  if (sides.from === "" || sides.to === "") return <Unchosen sides={sides} project={project} />;
  return <Compared key={`${project} ${range}`} sides={sides} project={project} targets={targets} />;
}

interface ComparedProps {
  sides: Sides;
  project: string | undefined;
  targets: string | undefined;
}

function Compared({ sides, project, targets }: ComparedProps) {
  const { from, to } = sides;
  const query = api.useQuery(
    "get",
    "/api/v1/diff",
    { params: { query: { from, to, project, targets } } },
    // Where a side is not judged yet, the answer is a run to wait for.
    {
      refetchInterval: ({ state }) => (state.data !== undefined && answered(state.data) === undefined ? 2_000 : false),
    },
  );
  const answer = query.data === undefined ? undefined : answered(query.data);
  return (
    <Page
      title={`${refName(from)} and ${refName(to)} compared`}
      heading={answer === undefined ? undefined : <Summary says={summary(answer)} />}
      crumbs={<Above project={project} />}
      actions={
        <>
          <ButtonLink size="small" to={diffAddress(to, from, project, targets)}>
            Swap the sides
          </ButtonLink>
          <TextForms />
        </>
      }
    >
      {answer !== undefined && <SidesOf answer={answer} />}
      <TargetsBox targets={targets ?? ""} />
      {query.isError && query.data === undefined ? (
        <Refused error={query.error} sides={sides} project={project} />
      ) : (
        <Asked query={query} what="what is different">
          {() =>
            answer === undefined ? <NotYet run={runOf(query.data)} /> : <Parts answer={answer} targets={targets} />
          }
        </Asked>
      )}
    </Page>
  );
}

function Above({ project }: { project: string | undefined }) {
  if (project === undefined) return <Crumbs at={[["Objects", "/objects"]]} />;
  return (
    <Crumbs
      at={[
        ["Projects", "/projects"],
        [project, projectAddress(project)],
      ]}
    />
  );
}

// The other answer is 202: one of the two is not judged yet.
function answered(data: unknown): Answer | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  return "diff" in data || "paths" in data ? (data as Answer) : undefined;
}

function summary(answer: Answer): string {
  if ("paths" in answer) return summaryOf(answer.paths);
  if (isEmpty(answer.diff)) return `Nothing changed: the same is said on all ${answer.diff.same} kernels`;
  return answer.diff.summary;
}

function Summary({ says }: { says: string }) {
  const parts = says.split(", ");
  return (
    <span className="diff-summary">
      {parts.map((part, at) => (
        <span key={part} className="diff-summary-part">
          {part}
          {at < parts.length - 1 && ", "}
        </span>
      ))}
    </span>
  );
}

function SidesOf({ answer }: { answer: Answer }) {
  return "paths" in answer ? <RefSides of={answer} /> : <ObjectSides of={answer.diff} targets={answer.targets} />;
}

function Parts({ answer, targets }: { answer: Answer; targets: string | undefined }) {
  return "paths" in answer ? <RefsDiff of={answer} targets={targets} /> : <ObjectsDiff of={answer.diff} />;
}

function runOf(data: unknown): string | undefined {
  return typeof data === "object" && data !== null && "run" in data ? String(data.run) : undefined;
}

function NotYet({ run }: { run: string | undefined }) {
  return (
    <p className="muted" role="status">
      One of the two is still being held against the kernels; the answer comes here by itself.{" "}
      {run !== undefined && <Link to={address("/runs/:id", { id: runId(run) })}>Follow the run</Link>}
    </p>
  );
}

function Refused({ error, sides, project }: { error: unknown; sides: Sides; project: string | undefined }) {
  return (
    <>
      <Problem error={error} />
      {problemFrom(error).status === 404 && <Picker sides={sides} project={project} />}
    </>
  );
}

function Unchosen({ sides, project }: { sides: Sides; project: string | undefined }) {
  return (
    <Page title="Compare" crumbs={<Above project={project} />}>
      <p className="muted">
        What breaks, what is fixed, and why: between two objects, or between two refs of a project.
      </p>
      <Picker sides={sides} project={project} />
    </Page>
  );
}
