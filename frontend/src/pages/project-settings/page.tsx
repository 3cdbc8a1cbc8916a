import { useParams } from "react-router";
import { api } from "@/api/client";
import { Allowed } from "@/project/Allowed";
import { projectAddress } from "@/project/names";
import { Asked } from "@/ui/Asked";
import { Crumbs } from "@/ui/Crumbs";
import { Page } from "@/ui/Page";
import { Fleet } from "./Fleet";
import { Policy } from "./Policy";
import { Webhooks } from "./Webhooks";
import "@/project/project.css";
import "./settings.css";

/** What a project asks of kernels, which machines it has, and who is told what happens. */
export function Component() {
  const { project = "" } = useParams();
  const query = api.useQuery("get", "/api/v1/projects/{project}", { params: { path: { project } } });
  return (
    <Page
      title={`Settings of ${project}`}
      crumbs={
        <Crumbs
          at={[
            ["Projects", "/projects"],
            [project, projectAddress(project)],
          ]}
        />
      }
    >
      <Asked query={query} what="the project">
        {(detail) => (
          <>
            <section className="stack" aria-labelledby="policy">
              <h2 id="policy">Policy</h2>
              <Policy project={project} says={detail.policy} />
            </section>
            <section className="stack project-part" aria-labelledby="fleet">
              <h2 id="fleet">Fleet</h2>
              <Fleet project={project} />
            </section>
            <section className="stack project-part" aria-labelledby="webhooks">
              <h2 id="webhooks">Webhooks</h2>
              <Allowed scope="admin" project={project}>
                <Webhooks project={project} />
              </Allowed>
            </section>
          </>
        )}
      </Asked>
    </Page>
  );
}
