import { useEffect, useState } from "react";
import { Button } from "./Button";

interface CopyButtonProps {
  /** What is copied, or where it comes from. */
  text: string | (() => Promise<string> | string);
  label: string;
  kind?: "main" | "quiet";
  size?: "small";
}

type State = "idle" | "copied" | "failed";

/** Copies text, and says so where it was pressed. */
export function CopyButton({ text, label, kind, size }: CopyButtonProps) {
  const [state, setState] = useState<State>("idle");
  useEffect(() => {
    if (state === "idle") return undefined;
    const timer = setTimeout(() => setState("idle"), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await write(typeof text === "string" ? text : await text());
      setState("copied");
    } catch {
      setState("failed");
    }
  };
  return (
    <Button kind={kind} size={size} onClick={() => void copy()}>
      <span aria-live="polite">{state === "idle" ? label : state === "copied" ? "Copied" : "Could not copy"}</span>
    </Button>
  );
}

// Browsers keep the clipboard for pages that came over TLS or from this machine; elsewhere the old way still works.
async function write(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("the browser refused");
}
