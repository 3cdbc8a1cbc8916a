import { Navigate, useParams, useSearchParams } from "react-router";
import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { objectAddress, refSegment } from "@/app/routes";
import { Answer, Counts } from "@/project/Counts";
import { projectAddress, refName } from "@/project/names";
import { requiredQuery } from "@/project/policyQuery";
import { RefTrend } from "@/project/RefTrend";
import { Asked } from "@/ui/Asked";
import { Code } from "@/ui/Code";
import { Crumbs } from "@/ui/Crumbs";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";
import { TextForms } from "@/ui/TextForms";
import { Compare } from "./Compare";
import { Forms } from "./Forms";
import { History } from "./History";
import { Nodes } from "./Nodes";
import { ObjectTable } from "./ObjectTable";
import { Reasons } from "./Reasons";
import "./ref.css";

/** One ref: may it go out, why not, what it has, how that went. */
export function Component() {
  const { project = "", ref = "" } = useParams();
  const [words] = useSearchParams();
  const name = ref.replaceAll("~", "/");
  const segment = refSegment(ref);
  const detail = api.useQuery("get", "/api/v1/projects/{project}/refs/{ref}", {
    params: { path: { project, ref: segment } },
  });
  const answer = api.useQuery(
    "get",
    "/api/v1/releasable",
    { params: { query: { project, ref: segment } } },
    // Until everything is judged, the answer is asked for again.
    { refetchInterval: ({ state }) => ((state.data?.pending.length ?? 0) > 0 ? 2_000 : false) },
  );
  const of = api.useQuery("get", "/api/v1/projects/{project}", { params: { path: { project } } });
  const wanted = words.get("object");
  const found = wanted === null ? undefined : detail.data?.objects.find((one) => one.path === wanted);
  const targets = requiredQuery(of.data?.policy ?? []);
  if (found !== undefined && of.data !== undefined) {
    return <Navigate replace to={objectAddress(found.sha256, { targets })} />;
  }
  const kind = detail.data === undefined ? "" : `, a ${detail.data.ref.kind} of ${project}`;
  const some = (detail.data?.objects.length ?? 0) > 0;
  return (
    <Page
      title={`${refName(name)} of ${project}`}
      heading={
        !some || answer.data === undefined ? undefined : (
          <>
            <span className="small muted ref-name">
              {refName(name)}
              {kind}
            </span>
            <Answer says={answer.data.headline} />
          </>
        )
      }
      crumbs={
        <Crumbs
          at={[
            ["Projects", "/projects"],
            [project, projectAddress(project)],
          ]}
        />
      }
      actions={<TextForms />}
    >
      <Asked query={detail} what="the ref">
        {(shown) => (
          <>
            {wanted !== null && (
              <div className="notice" data-kind="warning">
                <p>
                  There is nothing under <span className="mono">{wanted}</span> here now.
                </p>
              </div>
            )}
            {shown.objects.length === 0 ? (
              <NoObject project={project} name={name} />
            ) : (
              <Asked query={answer} what="the answer">
                {(says) => <Answered says={says} />}
              </Asked>
            )}
            <Objects project={project} name={name} objects={shown.objects} targets={targets} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Answered({ says }: { says: Schema<"ReleasableView"> }) {
  return (
    <>
      {says.pending.length === 0 ? (
        <Counts of={says.kernels} large />
      ) : (
        <p className="muted" role="status">
          {says.objects.length - says.pending.length} of {says.objects.length} objects are judged; the answer comes here
          by itself.
        </p>
      )}
      <Reasons of={says.reasons} />
      {says.nodes !== null && says.nodes !== undefined && <Nodes of={says.nodes} />}
    </>
  );
}

interface ObjectsProps {
  project: string;
  name: string;
  objects: readonly Schema<"AttachedView">[];
  targets: string | undefined;
}

function Objects({ project, name, objects, targets }: ObjectsProps) {
  return (
    <>
      {objects.length > 0 && (
        <>
          <section className="stack project-part" aria-labelledby="objects">
            <h2 id="objects">Objects</h2>
            <ObjectTable project={project} name={name} objects={objects} targets={targets} />
          </section>
          <section className="stack project-part" aria-labelledby="forms">
            <h2 id="forms">The report of all of them</h2>
            <Forms project={project} name={name} />
          </section>
          <section className="stack project-part" aria-labelledby="compare">
            <h2 id="compare">Compare with another ref</h2>
            <Compare project={project} name={name} />
          </section>
        </>
      )}
      <section className="stack project-part" aria-labelledby="history">
        <h2 id="history">How it went</h2>
        <RefTrend project={project} name={name} />
        <History project={project} name={name} />
      </section>
    </>
  );
}

function NoObject({ project, name }: { project: string; name: string }) {
  return (
    <Empty says={`${name} has no objects now. Continuous integration pushes them:`}>
      <Code
        label="What continuous integration runs"
        copy="Copy the line"
        text={`relogrid push probe.bpf.o --project ${project} --ref ${name}`}
      />
    </Empty>
  );
}
