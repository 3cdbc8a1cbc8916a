import { Code } from "@/ui/Code";
import { CopyButton } from "@/ui/CopyButton";

/** Code that mends a cause, proven before it is shown; the button copies the code and nothing else. */
export function Fix({ code, open }: { code: string; open?: boolean }) {
  const lines = code.trimEnd().split("\n").length;
  return (
    <div className="fix">
      <CopyButton text={code} label="Copy fix" size="small" />
      <details open={open}>
        <summary>{lines} lines to use in its place</summary>
        <Code text={code} label="Fix" />
      </details>
    </div>
  );
}
