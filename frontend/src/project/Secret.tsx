import { CopyButton } from "@/ui/CopyButton";

/** A secret the service says once and then has only as a digest. */
export function Secret({ what, secret }: { what: string; secret: string }) {
  return (
    <div className="notice" role="status">
      <p>
        <strong>{what}</strong> It is shown this once; the service cannot say it again.
      </p>
      <code className="mono">{secret}</code>
      <CopyButton text={secret} label="Copy" kind="main" />
    </div>
  );
}
