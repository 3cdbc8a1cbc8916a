import { useState } from "react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { KEYS, setKeysOn, useKey, useKeysOn } from "./keys";

/** What keys do, and the switch that turns them off. */
export function KeysHelp() {
  const [open, setOpen] = useState(false);
  const on = useKeysOn();
  useKey("?", () => setOpen(true));
  return (
    <>
      <Button kind="quiet" size="small" aria-label="Keys" title="Keys" onClick={() => setOpen(true)}>
        ?
      </Button>
      <Dialog title="Keys" open={open} onClose={() => setOpen(false)}>
        <dl className="facts">
          {KEYS.map(([key, does]) => (
            <div key={key} style={{ display: "contents" }}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="row">
          <input type="checkbox" checked={on} onChange={(event) => setKeysOn(event.target.checked)} />
          Single keys do these things
        </label>
      </Dialog>
    </>
  );
}
