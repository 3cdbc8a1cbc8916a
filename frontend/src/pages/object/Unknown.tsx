import { Link } from "react-router";
import { address } from "@/app/routes";
import { Button } from "@/ui/Button";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";

/** No such object here: looked for elsewhere, with the name prefilled. */
export function Unknown({ sha }: { sha: string }) {
  return (
    <Page title="No such object">
      <Empty
        says={`The service keeps no object ${sha}. It may be in another service, or the digest may be cut or wrong.`}
      >
        <form className="row" action={address("/search")}>
          <input type="search" name="q" defaultValue={sha} aria-label="Search" />
          <Button type="submit">Search</Button>
        </form>
        <Link to="/objects">All objects</Link>
      </Empty>
    </Page>
  );
}
