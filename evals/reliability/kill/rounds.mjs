// What is done to a story, and what must be true afterwards. Each round answers what happened, or throws `Lost`.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { articleOf } from "./articles.mjs";
import { faultsOf, hearsay, isServed, lock, resultOf, seenIn, storyName } from "./story.mjs";

/** A promise broken. */
export class Lost extends Error {}

export const must = (holds, what) => {
  if (!holds) throw new Lost(what);
};
const codeIn = (text) => /\[(store\.[a-z-]+)\]/.exec(text)?.[1] ?? "none";

/**
 * Articles in two folders, and the story that an undisturbed run makes of them.
 * @param homeOf where a story of this name is kept: a folder, or a database's address
 */
export async function prepared(folder, chance, homeOf = (name) => join(folder, name)) {
  const count = 4 + chance.below(9);
  const first = chance.below(100_000);
  const places = ["a", "b"].map((name) => join(folder, "in", name));
  for (const place of places) mkdirSync(place, { recursive: true });
  for (let i = 0; i < count; i++) {
    const { name, page } = articleOf(first + i);
    writeFileSync(join(places[i % 2], name), page);
  }
  const home = await homeOf("calm");
  const began = performance.now();
  const { status, err } = await hearsay(home, "add", "-s", storyName, ...places).ended;
  must(status === 0, `an undisturbed run ended with ${status}: ${err}`);
  return { folder, homeOf, places, count, took: performance.now() - began, result: await resultOf(home) };
}

export const addAll = (home, { places }) => hearsay(home, "add", "-s", storyName, ...places);

/** After whatever happened: the story is whole, and nothing that could be seen before has gone. */
export async function checkKept(home, seen) {
  const now = await seenIn(home);
  if (now === null) return must(seen === null || seen.captures.size === 0, "the story has gone");
  for (const part of ["captures", "derived"])
    for (const row of seen?.[part] ?? []) must(now[part].has(row), `${part}: ${row} was there and is not any more`);
  const faults = await faultsOf(home);
  must(faults.length === 0, faults.join("; "));
  return now;
}

export async function checkEqual(home, { result }) {
  const now = await resultOf(home);
  const other = [...new Set([...result.keys(), ...now.keys()])].filter((kind) => now.get(kind) !== result.get(kind));
  must(other.length === 0, `the story is another than that of an undisturbed run: ${other.join(", ")}`);
}

/** Of all kills, those counted from when the process gets on, not from its start: else on a busy machine none does. */
const fromWork = 0.7;

/** Adds, and kills the process again and again at a moment by chance; then lets it end. Answers what each kill met. */
export async function killed(story, chance, most) {
  const home = await story.homeOf("killed");
  const met = [];
  for (;;) {
    const before = sizeOf(await seenIn(home));
    const { child, ended } = addAll(home, story);
    const after = story.took * chance.next() * 0.8;
    let isWaiting = chance.is(fromWork);
    let [seen, done] = [null, false];
    void ended.then(() => {
      done = true;
    });
    for (
      let began = performance.now();
      !done && (met.length >= most || isWaiting || performance.now() - began < after);
    ) {
      seen = (await seenIn(home)) ?? seen;
      if (isWaiting && sizeOf(seen) > before) [isWaiting, began] = [false, performance.now()];
      await wait(50);
    }
    if (!done) child.kill("SIGKILL");
    const { status, err } = await ended;
    const now = await checkKept(home, seen);
    if (status !== null) {
      must(status === 0, `ended with ${status}: ${err}`);
      break;
    }
    met.push(whenOf(now, story.count));
  }
  await checkEqual(home, story);
  forget(home);
  return met;
}

const sizeOf = (seen) => (seen === null ? 0 : seen.captures.size + seen.derived.size);

function whenOf(now, count) {
  const read = [...(now?.derived ?? [])].filter((row) => row.startsWith("extract ")).length;
  if (now === null || now === undefined || now.captures.size === 0) return "before anything was kept";
  if (now.captures.size < count) return "while captures were kept";
  return read < count ? "while articles were read" : "while the story was traced, weighed and told";
}

/** Two processes add half of the articles each at once; of every other pair one is killed and begins again. */
export async function twoAtOnce(story, chance, kill) {
  const home = await story.homeOf("two");
  const start = (place) => hearsay(home, "add", "-s", storyName, place);
  const [one, other] = story.places.map(start);
  if (kill) {
    await wait(story.took * chance.next());
    other.child.kill("SIGKILL");
  }
  for (const { status, signal, err } of await Promise.all([one.ended, other.ended]))
    must(status === 0 || (kill && signal === "SIGKILL"), `ended with ${status}: ${err}`);
  await checkKept(home, null);
  if (kill) await start(story.places[1]).ended;
  must((await seenIn(home)).captures.size === story.count, "an article is missing");
  await checkEqual(home, story);
  forget(home);
}

/** A database goes with its server. */
const forget = (home) => !isServed(home) && rmSync(home, { recursive: true });

/**
 * The server stops as in a power cut while a story is added, and comes back after a while: adding waits, and goes on. Only
 * what has not reached it yet by then says at once that it does not answer; the same again then goes on.
 */
export async function serverGone(story, chance, server) {
  const home = await story.homeOf("gone");
  const { ended } = addAll(home, story);
  await wait(story.took * chance.next() * 0.9);
  const seen = await seenIn(home);
  await server.crash();
  await wait(chance.next() * 4000);
  await server.restart();
  const { status, err } = await ended;
  const early = seen === null && codeIn(err) === "store.lost";
  must(status === 0 || early, `it ended with ${status}: ${err}`);
  if (early) must((await addAll(home, story).ended).status === 0, "adding again failed");
  await checkKept(home, seen);
  await checkEqual(home, story);
  return early ? "before it was reached: store.lost, and again" : "waited";
}

/** A disk of its own in memory; null where this user may not make one. */
function mount(folder, size) {
  const disk = join(folder, "disk");
  mkdirSync(disk, { recursive: true });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", disk], { stdio: "ignore" });
    return disk;
  } catch {
    return null;
  }
}
const remount = (disk, option) => execFileSync("mount", ["-o", `remount,${option}`, disk], { stdio: "ignore" });
/** Whoever still has a file open there keeps it until he ends. */
const unmount = (disk) => execFileSync("umount", ["-l", disk], { stdio: "ignore" });

/** A disk that is full somewhere on the way, and then has room. Null where no disk can be made. */
export async function fullDisk(story, chance) {
  const disk = mount(story.folder, `${300 + chance.below(2200)}k`);
  if (disk === null) return null;
  try {
    const { status, err } = await addAll(disk, story).ended;
    const code = status === 0 ? "it had room" : codeIn(err);
    must(code === "it had room" || code === "store.full", `a full disk is called ${code}: ${err}`);
    remount(disk, "size=256m");
    await checkKept(disk, null);
    const again = await addAll(disk, story).ended;
    must(again.status === 0, `with room it ended with ${again.status}: ${again.err}`);
    await checkEqual(disk, story);
    return code;
  } finally {
    unmount(disk);
  }
}

/** A disk that is read-only: what reads goes on, what writes says so. Null where no disk can be made. */
export async function readOnlyDisk(story) {
  const disk = mount(story.folder, "256m");
  if (disk === null) return null;
  try {
    must((await addAll(disk, story).ended).status === 0, "adding failed");
    const before = await hearsay(disk, "report", "-s", storyName).ended;
    remount(disk, "ro");
    for (const command of ["report", "claims", "articles", "timeline", "lineage", "judgements"]) {
      const { status, err } = await hearsay(disk, command, "-s", storyName).ended;
      must(status === 0, `${command} on a read-only disk ended with ${status}: ${err}`);
    }
    must((await hearsay(disk, "report", "-s", storyName).ended).out === before.out, "another report than before");
    for (const of of [storyName, "another"]) {
      const { status, err } = await hearsay(disk, "add", "-s", of, story.places[0]).ended;
      must(status === 1 && codeIn(err) === "store.read-only", `adding ended with ${status}: ${err}`);
    }
    remount(disk, "rw");
    await checkEqual(disk, story);
    return "store.read-only";
  } finally {
    unmount(disk);
  }
}

/** A story that another process keeps locked: for a moment, and for longer than anybody waits. */
export async function locked(story, seconds) {
  const home = join(story.folder, `locked-${seconds}`);
  must((await hearsay(home, "add", "-s", storyName, story.places[0]).ended).status === 0, "adding failed");
  const release = lock(home);
  try {
    const reading = await hearsay(home, "report", "-s", storyName).ended;
    must(reading.status === 0, `reading ended with ${reading.status}: ${reading.err}`);
    const adding = addAll(home, story);
    await Promise.race([adding.ended, wait(seconds * 1000)]);
    release();
    const { status, err } = await adding.ended;
    const code = status === 0 ? "waited" : codeIn(err);
    must(code === (seconds > 31 ? "store.busy" : "waited"), `a lock of ${seconds} s: ${status}: ${err}`);
    must((await addAll(home, story).ended).status === 0, "adding again failed");
    await checkEqual(home, story);
    return code;
  } finally {
    rmSync(home, { recursive: true });
  }
}
