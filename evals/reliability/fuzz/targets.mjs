// What is fuzzed: each target makes an input by chance and runs it. A target throws when a promise is broken.
import { Readable } from "node:stream";
import { Broken, isJson, noFault, spansHold } from "./checks.mjs";
import { makeAsk } from "./http.mjs";
import { dist } from "./places.mjs";
import { containers, documents, feeds, foreign, pages, robots, scrapes, texts } from "./samples.mjs";
import { anyJson, bomb, encoded, names, spoilBytes, spoilJson, spoilText, word } from "./spoil.mjs";
import { makeStory } from "./story.mjs";

const now = () => "2031-03-20T08:00:00Z";
const bytesOf = (chance, from) => encoded(chance, spoilText(chance, chance.of(from), texts));
const nameOf = (chance, usual) => (chance.is(0.7) ? usual : chance.of(names));
const hintsOf = (chance) =>
  chance.is(0.2) ? { charset: chance.of(["utf-7", "utf-16", "shift_jis", "x", "", "windows-1252"]) } : {};

/** Every target: `share` of the inputs, and how to `make` and `run` one. */
export async function makeTargets(folder) {
  const [{ readDocument }, { analyseArticle, installedStages }, { HearsayError }] = await Promise.all([
    dist("read/document.js"),
    dist("engine/index.js"),
    dist("model/index.js"),
  ]);
  const perArticle = await installedStages().perArticle();
  const expected = (error) => {
    if (!(error instanceof HearsayError)) throw error;
  };
  const read = async ({ file, bytes, hints }) => {
    const { output, diagnostics } = await readDocument({ id: "a", file, bytes, hints });
    noFault(diagnostics);
    if (output !== null) spansHold(output, new Map([["a", output.text]]));
  };
  const analyse = async ({ file, bytes, hints }) => {
    const reading = await analyseArticle(perArticle, { id: "a", file, bytes, hints });
    noFault(Object.values(reading).flatMap((part) => part?.diagnostics ?? []));
    if (reading.read.output !== null) spansHold(reading, new Map([["a", reading.read.output.text]]));
  };
  const page = (c) => ({ file: nameOf(c, "a.html"), bytes: bytesOf(c, pages), hints: hintsOf(c) });
  const scrape = (c) => ({ file: nameOf(c, "a.txt"), bytes: bytesOf(c, scrapes), hints: hintsOf(c) });
  return [
    { name: "page: read", share: 26, make: page, run: read },
    { name: "flat text: read", share: 17, make: scrape, run: read },
    { name: "page: every stage", share: 1.5, make: page, run: analyse },
    { name: "flat text: every stage", share: 1.5, make: scrape, run: analyse },
    await documentTarget(read),
    await containerTarget(),
    await bombTarget(read),
    await feedTarget(),
    await importTarget(),
    await robotsTarget(),
    await askingTarget(expected),
    await filterTarget(),
    { name: "HTTP interface", share: 6, ...(await makeAsk(folder)) },
    { name: "story: all stages, reports, exports", share: 0.15, ...(await makeStory(folder)) },
  ];
}

async function documentTarget(read) {
  const all = await documents();
  const make = (c) => {
    const { name, bytes } = c.of(all);
    return { file: nameOf(c, name), bytes: spoilBytes(c, bytes), hints: {} };
  };
  return { name: "documents (pdf, docx, odt, epub, eml, mhtml): read", share: 8, make, run: read };
}

async function containerTarget() {
  const [all, { fromSent }] = [await containers(), await dist("sources/index.js")];
  const make = (c) => {
    const { name, bytes } = c.of(all);
    return { file: nameOf(c, name), bytes: spoilBytes(c, bytes) };
  };
  const run = async ({ file, bytes }) => {
    let taken = 0;
    for await (const { capture, diagnostics } of fromSent(file, bytes, { now })) {
      noFault(diagnostics);
      taken += capture?.bytes.byteLength ?? 0;
      if (taken > 300 * 1024 * 1024) throw new Broken("more unpacked than is allowed");
    }
  };
  return { name: "archives, mailboxes, tables: unpacked", share: 10, make, run };
}

/** What is small and becomes large, or is large and goes deep: read as `hearsay add` would, whatever comes out of it. */
async function bombTarget(read) {
  const { fromSent } = await dist("sources/index.js");
  const run = async ({ file, bytes }) => {
    for await (const { capture, diagnostics } of fromSent(file, bytes, { now })) {
      noFault(diagnostics);
      if (capture !== null) await read({ file: capture.place, bytes: capture.bytes, hints: {} });
    }
  };
  return { name: "bombs: deep, long, packed", share: 0.06, make: bomb, run };
}

async function feedTarget() {
  const { isFeed, readFeed } = await dist("sources/feeds/index.js");
  const run = ({ bytes }) => {
    const feed = readFeed(bytes, "https://gazette.example/rss");
    if (feed !== null && !isFeed(bytes)) throw new Broken("a feed that is none");
    isJson(JSON.stringify(feed));
  };
  return { name: "feeds, sitemaps, OPML", share: 9, make: (c) => ({ bytes: bytesOf(c, feeds) }), run };
}

async function importTarget() {
  const { takenFrom } = await dist("exchange/index.js");
  const make = (c) => {
    const text = c.of(foreign);
    if (c.is(0.5) || text.startsWith("TY")) return { bytes: Buffer.from(spoilText(c, text, foreign)) };
    return { bytes: Buffer.from(JSON.stringify(spoilJson(c, JSON.parse(text)))) };
  };
  const run = ({ bytes }) => void isJson(JSON.stringify(takenFrom(bytes.toString("utf8"))));
  return { name: "other programs' files", share: 8, make, run };
}

async function robotsTarget() {
  const { rulesIn } = await dist("sources/robots.js");
  const run = ({ bytes }) => {
    const rules = rulesIn(bytes.toString("utf8"), new URL("https://gazette.example/robots.txt"));
    rules.allows(new URL("https://gazette.example/private/a.html?b=c"));
    if (!(rules.pause >= 0 && rules.pause <= 60_000)) throw new Broken("a pause without bounds", rules.pause);
  };
  return { name: "robots.txt", share: 2, make: (c) => ({ bytes: Buffer.from(spoilText(c, robots, texts)) }), run };
}

/** Small parsers of what is typed: queries, dates, story names, columns, judgements. */
async function askingTarget(expected) {
  const [{ wantedIn }, { storyPath }, { sinceOf }, { columnsIn }] = await Promise.all([
    dist("server/search/query.js"),
    dist("store/index.js"),
    dist("cli/since.js"),
    dist("cli/columns.js"),
  ]);
  const asked = [
    wantedIn,
    (text) => storyPath(text, "home"),
    (text) => sinceOf?.(text, now()),
    (text) => columnsIn([text]),
  ];
  const run = ({ bytes }) => {
    for (const ask of asked)
      try {
        ask(bytes.toString("utf8"));
      } catch (error) {
        expected(error);
      }
  };
  return {
    name: "what is typed (searches, dates, names, columns)",
    share: 5,
    make: (c) => ({ bytes: Buffer.from(word(c) + word(c)) }),
    run,
  };
}

/** Stage filters take a JSON object a line from anybody. */
async function filterTarget() {
  const { filters, runFilter } = await dist("cli/stage.js");
  const kinds = Object.keys(filters).filter((name) => name !== "parse");
  const one = (c) => ({
    id: "1",
    text: c.of(scrapes).slice(0, 1500),
    html: c.of(pages).slice(0, 3000),
    date: "2031-02-04",
  });
  const make = (c) => {
    const lines = Array.from({ length: c.size(3) }, () => {
      const record = { ...one(c), text: spoilText(c, one(c).text, texts).slice(0, 20_000) };
      return c.is(0.15)
        ? word(c).replace(/[\r\n]/g, " ")
        : JSON.stringify(c.is(0.3) ? (c.is(0.5) ? spoilJson(c, record) : anyJson(c)) : record);
    });
    return { stage: c.is(0.1) ? "parse" : c.of(kinds), bytes: Buffer.from(lines.join("\n")) };
  };
  const run = async ({ stage, bytes }) => {
    let out = "";
    const write = (line) => {
      out += line;
    };
    try {
      await runFilter(stage, Readable.from([bytes]), write);
    } catch (error) {
      if (stage !== "parse" || error.constructor.name !== "HearsayError") throw error;
    }
    if (stage === "parse") return;
    for (const line of out.split("\n").filter(Boolean))
      if (isJson(line).error?.code === "stage.failed") throw new Broken("stage.failed", line);
  };
  return { name: "stage filters", share: 3, make, run };
}
