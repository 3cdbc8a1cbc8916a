import { useRouteError } from "react-router";
import { Page } from "@/ui/Page";

/** What stands where a page failed by a fault of ours, or its code did not arrive. */
export function Failed() {
  const error = useRouteError();
  const said = error instanceof Error ? error.message : String(error);
  return (
    <Page title="This page could not be shown">
      <div className="notice" data-kind="problem" role="alert">
        <p>The program of this page failed. Nothing stored is affected.</p>
        <p className="mono">{said}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          Load it again
        </button>
      </div>
    </Page>
  );
}
