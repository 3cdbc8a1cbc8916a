const OUTCOMES: Record<string, readonly [sign: string, word: string, verdict: string]> = {
  loaded: ["✓", "loads", "ok"],
  rejected: ["✗", "refused", "broken"],
  libbpf_failed: ["✗", "libbpf gave up", "broken"],
  unsupported_type: ["✗", "type not known", "broken"],
  timeout: ["?", "took too long", "unknown"],
  not_booted: ["?", "not booted", "unknown"],
  infra: ["?", "not tried", "unknown"],
};

interface OutcomeMarkProps {
  outcome: string;
  /** Whether that is what was predicted; null where the two cannot be held against each other. */
  agrees?: boolean | null;
}

/** What a booted kernel did with a program: marked `ᵛ` where it agrees with the prediction, `!` where it does not. */
export function OutcomeMark({ outcome, agrees }: OutcomeMarkProps) {
  const [sign, word, verdict] = OUTCOMES[outcome] ?? ["?", outcome.replaceAll("_", " "), "unknown"];
  return (
    <span className="verdict" data-verdict={verdict}>
      <span className="sign" aria-hidden="true">
        {sign}
      </span>
      <span>
        {word}
        {agrees === true && (
          <>
            <span aria-hidden="true">ᵛ</span>
            <span className="only-heard">, as predicted</span>
          </>
        )}
        {agrees === false && (
          <>
            <span aria-hidden="true"> !</span>
            <span className="only-heard">, not as predicted</span>
          </>
        )}
      </span>
    </span>
  );
}
