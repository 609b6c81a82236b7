// Sorts every claim of a story that weigh gets wrong by what went wrong.
//   node evals/weigh-errors.mjs STORY_DIR… [--list]
// A STORY_DIR has articles/ and gold.json, as shared/stories/score-story.mjs reads them; reports meet and claims are found as
// there, so that the wrong ones are the ones it counts. --list names each claim.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { filterRecords, readLines } from "./lib.mjs";

const stem = (file) => basename(file).replace(/\.\w+$/, "");
const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function commonRun(a, b) {
  let before = new Uint16Array(b.length + 1);
  for (const word of a) {
    const now = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++)
      now[j] = word === b[j - 1] ? before[j - 1] + 1 : Math.max(before[j], now[j - 1]);
    before = now;
  }
  return before[b.length];
}

/** One holds the other, or they share at least half of the shorter one's words in order. */
function meet(a, b) {
  const [x, y] = [words(a), words(b)];
  if (x.length === 0 || y.length === 0) return false;
  const [p, q] = [` ${x.join(" ")} `, ` ${y.join(" ")} `];
  if (p.includes(q) || q.includes(p)) return true;
  const least = Math.min(x.length, y.length);
  return least >= 3 && commonRun(x.slice(0, 80), y.slice(0, 80)) >= least / 2;
}

/** The gold reports of `wanted` that a claim holds. */
const held = (claim, wanted) =>
  wanted.support.filter((s) => claim.support.some((r) => r.article === s.file && meet(r.span.text, s.span)));

/** The claim that holds most of the gold one's reports; of equals the one with fewest others. */
const found = (claims, wanted) =>
  claims
    .map((claim) => ({ claim, count: held(claim, wanted).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.claim.support.length - b.claim.support.length)[0]?.claim;

const originsOf = (reports) => new Set(reports.filter((s) => !s.partial).map((s) => s.origin));

/** Why too few or too many origins are counted; null where they are as many as they should be. */
function originTrouble(claim, wanted, gold) {
  if (claim.origins === wanted.independentOrigins) return null;
  const own = held(claim, wanted);
  const strange = gold.filter((g) => g !== wanted && held(claim, g).some((s) => !own.some((o) => o.file === s.file)));
  if (claim.origins > wanted.independentOrigins)
    return strange.length > 0 ? "joined wrongly" : "voices counted apart that are one";
  return originsOf(own).size < wanted.independentOrigins ? "not joined" : "voices counted as one that are several";
}

function verdictTrouble(claim, wanted, gold, claims) {
  if (claim.verdict === wanted.verdict) return null;
  const rivals = (wanted.conflictsWith ?? []).map((id) => gold.find((g) => g.id === id));
  const unseen = rivals.filter((r) => !isOpposed(claim, r, claims));
  const origins = originTrouble(claim, wanted, gold);
  if (wanted.verdict === "contradicted" && unseen.length > 0) return "conflict missed";
  if (wanted.verdict === "revised") return "revision missed";
  if (claim.verdict === "contradicted" && rivals.length === unseen.length) return "conflict that is none";
  if (claim.verdict === "revised") return "revision that is none";
  return origins ?? "verdict by another rule";
}

const isOpposed = (claim, rival, claims) =>
  claim.conflicts.some((id) => held(claims.get(id) ?? { support: [] }, rival).length > 0);

async function story(dir) {
  const gold = JSON.parse(readFileSync(join(dir, "gold.json"), "utf8"));
  const names = new Set(gold.documents.map((d) => basename(d.file)));
  const fileOf = new Map(gold.documents.map((d) => [d.id, stem(d.file)]));
  const records = readdirSync(join(dir, "articles"))
    .filter((file) => names.has(file))
    .sort()
    .map((file) => {
      const content = readFileSync(join(dir, "articles", file), "utf8");
      return { id: stem(file), [file.endsWith(".html") ? "html" : "text"]: content };
    });
  const [report] = readLines(await filterRecords("weigh", records, `${basename(dir)}.json`));
  const wanted = gold.claims.map((g) => ({ ...g, support: g.support.map((s) => ({ ...s, file: fileOf.get(s.doc) })) }));
  const claims = new Map(report.claims.map((c) => [c.id, c]));
  const troubles = wanted.flatMap((g) => {
    const claim = found(report.claims, g);
    if (claim === undefined) return [["verdict", "not found", g]];
    const [verdict, origins] = [verdictTrouble(claim, g, wanted, claims), originTrouble(claim, g, wanted)];
    return [
      ...(verdict === null ? [] : [["verdict", verdict, g]]),
      ...(origins === null ? [] : [["origins", origins, g]]),
    ];
  });
  return { name: basename(dir), claims: wanted.length, troubles };
}

const dirs = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const stories = [];
for (const dir of dirs) stories.push(await story(dir));

console.log(`| what is wrong | why | ${stories.map((s) => `${s.name}, of ${s.claims}`).join(" | ")} |`);
console.log(`|---|---|${stories.map(() => "---:|").join("")}`);
const rows = [...new Set(stories.flatMap((s) => s.troubles.map(([what, why]) => `${what} | ${why}`)))].sort();
for (const row of rows) {
  const cells = stories.map(({ troubles }) => troubles.filter(([what, why]) => `${what} | ${why}` === row));
  const list = (cell) => `${cell.length}${cell.length === 0 ? "" : ` (${cell.map(([, , g]) => g.id).join(", ")})`}`;
  console.log(`| ${row} | ${cells.map((c) => (process.argv.includes("--list") ? list(c) : c.length)).join(" | ")} |`);
}
