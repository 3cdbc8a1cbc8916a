export interface BadgeChoice {
  style: "flat" | "table";
  targets: string;
  ref: string;
}

/** The address of a badge's picture; what is left out is as the service has it: flat, the policy's kernels, the main ref. */
export function badgePath(project: string, { style, targets, ref }: BadgeChoice): string {
  const words = new URLSearchParams();
  if (style === "table") words.set("style", "table");
  if (targets.trim() !== "") words.set("targets", targets.trim());
  if (ref !== "") words.set("ref", ref);
  const path = `/badge/${encodeURIComponent(project)}.svg`;
  return words.size === 0 ? path : `${path}?${words}`;
}

/** A picture that leads to its project, as Markdown. */
export function badgeMarkdown(picture: string, page: string): string {
  // Brackets would end the link early.
  return `[![kernels](${picture.replaceAll("(", "%28").replaceAll(")", "%29")})](${page})`;
}

/** The same as HTML. */
export function badgeHtml(picture: string, page: string): string {
  return `<a href="${escaped(page)}"><img src="${escaped(picture)}" alt="kernels"></a>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
