// A PostgreSQL of a measurement's own: the one that the tests start.
import { execFileSync } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { root } from "../fuzz/places.mjs";

/** Starts it as `store/testing/postgres.ts` says, which is not part of the build. @throws where there is none */
export async function startPostgres() {
  const server = await (await import(compiled())).startPostgres();
  return { ...server, database: (name) => makeDatabase(server, name) };
}

/** The address of what the compiler makes of it, where the driver is found from. */
function compiled() {
  const folder = join(root, "node_modules/.cache", `hearsay-${process.pid}`);
  const source = join(root, "packages/hearsay/src/store/testing/postgres.ts");
  const form = [
    "--ignoreConfig",
    "--noCheck",
    "--module",
    "esnext",
    "--target",
    "es2022",
    "--moduleResolution",
    "bundler",
  ];
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), source, ...form, "--outDir", folder]);
  // Elsewhere than in a package, only the ending says that it is a module.
  const file = join(folder, "postgres.mjs");
  renameSync(join(folder, "postgres.js"), file);
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return pathToFileURL(file).href;
}

/** Makes a database and answers its address. */
async function makeDatabase(server, name) {
  const client = new pg.Client(server.url());
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return server.url(name);
}
