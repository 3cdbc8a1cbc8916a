import { useToken } from "@/api/session";
import "@/project/project.css";
import { useMe, type Me } from "@/project/access";
import { Asked } from "@/ui/Asked";
import { Page } from "@/ui/Page";
import { Admins } from "./Admins";
import { Choices } from "./Choices";
import { Logins } from "./Logins";
import { SignIn } from "./SignIn";
import { SignOut } from "./SignOut";
import "./settings.css";

/** Who somebody is here, and how this browser shows things. */
export function Component() {
  const me = useMe();
  const token = useToken();
  return (
    <Page title="Settings">
      <section className="stack" aria-labelledby="who">
        <h2 id="who">Who you are</h2>
        {me.isError && token !== null ? (
          // A token the service does not know any more refuses everything: it has to be possible to be rid of it.
          <>
            <Asked query={me} what="who you are">
              {() => null}
            </Asked>
            <SignOut session={false} />
          </>
        ) : (
          <Asked query={me} what="who you are">
            {(now) => <Who me={now} />}
          </Asked>
        )}
      </section>
      <section className="stack project-part" aria-labelledby="sign-in">
        <h2 id="sign-in">{token === null ? "Sign in with a token" : "Use another token"}</h2>
        <SignIn />
      </section>
      {me.data !== undefined && me.data.logins.length > 0 && me.data.kind === "anonymous" && (
        <Logins of={me.data.logins} />
      )}
      <section className="stack project-part" aria-labelledby="browser">
        <h2 id="browser">This browser</h2>
        <Choices />
      </section>
      <section className="stack project-part" aria-labelledby="admins">
        <h2 id="admins">The service</h2>
        {me.data !== undefined && <Admins me={me.data} />}
      </section>
    </Page>
  );
}

const KINDS: Record<string, string> = { token: "a token", user: "a person who logged in", anonymous: "nobody yet" };

function Who({ me }: { me: Me }) {
  if (me.kind === "anonymous") {
    return <p>Nobody is signed in here. What is open to everybody can be read; writing needs a token or a login.</p>;
  }
  return (
    <>
      <dl className="facts">
        <dt>Name</dt>
        <dd>{me.name}</dd>
        <dt>Kind</dt>
        <dd>{KINDS[me.kind] ?? me.kind}</dd>
        <dt>Scopes</dt>
        <dd>{me.scopes.length === 0 ? "none" : me.scopes.join(", ")}</dd>
        <dt>Project</dt>
        <dd>{me.project ?? "all projects"}</dd>
      </dl>
      <SignOut session={me.kind === "user"} />
    </>
  );
}
