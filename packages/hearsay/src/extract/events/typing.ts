import { readFileSync } from "node:fs";
import { type EventType, eventTypes } from "../../model/index.js";

/** Weights of a linear model over features (features.ts), a row a feature, a column a label; whole hundredths. */
interface TypeModel {
  readonly labels: readonly string[];
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

let loaded: TypeModel | null = null;

/** Read once, when the first event is typed; see data/events/MODEL_CARD.md. */
function typeModel(): TypeModel {
  loaded ??= JSON.parse(
    readFileSync(new URL("../../../data/events/model/types.json", import.meta.url), "utf8"),
  ) as TypeModel;
  return loaded;
}

/** How likely each label is, best first. Labels are PLOVER's roots before CONCEDE and RETREAT were told apart (YIELD). */
export function labelsOf(
  features: readonly string[],
  model: TypeModel = typeModel(),
): readonly { label: string; p: number }[] {
  const sums = model.labels.map((_, k) => (model.bias[k] ?? 0) / 100);
  for (const feature of features)
    for (const [k, weight] of (model.weights[feature] ?? []).entries()) sums[k]! += weight / 100;
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - top));
  const total = powers.reduce((a, b) => a + b, 0);
  return model.labels.map((label, k) => ({ label, p: powers[k]! / total })).sort((a, b) => b.p - a.p);
}

/** The label as a type; YIELD is what the lexicon takes it for, RETREAT where it does not say. */
export function typeOfLabel(label: string, lexical: EventType | null): EventType {
  if (label === "YIELD") return lexical === "CONCEDE" ? "CONCEDE" : "RETREAT";
  return eventTypes.find((type) => type === label) ?? lexical ?? "CONSULT";
}
