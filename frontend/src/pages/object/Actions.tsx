import { useState } from "react";
import { call } from "@/api/client";
import { useKey } from "@/app/keys";
import { shortSha } from "@/app/routes";
import type { Matrix } from "@/model/matrix";
import { asked, type Question } from "@/object/question";
import { Button } from "@/ui/Button";
import { TextForms } from "@/ui/TextForms";
import { Compare } from "./Compare";

interface ActionsProps {
  sha: string;
  name: string;
  matrix: Matrix | undefined;
  question: Question;
}

const FORMS = [
  ["JSON", "json", "json"],
  ["SARIF", "sarif", "sarif"],
  ["CSV", "csv", "csv"],
] as const;

/** What to do with the whole report. */
export function Actions({ sha, name, matrix, question }: ActionsProps) {
  const [comparing, setComparing] = useState(false);
  const [said, setSaid] = useState("");
  useKey("d", () => setComparing(true));
  useKey("y", () => {
    if (matrix === undefined) return;
    const link = new URL(location.href);
    link.searchParams.set("archive", shortSha(matrix.body.archive.digest));
    void navigator.clipboard?.writeText(link.href).then(
      () => setSaid("A link to this state of the archive is copied."),
      () => setSaid("The browser does not let the link be copied."),
    );
  });
  const download = async (form: string, ending: string) => {
    const words = new URLSearchParams({ ...asked(question), format: form });
    try {
      const answer = await call(`/api/v1/objects/${sha}/report?${words}`);
      save(await answer.blob(), `${name}.${ending}`);
    } catch {
      setSaid(`The ${form} could not be fetched.`);
    }
  };
  return (
    <div className="row no-print">
      <TextForms />
      <span className="row object-download">
        <span className="small muted">Download</span>
        {FORMS.map(([says, form, ending]) => (
          <Button key={form} size="small" disabled={matrix === undefined} onClick={() => void download(form, ending)}>
            {says}
          </Button>
        ))}
      </span>
      <Button size="small" title="Key: d" onClick={() => setComparing(true)}>
        Compare with…
      </Button>
      <span role="status" className="small muted">
        {said}
      </span>
      <Compare open={comparing} onClose={() => setComparing(false)} sha={matrix?.body.sha256 ?? sha} name={name} />
    </div>
  );
}

// With a token of this page, which a plain link would not send.
function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
