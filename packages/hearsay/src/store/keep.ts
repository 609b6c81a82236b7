import type { Transaction } from "kysely";
import type { Kept } from "../engine/ports.js";
import { type Capture, type Hints, hintsTogether, isLasting } from "../model/index.js";
import { shortKey, wholeOf } from "./keys.js";
import type { Schema } from "./schema.js";

/** How many rows or keys go into one query; SQLite allows 32,766 parameters, PostgreSQL twice as many. */
const atOnce = 500;

/** Pieces of a list, each small enough for one query. */
export function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += atOnce) yield all.slice(at, at + atOnce);
}

type PlaceRow = Schema["place"];

/** Keeps captures one after the other, as if each came alone: read in one query, written in one. */
export async function keepAll(
  trx: Transaction<Schema>,
  story: string,
  captures: readonly Capture[],
): Promise<readonly Kept[]> {
  const state = await stateOf(trx, story, captures);
  const kept = captures.map((capture) => keepOne(state, story, capture));
  const fresh = [...state.fresh.values()].map(({ hash, bytes }) => ({ story, hash, size: bytes.byteLength, bytes }));
  for (const batch of batches(fresh))
    await trx
      .insertInto("capture")
      .values(batch)
      .onConflict((conflict) => conflict.columns(["story", "hash"]).doNothing())
      .execute();
  for (const batch of batches([...state.changed]))
    await trx
      .insertInto("place")
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(["story", "hash", "place"]).doUpdateSet(({ ref }) => ({
          retrieved: ref("excluded.retrieved"),
          seen: ref("excluded.seen"),
          hints: ref("excluded.hints"),
          validators: ref("excluded.validators"),
        })),
      )
      .execute();
  return kept;
}

/** What is there of the captures' hashes and places, and what is to be written. */
interface State {
  readonly known: Set<string>;
  readonly here: Map<string, PlaceRow[]>;
  readonly fresh: Map<string, Capture>;
  readonly changed: Set<PlaceRow>;
}

async function stateOf(trx: Transaction<Schema>, story: string, captures: readonly Capture[]): Promise<State> {
  const state: State = { known: new Set(), here: new Map(), fresh: new Map(), changed: new Set() };
  for (const batch of batches([...new Set(captures.map(({ hash }) => hash))])) {
    const query = trx.selectFrom("capture").select("hash").where("story", "=", story).where("hash", "in", batch);
    for (const { hash } of await query.execute()) state.known.add(hash);
  }
  for (const batch of batches([...new Set(captures.map(({ place }) => shortKey(place)))])) {
    const query = trx.selectFrom("place").selectAll().where("story", "=", story).where("place", "in", batch);
    for (const row of await query.execute()) rowsAt(state, row.place).push(row);
  }
  return state;
}

function rowsAt({ here }: State, place: string): PlaceRow[] {
  const rows = here.get(place) ?? [];
  here.set(place, rows);
  return rows;
}

function keepOne(state: State, story: string, capture: Capture): Kept {
  const { hash, place, retrieved, hints = {} } = capture;
  const validators = capture.validators === undefined ? null : JSON.stringify(capture.validators);
  const here = rowsAt(state, shortKey(place));
  const again = here.find((row) => row.hash === hash);
  if (again !== undefined) {
    const isBack = isLasting(place) && here.some((row) => row.seen > again.seen && row.seen < retrieved);
    const [first = retrieved, , last = retrieved] = [again.retrieved, retrieved, again.seen].sort();
    const together = JSON.stringify(hintsTogether(JSON.parse(again.hints) as Hints, hints));
    state.changed.add(Object.assign(again, { retrieved: first, seen: last, validators, hints: together }));
    return { hash, place, status: isBack ? "changed" : "known" };
  }
  const status = state.known.has(hash) ? "duplicate" : here.length > 0 && isLasting(place) ? "changed" : "new";
  if (!state.known.has(hash)) state.fresh.set(hash, capture);
  state.known.add(hash);
  const times = { retrieved, seen: retrieved };
  const names = { place: shortKey(place), whole: wholeOf(place) };
  const row = { story, hash, ...names, ...times, hints: JSON.stringify(hints), validators };
  here.push(row);
  state.changed.add(row);
  return { hash, place, status };
}
