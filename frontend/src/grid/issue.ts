import { objectAddress } from "@/app/routes";
import type { Cause, Matrix } from "@/model/matrix";
import { LOOKS } from "@/model/verdict";
import { factOf, lineOf, missing, placeName, rowName } from "./facts";
import type { Place } from "./layout";

/** What somebody who can mend it needs to know of a cell, as the Markdown of an issue. */
export function issueOf(matrix: Matrix, row: number, place: Place, causes: readonly Cause[], origin: string): string {
  const { body } = matrix;
  const fact = factOf(matrix, row, place.members);
  const where = placeName(matrix, place);
  const word = LOOKS[fact.verdict].word;
  const kernels = place.members.map((column) => matrix.columns[column]?.id ?? "");
  const shown = kernels.slice(0, 20).map((id) => `- \`${id}\``);
  if (kernels.length > shown.length) shown.push(`- and ${kernels.length - shown.length} more`);
  return [
    `**${rowName(matrix, row)}** of \`${body.name}\`: ${word} on ${where}${
      fact.count < fact.of ? ` (${fact.count} of ${fact.of})` : ""
    }`,
    ...causes.map((cause) => ["", ...causeLines(cause)].join("\n")),
    "",
    "Kernels:",
    ...shown,
    "",
    `Object \`${body.sha256}\`, archive \`${body.archive.digest.slice(0, 12)}\` of ${body.archive.date.slice(0, 10)}, engine \`${body.engine}\``,
    `${origin}${objectAddress(body.sha256)}`,
    "",
  ].join("\n");
}

function causeLines(cause: Cause): string[] {
  const line = lineOf(cause);
  return [
    `### ${cause.code}: ${missing(cause)}`,
    "",
    ...(line === undefined ? [] : [`- line: \`${line}\` \`${cause.place?.text ?? ""}\``]),
    `- wanted: \`${cause.wanted}\``,
    ...cause.has.map((has) => `- there: ${has}`),
    ...cause.why.map((why) => `- why it matters: ${why}`),
    ...cause.nearest.slice(0, 1).map((near) => `- nearest: \`${near.path}\` (${near.grade.replaceAll("_", " ")})`),
  ];
}
