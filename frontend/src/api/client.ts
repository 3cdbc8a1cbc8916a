import createClient, { type Middleware } from "openapi-fetch";
import createQueries from "openapi-react-query";
import { problemOf, unreachable } from "./problem";
import type { paths } from "./schema";
import { forgeryToken, token } from "./session";

/** Says who is asking, as every request does. */
export function credentials(headers: Headers, method: string): void {
  const known = token();
  if (known !== null) headers.set("Authorization", `Bearer ${known}`);
  else if (method !== "GET" && method !== "HEAD") {
    const forgery = forgeryToken();
    if (forgery !== null) headers.set("X-XSRF-TOKEN", forgery);
  }
}

const speaking: Middleware = {
  onRequest({ request }) {
    credentials(request.headers, request.method);
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
    return response;
  },
  onError({ error }) {
    // What fetch throws when nothing answers says nothing a reader could use; being called off is no failure.
    if (error instanceof DOMException && error.name === "AbortError") return error;
    return unreachable();
  },
};

/** The interface, typed by its OpenAPI document. Refusals are thrown as `ProblemError`. */
export const client = createClient<paths, "application/json">();
client.use(speaking);

/** The same as hooks: `api.useQuery("get", "/api/v1/objects/{sha256}", { params: … })`. */
export const api = createQueries(client);

/** Any address of the service, for what has no type: bodies that are bytes, text forms. */
export async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  credentials(headers, init.method ?? "GET");
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw unreachable();
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}
