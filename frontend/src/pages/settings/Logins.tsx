import type { Schema } from "@/api/schema-names";

/** Ways for people to log in, where the service has an identity provider. */
export function Logins({ of }: { of: readonly Schema<"Login">[] }) {
  return (
    <section className="stack project-part" aria-labelledby="logins">
      <h2 id="logins">Log in</h2>
      <ul className="row project-plain">
        {of.map((login) => (
          <li key={login.url}>
            <a className="button" href={login.url}>
              {login.name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
