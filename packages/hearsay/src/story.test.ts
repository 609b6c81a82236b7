import { describe, expect, it } from "vitest";
import { annotate } from "./annotate/index.js";
import { extract } from "./extract/index.js";
import { type Article, type Claim, type Judgement, plainArticle, type Weighing } from "./model/index.js";
import { analyse } from "./story.js";
import { makeReport } from "./tell/index.js";
import { fingerprint, trace } from "./trace/index.js";
import { weigh } from "./weigh/index.js";

/** A story of plain texts: `[id, date, outlet, text]`. */
type Told = readonly [id: string, date: string | null, outlet: string, text: string];

function article([id, published, outlet, text]: Told): Article {
  return plainArticle({ id, outlet, published, text, file: `${id}.txt` });
}

function weighed(told: readonly Told[], judgements: readonly Judgement[] = []): Weighing {
  const articles = told.map(article);
  const annotations = articles.map((a) => annotate(a).output);
  const extractions = articles.map((a, i) => extract(a, annotations[i]!).output);
  const prints = articles.map((a) => fingerprint({ id: a.id, text: a.text, date: a.published, outlet: a.outlet }));
  return weigh({ articles, annotations, extractions, lineage: trace(prints).output, judgements }).output;
}

const about = (weighing: Weighing, words: string): Claim => {
  const found = weighing.claims.find((c) => c.support.some((s) => s.span.text.includes(words)));
  if (!found) throw new Error(`No claim has "${words}": ${weighing.claims.map((c) => c.proposition).join(" | ")}`);
  return found;
};

const wire = `Fire broke out at the Belmar refinery on Tuesday evening and burned for nine hours. Fourteen workers were
killed in the blaze, the Ravenna fire service said. The plant belongs to Ostara Energy, which bought it in 2019 for
$310 million. Neighbouring streets were cleared as a precaution, and schools in the harbour district stayed closed on
Wednesday. Mayor Lucia Ferrand said she had ordered an inquiry into the safety valves.`.replace(/\n/g, " ");

describe("a story weighed from its articles", () => {
  it("counts a copy with the report it was taken from", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", wire],
      ["b", "2031-05-07", "Harbour Echo", `${wire} Readers can leave flowers at the gate.`],
    ]);
    const claim = about(weighing, "Fourteen workers were killed");
    expect(new Set(claim.support.map((s) => s.article))).toEqual(new Set(["a", "b"]));
    expect(claim).toMatchObject({ origins: 1, verdict: "single-origin", looksCorroborated: true });
  });

  const deal = "Ostara Energy bought the Belmar refinery in 2019 for $310 million.";
  it("corroborates what two outlets found out by themselves", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", wire],
      [
        "b",
        "2031-05-08",
        "Ledger",
        `Bondholders of the refiner met in Lorne on Thursday. ${deal} Two of them told the Ledger that insurance would not cover a year without income.`,
      ],
    ]);
    const claim = about(weighing, "Ostara Energy bought");
    expect(claim).toMatchObject({ origins: 2, verdict: "corroborated", conflicts: [] });
  });

  const filler =
    "Readers wrote to us about the harbour festival, which begins in Lorne next week with boats and lanterns.";

  it("calls a figure that was put right corrected, though tolls do not fall", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", "Nineteen workers were killed in the Belmar refinery fire."],
      [
        "b",
        "2031-05-09",
        "Ledger",
        `${filler} The fire service corrected its toll on Friday: fourteen workers were killed in the Belmar refinery fire, not nineteen.`,
      ],
    ]);
    const [before, after] = [about(weighing, "Nineteen workers"), about(weighing, "fourteen workers")];
    expect(before).toMatchObject({ verdict: "revised", conflicts: [] });
    expect(after.relations).toMatchObject([{ claim: before.id, kind: "corrected" }]);
  });

  const tanker = "A second tanker was seen at the Belmar refinery before the fire broke out.";
  it.each([
    ["Ledger", "The Coast Wire withdrew its report that a second tanker was seen at the Belmar refinery."],
    ["Coast Wire", "This agency has retracted its report that a second tanker was seen at the Belmar refinery."],
    ["Ledger", "The Coast Wire's report that a second tanker was seen at the Belmar refinery was withdrawn on Friday."],
  ])(
    "counts a report no more that was taken back, and does not take that for another report of it: %s, %s",
    (outlet, back) => {
      const weighing = weighed([
        ["a", "2031-05-07", "Coast Wire", tanker],
        ["b", "2031-05-09", outlet, `${filler} ${back}`],
      ]);
      const before = about(weighing, "A second tanker");
      expect(before).toMatchObject({ verdict: "revised", origins: 1, support: [{ article: "a", takenBack: true }] });
      const after = weighing.claims.find((c) => c.relations.some(({ kind }) => kind === "withdrawn"));
      expect(after?.relations).toMatchObject([{ claim: before.id, kind: "withdrawn" }]);
    },
  );

  it("takes back one outlet's word for a sentence, and lets the same words of another stand", () => {
    const told = "A second tanker was seen at the Belmar refinery on Sunday.";
    const other =
      "Schools in the hills above Ravenna reopened on Monday after a week of snow, and buses ran to most of the villages again. Farmers counted the lambs.";
    const weighing = weighed([
      ["a", "2031-05-07", "Harbour Echo", `${other} ${told}`],
      ["b", "2031-05-08", "Coast Wire", `${told} ${filler}`],
      [
        "c",
        "2031-05-09",
        "Ledger",
        "Bondholders of the refiner met in Lorne. The Coast Wire withdrew its report that a second tanker was seen at the Belmar refinery on Sunday.",
      ],
    ]);
    expect(about(weighing, "A second tanker").support).toMatchObject([
      { article: "a", takenBack: false },
      { article: "b", takenBack: true },
    ]);
  });

  it("lets a report stand that somebody else took back", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Harbour Echo", tanker],
      [
        "b",
        "2031-05-09",
        "Ledger",
        `${filler} The Coast Wire withdrew its report that a second tanker was seen at the Belmar refinery.`,
      ],
    ]);
    expect(about(weighing, "A second tanker")).toMatchObject({ verdict: "single-origin", conflicts: [] });
  });

  it("does not take a report that was wrong for another one of the same", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", "Nineteen workers had died in the Belmar refinery."],
      [
        "b",
        "2031-05-09",
        "Ledger",
        `${filler} An earlier report that nineteen workers had died in the Belmar refinery was wrong.`,
      ],
    ]);
    expect(about(weighing, "Nineteen workers").support.map(({ article }) => article)).toEqual(["a"]);
  });

  it("lets what was to be done be followed by what was done", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", "Ostara Energy will pay 40 million crowns to the families of the Belmar dead."],
      [
        "b",
        "2031-05-12",
        "Ledger",
        `${filler} Ostara Energy has paid 40 million crowns to the families of the Belmar dead.`,
      ],
    ]);
    const [plan, deed] = [about(weighing, "will pay"), about(weighing, "has paid")];
    expect(plan.verdict).toBe("revised");
    expect(deed).toMatchObject({ verdict: "single-origin", relations: [{ claim: plan.id, kind: "fulfilled" }] });
  });

  it("marks what somebody says of itself, and not what others say", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", "Ostara Energy repaired the safety valves in March, Ostara Energy said."],
      [
        "b",
        "2031-05-08",
        "Ledger",
        `${filler} Ostara Energy sold three tankers in April, the Lorne port authority said.`,
      ],
    ]);
    expect(about(weighing, "repaired the safety valves").support).toMatchObject([{ interested: true }]);
    expect(about(weighing, "sold three tankers").support).toMatchObject([{ interested: false }]);
  });

  it("calls a toll that rises a revision, not a contradiction", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", "Fourteen workers were killed in the Belmar refinery fire."],
      [
        "b",
        "2031-05-09",
        "Ledger",
        "Seventeen workers were killed in the Belmar refinery fire, the hospital said on Friday.",
      ],
    ]);
    const [first, later] = [about(weighing, "Fourteen"), about(weighing, "Seventeen")];
    expect(first.verdict).toBe("revised");
    expect(later.revises).toEqual([first.id]);
    expect(later.conflicts).toEqual([]);
  });

  it("does not hold two tolls against each other when one report has no date", () => {
    const toll = (words: string) => `${words} workers were killed in the Belmar refinery fire.`;
    const told = (date: string | null) =>
      weighed([
        ["a", "2031-05-07", "Coast Wire", toll("Fourteen")],
        ["b", date, "Ledger", toll("Seventeen")],
      ]);
    expect(about(told("2031-05-07"), "Seventeen").conflicts).toHaveLength(1);
    expect(about(told(null), "Seventeen").conflicts).toEqual([]);
  });

  it("does not take silence about a request for a denial of it", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", "Ghana had a request for twelve patrol boats from Brazil in March."],
      [
        "b",
        "2031-05-08",
        "Ledger",
        "Ghana had nothing to add about a request for twelve patrol boats from Brazil in March.",
      ],
    ]);
    expect(about(weighing, "nothing to add").conflicts).toEqual([]);
  });

  it("finds a contradiction in a date that can be right only once", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", "Ravenna and Ostara Energy signed the harbour treaty in March 2029."],
      ["b", "2031-05-09", "Ledger", "In June 2030 Ravenna and Ostara Energy signed the harbour treaty."],
    ]);
    const claim = about(weighing, "March 2029");
    expect(claim.verdict).toBe("contradicted");
    expect(claim.relations.map((r) => r.kind)).toEqual(["date"]);
  });

  const vote = (other: string) =>
    weighed([
      [
        "a",
        "2031-05-07",
        "Coast Wire",
        "Mayor Lucia Ferrand vetoed the harbour measure last week, to nobody's surprise.",
      ],
      ["b", "2031-05-07", "Ledger", other],
    ]);
  it("joins one fact told in other words by who did what to whom", () => {
    const told = vote(
      "Lucia Ferrand vetoed the measure for the docks, and she wrote the council a letter of four pages.",
    );
    expect(about(told, "vetoed the harbour measure last week")).toMatchObject({ origins: 2, verdict: "corroborated" });
  });
  it.each([
    ["by another", "The council was late. Governor Piet Oss vetoed the harbour measure and wrote a letter."],
    ["of another sum", "The council was late. Lucia Ferrand's veto of the harbour measure cost the town $40,000."],
    ["that is only named", "The council discussed Lucia Ferrand's veto."],
  ])("does not join what is told %s", (_, other) => {
    expect(about(vote(other), "vetoed the harbour measure last week").origins).toBe(1);
  });

  it("finds a denial of what another speaker asserts", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", `"A Norland drone hit the refinery at midnight," police chief Ada Brenn said.`],
      [
        "b",
        "2031-05-07",
        "Norland Times",
        `"No Norland drone was aloft that night," defence minister Piet Oss told reporters.`,
      ],
    ]);
    expect(about(weighing, "hit the refinery").relations.map((r) => r.kind)).toContain("denial");
  });

  it("finds two sides that name each other as the one who began", () => {
    const weighing = weighed([
      [
        "a",
        "2031-05-07",
        "Coast Wire",
        "Before dawn Norland boats opened fire first on the Ravenna ferry at 04:10, the coastguard said.",
      ],
      [
        "b",
        "2031-05-08",
        "Norland Times",
        "It was Ravenna guards who opened fire on the ferry at 03:50, minister Piet Oss said.",
      ],
    ]);
    expect(about(weighing, "04:10").relations.map((r) => r.kind)).toEqual(["who"]);
  });

  it("finds a figure that is called an invention", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", "Ravenna gunners killed six Norland sailors, the coastguard said."],
      ["b", "2031-05-08", "Norland Times", "Reports of six Norland dead are an invention, minister Piet Oss said."],
    ]);
    expect(about(weighing, "killed six").relations.map((r) => r.kind)).toEqual(["denial"]);
  });

  it("leaves alone what differs in scope", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", "Fourteen Ravenna firefighters were injured. Norland lost three sailors."],
      ["b", "2031-05-09", "Ledger", "Two Norland nurses were injured. Ravenna sent nine ships."],
    ]);
    expect(weighing.claims.flatMap((c) => c.conflicts)).toEqual([]);
  });

  it("keeps the dead of two sides apart, and gives a toll without owner to the side it has most in common with", () => {
    const shelling = "when the shelling of the harbour of Belmar began on Wednesday";
    const weighing = weighed([
      [
        "a",
        "2031-05-07",
        "Coast Wire",
        `Four Ravennan soldiers were killed ${shelling}. Six Norlander sailors were killed.`,
      ],
      ["b", "2031-05-09", "Ledger", "The toll of the shelling of the harbour of Belmar rose to nine."],
    ]);
    const toll = about(weighing, "rose to nine");
    expect(toll.revises).toEqual([about(weighing, "Four Ravennan").id]);
    expect(about(weighing, "Six Norlander").verdict).toBe("single-origin");
  });

  it("takes those who died of the wounded for no toll of their own", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", "Fourteen workers were killed in the Belmar refinery fire."],
      ["b", "2031-05-09", "Ledger", "Two of the wounded workers of the Belmar refinery fire died in the night."],
    ]);
    expect(weighing.claims.flatMap((c) => [...c.revises, ...c.conflicts])).toEqual([]);
  });

  it("makes no series of two counts that have nothing but the thing counted in common", () => {
    const others = ["tax", "school", "harvest", "tunnel", "museum", "ferry", "prison", "theatre"].map(
      (topic, i): Told => [`x${i}`, "2031-05-07", `Paper ${i}`, `The ${topic} debate went on in Lorne on Tuesday.`],
    );
    const weighing = weighed([
      ...others,
      ["a", "2031-05-07", "Coast Wire", "The survey of the university reached 400 farmers by telephone."],
      ["b", "2031-05-09", "Ledger", "The minister invited 90 farmers to a dinner in the palace."],
    ]);
    expect(weighing.claims.flatMap((c) => [...c.revises, ...c.conflicts])).toEqual([]);
  });

  it("joins two reports of one telling sum, in other words", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", "The Belmar refinery was paid for with a $3.4 billion loan from Lorne Bank."],
      ["b", "2031-05-09", "Ledger", "Lorne Bank gives its risk in the Belmar refinery as $3.4 billion."],
    ]);
    expect(about(weighing, "its risk")).toMatchObject({ origins: 2, verdict: "corroborated" });
  });

  it("takes a price for the day it is told, not for the day it is compared with", () => {
    const weighing = weighed([
      ["a", "2031-05-05", "Coast Wire", "Spring wheat in Lorne closed at 240 crowns a tonne on Friday."],
      [
        "b",
        "2031-05-08",
        "Ledger",
        "Spring wheat in Lorne trades at 251 crowns a tonne, up eleven crowns on Friday's close.",
      ],
    ]);
    expect(about(weighing, "251 crowns").revises).toEqual([about(weighing, "240 crowns").id]);
  });

  it("takes neither a question nor what is put to someone for a report", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", "Did Ravenna close the Belmar refinery on Monday?"],
      [
        "b",
        "2031-05-08",
        "Ledger",
        "On the stairs I put it to Mayor Novak that Ravenna had closed the Belmar refinery.",
      ],
      ["c", "2031-05-08", "Echo", "Ravenna closed the Belmar refinery."],
      ["d", "2031-05-08", "Globe", '"Why did Ravenna close the Belmar refinery on Monday?" the mayor of Lorne asked.'],
    ]);
    expect(about(weighing, "Ravenna closed")).toMatchObject({ origins: 1 });
    const told = weighing.claims.flatMap((c) => c.support).filter((s) => s.span.text.includes("refinery"));
    expect(told.map((s) => s.article).filter((id) => id === "a" || id === "d")).toEqual([]);
  });

  it("takes no report of an attack for a report of who attacked", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", "A Norlander drone struck the Belmar pumping station on 7 May, the army said."],
      ["b", "2031-05-08", "Ledger", "The Belmar pumping station was struck on 7 May."],
      ["c", "2031-05-08", "Echo", "Nobody knows who struck the Belmar pumping station on 7 May."],
    ]);
    expect(about(weighing, "A Norlander drone struck").origins).toBe(1);
  });

  it("lets reports of a salvo count where the one that blames someone leaves out how many", () => {
    const weighing = weighed([
      ["a", "2031-05-08", "Coast Wire", "Two missiles struck the Belmar pumping station on 7 May."],
      ["b", "2031-05-08", "Ledger", "The Belmar pumping station was struck by two missiles on 7 May."],
      ["c", "2031-05-08", "Echo", "Ravenna struck the Belmar pumping station on 7 May."],
    ]);
    const claim = about(weighing, "Two missiles");
    expect(claim).toMatchObject({ origins: 2, verdict: "corroborated" });
    expect(claim.support.filter((s) => s.partial).map((s) => s.article)).toEqual(["c"]);
  });

  it("has nothing corroborated by what is only supposed", () => {
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", "The Norlander army might attack the Belmar refinery in May."],
      ["b", "2031-05-08", "Ledger", "If the Norlander army attacks the Belmar refinery in May, prices rise."],
    ]);
    expect(weighing.claims.every((c) => c.origins === 1)).toBe(true);
  });

  it("counts one speaker once, whether an agency carried the words or not", () => {
    const words = '"The valves of the Belmar refinery were never tested,"';
    const weighing = weighed([
      ["a", "2031-05-07", "Coast Wire", `${words} Lucia Ferrand told Reuters.`],
      ["b", "2031-05-08", "Ledger", `${words} said Lucia Ferrand.`],
    ]);
    expect(about(weighing, "never tested").origins).toBe(1);
  });

  it("gives the same in any order of its articles", () => {
    const told: Told[] = [
      ["a", "2031-05-07", "Coast Wire", wire],
      ["b", "2031-05-07", "Harbour Echo", wire],
      ["c", "2031-05-09", "Ledger", "Seventeen workers were killed in the blaze at the Belmar refinery."],
    ];
    expect(weighed([...told].reverse())).toEqual(weighed(told));
  });

  it("drops a claim that an analyst rejected and grades by the outlets that one rated", () => {
    const told: Told[] = [["a", "2031-05-07", "Coast Wire", wire]];
    const claim = about(weighed(told), "Fourteen workers");
    const judge = (kind: Judgement["kind"], subject: string, value: string | null): Judgement[] => [
      { id: "j", kind, subjects: [subject], value, who: "analyst", when: "2031-05-10", why: null },
    ];
    expect(weighed(told, judge("reject", claim.id, null)).claims.map((c) => c.id)).not.toContain(claim.id);
    expect(about(weighed(told, judge("rate", "Coast Wire", "B")), "Fourteen workers").grade.reliability).toBe("B");
  });

  it("tells a treaty as signed, a prisoner as released", async () => {
    const text = "Peru and Chile signed a treaty on 3 March 2031. On 4 March 2031 Peru released two Chilean sailors.";
    const { brief } = makeReport(await analyse("s", [{ id: "a", file: "a.txt", text: `${text} Nobody was hurt.` }]));
    const lines = brief.sections.find((s) => s.id === "timeline")!.lines;
    const told = lines.flatMap((l) => l.parts.filter((p) => p.kind === "phrase").map((p) => p.text));
    expect(told.filter((words) => /signed|released|backed|withdrew/.test(words))).toEqual(["signed", "released"]);
  });
});
