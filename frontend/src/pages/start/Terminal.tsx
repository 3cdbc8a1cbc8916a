import { Code } from "@/ui/Code";

/** The same without a browser. */
export function Terminal() {
  const lines = [
    "relogrid check probe.bpf.o",
    `relogrid push probe.bpf.o --project my-agent --ref main \\\n    --server ${location.origin}`,
    `curl --data-binary @probe.bpf.o -H "Authorization: Bearer $TOKEN" \\\n    -H 'Content-Type: application/octet-stream' \\\n    '${location.origin}/api/v1/objects?name=probe.bpf.o'`,
  ];
  return (
    <section className="stack" aria-labelledby="terminal">
      <h2 id="terminal">From a terminal</h2>
      <p className="small muted">The first needs no service and sends nothing.</p>
      <Code label="Commands" text={lines.join("\n")} copy="Copy" />
    </section>
  );
}
