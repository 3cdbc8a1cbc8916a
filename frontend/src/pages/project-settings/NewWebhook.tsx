import { useQueryClient } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { api } from "@/api/client";
import { Secret } from "@/project/Secret";
import { Problem } from "@/ui/Problem";
import { urlFault } from "./webhookFault";

/** Adds a webhook; the secret its messages are signed with is shown once. */
export function NewWebhook({ project }: { project: string }) {
  const [url, setUrl] = useState("");
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const id = useId();
  const add = api.useMutation("post", "/api/v1/projects/{project}/webhooks", {
    onSuccess: async () => {
      setUrl("");
      setTried(false);
      await queries.invalidateQueries({ queryKey: ["get", "/api/v1/projects/{project}/webhooks"] });
    },
  });
  const fault = tried ? urlFault(url.trim()) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (urlFault(url.trim()) === undefined) add.mutate({ params: { path: { project } }, body: { url: url.trim() } });
  };
  return (
    <>
      {add.data?.secret !== undefined && add.data.secret !== null && (
        <Secret what="This signs every message." secret={add.data.secret} />
      )}
      <form className="stack" noValidate onSubmit={submit}>
        <div className="field">
          <label htmlFor={id}>New webhook</label>
          <input
            id={id}
            type="url"
            value={url}
            placeholder="https://example.com/relogrid"
            autoComplete="off"
            aria-invalid={fault !== undefined || add.isError}
            aria-describedby={`${id}-says`}
            onChange={(event) => setUrl(event.target.value)}
          />
          <p id={`${id}-says`} className="small muted" role={fault === undefined ? undefined : "alert"}>
            {fault ?? "Messages carry a signature, Relogrid-Signature, under a secret that is shown once."}
          </p>
        </div>
        {add.isError && <Problem error={add.error} />}
        <div>
          <button type="submit" className="button" disabled={add.isPending}>
            Add the webhook
          </button>
        </div>
      </form>
    </>
  );
}
