import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOnly } from "axe-core";
import type { Page } from "playwright-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES: RunOnly = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};

/** What axe finds on a page as it stands, a line for each rule: none may be there, of whatever impact. */
export async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  const { violations } = await page.evaluate<AxeResults, RunOnly>(
    (runOnly) =>
      // Where each of thousands of places is that are as they should be takes longest, and nobody asks.
      (window as unknown as { axe: typeof import("axe-core") }).axe.run({
        runOnly,
        resultTypes: ["violations"],
        elementRef: false,
      }) as Promise<AxeResults>,
    RULES,
  );
  return violations.map(({ id, impact, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => `\n    ${node.target.join(" ")}  ${node.html.slice(0, 160)}`);
    const why = nodes[0]?.any[0]?.message ?? nodes[0]?.all[0]?.message ?? "";
    return `${id} (${impact}): ${help}; ${nodes.length} places; ${why}${where.join("")}`;
  });
}
