import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import files from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { html } from "../tell/html/safe.js";

/** Where the workbench is: beside what an installed package brings along, else where a clone builds it. */
export const builtWorkbench =
  ["../bundled/workbench", "../../../workbench/dist"]
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find(existsSync) ?? fileURLToPath(new URL("../../../workbench/dist", import.meta.url));

/** Serves the workbench's files; where it is not built, a page that says so. */
export async function serveApp(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, "index.html"))) {
    app.get("/", async (_, reply) => reply.code(503).type("text/html; charset=utf-8").send(notBuilt));
    return;
  }
  await app.register(files, {
    root: folder,
    index: "index.html",
    dotfiles: "ignore",
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Vite names what it builds by its content.
      const lasting = /[\\/]assets[\\/]/.test(path);
      reply.header("cache-control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}

const notBuilt = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Hearsay</title></head><body>
<h1>The workbench is not built</h1>
<p>Build it with <code>node scripts/setup.mjs</code>, then load this page again. The interface for programs works all
the same: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
</body></html>
`.markup;
