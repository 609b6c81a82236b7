// A PostgreSQL of a measurement's own: the one that the tests start.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import ts from "typescript";
import { root } from "../fuzz/places.mjs";

/** Starts it as `store/testing/postgres.ts` says, which is not part of the build. @throws where there is none */
export async function startPostgres() {
  const source = readFileSync(join(root, "packages/hearsay/src/store/testing/postgres.ts"), "utf8");
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: "esnext", target: "es2022" } });
  const folder = join(root, "node_modules/.cache/hearsay");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `postgres-${process.pid}.mjs`);
  writeFileSync(file, outputText);
  const server = await (await import(file)).startPostgres();
  rmSync(file);
  return { ...server, database: (name) => makeDatabase(server, name) };
}

/** Makes a database and answers its address. */
async function makeDatabase(server, name) {
  const client = new pg.Client(server.url());
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return server.url(name);
}
