import { CopyButton } from "./CopyButton";

interface CodeProps {
  text: string;
  /** What it is, for those who do not see what is around it. */
  label: string;
  /** What the button that copies it says; without, there is none. */
  copy?: string;
}

/** Code or a terminal's text as it is. */
export function Code({ text, label, copy }: CodeProps) {
  return (
    <div className="stack">
      <pre className="code" role="region" tabIndex={0} aria-label={label}>
        <code>{text}</code>
      </pre>
      {copy !== undefined && (
        <div className="no-print">
          <CopyButton text={text} label={copy} />
        </div>
      )}
    </div>
  );
}
