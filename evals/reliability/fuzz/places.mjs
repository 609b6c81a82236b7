import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
/** A module of the build. */
export const dist = (path) => import(new URL(`../../../packages/hearsay/dist/${path}`, import.meta.url).href);
