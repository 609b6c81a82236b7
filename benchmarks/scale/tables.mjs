// docs/scale.md holds tables between marks; this writes what was measured there.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const document = `${root}docs/scale.md`;

/** When, of which code and on what a figure was made. */
export function made() {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  return `${new Date().toISOString().slice(0, 10)}, commit ${commit}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`;
}

/** Puts text between `<!-- NAME -->` and `<!-- /NAME -->`. */
export function writePart(name, text) {
  const before = readFileSync(document, "utf8");
  const part = new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`);
  if (!part.test(before)) throw new Error(`docs/scale.md has no place for ${name}`);
  writeFileSync(
    document,
    before.replace(part, () => `<!-- ${name} -->\n${text}\n<!-- /${name} -->`),
  );
}

const table = (head, rows) =>
  [
    `| ${head.join(" | ")} |`,
    `|---|${"---:|".repeat(head.length - 1)}`,
    ...rows.map((row) => `| ${row.join(" | ")} |`),
  ].join("\n");
const s = (seconds) => seconds.toFixed(seconds < 10 ? 2 : 1);
const ms = ({ p50, p95 }) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
const mega = (bytes) => Math.round(bytes / 1e6).toLocaleString("en");
const big = (number) => Number(number).toLocaleString("en");
const names = { file: "file", postgres: "PostgreSQL" };

/** All tables, from what was measured of each store. */
export function tablesOf(results) {
  const stores = Object.entries(results);
  const added = stores.map(([store, { added: a }]) => [
    names[store],
    s(a.read / a.articles),
    s(a.trace),
    s(a.weigh),
    s(a.tell),
    s(a.server),
    Math.round(a.mb),
  ]);
  const each = (kind, row) =>
    stores.flatMap(([store, { [kind]: of }]) =>
      Object.entries(of).map(([size, one]) => [names[store], big(size), ...row(one)]),
    );
  const grown = each("sizes", ({ stories, disk, more, listing, report }) => [
    big(stories),
    mega(disk),
    s(more.seconds),
    s(more.server),
    s(listing.seconds),
    s(listing.server),
    s(report.seconds),
    more.mb,
  ]);
  const asked = [
    ...each("sizes", (one) => ["a story of 100", ...asking(one)]),
    ...each("hot", (one) => ["all of them", ...asking(one)]),
  ];
  const looked = each("sizes", ({ lookups: l }) => [ms(l.record), ms(l.bytes), ms(l.place), ms(l.revision)]);
  const hot = each("hot", ({ added: a, disk, more, report }) => [
    s(a.read),
    s(a.trace),
    s(a.weigh),
    s(a.tell),
    s(a.server),
    a.mb,
    mega(disk),
    s(more.seconds),
    s(report.seconds),
  ]);
  return [
    "Adding a story of 100 unlike articles: processor seconds, reading of one article, the others of the story",
    table(["store", "read, an article", "trace", "weigh", "tell", "server, all", "MB"], added),
    "N articles in stories of 100: processor seconds of a process from its start",
    table(
      [
        "store",
        "articles",
        "stories",
        "disk, MB",
        "one more, s",
        "its server, s",
        "list of stories, s",
        "its server, s",
        "report, s",
        "one more, MB",
      ],
      grown,
    ),
    "Look-ups in stories chosen by chance, ms by the clock, p50 / p95",
    table(
      ["store", "articles", "an article's record", "its bytes", "what a place held", "the report's revision"],
      looked,
    ),
    "Search in one story, of 100 articles and in hot ones, 100 rows with snippets, ms by the clock, p50 / p95",
    table(
      [
        "store",
        "articles",
        "searched",
        "items in it",
        "index made, s",
        "common words",
        "two words",
        "rare words",
        "MB",
      ],
      asked,
    ),
    "Hot stories of near copies: processor seconds",
    table(
      ["store", "articles", "read", "trace", "weigh", "tell", "server, all", "MB", "disk, MB", "one more", "report"],
      hot,
    ),
    ...new Set(
      stores
        .flatMap(([, { added: a, sizes, hot: h }]) => [a, ...Object.values(sizes), ...Object.values(h)])
        .map((one) => `Measured ${one.made}.`),
    ),
  ].join("\n\n");
}

const asking = ({ search: { items, built, common, two, rare, mb } }) => [
  big(items),
  s(built),
  ms(common),
  ms(two),
  ms(rare),
  mb,
];

export const writeTables = (results) => writePart("measured", tablesOf(results));
