import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { PAGED, ShowMore } from "@/project/ShowMore";
import { Asked } from "@/ui/Asked";
import { Button } from "@/ui/Button";
import { DataTable } from "@/ui/DataTable";
import { Problem } from "@/ui/Problem";
import { When } from "@/ui/When";

type Delivery = Schema<"DeliveryView">;

const STATES: Record<string, string> = { delivered: "✓ delivered", waiting: "… waiting", dead: "✗ dead" };
const AT = "/api/v1/projects/{project}/webhooks/{id}/deliveries";

/** What a webhook was told and could not be told, the newest first. */
export function Deliveries({ project, webhook }: { project: string; webhook: string }) {
  const [state, setState] = useState("");
  const field = useId();
  const path = { project, id: Number(webhook) };
  const query = api.useInfiniteQuery(
    "get",
    AT,
    { params: { path, query: { state: state === "" ? undefined : state, limit: 50 } } },
    { ...PAGED, refetchInterval: 5_000 },
  );
  return (
    <div className="stack settings-deliveries">
      <div className="row">
        <label htmlFor={field}>Show</label>
        <select id={field} value={state} onChange={(event) => setState(event.target.value)}>
          <option value="">all</option>
          {Object.keys(STATES).map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </div>
      <Asked query={query} what="the deliveries">
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return <p className="muted">Nothing {state === "" ? "was told yet" : `is ${state}`}.</p>;
          return <Table items={items} path={path} />;
        }}
      </Asked>
      <ShowMore of={query} />
    </div>
  );
}

function Table({ items, path }: { items: readonly Delivery[]; path: { project: string; id: number } }) {
  const queries = useQueryClient();
  const again = api.useMutation("post", `${AT}/{delivery}/redeliver`, {
    onSuccess: () => queries.invalidateQueries({ queryKey: ["get", AT] }),
  });
  return (
    <>
      {again.isError && <Problem error={again.error} />}
      <DataTable
        label={`Deliveries of webhook ${path.id}`}
        rows={items}
        rowKey={(one) => one.id}
        columns={[
          { head: "Event", cell: (one) => one.event },
          { head: "State", cell: (one) => STATES[one.state] ?? one.state },
          { head: "Attempts", number: true, cell: (one) => one.attempts },
          { head: "Last", cell: (one) => <When at={one.changedAt} /> },
          { head: "Answer", cell: (one) => [one.lastStatus, one.lastError].filter((said) => said).join(": ") },
          {
            head: "Again",
            cell: (one) =>
              one.state === "dead" && (
                <Button
                  size="small"
                  disabled={again.isPending}
                  aria-label={`Tell again event ${one.event}`}
                  onClick={() => again.mutate({ params: { path: { ...path, delivery: Number(one.id) } } })}
                >
                  Tell again
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
