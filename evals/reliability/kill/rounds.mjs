// What is done to a story, and what must be true afterwards. Each round answers what happened, or throws `Lost`.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { articleOf } from "./articles.mjs";
import { faultsOf, hearsay, lock, resultOf, seenIn } from "./story.mjs";

/** A promise broken. */
export class Lost extends Error {}

const must = (holds, what) => {
  if (!holds) throw new Lost(what);
};
const file = (home) => join(home, "ferries.hearsay");
const codeIn = (text) => /\[(store\.[a-z-]+)\]/.exec(text)?.[1] ?? "none";

/** Articles in two folders, and the story that an undisturbed run makes of them. */
export async function prepared(folder, chance) {
  const count = 4 + chance.below(9);
  const first = chance.below(100_000);
  const places = ["a", "b"].map((name) => join(folder, "in", name));
  for (const place of places) mkdirSync(place, { recursive: true });
  for (let i = 0; i < count; i++) {
    const { name, page } = articleOf(first + i);
    writeFileSync(join(places[i % 2], name), page);
  }
  const home = join(folder, "calm");
  const began = performance.now();
  const { status, err } = await hearsay(home, "add", "-s", "ferries", ...places).ended;
  must(status === 0, `an undisturbed run ended with ${status}: ${err}`);
  return { folder, places, count, took: performance.now() - began, result: resultOf(file(home)) };
}

const addAll = (home, { places }) => hearsay(home, "add", "-s", "ferries", ...places);

/** After whatever happened: the file is whole, and nothing that could be seen before has gone. */
function checkKept(home, seen) {
  const now = seenIn(file(home));
  if (now === null) return must(seen === null || seen.captures.size === 0, "the story has gone");
  for (const part of ["captures", "derived"])
    for (const row of seen?.[part] ?? []) must(now[part].has(row), `${part}: ${row} was there and is not any more`);
  const faults = faultsOf(file(home));
  must(faults.length === 0, faults.join("; "));
  return now;
}

function checkEqual(home, { result }) {
  const now = resultOf(file(home));
  const other = [...new Set([...result.keys(), ...now.keys()])].filter((kind) => now.get(kind) !== result.get(kind));
  must(other.length === 0, `the story is another than that of an undisturbed run: ${other.join(", ")}`);
}

/** Adds, and kills the process again and again at a moment by chance; then lets it end. Answers what each kill met. */
export async function killed(story, chance, most) {
  const home = join(story.folder, "killed");
  const met = [];
  for (;;) {
    const { child, ended } = addAll(home, story);
    const after = story.took * chance.next() * 1.1;
    let [seen, done] = [null, false];
    void ended.then(() => {
      done = true;
    });
    for (const began = performance.now(); !done && (met.length >= most || performance.now() - began < after); ) {
      seen = seenIn(file(home)) ?? seen;
      await wait(50);
    }
    if (!done) child.kill("SIGKILL");
    const { status, err } = await ended;
    const now = checkKept(home, seen);
    if (status !== null) {
      must(status === 0, `ended with ${status}: ${err}`);
      break;
    }
    met.push(whenOf(now, story.count));
  }
  checkEqual(home, story);
  rmSync(home, { recursive: true });
  return met;
}

function whenOf(now, count) {
  const read = [...(now?.derived ?? [])].filter((row) => row.startsWith("extract ")).length;
  if (now === null || now === undefined || now.captures.size === 0) return "before anything was kept";
  if (now.captures.size < count) return "while captures were kept";
  return read < count ? "while articles were read" : "while the story was traced, weighed and told";
}

/** Two processes add half of the articles each at once; of every other pair one is killed and begins again. */
export async function twoAtOnce(story, chance, kill) {
  const home = join(story.folder, "two");
  const start = (place) => hearsay(home, "add", "-s", "ferries", place);
  const [one, other] = story.places.map(start);
  if (kill) {
    await wait(story.took * chance.next());
    other.child.kill("SIGKILL");
  }
  for (const { status, signal, err } of await Promise.all([one.ended, other.ended]))
    must(status === 0 || (kill && signal === "SIGKILL"), `ended with ${status}: ${err}`);
  checkKept(home, null);
  if (kill) await start(story.places[1]).ended;
  must(seenIn(file(home)).captures.size === story.count, "an article is missing");
  checkEqual(home, story);
  rmSync(home, { recursive: true });
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
    checkKept(disk, null);
    const again = await addAll(disk, story).ended;
    must(again.status === 0, `with room it ended with ${again.status}: ${again.err}`);
    checkEqual(disk, story);
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
    const before = await hearsay(disk, "report", "-s", "ferries").ended;
    remount(disk, "ro");
    for (const command of ["report", "claims", "articles", "timeline", "lineage", "judgements"]) {
      const { status, err } = await hearsay(disk, command, "-s", "ferries").ended;
      must(status === 0, `${command} on a read-only disk ended with ${status}: ${err}`);
    }
    must((await hearsay(disk, "report", "-s", "ferries").ended).out === before.out, "another report than before");
    for (const name of ["ferries", "another"]) {
      const { status, err } = await hearsay(disk, "add", "-s", name, story.places[0]).ended;
      must(status === 1 && codeIn(err) === "store.read-only", `adding ended with ${status}: ${err}`);
    }
    remount(disk, "rw");
    checkEqual(disk, story);
    return "store.read-only";
  } finally {
    unmount(disk);
  }
}

/** A story that another process keeps locked: for a moment, and for longer than anybody waits. */
export async function locked(story, seconds) {
  const home = join(story.folder, `locked-${seconds}`);
  must((await hearsay(home, "add", "-s", "ferries", story.places[0]).ended).status === 0, "adding failed");
  const release = lock(file(home));
  try {
    const reading = await hearsay(home, "report", "-s", "ferries").ended;
    must(reading.status === 0, `reading ended with ${reading.status}: ${reading.err}`);
    const adding = addAll(home, story);
    await Promise.race([adding.ended, wait(seconds * 1000)]);
    release();
    const { status, err } = await adding.ended;
    const code = status === 0 ? "waited" : codeIn(err);
    must(code === (seconds > 31 ? "store.busy" : "waited"), `a lock of ${seconds} s: ${status}: ${err}`);
    must((await addAll(home, story).ended).status === 0, "adding again failed");
    checkEqual(home, story);
    return code;
  } finally {
    rmSync(home, { recursive: true });
  }
}
