/** `npm run ground`: lays the ground and keeps it until Ctrl-C; RELOGRID_GROUND=target/ground.json then stands on it. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TARGET } from "./folders";
import { layGround } from "./ground";

const file = join(TARGET, "ground.json");
const { end, ...ground } = await layGround();
mkdirSync(TARGET, { recursive: true });
writeFileSync(file, JSON.stringify(ground, null, 2));
process.stdout.write(`${ground.url}/settings#token=${ground.token}\nRELOGRID_GROUND=${file}\n`);
const stop = () => {
  rmSync(file, { force: true });
  void end().finally(() => process.exit(0));
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
