import { readFileSync } from "node:fs";
import { hashOf } from "./words.js";

/** In how many of so many news articles each word stands; made by `training/trace-rarity.mjs`. */
interface Table {
  readonly articles: number;
  /** Stems by their count, in a line each. */
  readonly words: Readonly<Record<string, string>>;
}

let loaded: ReadonlyMap<number, number> | null = null;

/** The share of news articles that a word stands in, from its stem's hash; 0 for all that the table does not know. */
export function shareOf(stem: number): number {
  loaded ??= table();
  return loaded.get(stem) ?? 0;
}

/** Ships with the package; read when first needed. */
function table(): ReadonlyMap<number, number> {
  const place = new URL("../../data/trace/model/rarity.json", import.meta.url);
  const { articles, words } = JSON.parse(readFileSync(place, "utf8")) as Table;
  const shares = Object.entries(words).flatMap(([count, stems]) =>
    stems.split(" ").map((stem): [number, number] => [hashOf(stem), Number(count) / articles]),
  );
  return new Map(shares);
}

/** Articles of the imagined background: what none of them holds carries log(300) nats. */
export const background = 300;

/** Articles of the background beside a set whose own words are counted. */
const beside = 300;

/** Information it carries within a set of so many articles, of which `frequency` have it. */
export const informationAmong = (stem: number, frequency: number, articles: number): number =>
  Math.max(0, Math.log((articles + beside) / (frequency + beside * shareOf(stem) + 1)));
