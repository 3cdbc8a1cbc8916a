import { useParams } from "react-router";
import { api } from "@/api/client";
import { hasEnded } from "@/knowledge/run-words";
import { Asked } from "@/ui/Asked";
import { Crumbs } from "@/ui/Crumbs";
import { Page } from "@/ui/Page";
import { TextForms } from "@/ui/TextForms";
import { Cancel } from "./Cancel";
import { Cells } from "./Cells";
import { Facts } from "./Facts";
import { Progress } from "./Progress";
import { useEvents } from "./useEvents";
import "./run.css";

/** One run as it goes: counts, what kernels say as they say it, and how it ended. */
export function Component() {
  const { id = "" } = useParams();
  const told = useEvents(id);
  const run = api.useQuery(
    "get",
    "/api/v1/runs/{id}",
    { params: { path: { id } } },
    // The run says what the stream says; it is asked seldom while that is open.
    {
      refetchInterval: ({ state: { data } }) =>
        data !== undefined && hasEnded(data) ? false : told.following === "live" ? 10_000 : 1_500,
    },
  );
  return (
    <Page
      title={run.data === undefined ? "Run" : `${sentence(run.data.kind)} run`}
      crumbs={<Crumbs at={[["Runs", "/runs"]]} />}
      actions={<TextForms />}
    >
      <Asked query={run} what="the run">
        {(now) => (
          <>
            <Progress run={now} told={told} />
            {!hasEnded(now) && told.ended === null && <Cancel run={now} />}
            <Facts run={now} />
            <Cells told={told} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function sentence(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
