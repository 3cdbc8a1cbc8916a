import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, type FormEvent } from "react";
import { Link } from "react-router";
import { call } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { kernelAddress } from "@/app/routes";
import { Button } from "@/ui/Button";
import { Problem } from "@/ui/Problem";

interface Upload {
  file: File;
  id: string;
}

/** Uploads what a kernel comes in. Every current object is then held against it. */
export function AddKernels() {
  const ids = useId();
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: async ({ file, id }: Upload) => {
      const words = new URLSearchParams({ name: file.name, ...(id !== "" && { id }) });
      const headers = { "Content-Type": "application/octet-stream" };
      const response = await call(`/api/v1/kernels?${words}`, { method: "POST", body: file, headers });
      return { body: (await response.json()) as Schema<"AddedKernels">, added: response.status === 201 };
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    if (file instanceof File) add.mutate({ file, id: String(form.get("id")).trim() });
  };
  return (
    <form className="card" onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${ids}file`}>A .deb, .rpm or Arch package, a capture, or a BTFHub file</label>
        <input id={`${ids}file`} type="file" name="file" required />
      </div>
      <div className="field">
        <label htmlFor={`${ids}id`}>Its name, where the file does not say it</label>
        <input
          id={`${ids}id`}
          name="id"
          placeholder="distro/suite/arch/release"
          pattern="[^\s/]+/[^\s/]+/[^\s/]+/\S+"
          title="distro/suite/arch/release"
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <div>
        <Button type="submit" kind="main" disabled={add.isPending}>
          {add.isPending ? "Uploading and reading …" : "Add to the archive"}
        </Button>
      </div>
      {add.isError && <Problem error={add.error} />}
      {add.data !== undefined && (
        <div role="status">
          <p>{add.data.added ? "In the archive now:" : "All of it was there already:"}</p>
          <ul>
            {add.data.body.kernels.map((kernel) => (
              <li key={kernel.id}>
                <Link to={kernelAddress(kernel.id)}>{kernel.id}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
