import { useState } from "react";
import { Link } from "react-router";
import { kernelAddress } from "@/app/routes";
import type { Matrix } from "@/model/matrix";
import type { Schema } from "@/api/schema-names";
import { listed } from "@/model/ranges";
import { verdictNamed } from "@/object/effect";
import { Button } from "@/ui/Button";
import { Code } from "@/ui/Code";
import { VerdictMark } from "@/ui/VerdictMark";
import { When } from "@/ui/When";

type Evidence = Schema<"Booted">;

const AT_FIRST = 10;

/** What booted kernels did with it, beside what was said before they did. */
export function Booted({ matrix }: { matrix: Matrix }) {
  const [all, setAll] = useState(false);
  const evidence = matrix.body.booted;
  if (evidence.length === 0) return null;
  const wrong = evidence.filter((one) => one.agrees === false);
  const right = evidence.filter((one) => one.agrees === true).length;
  const ordered = [...wrong, ...evidence.filter((one) => one.agrees !== false)];
  const shown = all ? ordered : ordered.slice(0, Math.max(AT_FIRST, wrong.length));
  return (
    <section className="stack" aria-labelledby="booted">
      <h2 id="booted">Booted</h2>
      <p>{summary(right, wrong.length, evidence)}</p>
      {wrong.length > 0 && (
        <div className="notice" data-kind="problem">
          <p>
            <strong>! The kernel and the engine disagree.</strong> The kernel is right: this is a fault of
            Relogrid&apos;s, and the verdicts of {listed([...new Set(wrong.map((one) => one.program || "the object"))])}{" "}
            are not to be relied on here.
          </p>
        </div>
      )}
      <ul className="cause-list object-booted">
        {shown.map((one) => (
          <Row key={`${one.kernel} ${one.program}`} one={one} />
        ))}
      </ul>
      {shown.length < ordered.length && (
        <p>
          <Button size="small" onClick={() => setAll(true)}>
            Show {ordered.length - shown.length} more
          </Button>
        </p>
      )}
    </section>
  );
}

function Row({ one }: { one: Evidence }) {
  return (
    <li>
      <details>
        <summary>
          <strong>{one.agrees === false ? "! disagrees" : one.agrees === true ? "ᵛ agrees" : "not compared"}</strong>{" "}
          <span className="mono">{one.kernel}</span> <span className="mono">{one.program}</span>{" "}
          <span>{one.outcome.replaceAll("_", " ")}</span>
        </summary>
        <div className="stack">
          <p className="row small">
            {one.predicted && (
              <span>
                Said before: <VerdictMark verdict={verdictNamed(one.predicted)} />
              </span>
            )}
            <span className="muted">
              booted <When at={one.bootedAt} />
            </span>
            <Link to={kernelAddress(one.kernel)}>The kernel</Link>
          </p>
          {one.detail !== "" && <Code text={one.detail} label={`What ${one.kernel} said`} />}
        </div>
      </details>
    </li>
  );
}

function summary(right: number, wrong: number, evidence: readonly Evidence[]): string {
  const kernels = new Set(evidence.map((one) => one.kernel)).size;
  const booted = `${kernels === 1 ? "1 kernel was" : `${kernels} kernels were`} booted with it`;
  if (wrong > 0) return `${booted}: ${right} answers as the engine said, ${wrong} not.`;
  return right === 0 ? `${booted}; none of the answers can be compared.` : `${booted}, and said what the engine says.`;
}
