// One long story, killed again and again: a hundred kills and more while its articles are kept and read, the others while all of
// it is traced, weighed and told, which begins again from a copy of the story as it was read. Everything stands in a folder, so
// that it goes on where it was stopped, between any two kills.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chanceOf } from "../fuzz/chance.mjs";
import { hotArticleOf } from "./articles.mjs";
import { addAll, checkEqual, checkKept, must } from "./rounds.mjs";
import { asking, resultOf, seenIn } from "./story.mjs";

/** Of all kills, those after the articles have been read. */
const lateShare = 0.1;
/** Of the kills before, those while a process still starts and reads what is there. */
const atOnceShare = 0.1;

/** @param tell is told of each kill: how many there were */
export async function longStory(folder, count, kills, seed, tell) {
  const story = prepare(folder, count);
  const state = open(folder);
  state.calm ??= await calmRun(story, state);
  const late = Math.ceil(kills * lateShare);
  for (; state.kills.length < kills || !state.whole; state.save()) {
    state.tries++;
    if (!state.read) await killReading(story, state, kills - late, seed);
    else await killTelling(story, state, kills, seed);
    tell(state.kills.length);
  }
  const met = new Map();
  for (const { when } of state.kills) met.set(when, (met.get(when) ?? 0) + 1);
  return { met, passes: state.passes, calm: state.calm, kills: state.kills.length };
}

function prepare(folder, count) {
  const place = join(folder, "in");
  mkdirSync(place, { recursive: true });
  if (readdirSync(place).length < count)
    for (let i = 0; i < count; i++) {
      const { name, page } = hotArticleOf(i);
      writeFileSync(join(place, name), page);
    }
  return { folder, count, places: [place], home: (name) => join(folder, name) };
}

/** What has been done so far, in a file that is whole at any time. */
function open(folder) {
  const path = join(folder, "state.json");
  // `read`: a copy of the story as it was when everything had been read is there; `whole`: it was ended and compared.
  const fresh = { calm: null, kills: [], tries: 0, read: false, whole: false, passes: 0 };
  const state = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : fresh;
  const save = () => {
    writeFileSync(`${path}.new`, JSON.stringify(state, null, 1));
    renameSync(`${path}.new`, path);
  };
  return Object.defineProperty(state, "save", { value: save });
}

/** How much of a story there is: captures, articles read, and what was made of all. */
const progressOf = (home) =>
  asking(home, async (rows) => {
    const one = async (sql) => Number([...(await rows(sql))][0][0]);
    return {
      captures: await one("select count(*) from capture"),
      read: await one("select count(*) from derived where stage = 'extract'"),
      told: await one("select count(*) from derived where stage = 'tell' and key = 'digest'"),
    };
  });

/** The undisturbed run: what it makes, and how long each part took, in milliseconds. */
async function calmRun(story, state) {
  const home = story.home("calm");
  rmSync(home, { recursive: true, force: true });
  const began = performance.now();
  const { ended } = addAll(home, story);
  let over = null;
  void ended.then((result) => {
    over = result;
  });
  const at = { start: 0, kept: 0, read: 0 };
  while (over === null) {
    await wait(500);
    const now = await progressOf(home);
    const time = performance.now() - began;
    if (now === null || now.captures === 0) at.start = time;
    if (now === null || now.captures < story.count) at.kept = time;
    if (now === null || now.read < story.count) at.read = time;
  }
  must(over.status === 0, `an undisturbed run ended with ${over.status}: ${over.err}`);
  const took = performance.now() - began;
  const result = Object.fromEntries(await resultOf(home));
  state.save();
  return {
    start: at.start,
    keeping: at.kept - at.start,
    reading: at.read - at.kept,
    telling: took - at.read,
    took,
    result,
  };
}

/**
 * Starts adding and kills it, unless it ends by itself. What was there by then must be there after.
 * @param after milliseconds; from when it gets on, where `once` says how far the story was before
 */
async function killOnce(home, story, after, once = null) {
  const { child, ended } = addAll(home, story);
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over && once !== null && !isFurther(await progressOf(home), once)) await wait(50);
  for (const began = performance.now(); !over && performance.now() - began < after; ) await wait(20);
  const seen = over ? null : await seenIn(home);
  if (!over) child.kill("SIGKILL");
  const { status, err } = await ended;
  const now = await checkKept(home, seen);
  must(status === null || status === 0, `ended with ${status}: ${err}`);
  const read = [...(now?.derived ?? [])].filter((row) => row.startsWith("extract ")).length;
  return { isKilled: status === null, kept: now?.captures.size ?? 0, read };
}

const isFurther = (now, once) => now !== null && (now.captures > once.captures || now.read > once.read);

/** A kill while articles are kept and read: what is left to do is shared out among the kills that are left. */
async function killReading(story, state, most, seed) {
  const home = story.home("killed");
  const chance = chanceOf(seed, state.tries);
  const progress = (await progressOf(home)) ?? { captures: 0, read: 0 };
  const { start, keeping, reading } = state.calm;
  const left = keeping * (1 - progress.captures / story.count) + reading * (1 - progress.read / story.count);
  // With no kill left it is let go on until everything should be read.
  const each = left / Math.max(1, most - state.kills.length);
  const after = state.kills.length >= most ? left : 2 * each * chance.next();
  const isAtOnce = chance.is(atOnceShare);
  const way = isAtOnce ? [start * chance.next()] : [after, progress.read < story.count ? progress : null];
  const { isKilled, kept, read } = await killOnce(home, story, ...way);
  if (isKilled) state.kills.push({ when: whenOf(kept, read, story.count), after: Math.round(way[0]), kept, read });
  if (read < story.count) return;
  copyStory(home, story.home("read"));
  await asReadAlone(story.home("read"));
  state.read = true;
  if (!isKilled) await compared(home, state);
}

/** A kill at any moment of tracing, weighing and telling; what ends by itself is compared, and begun again as it was read. */
async function killTelling(story, state, kills, seed) {
  const home = story.home("killed");
  if (state.whole) {
    copyStory(story.home("read"), home);
    state.whole = false;
  }
  const chance = chanceOf(seed, state.tries);
  const { start, telling } = state.calm;
  const after = state.kills.length >= kills ? Number.POSITIVE_INFINITY : start + telling * 1.1 * chance.next();
  const { isKilled } = await killOnce(home, story, after);
  if (isKilled) state.kills.push({ when: "while the story was traced, weighed and told", after: Math.round(after) });
  else await compared(home, state);
}

async function compared(home, state) {
  await checkEqual(home, { result: new Map(Object.entries(state.calm.result)) });
  state.passes++;
  state.whole = true;
}

function whenOf(kept, read, count) {
  if (kept === 0) return "before anything was kept";
  if (kept < count) return "while captures were kept";
  return read < count ? "while articles were read" : "while the story was traced, weighed and told";
}

/** Takes from a copy what may have been made of all articles already. */
const asReadAlone = (home) =>
  asking(home, (rows) => [
    ...rows("delete from derived where stage in ('trace', 'weigh', 'tell', 'compare', 'index') returning key"),
  ]);

function copyStory(from, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}
