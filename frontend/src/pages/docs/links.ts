/** Where a link of a document leads on these pages; null where it is about a file of the repository. */
export function target(href: string): { to: string } | { href: string } | null {
  if (/^https?:\/\//.test(href)) return { href };
  const cause = /^(?:\.\/|verdicts\/)?([A-Z0-9_]+)\.md(#.*)?$/.exec(href);
  if (cause?.[1] !== undefined && /_|^AMBIGUOUS$/.test(cause[1])) return { to: `/docs/verdicts/${cause[1]}` };
  if (/(^|\/)VERDICTS\.md(#.*)?$/.test(href) || /(^|\/)README\.md$/.test(href)) return { to: "/docs/verdicts" };
  if (/(^|\/)RENAMES\.md(#.*)?$/.test(href)) return { to: "/renames" };
  if (/(^|\/)QUERIES\.md(#.*)?$/.test(href)) return { to: "/targets" };
  return href.startsWith("/docs/") ? { to: href } : null;
}

/** A problem as its page tells it. */
export interface ProblemText {
  code: string;
  status: string;
  title: string;
  text: string;
}

/** `bad_targets (HTTP 400)`, a line with the title, and paragraphs up to the next. */
export function problemsOf(text: string): ProblemText[] {
  const problems: ProblemText[] = [];
  for (const block of text.split(/\n{2,}/)) {
    const [head = "", title = ""] = block.trim().split("\n");
    const [, code, status] = /^([a-z_]+) \(HTTP (\d+)\)$/.exec(head) ?? [];
    const last = problems.at(-1);
    if (code !== undefined && status !== undefined) problems.push({ code, status, title, text: "" });
    else if (last !== undefined) last.text += (last.text === "" ? "" : "\n\n") + block.trim();
  }
  return problems;
}
