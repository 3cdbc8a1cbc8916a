import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { Feed } from "@/project/Feed";
import { projectAddress } from "@/project/names";
import { Asked } from "@/ui/Asked";
import { Button, ButtonLink } from "@/ui/Button";
import { Crumbs } from "@/ui/Crumbs";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";
import { TextForms } from "@/ui/TextForms";
import { newestFirst, type EventMessage } from "./feed";
import { Happened } from "./Happened";
import { ProjectFilter } from "./ProjectFilter";
import "./events.css";

const STEP = 50;

/** What broke and what was fixed, the newest first. */
export function Component() {
  const [words] = useSearchParams();
  const project = words.get("project") ?? undefined;
  const query = useQuery({ queryKey: ["events", project], queryFn: ({ signal }) => newestFirst(project, signal) });
  return (
    <Page
      title="What broke and was fixed"
      crumbs={
        project === undefined ? undefined : (
          <Crumbs
            at={[
              ["Projects", "/projects"],
              [project, projectAddress(project)],
            ]}
          />
        )
      }
      actions={
        <>
          <Feed project={project} />
          <TextForms />
        </>
      }
    >
      <p className="muted">By an upload, by kernels that were added to the archive, or by a newer engine.</p>
      <ProjectFilter project={project ?? ""} />
      <Asked query={query} what="the events">
        {(events) => (events.length === 0 ? <Nothing project={project} /> : <List events={events} key={project} />)}
      </Asked>
    </Page>
  );
}

function List({ events }: { events: readonly EventMessage[] }) {
  const [shown, setShown] = useState(STEP);
  return (
    <>
      <ol className="stack project-plain">
        {events.slice(0, shown).map((event) => (
          <li key={event.id}>
            <Happened event={event} />
          </li>
        ))}
      </ol>
      {events.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + STEP)}>Show more</Button>
        </div>
      )}
    </>
  );
}

function Nothing({ project }: { project: string | undefined }) {
  return (
    <Empty
      says={`Nothing broke and nothing was fixed${project === undefined ? "" : ` in ${project}`} yet. An event is written when an object's answer changes for the worse or the better.`}
    >
      {project === undefined ? (
        <ButtonLink to="/projects">All projects</ButtonLink>
      ) : (
        <ButtonLink to="/events">Events of all projects</ButtonLink>
      )}
    </Empty>
  );
}
