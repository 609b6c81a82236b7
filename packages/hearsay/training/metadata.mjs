// Measures the metadata of the read stage: share right by how its evidence stands (the table in src/read/evidence.ts),
// wrong and missing fields by cause, and all of it on two halves of the sites, so that a rule cut to fit one shows.
// usage: node training/metadata.mjs CORPUS.jsonl.gz [--flat]
//   CORPUS holds {id, url, html, title, author, date} a line (Web Content Extraction Benchmark, CC BY 4.0).
import { createHash } from "node:crypto";
import { flatten } from "../../../evals/flatten.mjs";
import { read } from "../dist/read/index.js";
import { key, recordsIn, siteOf } from "./records.mjs";

const [path] = process.argv.slice(2).filter((one) => /\.jsonl(\.gz)?$/.test(one));
const flat = process.argv.includes("--flat");
const gold = recordsIn(path);

const day = (value) => String(value ?? "").slice(0, 10);
const dayNumber = (value) => Date.parse(`${day(value)}T00:00:00Z`) / 86_400_000;

const isFirstHalf = (page) => createHash("sha1").update(siteOf(page)).digest()[0] % 2 === 0;

const results = gold.map((page) => {
  const { output } = read({
    id: page.id,
    file: page.url ?? page.id,
    url: flat ? null : page.url,
    ...(flat ? { text: flatten(page.html) } : { html: page.html }),
  });
  return {
    page,
    first: isFirstHalf(page),
    fields: {
      title: {
        gold: page.title,
        got: output?.title,
        same: (a, b) => key(a) === key(b),
        evidence: output?.evidence.title,
      },
      authors: {
        gold: page.author,
        got: output?.authors.join(", "),
        same: (a, b) => key(a) === key(b),
        evidence: output?.evidence.authors,
      },
      published: {
        gold: page.date,
        got: output?.published,
        same: (a, b) => day(a) === day(b),
        evidence: output?.evidence.published,
      },
    },
    output,
  };
});

const percent = (part, whole) => (whole === 0 ? "–" : ((100 * part) / whole).toFixed(1));
for (const field of ["title", "authors", "published"]) {
  for (const [name, chosen] of [
    ["all", results],
    ["half A", results.filter((one) => one.first)],
    ["half B", results.filter((one) => !one.first)],
  ]) {
    const with_ = chosen.map((one) => one.fields[field]).filter((one) => one.gold);
    const right = with_.filter(({ gold, got, same }) => got && same(gold, got)).length;
    const given = with_.filter(({ got }) => got).length;
    console.log(
      `${field} ${name}: right ${percent(right, with_.length)} wrong ${percent(given - right, with_.length)} of ${with_.length}`,
    );
  }
  const by = new Map();
  for (const { fields } of results) {
    const { gold, got, same, evidence } = fields[field];
    if (!gold || !got) continue;
    const standing = evidence?.confidence ?? "none";
    for (const group of [`confidence ${standing}`, `from ${evidence?.from.split(" ")[0]}`]) {
      const count = by.get(group) ?? [0, 0];
      by.set(group, [count[0] + (same(gold, got) ? 1 : 0), count[1] + 1]);
    }
  }
  for (const [group, [right, all]] of [...by].sort())
    console.log(`  ${group}: ${right} of ${all}, ${percent(right, all)}`);
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** Whether a day stands on the page in some common shape. */
function isOnPage(html, date) {
  const [y, m, d] = day(date).split("-");
  const [month, plain] = [months[Number(m) - 1], Number(d)];
  const shapes = [
    `${y}[-/.]?${m}[-/.]?${d}`,
    `${month}[a-z]*\\.? 0?${plain}(?:st|nd|rd|th)?,? ${y}`,
    `0?${plain}(?:st|nd|rd|th)? ${month}[a-z]*\\.?,? ${y}`,
    `${m}[/.-]${d}[/.-]${y}|${d}[/.-]${m}[/.-]${y}`,
  ];
  return d !== undefined && new RegExp(shapes.join("|"), "i").test(html);
}

function causeOfDate({ page, output }) {
  const got = output?.published;
  const said = got ? "wrong" : "not said";
  if (!isOnPage(page.html, page.date)) return `${said}: the gold's day is not on the page`;
  if (got && Math.abs(dayNumber(got) - dayNumber(page.date)) === 1)
    return `${said}: the day before or after, by time zone`;
  if (day(output?.modified) === day(page.date))
    return got
      ? `${said}: the gold takes the day of the last change, the first publication was said`
      : `${said}: the page shows only when it was updated`;
  return `${said}: another date of the page`;
}

function causeOfAuthor({ page, output }) {
  const [wanted, got] = [key(page.author), key(output?.authors.join(", "))];
  const words = new Set(got.split(" "));
  const shared = wanted.split(" ").filter((word) => words.has(word)).length;
  if (got === "")
    return key(page.html).includes(wanted)
      ? "not said: a name that no by-line marks"
      : "not said: the name is not on the page";
  if (wanted.replace(/ (?:and|with) /g, " ") === got) return "wrong: the gold joins the names with “and”";
  if (shared >= 2) return "wrong: role, degree, place or one name more or less";
  if (shared === 1) return "wrong: part of the name";
  return "wrong: another name of the page";
}

if (!flat)
  for (const [field, cause] of [
    ["published", causeOfDate],
    ["authors", causeOfAuthor],
  ]) {
    const counts = new Map();
    for (const one of results) {
      const { gold, got, same } = one.fields[field];
      if (!gold || (got && same(gold, got))) continue;
      counts.set(cause(one), (counts.get(cause(one)) ?? 0) + 1);
    }
    console.log(`${field}, by cause`);
    for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`  ${count} ${name}`);
  }
