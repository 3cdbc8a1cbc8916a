import type { Page } from "playwright-core";

/** Drops files on the page as a person does: the browser's own drag and drop, with real files of this disk. */
export async function drop(page: Page, ...files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 };
  const at = { x: Math.round(width / 2), y: Math.round(height / 2) };
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, ...at, data });
  }
  await session.detach();
}
