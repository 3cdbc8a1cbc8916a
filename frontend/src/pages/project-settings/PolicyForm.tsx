import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useRef, useState, type FormEvent } from "react";
import { problemFrom } from "@/api/problem";
import { Button } from "@/ui/Button";
import { Problem } from "@/ui/Problem";
import { Meanwhile } from "./Meanwhile";
import { placeIn, readPolicy, writePolicy, type PolicyText } from "./policyText";

const EXAMPLE = "required:\n  - debian 11..13 and latest 3\nwatch: suite:sid\nfail-on: broken";

/** The policy's text to change; written only over the version that was read. */
export function PolicyForm({ project, read }: { project: string; read: PolicyText }) {
  const [text, setText] = useState(read.text);
  const [tag, setTag] = useState(read.tag);
  const [theirs, setTheirs] = useState<PolicyText>();
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const queries = useQueryClient();
  const write = useMutation({
    mutationFn: (over: string | null) => writePolicy(project, text, over),
    onSuccess: async () => {
      setTheirs(undefined);
      setTag((await queries.fetchQuery({ queryKey: ["policy", project], queryFn: () => readPolicy(project) })).tag);
      await queries.invalidateQueries({ queryKey: ["get"] });
    },
    onError: async (error) => {
      if (problemFrom(error).status === 412) setTheirs(await readPolicy(project));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate(tag);
  };
  const problem = write.isError ? problemFrom(write.error) : undefined;
  const place = placeIn(problem?.detail ?? "", text);
  return (
    <form className="stack" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>As YAML</label>
        <textarea
          ref={area}
          id={id}
          className="mono policy-text"
          rows={Math.min(24, Math.max(8, text.split("\n").length + 1))}
          spellCheck={false}
          placeholder={EXAMPLE}
          value={text}
          aria-invalid={problem !== undefined && problem.status !== 412}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="small muted">An empty policy asks for all kernels and fails on what breaks.</p>
      </div>
      {theirs !== undefined && (
        <Meanwhile
          mine={text}
          theirs={theirs}
          take={() => {
            setText(theirs.text);
            setTag(theirs.tag);
            setTheirs(undefined);
            write.reset();
          }}
          keep={() => write.mutate(theirs.tag)}
        />
      )}
      {problem !== undefined && theirs === undefined && (
        <Problem error={write.error}>
          {place !== undefined && (
            <Button
              onClick={() => {
                area.current?.focus();
                area.current?.setSelectionRange(place.at, place.at);
              }}
            >
              Go to line {place.line}
            </Button>
          )}
        </Problem>
      )}
      <div className="row">
        <button type="submit" className="button" data-kind="main" disabled={write.isPending}>
          Set the policy
        </button>
        <span role="status" className="muted">
          {write.isSuccess && write.data !== undefined && `Set; it is version ${write.data.version} now.`}
        </span>
      </div>
    </form>
  );
}
