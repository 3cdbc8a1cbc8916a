import { spawn, type ChildProcess } from "node:child_process";
import { ROOT } from "./folders";

/** A service of this run's own. */
export interface Service {
  url: string;
  /** The token that may do everything, as the first start prints it. */
  token: string;
  /** SIGTERM, and until it is gone. */
  end(): Promise<void>;
}

// The launcher may have to build the program and the dashboard first.
const PATIENCE = 900_000;

/** Starts the real thing, on a free port, and waits until it answers; `words` are further words of `relogrid serve`. */
export async function startService(data: string, ...words: string[]): Promise<Service> {
  // No limit of requests: this is one machine that opens every page some twenty times within minutes.
  const all = ["serve", "--port", "0", "--data", data, "--relogrid.limits.rate.enabled=false", ...words];
  const child = spawn("./relogrid", all, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const kill = () => child.kill("SIGTERM");
  process.once("exit", kill);
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const end = async () => {
    process.off("exit", kill);
    kill();
    await gone;
  };
  try {
    const [url, token] = await announced(child);
    await hasPages(url);
    return { url, token, end };
  } catch (error) {
    await end();
    throw error;
  }
}

function announced(child: ChildProcess): Promise<[url: string, token: string]> {
  return new Promise((resolve, reject) => {
    let said = "";
    const heard = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /^relogrid: (http:\S+)$/m.exec(said)?.[1];
      const token = /^relogrid: admin token: (\S+)$/m.exec(said)?.[1];
      if (url !== undefined && token !== undefined) resolve([url, token]);
    };
    child.stdout?.on("data", heard);
    child.stderr?.on("data", heard);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the service ended with ${code} before it answered:\n${said}`)));
    const timer = setTimeout(() => reject(new Error(`the service did not answer:\n${said}`)), PATIENCE);
    timer.unref();
  });
}

async function hasPages(url: string): Promise<void> {
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  if (!(await answer.text()).includes('id="root"')) {
    throw new Error("the service has no dashboard: run ci/build-dashboard, which says why");
  }
}
