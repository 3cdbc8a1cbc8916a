import { Button } from "@/ui/Button";
import { Code } from "@/ui/Code";
import type { PolicyText } from "./policyText";

interface MeanwhileProps {
  mine: string;
  theirs: PolicyText;
  take: () => void;
  keep: () => void;
}

/** Two people changed the policy: both texts, and which of them is to be. */
export function Meanwhile({ mine, theirs, take, keep }: MeanwhileProps) {
  return (
    <div className="notice" data-kind="warning" role="alert">
      <p>
        <strong>Somebody changed it meanwhile.</strong> Nothing was written.
      </p>
      <div className="policy-both">
        <div className="stack">
          <h3>It is now</h3>
          <Code label="The policy as it is now" text={theirs.text === "" ? "(empty)" : theirs.text} />
          <div>
            <Button onClick={take}>Go on with this one</Button>
          </div>
        </div>
        <div className="stack">
          <h3>You wrote</h3>
          <Code label="The policy as you wrote it" text={mine === "" ? "(empty)" : mine} />
          <div>
            <Button kind="danger" onClick={keep}>
              Write it over
            </Button>
          </div>
        </div>
      </div>
    </div>
  );
}
