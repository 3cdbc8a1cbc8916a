import type { ComponentType } from "react";
import type { Path } from "./routes";

/** A page's module: what stands at its address. */
export interface PageModule {
  Component: ComponentType;
}

/** Where each page's code is; it comes when somebody goes there. */
export const PAGES: Record<Path, () => Promise<PageModule>> = {
  "/": () => import("@/pages/start/page"),
  "/search": () => import("@/pages/search/page"),
  "/objects": () => import("@/pages/objects/page"),
  "/objects/:sha": () => import("@/pages/object/page"),
  "/objects/:sha/relocations/:number": () => import("@/pages/relocation/page"),
  "/objects/:sha/causes/:number": () => import("@/pages/relocation/page"),
  "/objects/:sha/kernels": () => import("@/pages/object-kernels/page"),
  "/projects": () => import("@/pages/projects/page"),
  "/projects/:project": () => import("@/pages/project/page"),
  "/projects/:project/:ref": () => import("@/pages/ref/page"),
  "/diff/:range": () => import("@/pages/diff/page"),
  "/kernels": () => import("@/pages/kernels/page"),
  "/kernels/:distro/:suite/:arch/:release": () => import("@/pages/kernel/page"),
  "/types": () => import("@/pages/types/page"),
  "/types/:name": () => import("@/pages/type/page"),
  "/types/:name/:field": () => import("@/pages/field/page"),
  "/renames": () => import("@/pages/renames/page"),
  "/targets": () => import("@/pages/targets/page"),
  "/runs": () => import("@/pages/runs/page"),
  "/runs/:id": () => import("@/pages/run/page"),
  "/archive": () => import("@/pages/archive/page"),
  "/agreement": () => import("@/pages/agreement/page"),
  "/events": () => import("@/pages/events/page"),
  "/settings": () => import("@/pages/settings/page"),
  "/settings/tokens": () => import("@/pages/tokens/page"),
  "/settings/audit": () => import("@/pages/audit/page"),
  "/settings/projects/:project": () => import("@/pages/project-settings/page"),
  "/docs/verdicts": () => import("@/pages/docs/page"),
  "/docs/verdicts/:code": () => import("@/pages/docs/page"),
  "/docs/problems": () => import("@/pages/docs/page"),
  "/docs/problems/:code": () => import("@/pages/docs/page"),
};
