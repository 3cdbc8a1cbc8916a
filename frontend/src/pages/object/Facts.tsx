import { useState } from "react";
import { api } from "@/api/client";
import type { Query } from "@/app/routes";
import { Asked } from "@/ui/Asked";
import { Inspection } from "./Inspection";

/** What is in the object, without any kernel: asked for when somebody opens it. */
export function Facts({ sha, query }: { sha: string; query: Query }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="object-facts" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>What is in it</h2>
        <span className="muted small"> programs, maps, externs, relocations</span>
      </summary>
      {open && <Known sha={sha} query={query} />}
    </details>
  );
}

function Known({ sha, query }: { sha: string; query: Query }) {
  const asked = api.useQuery("get", "/api/v1/objects/{sha256}/inspect", { params: { path: { sha256: sha } } });
  return (
    <Asked query={asked} what="the object">
      {(inspection) => <Inspection inspection={inspection} sha={sha} query={query} />}
    </Asked>
  );
}
