import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { Confirm } from "@/project/Confirm";
import { Button } from "@/ui/Button";
import { Problem } from "@/ui/Problem";
import { When } from "@/ui/When";
import { Deliveries } from "./Deliveries";

interface WebhookProps {
  project: string;
  webhook: Schema<"WebhookView">;
}

/** One webhook: whether it is told, what it was told, and its end. */
export function Webhook({ project, webhook }: WebhookProps) {
  const [leaving, setLeaving] = useState(false);
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const path = { project, id: Number(webhook.id) };
  const onSuccess = async () => {
    setLeaving(false);
    await queries.invalidateQueries({ queryKey: ["get", "/api/v1/projects/{project}/webhooks"] });
  };
  const change = api.useMutation("patch", "/api/v1/projects/{project}/webhooks/{id}", { onSuccess });
  const remove = api.useMutation("delete", "/api/v1/projects/{project}/webhooks/{id}", { onSuccess });
  return (
    <article className="card">
      <div className="row spread">
        <h3 className="mono">{webhook.url}</h3>
        <div className="row">
          <Button
            size="small"
            disabled={change.isPending}
            onClick={() => change.mutate({ params: { path }, body: { active: !webhook.active } })}
          >
            {webhook.active ? "Pause" : "Resume"}
          </Button>
          <Button size="small" onClick={() => setLeaving(true)}>
            Delete
          </Button>
        </div>
      </div>
      <p className="small muted">
        {webhook.active ? "It is told." : "It is paused and told nothing."} Since <When at={webhook.createdAt} />.
      </p>
      {change.isError && <Problem error={change.error} />}
      <details className="project-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>What it was told</summary>
        {open && <Deliveries project={project} webhook={webhook.id} />}
      </details>
      <Confirm
        title="Delete this webhook?"
        open={leaving}
        does="Delete it"
        run={() => remove.mutate({ params: { path } })}
        running={remove.isPending}
        error={remove.error}
        onClose={() => setLeaving(false)}
      >
        <span className="mono">{webhook.url}</span> is told nothing any more, not even what still waits, and its secret
        is forgotten.
      </Confirm>
    </article>
  );
}
