import { useEffect, useId, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { PAGES } from "@/app/pages";
import { objectAddress } from "@/app/routes";
import { Button } from "@/ui/Button";
import { UploadList } from "./UploadList";
import { useUploads } from "./useUploads";
import "./upload.css";

/** Takes objects: dropped anywhere on the page, or chosen. One leads to its report; of several there is a list. */
export function DropZone({ hint }: { hint?: string }) {
  const { uploads, drop, forget, allow } = useUploads();
  const files = useRef<HTMLInputElement>(null);
  const over = useDropAnywhere(drop);
  const label = useId();
  const go = useNavigate();
  const only = uploads.length === 1 ? uploads[0]?.state : undefined;
  const some = uploads.length > 0;
  // The report's code comes while the service judges.
  useEffect(() => {
    if (some) PAGES["/objects/:sha"]().catch(() => undefined);
  }, [some]);
  const done = only?.at === "kept" ? only.sha256 : undefined;
  useEffect(() => {
    if (done !== undefined) void go(objectAddress(done));
  }, [done, go]);
  return (
    <section className="stack" aria-labelledby={label}>
      <div className="drop no-print" data-over={over}>
        <p id={label}>
          <strong>{over ? "Let go to check it" : "Drop a bpf.o anywhere on this page"}</strong>
          <span className="muted small">{hint ?? "or several at once; at most 32 MiB each"}</span>
        </p>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          aria-label="Objects"
          onChange={(event) => {
            drop(event.target.files ?? []);
            event.target.value = "";
          }}
        />
        <Button kind="main" onClick={() => files.current?.click()}>
          Choose files
        </Button>
      </div>
      <UploadList uploads={uploads} forget={forget} allow={allow} />
    </section>
  );
}

/** Files that are dropped on the window, wherever; true while some are held over it. */
function useDropAnywhere(drop: (files: Iterable<File>) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const hold = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const take = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      drop(event.dataTransfer?.files ?? []);
    };
    window.addEventListener("dragover", hold);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", take);
    return () => {
      window.removeEventListener("dragover", hold);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", take);
    };
  }, [drop]);
  return over;
}
