import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entity } from "../model/index.js";
import type { Report, ReportCause } from "../tell/report.js";
import { usual } from "../whatif/index.js";
import { ask, causalMap, conceptNamed, partiesOf, ringsOf } from "./index.js";
import { joinPhrases, type Phrase } from "./join.js";
import { readPhrase } from "./phrase.js";

const entity = (
  id: string,
  kind: Entity["kind"],
  name: string,
  country: string | null,
  aliases: string[] = [],
): Entity => ({
  ...{ id, kind, name, aliases, country },
  ...{ role: null, affiliation: null, gender: null, anonymous: false },
});
const entities = [
  entity("entity-1", "state", "Norland", "Norland", ["Norlandic", "Varde"]),
  entity("entity-2", "person", "Ines Kallo", "Norland"),
];
const parties = partiesOf(entities);
const variable = (text: string) => readPhrase(text, parties)!;

describe("readPhrase", () => {
  it("has one variable for a rise and a fall of the same thing", () => {
    const [rise, fall] = [variable("rising oil prices"), variable("the fall in oil prices")];
    expect(rise.words).toEqual(fall.words);
    expect([rise.direction, fall.direction]).toEqual([1, -1]);
  });

  it("takes a country by its name, its adjective and its capital", () => {
    const all = ["the collapse of the Iranian regime", "the regime in Tehran collapses", "Iran's regime falls"];
    for (const text of all) expect(variable(text)).toMatchObject({ words: ["regim"], parties: ["IRN"], direction: -1 });
    expect(variable("the Norlandic navy").parties).toEqual(variable("the navy of Norland").parties);
  });

  it("turns with every negation", () => {
    expect(variable("the gates are not reopened by June 20").direction).toBe(-1);
    expect(variable("the gates are reopened").direction).toBe(1);
  });

  it("has nothing for what only points at something", () => {
    for (const text of ["it", "that", "", "he did", "in 2031", "is granted", "was not granted"])
      expect(readPhrase(text, parties)).toBeNull();
    expect(readPhrase("x ".repeat(1000), parties)).toBeNull();
  });

  it("takes a title for a part of the name", () => {
    for (const text of ["Foreign Minister Ines Kallo", "Ines Kallo", "Minister Kallo"])
      expect(variable(text)).toMatchObject({ words: [], parties: ["entity-2"] });
    expect(variable("the resignation of Foreign Minister Ines Kallo").words).toEqual(["resign"]);
  });

  it("never fails", () => {
    fc.assert(fc.property(fc.string(), (text) => void readPhrase(text, parties)));
  });
});

const phrases = (...texts: string[]): Phrase[] =>
  texts.map((text, start) => ({ text, article: "a", start, end: start + text.length, variable: variable(text) }));

describe("joinPhrases", () => {
  it("joins what means the same, says why, and names it by the clearest", () => {
    const { concepts, conceptOf } = joinPhrases(
      phrases("this regime falls", "the regime in Tehran survives", "Iran's regime falls", "the harvest fails"),
    );
    expect(conceptOf).toEqual([0, 0, 0, 1]);
    expect(concepts[0]!.name).toBe("Iran's regime falls");
    expect(concepts[0]!.wordings.map(({ direction }) => direction)).toEqual([1, -1, 1]);
    expect(concepts[0]!.wordings[0]!.why).toBe("the story has no other");
  });

  it("keeps apart what is said of two parties, and a bare phrase that may be of either", () => {
    const { concepts } = joinPhrases(phrases("Iran's regime falls", "Norland's regime falls", "the regime falls"));
    expect(concepts.length).toBe(3);
  });
});

/** A report with nothing in it but causes: [by, cause, sign, effect, flags], each in an article of the origin named. */
function reportOf(rows: readonly (readonly [by: string, from: string, sign: "+" | "-", to: string, flags?: string])[]) {
  const causes = rows.map(([by, from, sign, to, flags = ""], i): ReportCause => {
    const quote = (text: string, start: number) => ({ article: `a${i}`, start, end: start + text.length, text });
    const how = { hedged: flags.includes("h"), conditional: flags.includes("c"), negated: flags.includes("n") };
    const statement = by === "author" ? null : `s${i}`;
    const ends = { cause: quote(from, 0), effect: quote(to, from.length + 1) };
    return { id: `c${i}`, article: `a${i}`, ...ends, signal: [], sign, ...how, by, statement, score: 1 };
  });
  const statements = rows.map(([by], i) => ({
    id: `s${i}`,
    speaker: {
      entity: by === "Ines Kallo" ? "entity-2" : null,
      name: by === "Ines Kallo" ? by : null,
      affiliation: null,
    },
    content: { parts: [] },
  }));
  const articles = rows.map(([, from, , to, flags = ""], i) => ({
    ...{ id: `a${i}`, label: `Outlet ${i}`, origin: flags.includes("copy") ? "o0" : `o${i}`, text: `${from} ${to}` },
  }));
  return { story: { name: "test" }, articles, entities, statements, causes, judgements: [] } as unknown as Report;
}

const report = reportOf([
  ["author", "the drought in Norland", "-", "the wheat harvest"],
  ["author", "Norland's drought", "-", "the wheat harvest", "copy"],
  ["Ines Kallo", "the drought in Norland", "-", "the wheat harvest", "h"],
  ["author", "a poor wheat harvest", "+", "bread prices"],
  ["a baker", "rising bread prices", "+", "unrest in the towns", "c"],
  ["author", "unrest in the towns", "-", "the wheat harvest", "n"],
  ["author", "it", "+", "bread prices"],
  ["author", "to win votes", "+", "bread prices"],
]);

describe("causalMap", () => {
  const map = causalMap(report);
  const named = (text: string) => map.concepts.findIndex(({ wordings }) => wordings.some((w) => w.text === text));
  const arrow = (from: string, to: string) => map.arrows.find((a) => a.from === named(from) && a.to === named(to));

  it("has one arrow for a pair, copies and one person's words being one voice", () => {
    const drought = arrow("the drought in Norland", "the wheat harvest")!;
    expect(drought).toMatchObject({ sign: -1, voices: 2, origins: 2, strength: 1 - 0.5 * 0.75 });
    expect(drought.sayings.map(({ by, side }) => [by, side])).toEqual([
      ["Outlet 0", "the press"],
      ["Outlet 1", "the press"],
      ["Ines Kallo", "Norland"],
    ]);
  });

  it("is made once for a report, and those heard are a part of it", () => {
    expect(causalMap(report)).toBe(map);
    expect(causalMap(report, { by: "baker" }).concepts).toBe(map.concepts);
    expect(causalMap(report, { by: "baker" }).arrows.length).toBe(1);
    expect(causalMap(structuredClone(report))).toEqual(map);
  });

  it("keeps what is denied as denied", () => {
    expect(arrow("unrest in the towns", "the wheat harvest")).toMatchObject({ voices: 0, denials: 1, strength: 0 });
  });

  it("says what it leaves out and why", () => {
    expect(map.leftOut).toMatchObject({ pointing: ["c6"], purpose: ["c7"], unsure: [], same: [] });
  });

  it("takes people killed for a number that rises", () => {
    const one = reportOf([["author", "the drone attack", "-", "six guards"]]);
    const [cause] = one.causes;
    const told = (start: number) => ({
      ...one,
      causes: [{ ...cause!, signal: [{ ...cause!.cause, ...verb(start) }] }],
    });
    const verb = (start: number) => ({ start, end: start + 6, text: "killed" });
    const adjacent = causalMap(told(cause!.effect.start - 7));
    expect(adjacent.arrows).toMatchObject([{ sign: 1 }]);
    expect(adjacent.concepts.map(({ name }) => name)).toContain("killed six guards");
    expect(causalMap(told(cause!.effect.start + 40)).leftOut.pointing).toEqual(["c0"]);
  });

  it("leaves out one who acts, title and all", () => {
    const { leftOut } = causalMap(reportOf([["author", "Foreign Minister Ines Kallo", "-", "the strike"]]));
    expect(leftOut.actor).toEqual(["c0"]);
  });

  it("has the same concepts whoever is heard", () => {
    const hers = causalMap(report, { by: "kallo" });
    expect(hers.concepts).toEqual(map.concepts);
    expect(hers.arrows.length).toBe(1);
    expect(causalMap(report, { side: "norland" }).arrows).toEqual(hers.arrows);
  });

  it("finds what is meant, turned where the words say the opposite, and names the nearest", () => {
    expect(conceptNamed("drought", map, parties)).toEqual({ concept: named("the drought in Norland"), direction: 1 });
    const prices = conceptNamed("falling bread prices", map, parties);
    expect(prices.direction).toBe(-map.concepts[prices.concept]!.wordings[0]!.direction);
    expect(() => conceptNamed("wheat exports", map, parties)).toThrow(/Nearest:\n.*wheat harvest/);
    expect(() => conceptNamed("zebras", map, parties)).toThrow(/hearsay causes --map/);
  });

  it("implies along its arrows, the same every time", () => {
    const set = new Map([[named("the drought in Norland"), 1]]);
    const question = { set, mode: "clamp", settings: usual, draws: 100 } as const;
    const { implied, outcome } = ask(map, question);
    expect(outcome.kind).toBe("fixed");
    const harvest = implied.find(({ concept }) => concept === named("the wheat harvest"))!;
    const prices = implied.find(({ concept }) => concept === named("bread prices"))!;
    const toHarvest = map.concepts[named("the wheat harvest")]!.wordings.find((w) => w.text === "the wheat harvest")!;
    expect(Math.sign(harvest.change)).toBe(-toHarvest.direction);
    expect(prices.ways[0]!.arrows.length).toBe(2);
    expect(harvest.low!).toBeLessThanOrEqual(harvest.change);
    expect(harvest.high!).toBeGreaterThanOrEqual(harvest.change);
    expect(ask(map, question)).toEqual(ask(map, question));
  });
});

describe("ask", () => {
  const set = (map: ReturnType<typeof causalMap>, text: string) =>
    new Map([[map.concepts.findIndex(({ name }) => name === text), 1]]);

  it("gives no range where all hangs on single voices", () => {
    const map = causalMap(
      reportOf([
        ["author", "the drought", "-", "the wheat harvest"],
        ["a baker", "the wheat harvest", "-", "bread prices"],
        ["author", "bread prices", "+", "unrest in the towns"],
        ["a miller", "bread prices", "+", "unrest in the towns"],
      ]),
    );
    const { implied } = ask(map, { set: set(map, "the drought"), mode: "clamp", settings: usual, draws: 50 });
    const of = (name: string) => implied.find(({ concept }) => map.concepts[concept]!.name === name)!;
    expect(of("the wheat harvest")).toMatchObject({ low: null, high: null, sameWay: null });
    expect(of("bread prices").sameWay).toBeNull();
    expect(of("unrest in the towns").sameWay).toBeGreaterThan(0);
  });

  it("is not kept long by a ring that comes to rest slowly", () => {
    const size = 400;
    const saying = { cause: "", article: "", origin: null, by: "", entity: null, side: null };
    const how = { hedged: false, conditional: false, denied: false };
    const arrows = Array.from({ length: size }, (_, i) => ({
      ...{ from: i, to: (i + 1) % size, sign: (i === 0 ? -1 : 1) as 1 | -1, strength: 1, voices: 2, denials: 0 },
      ...{ origins: 2, opposite: null },
      sayings: Array.from({ length: 40 }, (_, v) => ({ ...saying, ...how, voice: `${i % 2} ${v}` })),
    }));
    const concepts = arrows.map((_, i) => ({ id: `${i}`, name: `${i}`, wordings: [] }));
    const map = { concepts, arrows, leftOut: causalMap(reportOf([])).leftOut };
    const settings = { ...usual, lambda: 1.2 };
    const begun = performance.now();
    ask(map, { set: new Map([[0, 1]]), mode: "clamp", settings, draws: 200 });
    expect(performance.now() - begun).toBeLessThan(30_000);
  });
});

describe("ringsOf", () => {
  it("finds rings and whether they feed or check themselves", () => {
    const rings = ringsOf([
      { from: 0, to: 1, sign: 1 },
      { from: 1, to: 0, sign: -1 },
      { from: 1, to: 2, sign: 1 },
      { from: 2, to: 0, sign: 1 },
    ]);
    expect(rings).toEqual([
      { arrows: [0, 1], kind: "balancing" },
      { arrows: [0, 2, 3], kind: "reinforcing" },
    ]);
    expect(ringsOf([])).toEqual([]);
  });
});
