import { writeFileSync } from "node:fs";
import { extname } from "node:path";
import { asserters, causalMap, deniers } from "../../concepts/index.js";
import { HearsayError } from "../../model/index.js";
import { drawn } from "../../records/map.js";
import { type Implications, type ImpliedChange, type SaidArrow, whatIf } from "../../records/whatif.js";
import { asJson } from "../../records/write.js";
import { printable, type Report } from "../../tell/index.js";
import { structureOf } from "../../whatif/index.js";
import { columnsOf, type Io } from "../io.js";
import { formatOf, writeRows } from "../output/formats.js";
import { painter } from "../output/paint.js";
import { wrap } from "../output/wrap.js";
import { readStory } from "../story.js";

/** What `hearsay whatif` can be told. */
export interface WhatIfOptions {
  readonly story: string;
  readonly format: string;
  readonly set?: readonly string[];
  readonly rule?: string;
  readonly transfer?: string;
  readonly lambda?: string;
  readonly once?: boolean;
  readonly by?: string;
  readonly side?: string;
  readonly write?: string;
}

/** `hearsay whatif`: what the sources' arrows imply where something is set; without that, what can be set. */
export async function runWhatIf(io: Io, options: WhatIfOptions): Promise<number> {
  const format = formatOf(options.format);
  const report = await readStory(io, options.story);
  const { by, side } = options;
  if (options.write !== undefined) await writeMap(report, options.write, { by, side });
  else if (options.set === undefined) listConcepts(io, report, options);
  else {
    const { set, rule, transfer, once } = options;
    const lambda = options.lambda === undefined ? undefined : Number(options.lambda);
    const found = whatIf(report, { set, rule, transfer, lambda, once, by, side });
    if (format === "json") io.stdout.write(`${asJson(found, 2)}\n`);
    else if (format === "table") tell(io, found, report);
    else writeRows(io, format, [], flat(found), "");
  }
  return 0;
}

/** The concepts of the map, those on which most hangs first. */
function listConcepts(io: Io, report: Report, { format, by, side }: WhatIfOptions): void {
  const { concepts, arrows } = causalMap(report, { by, side });
  const weighted = arrows.map(({ from, to, sign, strength }) => ({ from, to, weight: sign * strength }));
  const { places } = structureOf(concepts.length, weighted);
  const rows = concepts
    .map(({ id, name, wordings }, i) => ({
      id,
      concept: name,
      ...places[i]!,
      wordings: wordings.map(({ text }) => text),
    }))
    .filter(({ kind }) => kind !== "alone")
    .sort((a, b) => b.centrality - a.centrality);
  const columns = [
    { key: "concept", head: "Concept", min: 20, grow: true, rank: 0, style: () => "bold" as const },
    { key: "kind", head: "Place", min: 11, rank: 2 },
    { key: "outdegree", head: "Out", min: 5, rank: 1 },
    { key: "indegree", head: "In", min: 5, rank: 1 },
    { key: "id", head: "Id", min: 20, rank: 3 },
  ];
  writeRows(io, formatOf(format), columns, rows, "Nothing here is said to cause anything.");
}

function tell(io: Io, found: Implications, report: Report): void {
  const paint = painter(io.stdout, io.env);
  const width = columnsOf(io.stdout);
  const say = (text: string, indent = ""): unknown =>
    io.stdout.write(
      `${wrap(printable(text), width - indent.length)
        .map((line) => `${indent}${line}`)
        .join("\n")}\n`,
    );
  for (const { name, value } of found.set)
    say(`If “${name}” is ${value > 0 ? "so, or more" : value < 0 ? "not so, or less" : "as it is"} (${value}):`);
  if (found.implied.length === 0) say("No arrow leads on from there: the sources imply nothing.");
  else {
    const columns = [
      { key: "change", head: "Change", min: 7, rank: 0 },
      { key: "concept", head: "Implied", min: 20, grow: true, rank: 0, style: () => "bold" as const },
      { key: "range", head: "9 in 10", min: 14, rank: 2 },
      { key: "share", head: "Same way", min: 8, rank: 3 },
      { key: "through", head: "Through", min: 8, rank: 1 },
    ];
    writeRows(io, "table", columns, found.implied.map(shown), "");
    say(legend);
    io.stdout.write(`\n${paint("bold", "Arrows")}\n`);
    for (const [i, arrow] of found.arrows.entries()) {
      const [head = "", ...told] = arrowLines(arrow, i, report);
      say(head);
      for (const line of told) say(line, "    ");
    }
    io.stdout.write("\n");
  }
  say(`${found.caution} ${ended(found)}`);
}

const signed = (value: number): string => `${value > 0 ? "▲ +" : value < 0 ? "▼ −" : ""}${Math.abs(value).toFixed(2)}`;

const shown = ({ name, change, low, high, sameWay, ambiguous, ways }: ImpliedChange) => ({
  change: signed(change),
  concept: name,
  range: low === null || high === null ? "–" : `${low.toFixed(2)} to ${high.toFixed(2)}`,
  share: sameWay === null ? "–" : `${Math.round(100 * sameWay)} %`,
  through: `${ways.map(numbers).join("; ")}${ambiguous ? " ambiguous: some lead the other way" : ""}`,
});
const numbers = ({ arrows }: ImpliedChange["ways"][number]): string => arrows.map((a) => `[${a + 1}]`).join("");

/** What the figures mean, in a line. */
const legend =
  "9 in 10: where the change lies when the voices are drawn anew; Same way: in how many drawings it has this direction; – where each arrow hangs on a single voice. Strength: ½ for a voice, ¼ for a hedged one, more with each further one.";

function arrowLines({ from, sign, to, strength, said }: SaidArrow, i: number, { articles }: Report): readonly string[] {
  const label = new Map(articles.map((article) => [article.id, article.label]));
  const lines = said.map(({ by, article, words, hedged, conditional, denied }) => {
    const how = [denied && "denied", hedged && "hedged", conditional && "under a condition"].filter(Boolean).join(", ");
    const where = label.get(article) ?? article;
    const who = by === where ? by : `${by}, in ${where}`;
    return `${who}${how === "" ? "" : ` (${how})`}: “${words.replace(/\s+/g, " ")}”`;
  });
  return [`[${i + 1}] ${from} ${drawn(sign)} ${to}  (strength ${strength.toFixed(2)})`, ...lines];
}

function ended({ outcome: { kind, rounds, period }, settings }: Implications): string {
  const how = `${settings.rule} rule, ${settings.transfer}, ${settings.mode === "once" ? "pushed once" : "held"}`;
  if (kind === "fixed") return `The map came to rest after ${rounds} rounds (${how}).`;
  if (kind === "cycle") return `The map goes in circles of ${period} rounds; means are shown (${how}).`;
  if (kind === "chaotic") return `The map never comes to rest: these figures are one moment of it (${how}).`;
  return `The map was still moving after ${rounds} rounds (${how}).`;
}

const flat = ({ implied, arrows }: Implications) =>
  implied.map(({ id, name, change, low, high, sameWay, ambiguous, ways }) => ({
    ...{ id, concept: name, change, low, high, sameWay, ambiguous },
    through: ways.map((way) => way.arrows.map((a) => named(arrows[a]!)).join("; ")),
    ...{ says: asserters(saidOn(ways, arrows)), deniedBy: deniers(saidOn(ways, arrows)) },
    causes: [...new Set(saidOn(ways, arrows).map(({ cause }) => cause))],
  }));

const named = ({ from, sign, to }: SaidArrow): string => `${from} ${drawn(sign)} ${to}`;
const saidOn = (ways: ImpliedChange["ways"], arrows: readonly SaidArrow[]) =>
  [...new Set(ways.flatMap((way) => way.arrows))].flatMap((a) => arrows[a]!.said);

/** The map as a file, in the form that its ending names. */
async function writeMap(report: Report, path: string, hearing: { by?: string | undefined; side?: string | undefined }) {
  const form = extname(path).slice(1).toLowerCase();
  const { asForm, forms } = await import("../../exchange/causal.js");
  const found = forms.find((one) => one === form);
  if (found === undefined)
    throw new HearsayError("usage.format", `A map can be written as ${forms.join(", ")}, not as "${form}".`);
  try {
    writeFileSync(path, asForm(causalMap(report, hearing), report, found));
  } catch (error) {
    if (error instanceof HearsayError) throw error;
    throw new HearsayError("usage.output", `${path} cannot be written: ${(error as Error).message}`);
  }
}
