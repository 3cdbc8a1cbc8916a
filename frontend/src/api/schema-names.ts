import type { components } from "./schema";

/** A body of the interface by its name in the OpenAPI document. */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];
