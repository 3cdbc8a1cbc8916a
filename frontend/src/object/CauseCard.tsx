import { Link } from "react-router";
import { address, type Query } from "@/app/routes";
import type { Cause, Matrix } from "@/model/matrix";
import { whereIn } from "@/model/ranges";
import { LOOKS } from "@/model/verdict";
import { VerdictMark } from "@/ui/VerdictMark";
import { AccessPath } from "./AccessPath";
import { effectVerdict } from "./effect";
import { explained } from "./explained";
import { Fact, Lines } from "./Fact";
import { Fix } from "./Fix";
import { Nearest } from "./Nearest";
import { Preset } from "./Preset";
import { reasonText } from "./reason";
import { SourceLine } from "./SourceLine";
import { WhereText } from "./WhereText";
import "./cause.css";

const REACHED: Record<string, string> = { guarded: "Not reached", depends: "Depends" };

interface CauseCardProps {
  /** What says the same at several places is one card. */
  causes: readonly [Cause, ...Cause[]];
  matrix: Matrix;
  /** What was asked, for links to pages about the same. */
  query: Query;
}

/** One cause: what is in the way, where, why it matters or does not, and what to write instead. */
export function CauseCard({ causes, matrix, query }: CauseCardProps) {
  const [cause] = causes;
  const verdict = effectVerdict(cause.effect);
  const heading = `cause-${cause.number}`;
  const { access } = cause;
  const rows = new Set(causes.flatMap((one) => one.programs));
  // Code that several programs have in them is one place to mend.
  const places = [...new Map(causes.map((one) => [JSON.stringify([one.place?.file, one.place?.line]), one])).values()];
  const programs = [...rows].map((row) => matrix.programs[row]?.name ?? "");
  return (
    <article className="card cause" data-verdict={verdict} aria-labelledby={heading} id={`${heading}-card`}>
      <header className="row spread">
        <h3 id={heading}>
          <VerdictMark verdict={verdict} /> {reasonText(cause)}
        </h3>
        <span className="row small">
          <Link to={address("/docs/verdicts/:code", { code: cause.code })} className="mono">
            {cause.code}
          </Link>
          <Link to={explained(matrix.body.sha256, cause, query)} className="button" data-size="small">
            Explain
          </Link>
        </span>
      </header>
      <dl className="facts">
        <Fact name={verdict === "broken" ? "Breaks on" : `${capital(LOOKS[verdict].word)} on`}>
          <WhereText where={whereIn(matrix, cause.kernels)} />
        </Fact>
        {cause.place && (
          <Fact name={places.length === 1 ? "Source" : `${places.length} places`}>
            <div className="cause-sources">
              {places.map(
                (one) =>
                  one.place && (
                    <SourceLine key={one.number} place={one.place}>
                      {places.length > 1 && (
                        <Link className="small" to={explained(matrix.body.sha256, one, query)}>
                          Explain
                        </Link>
                      )}
                    </SourceLine>
                  ),
              )}
            </div>
          </Fact>
        )}
        <Fact name="Wants">
          {access ? (
            <>
              <AccessPath access={access} verdict={verdict} /> <span className="small muted">{access.kind}</span>
            </>
          ) : (
            <span className="mono">{cause.wanted}</span>
          )}
        </Fact>
        {cause.has.length > 1 && (
          <Fact name="Kernels have">
            <Lines lines={cause.has} />
          </Fact>
        )}
        {cause.why.length > 0 && (
          <Fact name={REACHED[cause.effect] ?? "Reached"}>
            <Lines lines={cause.why} />
            <Preset why={cause.why} />
          </Fact>
        )}
        {cause.nearest.length > 0 && (
          <Fact name="Nearest">
            <Nearest nearest={cause.nearest} />
          </Fact>
        )}
        {cause.fix !== "" && (
          <Fact name="Fix">
            <Fix code={cause.fix} />
          </Fact>
        )}
        {cause.history.length > 0 && (
          <Fact name="History">
            <Lines lines={cause.history} mono />
          </Fact>
        )}
        {programs.length > 0 && matrix.programs.length > 1 && (
          <Fact name={programs.length === 1 ? "Program" : "Programs"}>
            <span className="mono small">{programs.join(", ")}</span>
          </Fact>
        )}
        {access?.spec && (
          <Fact name="libbpf">
            <details>
              <summary>Its own words</summary>
              <p className="mono small">{access.spec}</p>
            </details>
          </Fact>
        )}
      </dl>
    </article>
  );
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
