import type { Measured } from "../model/index.js";
import type { Proposition } from "./propositions.js";

/** Clauses of a story that must name what is read with its unit before a bare number is taken for a reading of it. */
const KNOWN = 2;
/** A reading is not so many times as large or as small as all others. */
const LIKE = 3;

interface Unit {
  readonly measure: string;
  readonly unit: string;
  count: number;
  least: number;
  most: number;
}

/**
 * "The gauge stood at 470" counts no gauges: where what is counted stands before the number, and clauses of the story read
 * the same in some unit, it is a reading in that unit. The same propositions, but for such readings.
 */
export function withLevels(propositions: readonly Proposition[]): readonly Proposition[] {
  const bare = new Set(
    propositions.filter(isLevel).flatMap(({ assertion }) => assertion.amounts.filter(isBare).map(wordOf)),
  );
  if (bare.size === 0) return propositions;
  const units = unitsOf(propositions, bare);
  return propositions.map((p) => {
    if (!isLevel(p)) return p;
    const amounts = p.assertion.amounts.map((m) => read(m, units));
    if (amounts.every((m, i) => m === p.assertion.amounts[i])) return p;
    const measures = amounts.flatMap(({ measure }) => (measure === null ? [] : [`%${measure}`]));
    const kept = [...p.features].filter((feature) => !feature.startsWith("%"));
    return { ...p, assertion: { ...p.assertion, amounts }, features: new Set([...kept, ...measures]) };
  });
}

/** It tells where something stands. */
const isLevel = ({ assertion }: Proposition): boolean => levels.has(assertion.predicate);

const levels: ReadonlySet<string> = new Set("stand read trade hover settle =close".split(" "));

/** A count of what stands before the number. */
const isBare = ({ amount: { of, unit, start, exact }, measure }: Measured): boolean =>
  exact && unit === null && of !== null && of.end <= start && (measure?.startsWith("count:") ?? false);

const wordOf = ({ measure }: Measured): string => measure!.slice("count:".length);

/** The units that each of these words is read in. */
function unitsOf(
  propositions: readonly Proposition[],
  words: ReadonlySet<string>,
): ReadonlyMap<string, readonly Unit[]> {
  const units = new Map<string, Unit[]>();
  for (const { assertion } of propositions)
    for (const word of assertion.words.filter((one) => words.has(one)))
      for (const { measure, amount } of assertion.amounts)
        if (measure?.startsWith("unit:") && amount.unit !== null && amount.exact) note(units, word, measure, amount);
  return units;
}

function note(
  units: Map<string, Unit[]>,
  word: string,
  measure: string,
  { unit, min }: { readonly unit: string | null; readonly min: number },
): void {
  const list = units.get(word) ?? [];
  units.set(word, list);
  const known = list.find((one) => one.measure === measure);
  if (known === undefined) list.push({ measure, unit: unit!, count: 1, least: min, most: min });
  else {
    known.count++;
    known.least = Math.min(known.least, min);
    known.most = Math.max(known.most, min);
  }
}

function read(m: Measured, units: ReadonlyMap<string, readonly Unit[]>): Measured {
  if (!isBare(m)) return m;
  const { min } = m.amount;
  const fitting = (units.get(wordOf(m)) ?? []).filter(
    ({ count, least, most }) => count >= KNOWN && min * LIKE >= least && min <= most * LIKE,
  );
  const [best] = [...fitting].sort((a, b) => b.count - a.count || (a.measure < b.measure ? -1 : 1));
  return best === undefined ? m : { ...m, measure: best.measure, amount: { ...m.amount, unit: best.unit } };
}
