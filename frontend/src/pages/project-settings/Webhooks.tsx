import { api } from "@/api/client";
import { Asked } from "@/ui/Asked";
import { Empty } from "@/ui/Empty";
import { NewWebhook } from "./NewWebhook";
import { Webhook } from "./Webhook";

/** Who is told what breaks and what is fixed. */
export function Webhooks({ project }: { project: string }) {
  const query = api.useQuery("get", "/api/v1/projects/{project}/webhooks", { params: { path: { project } } });
  return (
    <>
      <Asked query={query} what="the webhooks">
        {({ items }) =>
          items.length === 0 ? (
            <Empty says="Nobody is told yet. A webhook gets each event of this project as signed JSON." />
          ) : (
            <ul className="stack project-plain">
              {items.map((webhook) => (
                <li key={webhook.id}>
                  <Webhook project={project} webhook={webhook} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      <NewWebhook project={project} />
    </>
  );
}
