import { LOOKS, type Verdict } from "@/model/verdict";

interface VerdictMarkProps {
  verdict: Verdict;
  /** Said instead of the verdict's own word. */
  word?: string;
}

/** A verdict: sign, word and colour, never the colour alone. */
export function VerdictMark({ verdict, word }: VerdictMarkProps) {
  const look = LOOKS[verdict];
  return (
    <span className="verdict" data-verdict={verdict}>
      <span className="sign" aria-hidden="true">
        {look.sign}
      </span>
      <span>{word ?? look.word}</span>
    </span>
  );
}
