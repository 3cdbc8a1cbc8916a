import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/api/client";
import type { Run } from "@/knowledge/run-words";
import { useMay } from "@/knowledge/scopes";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Problem } from "@/ui/Problem";

/** Calls the run off, after a question. */
export function Cancel({ run }: { run: Run }) {
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const may = useMay("upload");
  const cancel = api.useMutation("delete", "/api/v1/runs/{id}", {
    onSuccess: () => {
      setAsked(false);
      void queries.invalidateQueries({ queryKey: ["get", "/api/v1/runs/{id}"] });
    },
  });
  if (!may) return null;
  return (
    <div>
      <Button kind="danger" size="small" onClick={() => setAsked(true)}>
        Cancel the run
      </Button>
      <Dialog title="Cancel this run?" open={asked} onClose={() => setAsked(false)}>
        <p>It ends where it is. Answers that are stored stay; this run gives none.</p>
        {cancel.isError && <Problem error={cancel.error} />}
        <div className="row">
          <Button
            kind="danger"
            disabled={cancel.isPending}
            onClick={() => cancel.mutate({ params: { path: { id: run.id } } })}
          >
            Cancel the run
          </Button>
          <Button onClick={() => setAsked(false)}>Let it go on</Button>
        </div>
      </Dialog>
    </div>
  );
}
