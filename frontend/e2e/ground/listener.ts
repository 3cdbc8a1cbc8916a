import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Somebody who is told by webhooks: takes everything that is sent to it. */
export async function startListener(): Promise<{ url: string; end(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    request.resume();
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/relogrid`,
    end: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
