// How far two labellings of the same sentences agree: node evals/causes-agreement.mjs [SECOND.jsonl] [--list]
// A claim of one is the other's where more than half of the words of cause and effect together are the same (`overlap` of
// causes-gold.mjs), each taken once, the most alike first. --list prints every sentence on which they differ, and in what.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { overlap, sameAsserter } from "./causes-gold.mjs";

const here = (name) => fileURLToPath(new URL(`causes/${name}`, import.meta.url));
const read = (path) =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** What is told of a claim beside its words, and when two labellers tell the same. */
const told = {
  sign: (a, b) => a.sign === b.sign,
  hedge: (a, b) => a.hedged === b.hedged,
  condition: (a, b) => a.conditional === b.conditional,
  negation: (a, b) => a.negated === b.negated,
  asserter: (a, b) => sameAsserter(a.asserter, b.asserter) || sameAsserter(b.asserter, a.asserter),
};

/** Pairs of claims that are the same, and those of either that the other does not have. */
export function matched(first, second) {
  const likely = first
    .flatMap((a) => second.map((b) => ({ a, b, alike: overlap(a, b) })))
    .filter(({ alike }) => alike > 0.5)
    .sort((x, y) => y.alike - x.alike);
  const used = new Set();
  const pairs = likely.filter(({ a, b }) => !used.has(a) && !used.has(b) && used.add(a).add(b));
  return { pairs, alone: [...first, ...second].filter((one) => !used.has(one)) };
}

/** Agreement in percent; kappa (Cohen 1960) beside it, as most claims are "+" and flat. */
export function agreement(first, second) {
  const byId = new Map(second.map((one) => [one.id, one.relations]));
  const rows = first.map(({ id, text, relations }) => ({ id, text, ...matched(relations, byId.get(id) ?? []) }));
  const pairs = rows.flatMap((row) => row.pairs);
  const all = [...first, ...second].reduce((sum, { relations }) => sum + relations.length, 0);
  const share = (same) => pairs.filter(({ a, b }) => same(a, b)).length / pairs.length;
  const measures = {
    "claims of either": all,
    "claims of both": pairs.length,
    "claims F1 %": percent((2 * pairs.length) / all),
    "words of claims of both %": percent(pairs.reduce((sum, { alike }) => sum + alike, 0) / pairs.length),
    ...Object.fromEntries(Object.entries(told).map(([what, same]) => [`${what} %`, percent(share(same))])),
    ...Object.fromEntries(
      [
        ["sign", "sign"],
        ["hedge", "hedged"],
        ["condition", "conditional"],
        ["negation", "negated"],
      ].map(([what, key]) => [`${what} kappa`, kappa(pairs.map(({ a, b }) => [a[key], b[key]]))]),
    ),
  };
  return { measures, rows };
}

const percent = (part) => Math.round(1000 * part) / 10;

/** Agreement beyond what two who label as often by chance would have; null where both always say the same one thing. */
function kappa(labels) {
  const seen = labels.filter(([a, b]) => a === b).length / labels.length;
  const values = [...new Set(labels.flat())];
  const part = (at, value) => labels.filter((one) => one[at] === value).length / labels.length;
  const chance = values.reduce((sum, value) => sum + part(0, value) * part(1, value), 0);
  return chance === 1 ? null : Math.round((100 * (seen - chance)) / (1 - chance)) / 100;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [path = here("second.jsonl")] = process.argv.slice(2).filter((one) => !one.startsWith("--"));
  const { measures, rows } = agreement(read(here("gold.jsonl")), read(path));
  for (const [name, value] of Object.entries(measures)) console.log(`${name}: ${value}`);
  if (process.argv.includes("--list"))
    for (const { id, text, pairs, alone } of rows) {
      const apart = pairs.flatMap(({ a, b }) =>
        Object.entries(told).flatMap(([what, same]) => (same(a, b) ? [] : [what])),
      );
      if (apart.length + alone.length > 0)
        console.log([id, [...apart, ...alone.map(() => "claim of one")].join(", "), text].join("\t"));
    }
}
