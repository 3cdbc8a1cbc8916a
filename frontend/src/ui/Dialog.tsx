import { useEffect, useId, useRef, type ReactNode } from "react";
import { Button } from "./Button";

interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A question or a page on top of the page. The browser keeps the focus in it and gives it back; Esc closes. */
export function Dialog({ title, open, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const now = dialog.current;
    if (open && now?.open === false) now.showModal();
    if (!open) now?.close();
  }, [open]);
  return (
    <dialog ref={dialog} aria-labelledby={heading} onClose={onClose}>
      {open && (
        <div className="stack">
          <div className="row spread">
            <h2 id={heading}>{title}</h2>
            <Button kind="quiet" size="small" onClick={onClose}>
              Close
            </Button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
