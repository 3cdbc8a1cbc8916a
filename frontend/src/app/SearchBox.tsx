import { useRef, type FormEvent } from "react";
import { useNavigate } from "react-router";
import { useKey } from "./keys";
import { address } from "./routes";

/** One box for objects, kernels, types, fields and projects. */
export function SearchBox() {
  const box = useRef<HTMLInputElement>(null);
  const go = useNavigate();
  useKey("/", () => box.current?.focus());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = box.current?.value.trim() ?? "";
    if (wanted !== "") void go(address("/search", undefined, { q: wanted }));
  };
  return (
    <search className="search">
      <form onSubmit={submit}>
        <input
          ref={box}
          type="search"
          name="q"
          aria-label="Search kernels, types, fields, objects"
          placeholder="Kernel, type, field, object"
          autoComplete="off"
          spellCheck={false}
        />
      </form>
    </search>
  );
}
