import type { Scope } from "@/project/access";

const SCOPES = [
  ["read", "reads what is not open to everybody"],
  ["upload", "reads, uploads objects, sets refs, policies and fleets, orders runs: for continuous integration"],
  ["admin", "all of that, adds kernels, makes tokens and webhooks, reads the record of writes"],
] as const;

interface ScopeChoiceProps {
  scope: Scope;
  choose: (scope: Scope) => void;
}

/** What a token is good for; each includes the one before. */
export function ScopeChoice({ scope, choose }: ScopeChoiceProps) {
  return (
    <fieldset className="token-scopes">
      <legend>Scope</legend>
      {SCOPES.map(([name, may]) => (
        <label key={name}>
          <input type="radio" name="scope" checked={scope === name} onChange={() => choose(name)} />
          <span>
            <strong>{name}</strong> {may}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
