import { Link, useSearchParams } from "react-router";
import { address, shortSha } from "@/app/routes";
import type { Cause, Matrix } from "@/model/matrix";
import { VerdictMark } from "@/ui/VerdictMark";
import { lineOf, missing, verdictOfEffect } from "./facts";

/** A cause as the drawer has it: the four questions, and where there is more. */
export function CellCause({ matrix, cause }: { matrix: Matrix; cause: Cause }) {
  const [words] = useSearchParams();
  const line = lineOf(cause);
  const relocation = cause.access?.relocations[0];
  const sha = shortSha(matrix.body.sha256);
  const asked = { targets: words.get("targets") ?? undefined, archive: words.get("archive") ?? undefined };
  const more =
    relocation === undefined
      ? address("/objects/:sha/causes/:number", { sha, number: cause.number }, asked)
      : address("/objects/:sha/relocations/:number", { sha, number: relocation }, asked);
  return (
    <li className="grid-cause">
      <p>
        <VerdictMark verdict={verdictOfEffect(cause.effect)} word={cause.effect} />{" "}
        <Link className="mono small" to={address("/docs/verdicts/:code", { code: cause.code })}>
          {cause.code}
        </Link>
      </p>
      <dl className="facts small">
        {line !== undefined && (
          <Fact name="line">
            <span className="mono">{line}</span> {cause.place?.text !== "" && <code>{cause.place?.text}</code>}
          </Fact>
        )}
        <Fact name="wanted">
          <span className="mono">{cause.wanted}</span>
        </Fact>
        <Fact name="there">{missing(cause)}</Fact>
        {cause.why.map((why, nth) => (
          <Fact key={why} name={nth > 0 ? "" : cause.effect === "guarded" ? "guard" : "why"}>
            {why}
          </Fact>
        ))}
        {cause.nearest.slice(0, 1).map((near) => (
          <Fact key={near.path} name="nearest">
            <span className="mono">
              {near.path} : {near.type}
            </span>
            , {near.grade.replaceAll("_", " ")}
          </Fact>
        ))}
      </dl>
      <p>
        <Link to={more}>
          {relocation === undefined ? "This cause on all kernels" : `Relocation ${relocation} on all kernels`}
        </Link>
      </p>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
