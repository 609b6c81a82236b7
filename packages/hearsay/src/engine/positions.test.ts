import { describe, expect, it, test } from "vitest";
import { annotate } from "../annotate/index.js";
import { extract } from "../extract/index.js";
import { type Lineage, plainArticle } from "../model/index.js";
import { makeReport, verify } from "../tell/index.js";
import { weigh } from "../weigh/index.js";

type Texts = readonly (readonly [day: string | null, text: string])[];

/** A story of short texts, each after its day of publication. */
const storyOf = (...texts: Texts) => tracedStory({ derivations: [], origins: [], circles: [] }, texts);

function tracedStory(lineage: Lineage, texts: Texts) {
  const articles = texts.map(([published, text], i) => ({ ...plainArticle({ id: `a${i}`, text }), published }));
  const annotations = articles.map((article) => annotate(article).output);
  const extractions = articles.map((article, i) => extract(article, annotations[i]!).output);
  const weighing = weigh({ articles, annotations, extractions, lineage, judgements: [] }).output;
  return {
    name: "s",
    articles,
    annotations,
    extractions,
    lineage,
    weighing,
    versions: [],
    judgements: [],
    diagnostics: [],
  };
}

const positions = (...texts: Texts) => storyOf(...texts).weighing.positions;

const shifts = (...texts: readonly (readonly [string | null, string])[]) =>
  positions(...texts).flatMap(({ name, takes, shifts: all }) =>
    all.map(
      ({ from, to, kind, order }) =>
        `${name}: ${takes[from]!.shown} ${takes[from]!.leaning}, ${takes[to]!.shown} ${takes[to]!.leaning}: ${kind} ${order}`,
    ),
  );

const refusal = "Norway rejected mediation by Sweden.";
const consent = "Norway accepted mediation by Sweden.";

describe("positions", () => {
  it("of one actor on one issue, before and after", () =>
    expect(shifts(["2031-05-01", refusal], ["2031-05-08", consent])).toEqual([
      "Norway: told against, told for: turned known",
    ]));

  it("are the same in any order of the articles", () =>
    expect(shifts(["2031-05-08", consent], ["2031-05-01", refusal])).toEqual([
      "Norway: told against, told for: turned known",
    ]));

  it("of one day are no turn", () => expect(shifts(["2031-05-01", refusal], ["2031-05-01", consent])).toEqual([]));

  it("towards others are another issue", () =>
    expect(shifts(["2031-05-01", refusal], ["2031-05-08", "Norway accepted mediation by Denmark."])).toEqual([]));

  it("of others are their own", () =>
    expect(shifts(["2031-05-01", refusal], ["2031-05-08", "Finland accepted mediation by Sweden."])).toEqual([]));

  it("told by another side are not the actor's", () =>
    expect(
      shifts(["2031-05-01", refusal], ["2031-05-08", "Finland said that Norway accepted mediation by Sweden."]),
    ).toEqual([]));

  it("in words and in deeds, dated or not", () => {
    const words = "Norway said it has no plans of deserting Sweden.";
    const deeds = "Norway has not made one offer of help to Sweden.";
    expect(shifts(["2031-05-01", words], ["2031-05-08", deeds])).toEqual(["Norway: said for, done against: gap known"]);
    expect(shifts([null, words], ["2031-05-08", deeds])).toEqual(["Norway: said for, done against: gap open"]);
  });
});

describe("a shift", () => {
  const rejected = "Norway offered military help to Sweden.";
  const other = "Norway has refused to help Sweden.";

  it("is not made anew by a late copy of the first article", () => {
    const days: Texts = [
      ["2031-05-03", rejected],
      ["2031-05-10", other],
      ["2031-05-14", rejected],
    ];
    const origins = [
      { id: "o0", root: "a0", articles: ["a0", "a2"] },
      { id: "o1", root: "a1", articles: ["a1"] },
    ];
    const { weighing } = tracedStory({ derivations: [], origins, circles: [] }, days);
    expect(weighing.positions.flatMap(({ shifts: all }) => all).length).toBe(1);
  });

  it.each([
    ["a year in a name", "Norway accepted mediation by Sweden under the 1987 Baltic Treaty.", "2031-05-04"],
    ["a year of its own", "In 1987 Norway supported aid for Sweden.", "1987-01-01"],
    ["what had been before", "Norway had rejected mediation by Sweden.", undefined],
  ])("has its date from the act: %s", (_, text, day) =>
    expect(
      positions(["2031-05-04", text]).flatMap(({ takes }) => takes.map(({ when }) => when?.earliest.slice(0, 10))),
    ).toEqual([day]),
  );

  it("is not what had been before the last turn", () =>
    expect(
      shifts(
        ["2031-05-01", refusal],
        ["2031-05-08", consent],
        ["2031-05-10", "Norway had rejected mediation by Sweden."],
      ).length,
    ).toBe(1));

  it.each([
    ["Norway supports talks with Sweden on fishing.", "Norway cancelled talks with Sweden on visas."],
    ["Norway refused to help Sweden with the flood.", "Norway offered help to Sweden after the fire."],
    ["Norway supports Sweden.", "Norway withdrew its support for Sweden's bid to host the Games."],
  ])("is not made of two issues: %s %s", (before, after) =>
    expect(shifts(["2031-05-01", before], ["2031-05-08", after])).toEqual([]),
  );

  it("is on one thing with the same one", () =>
    expect(
      shifts(
        ["2031-05-01", "Norway supports talks with Sweden on fishing."],
        ["2031-05-08", "Norway cancelled talks with Sweden on fishing."],
      ).length,
    ).toBe(1));
});

test.each(["Norway might reject mediation by Sweden.", "If Norway rejects mediation by Sweden, talks will end."])(
  "what is only supposed is no position: %s",
  (text) =>
    expect(
      positions(["2031-05-01", text])
        .flatMap((p) => p.takes)
        .filter((t) => t.leaning === "against"),
    ).toEqual([]),
);

test("the report has a section on them only where one moved, and nothing in it is of its own making", () => {
  const [moved, still] = [
    makeReport(storyOf(["2031-05-01", refusal], ["2031-05-08", consent])),
    makeReport(storyOf(["2031-05-01", refusal])),
  ];
  const ids = ({ brief }: typeof moved) => brief.sections.map(({ id }) => id);
  expect(ids(moved)).toContain("positions");
  expect(ids(still)).not.toContain("positions");
  expect(verify(moved)).toEqual([]);
});
