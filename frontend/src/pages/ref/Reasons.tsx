import { Link } from "react-router";
import { address } from "@/app/routes";

const CODE = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/;

/** Why it may not go out: sentences of the policy, whose codes lead to what they mean. */
export function Reasons({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <section className="stack project-part" aria-labelledby="reasons">
      <h2 id="reasons">Why not</h2>
      <ul className="ref-reasons">
        {of.map((says) => (
          <li key={says}>
            <Linked says={says} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Linked({ says }: { says: string }) {
  const found = CODE.exec(says);
  if (found === null) return <>{says}</>;
  const [code] = found;
  return (
    <>
      {says.slice(0, found.index)}
      <Link to={address("/docs/verdicts/:code", { code })}>{code}</Link>
      {says.slice(found.index + code.length)}
    </>
  );
}
