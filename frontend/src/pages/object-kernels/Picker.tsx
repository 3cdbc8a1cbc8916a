import { useRef, type FormEvent } from "react";
import { api } from "@/api/client";
import { Button } from "@/ui/Button";

interface PickerProps {
  from: string;
  to: string;
  choose: (from: string, to: string) => void;
}

/** Two kernels of the archive; the browser suggests their names. */
export function Picker({ from, to, choose }: PickerProps) {
  const all = api.useQuery("get", "/api/v1/targets", { params: { query: { q: "all" } } });
  const [before, after] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose(before.current?.value.trim() ?? "", after.current?.value.trim() ?? "");
  };
  const swap = () => choose(after.current?.value.trim() ?? "", before.current?.value.trim() ?? "");
  return (
    <form className="object-kernels-picker no-print" onSubmit={submit}>
      <div className="field">
        <label htmlFor="kernel-before">From</label>
        <input id="kernel-before" ref={before} className="mono" list="kernels" defaultValue={from} required />
      </div>
      <div className="field">
        <label htmlFor="kernel-after">To</label>
        <input id="kernel-after" ref={after} className="mono" list="kernels" defaultValue={to} required />
      </div>
      <div className="row">
        <Button kind="main" type="submit">
          Compare
        </Button>
        <Button onClick={swap}>Swap</Button>
      </div>
      <datalist id="kernels">
        {all.data?.kernels.map((kernel) => (
          <option key={kernel} value={kernel} />
        ))}
      </datalist>
    </form>
  );
}
