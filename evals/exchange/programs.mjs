// Programs and libraries that may be installed or not: found, asked for their version, run.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Runs a program; what it printed, or an error with what it said. */
export function run(program, args, input) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: "utf8",
    input,
    maxBuffer: 1 << 28,
    timeout: 120_000,
  });
  if (error !== undefined) throw error;
  if (status !== 0)
    throw new Error(
      `${program}: ${stderr.trim().split("\n").at(-1) || stdout.trim().split("\n")[0] || `status ${status}`}`,
    );
  return stdout || stderr;
}

/** The first thing like a version in what a program prints of itself; null where there is no such program. */
export function versionOf(program, ...args) {
  try {
    return /\d+(?:\.\d+)+/.exec(run(program, args))?.[0] ?? null;
  } catch {
    return null;
  }
}

const places = [new URL("package.json", import.meta.url), new URL("../../package.json", import.meta.url)];

/** Where a package of npm lies: this folder's own, then the project's; null where it is not installed. */
export function folderOf(name) {
  const folders = places.map((place) => fileURLToPath(new URL(`node_modules/${name}`, place)));
  return folders.find((folder) => existsSync(join(folder, "package.json"))) ?? null;
}

/** The version of a package of npm; null where it is not installed. */
export function packageVersion(name) {
  const folder = folderOf(name);
  return folder === null ? null : JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;
}

/** Loads a package that may lie in this folder alone. */
export async function load(name) {
  const require = createRequire(places[0]);
  return import(require.resolve(name));
}

const script = fileURLToPath(new URL("readers.py", import.meta.url));

const pythons = new Map();

/** Every Python that has a module, each version of the module once: there may be one of the system and one besides. */
export function pythonsWith(module) {
  if (!pythons.has(module)) pythons.set(module, foundWith(module));
  return pythons.get(module);
}

function foundWith(module) {
  const found = new Map();
  for (const python of ["python3", "/usr/bin/python3"]) {
    const version = versionOf(python, "-c", `import ${module}; print(${module}.__version__)`);
    if (version !== null && !found.has(version)) found.set(version, python);
  }
  const ask = (python, args) => JSON.parse(run(python, [script, module, ...args]));
  return [...found].map(([version, python]) => ({ version, ask: (...args) => ask(python, args) }));
}
