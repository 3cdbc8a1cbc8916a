import { useId, type FormEvent } from "react";
import { useNavigate } from "react-router";
import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { address, shortSha } from "@/app/routes";
import { Button } from "@/ui/Button";
import { useLine } from "./line";

/** Leads to the comparison of an object between this kernel and another. */
export function Compare({ kernel }: { kernel: Schema<"Kernel"> }) {
  const ids = useId();
  const go = useNavigate();
  const line = useLine(kernel) ?? [];
  const objects = api.useQuery("get", "/api/v1/objects", { params: { query: { limit: 100 } } });
  const others = line.filter((id) => id !== kernel.id);
  if (objects.data === undefined || objects.data.objects.length === 0) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const other = String(form.get("kernel")).trim();
    const sha = shortSha(String(form.get("object")));
    // From the older to the newer, where the order is known.
    const both = line.indexOf(other) > line.indexOf(kernel.id) ? [kernel.id, other] : [other, kernel.id];
    void go(address("/objects/:sha/kernels", { sha }, { kernels: both.join("...") }));
  };
  return (
    <>
      <h2>Compare an object between this and another kernel</h2>
      <form className="row kernel-compare" onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${ids}object`}>Object</label>
          <select id={`${ids}object`} name="object">
            {objects.data.objects.map((object) => (
              <option key={object.sha256} value={object.sha256}>
                {object.name} ({shortSha(object.sha256)})
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${ids}kernel`}>Other kernel</label>
          <input
            id={`${ids}kernel`}
            name="kernel"
            list={`${ids}line`}
            defaultValue={others.at(-1)}
            placeholder="distro/suite/arch/release"
            pattern="[^\s/]+/[^\s/]+/[^\s/]+/\S+"
            title="distro/suite/arch/release"
            required
            autoComplete="off"
            spellCheck={false}
          />
          <datalist id={`${ids}line`}>
            {others.map((id) => (
              <option key={id} value={id} />
            ))}
          </datalist>
        </div>
        <Button type="submit">Compare</Button>
      </form>
    </>
  );
}
