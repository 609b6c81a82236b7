import type { Entity, Quote } from "../model/index.js";
import type { Report } from "../tell/report.js";
import { foldWords } from "../tell/words.js";

/** Two actors that may be one. */
export interface Namesakes {
  readonly a: Entity;
  readonly b: Entity;
  /** 0–1: how alike their names are. */
  readonly score: number;
  /** Where each is first named. */
  readonly evidence: readonly Quote[];
  /** 0–1: how much of what is said and done in the story is theirs. */
  readonly share: number;
}

/** Less alike than this, nobody would take one for the other. */
const least = 0.4;
/** A word that so many actors have in their names tells nothing: "ministry". */
const common = 12;
const particles = new Set(["the", "of", "and", "de", "al", "el", "von", "van", "for", "in", "mr", "mrs", "ms", "dr"]);

/** Pairs of actors of one kind whose names are alike and who were not joined. */
export function* namesakes(report: Report): Generator<Namesakes> {
  const places = appearances(report);
  const total = Math.max(1, ...[...places.values()].map((list) => list.length));
  const present = report.entities.filter((one) => places.has(one.id) && !one.anonymous && /\p{Lu}/u.test(one.name));
  const words = new Map(present.map((entity) => [entity.id, nameWords(entity)]));
  for (const [a, b] of pairs(present, words)) {
    const score = likeness(words.get(a.id)!, words.get(b.id)!);
    if (score < least || apart(a, b)) continue;
    const [first, second] = [places.get(a.id)!, places.get(b.id)!];
    const share = Math.min(1, (first.length + second.length) / total);
    yield { a, b, score, evidence: [first[0]!, second[0]!], share };
  }
}

/** Where each actor speaks or acts, in the order of the report. */
function appearances({ statements, events }: Report): ReadonlyMap<string, Quote[]> {
  const places = new Map<string, Quote[]>();
  const add = (entity: string | null | undefined, place: Quote | undefined): void => {
    if (entity == null || place === undefined) return;
    const known = places.get(entity);
    if (known === undefined) places.set(entity, [place]);
    else known.push(place);
  };
  for (const { speaker, source, content } of statements) add(speaker.entity, source.parts[0] ?? content.parts[0]);
  for (const { source, target } of events) for (const actor of [source, target]) add(actor?.entity, actor?.span);
  return places;
}

const nameWords = ({ name }: Entity): ReadonlySet<string> =>
  new Set(
    foldWords(name)
      .split(" ")
      .filter((word) => word.length > 1 && !particles.has(word)),
  );

/** Actors of one kind with a telling word in common, each pair once. */
function* pairs(
  entities: readonly Entity[],
  words: ReadonlyMap<string, ReadonlySet<string>>,
): Generator<readonly [Entity, Entity]> {
  const holders = new Map<string, Entity[]>();
  for (const entity of entities)
    for (const word of words.get(entity.id)!) {
      const key = `${entity.kind} ${word}`;
      const known = holders.get(key);
      if (known === undefined) holders.set(key, [entity]);
      else known.push(entity);
    }
  const seen = new Set<string>();
  for (const list of holders.values()) {
    if (list.length > common) continue;
    for (const [i, a] of list.entries())
      for (const b of list.slice(i + 1)) {
        const key = `${a.id} ${b.id}`;
        if (!seen.has(key) && seen.add(key)) yield [a, b];
      }
  }
}

/** The share of the shorter name's words that the longer has, less for each word it has not. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return (shared / Math.max(1, Math.min(a.size, b.size))) * (shared / Math.max(a.size, b.size)) ** 0.5;
}

/** What is said of them rules it out: two states, two sexes, or the same number of words of which one differs. */
function apart(a: Entity, b: Entity): boolean {
  if (a.country !== null && b.country !== null && a.country !== b.country) return true;
  if (a.gender !== null && b.gender !== null && a.gender !== b.gender) return true;
  const [first, second] = [nameWords(a), nameWords(b)];
  return a.kind === "person" && first.size === second.size && first.size > 1;
}
