import type { ReactNode } from "react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Problem } from "@/ui/Problem";

interface ConfirmProps {
  title: string;
  open: boolean;
  /** What the button that does it says. */
  does: string;
  run: () => void;
  running: boolean;
  /** Why it could not be done. */
  error: unknown;
  onClose: () => void;
  /** What will be so afterwards. */
  children: ReactNode;
}

/** Asks before something goes. */
export function Confirm({ title, open, does, run, running, error, onClose, children }: ConfirmProps) {
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <p>{children}</p>
      {error !== null && error !== undefined && <Problem error={error} />}
      <div className="row">
        <Button kind="danger" disabled={running} onClick={run}>
          {does}
        </Button>
        <Button onClick={onClose}>Leave it</Button>
      </div>
    </Dialog>
  );
}
