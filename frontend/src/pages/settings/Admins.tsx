import { ButtonLink } from "@/ui/Button";
import { lacking, type Me } from "@/project/access";

/** What only admins see. */
export function Admins({ me }: { me: Me }) {
  const lack = lacking(me, "admin");
  if (lack !== undefined) return <p className="muted">Tokens and the record of writes are for admins. {lack}</p>;
  return (
    <div className="row">
      <ButtonLink to="/settings/tokens">Tokens</ButtonLink>
      <ButtonLink to="/settings/audit">Record of writes</ButtonLink>
    </div>
  );
}
