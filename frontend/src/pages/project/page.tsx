import { Link, useParams, useSearchParams } from "react-router";
import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { address, refSegment } from "@/app/routes";
import { Answer, Counts } from "@/project/Counts";
import { Feed } from "@/project/Feed";
import { refAddress, refName } from "@/project/names";
import { Asked } from "@/ui/Asked";
import { ButtonLink } from "@/ui/Button";
import { Code } from "@/ui/Code";
import { Crumbs } from "@/ui/Crumbs";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";
import { TextForms } from "@/ui/TextForms";
import { BadgeCode } from "./BadgeCode";
import { RefTable } from "./RefTable";
import { RefTrend } from "@/project/RefTrend";

type Detail = Schema<"ProjectDetailView">;

/** One project: whether its main ref may go out, its other refs, how that went, what it asks of kernels, its badge. */
export function Component() {
  const { project = "" } = useParams();
  const query = api.useQuery("get", "/api/v1/projects/{project}", { params: { path: { project } } });
  return (
    <Page
      title={project}
      crumbs={<Crumbs at={[["Projects", "/projects"]]} />}
      actions={
        <>
          <ButtonLink size="small" to={address("/events", undefined, { project })}>
            Events
          </ButtonLink>
          <Feed project={project} />
          <ButtonLink size="small" to={address("/settings/projects/:project", { project })}>
            Settings
          </ButtonLink>
          <TextForms />
        </>
      }
    >
      <Asked query={query} what="the project">
        {(detail) => (detail.refs.length === 0 ? <NoRef detail={detail} /> : <Shown detail={detail} />)}
      </Asked>
    </Page>
  );
}

function Shown({ detail }: { detail: Detail }) {
  const project = detail.project.name;
  const [words] = useSearchParams();
  const main = detail.mainRef?.name ?? detail.refs[0]?.name ?? "";
  const shown = words.get("ref") ?? main;
  return (
    <>
      <Main project={project} name={main} />
      <section className="stack project-part" aria-labelledby="refs">
        <h2 id="refs">Branches, tags and commits</h2>
        <RefTable project={project} main={main} refs={detail.refs} />
      </section>
      <section className="stack project-part" aria-labelledby="trend">
        <h2 id="trend">How {refName(shown)} went</h2>
        <RefTrend project={project} name={shown} refs={detail.refs.map((one) => one.name)} />
      </section>
      <Policy detail={detail} />
      <section className="stack project-part" aria-labelledby="badge">
        <h2 id="badge">Badge</h2>
        <BadgeCode project={project} />
      </section>
    </>
  );
}

function Main({ project, name }: { project: string; name: string }) {
  const query = api.useQuery("get", "/api/v1/projects/{project}/refs/{ref}", {
    params: { path: { project, ref: refSegment(name) } },
  });
  return (
    <section className="stack project-part" aria-labelledby="main-ref">
      <h2 id="main-ref" className="small muted">
        May <Link to={refAddress(project, name)}>{refName(name)}</Link> go out?
      </h2>
      <Asked query={query} what="its answer">
        {(ref) => (
          <>
            <p className="project-answer">
              <Answer says={ref.headline} />
            </p>
            <Counts of={ref.kernels} large />
            {ref.nodes !== null && ref.nodes !== undefined && <p>{ref.nodes.sentence}</p>}
          </>
        )}
      </Asked>
    </section>
  );
}

function Policy({ detail }: { detail: Detail }) {
  const project = detail.project.name;
  return (
    <section className="stack project-part" aria-labelledby="policy">
      <h2 id="policy">What it asks of kernels</h2>
      <ul className="project-policy">
        {detail.policy.map((says) => (
          <li key={says}>{says}</li>
        ))}
        <li>{detail.nodes === 0 ? "No fleet is known." : `Its fleet has ${detail.nodes} nodes.`}</li>
      </ul>
      <p>
        <Link to={address("/settings/projects/:project", { project })}>Change the policy or the fleet</Link>
      </p>
    </section>
  );
}

function NoRef({ detail }: { detail: Detail }) {
  const project = detail.project.name;
  return (
    <>
      <Empty says="This project has no objects yet. Continuous integration pushes them:">
        <Code
          label="What continuous integration runs"
          copy="Copy both lines"
          text={`export RELOGRID_URL=${location.origin} RELOGRID_TOKEN=…\nrelogrid push *.bpf.o --project ${project} --ref main`}
        />
      </Empty>
      <Policy detail={detail} />
    </>
  );
}
