import { readFileSync } from "node:fs";
import { layGround, type Ground } from "./ground";

/** A ground to stand on: one that is kept (RELOGRID_GROUND names its file), else one of this run's own. */
export async function stand(): Promise<Ground & { end(): Promise<void> }> {
  const kept = process.env.RELOGRID_GROUND;
  if (kept !== undefined && kept !== "") {
    return { ...(JSON.parse(readFileSync(kept, "utf8")) as Ground), end: () => Promise.resolve() };
  }
  const ground = await layGround();
  const stop = () => void ground.end().finally(() => process.exit(130));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return ground;
}
