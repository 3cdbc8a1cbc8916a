import type { Schema } from "@/api/schema-names";
import { decode, inRanges, type Cause, type Matrix, type MatrixBody } from "@/model/matrix";
import { LOOKS, worst } from "@/model/verdict";
import { effectVerdict } from "./effect";

export type Explanation = Schema<"Explanation">;

/**
 * What one relocation or cause comes to as a matrix of one row, so that all that shows matrices shows it: where nothing is
 * said against it, it is well. What the whole object's matrix knows of kernels (no BTF, the other byte order) holds here.
 */
export function matrixOf(explanation: Explanation, whole: MatrixBody): Matrix {
  const letters = whole.kernels.map((_, column) => {
    const letter = whole.object[column] ?? "-";
    const effects = explanation.causes.filter((cause) => inRanges(cause.kernels, column));
    if (effects.length > 0) return LOOKS[worst(effects.map((cause) => effectVerdict(cause.effect)))].letter;
    return [".", "n", "-"].includes(letter) ? letter : LOOKS.ok.letter;
  });
  const row = letters.join("");
  return decode({
    ...whole,
    programs: [{ name: explanation.about, section: "" }],
    verdicts: [row],
    object: row,
    causes: explanation.causes.map((cause): Cause => ({ ...cause, programs: [0] })),
    booted: [],
  });
}
