import type { Report } from "../tell/report.js";
import { type Concept, joinPhrases } from "./join.js";
import { aboutConcepts } from "./judged.js";
import { candidatesOf, type LeftOut, readingCandidates } from "./phrases.js";
import { type Saying, sayingMaker, strength } from "./sayings.js";

/** From one concept to another: all that is said to the effect that one raises or lowers the other. */
export interface Arrow {
  readonly from: number;
  readonly to: number;
  /** 1 the more of one the more of the other; −1 the less. */
  readonly sign: 1 | -1;
  readonly sayings: readonly Saying[];
  /** How many different voices say so, how many deny it, and from how many origins the reports are. */
  readonly voices: number;
  readonly denials: number;
  readonly origins: number;
  /** 0–1, by the number of voices and their hedges. */
  readonly strength: number;
  /** The place in the map of the arrow that says the opposite, or null. */
  readonly opposite: number | null;
}

/** What is said to raise and lower what. */
export interface CausalMap {
  readonly concepts: readonly Concept[];
  readonly arrows: readonly Arrow[];
  /** Causes of the report that are not in it, by the reason. */
  readonly leftOut: Readonly<Record<LeftOut, readonly string[]>>;
}

/** Who is heard: everyone unless told. */
export interface Hearing {
  /** Only asserters whose name holds this. */
  readonly by?: string | undefined;
  /** Only those who speak for this state or body; "the press" for articles. */
  readonly side?: string | undefined;
}

/**
 * The map of a report, as its judgements have it, what was published first at first. Concepts are the same whoever is
 * heard, so that maps can be laid over one another.
 */
export function causalMap(report: Report, hearing: Hearing = {}): CausalMap {
  const whole = known.get(report) ?? wholeOf(report);
  known.set(report, whole);
  const { by, side } = hearing;
  if (by === undefined && side === undefined) return whole.map;
  const { concepts, leftOut } = whole.map;
  return { concepts, arrows: arrowsOf(whole.drawn.filter(({ saying }) => isHeard(saying, hearing))), leftOut };
}

/** What takes long about a report's map, in steps: `causalMap` has it then. */
export const preparingMap: (report: Report) => Iterator<undefined, unknown> = readingCandidates;

interface Whole {
  readonly map: CausalMap;
  readonly drawn: readonly Drawn[];
}

/** Made once for a report, as long as somebody holds it: tables, questions and answers all ask for it. */
const known = new WeakMap<Report, Whole>();

function wholeOf(report: Report): Whole {
  const { candidates, leftOut } = candidatesOf(report);
  const same: string[] = [];
  const { concepts, conceptOf } = joinPhrases(
    candidates.flatMap(({ from, to }) => [from, to]),
    aboutConcepts(report.judgements),
  );
  const sides = concepts.map(({ wordings }) => wordings);
  const taken = sides.map(() => 0);
  const directions = conceptOf.map((concept) => sides[concept]![taken[concept]!++]!.direction);
  const make = sayingMaker(report);
  const drawn = candidates.flatMap(({ cause }, i) => {
    const [from, to] = [conceptOf[2 * i]!, conceptOf[2 * i + 1]!];
    if (from === to) same.push(cause.id);
    const sign = (cause.sign === "+" ? 1 : -1) * directions[2 * i]! * directions[2 * i + 1]!;
    return from === to ? [] : [{ from, to, sign: sign as 1 | -1, saying: make(cause) }];
  });
  return { map: { concepts, arrows: arrowsOf(drawn), leftOut: { ...leftOut, same } }, drawn };
}

const isHeard = (saying: Saying, { by, side }: Hearing): boolean =>
  (by === undefined || saying.by.toLowerCase().includes(by.toLowerCase())) &&
  (side === undefined || (saying.side ?? "").toLowerCase().includes(side.toLowerCase()));

interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly sign: 1 | -1;
  readonly saying: Saying;
}

function arrowsOf(drawn: readonly Drawn[]): readonly Arrow[] {
  const by = new Map<string, Drawn[]>();
  for (const one of drawn) {
    const key = [one.from, one.to, one.sign].join(" ");
    const same = by.get(key);
    if (same === undefined) by.set(key, [one]);
    else same.push(one);
  }
  const places = new Map([...by.keys()].map((key, i) => [key, i]));
  return [...by.values()].map((same): Arrow => {
    const { from, to, sign } = same[0]!;
    const sayings = same.map(({ saying }) => saying);
    const voices = (denied: boolean): number =>
      new Set(sayings.filter((a) => a.denied === denied).map(({ voice }) => voice)).size;
    return {
      ...{ from, to, sign, sayings, voices: voices(false), denials: voices(true) },
      origins: new Set(sayings.map(({ origin, article }) => origin ?? article)).size,
      strength: strength(sayings),
      opposite: places.get([from, to, -sign].join(" ")) ?? null,
    };
  });
}
