import { Allowed } from "@/project/Allowed";
import { Crumbs } from "@/ui/Crumbs";
import { Page } from "@/ui/Page";
import { NewToken } from "./NewToken";
import { TokenTable } from "./TokenTable";
import "@/project/project.css";

/** Tokens for programs: which there are, new ones, and the end of some. */
export function Component() {
  return (
    <Page title="Tokens" crumbs={<Crumbs at={[["Settings", "/settings"]]} />}>
      <p className="muted">
        What programs show to the service. The service keeps a digest of each and never the token.
      </p>
      <Allowed scope="admin">
        <TokenTable />
        <section className="stack project-part" aria-labelledby="new-token">
          <h2 id="new-token">New token</h2>
          <NewToken />
        </section>
      </Allowed>
    </Page>
  );
}
