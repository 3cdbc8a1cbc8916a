import { Link } from "react-router";
import { objectAddress } from "@/app/routes";
import { Button } from "@/ui/Button";
import { Problem } from "@/ui/Problem";
import { SignInHere } from "./SignInHere";
import { sizeText, type UploadState } from "./upload";
import type { Upload } from "./useUploads";

interface UploadListProps {
  uploads: readonly Upload[];
  forget: (id: number) => void;
  allow: (id: number) => void;
}

/** How far each file is, in words. */
export function UploadList({ uploads, forget, allow }: UploadListProps) {
  const waiting = uploads.filter((one) => one.state.at === "waiting");
  return (
    <div className="stack" role="status">
      {uploads.length > 0 && (
        <ul className="uploads">
          {uploads.map((upload) => (
            <li key={upload.id}>
              <div className="row spread">
                <span className="row">
                  <strong className="mono">{upload.file.name}</strong>
                  <span className="muted small">{words(upload.state, upload.file)}</span>
                </span>
                <span className="row">
                  {upload.state.at === "kept" && <Link to={objectAddress(upload.state.sha256)}>Report</Link>}
                  {(upload.state.at === "refused" || upload.state.at === "waiting") && (
                    <Button kind="quiet" size="small" onClick={() => forget(upload.id)}>
                      Take off
                    </Button>
                  )}
                </span>
              </div>
              {upload.state.at === "refused" && <Problem error={upload.state.error} />}
            </li>
          ))}
        </ul>
      )}
      {waiting.length > 0 && (
        <div className="notice" data-kind="warning">
          <SignInHere
            why={`${waiting.length === 1 ? "This object is" : "These objects are"} not sent yet: uploading needs a token of the scope upload. The service prints one at its first start.`}
            onSignedIn={() => waiting.forEach((one) => allow(one.id))}
          />
        </div>
      )}
    </div>
  );
}

function words(state: UploadState, file: File): string {
  switch (state.at) {
    case "reading":
      return "Reading it …";
    case "asking":
      return "Asking whether the service has it …";
    case "waiting":
      return "Not sent: nobody is signed in who may upload";
    case "sending":
      return `Sending ${sizeText(file.size)} and holding it against every kernel …`;
    case "kept":
      return `${state.known ? "Known: not sent again. " : ""}${state.headline ?? ""}`;
    case "refused":
      return "Not taken";
  }
}
