import type { Remark, RemarkReport, Report, ReportClaim, ReportFigure, ReportStatement } from "hearsay";
import { describe, expect, it } from "vitest";
import type { ArticleRow, Happening, LineageData } from "../data/story.js";
import { cellSupport, groupSupport, originName } from "../panel/claim-model.js";
import { marksOf, stretchOf } from "./actor/positions.js";
import { drawnOf, titleOf } from "./actors/model.js";
import { kindOfPaste, stageList, stageState } from "./add/model.js";
import { filterArticles, sortArticles } from "./articles/model.js";
import { formatItems, moved, parseItems, sourceLine } from "./brief/model.js";
import { changesOf, columnsOfMap, groupsOf, laidOut, mapOf, questionOf } from "./causes/model.js";
import { cellsOf, columnsOf, filterClaims } from "./claims/model.js";
import { compareRows, type DiffPiece } from "./compare/model.js";
import { sayAmount, valuesOf } from "./figures/model.js";
import { edgeId, lineagePicture, timeExtent, zoomed } from "./lineage/model.js";
import { formatLook, lookAt, namesShown, nearer, parseLook } from "./map/look.js";
import { placesOf } from "./map/model.js";
import { coverage } from "./overview/model.js";
import { parsePlace, removedBefore } from "./reader/model.js";
import { judgementFor, nextPlace, type ReviewItem, questionOf as reviewQuestionOf, shortOf } from "./review/model.js";
import { isVaried, saidOf } from "./statements/model.js";
import { barsOf, lanesOf, placeBars } from "./timeline/model.js";
import { sayAll, sayEach, saySpeed } from "./work/model.js";

const article = (id: string, published: string | null, title = id): ArticleRow =>
  ({ id, published, title, label: `Outlet ${id}`, authors: [] }) as unknown as ArticleRow;
const quote = (text: string, from = "a-1") => ({ article: from, start: 0, end: text.length, text });
const support = (origin: string, from = "a-1", partial = false) => ({
  article: from,
  origin,
  partial,
  span: quote("x", from),
  statement: null,
  speaker: null,
  interested: false,
  takenBack: false,
});
const claim = (id: string, given: Partial<ReportClaim>): ReportClaim =>
  ({
    id,
    proposition: id,
    kind: "event",
    support: [],
    origins: 1,
    verdict: "single-origin",
    conflicts: [],
    revises: [],
    relations: [],
    grade: { reliability: "F", credibility: 6 },
    looksCorroborated: false,
    weight: 0,
    ...given,
  }) as ReportClaim;
const derivation = (
  derived: string,
  source: string | null,
  kind = "copy",
  score = 0.9,
): Report["derivations"][number] =>
  ({
    derived,
    source,
    outlet: source === null ? "Far Post" : null,
    kind,
    score,
    probability: 0.9,
    direction: "known",
    reasons: [],
    passages: [],
  }) as Report["derivations"][number];

describe("overview", () => {
  it("counts what begins an origin apart from what comes from another", () => {
    const articles = [
      article("a-1", "2031-03-01"),
      article("a-2", "2031-03-01"),
      article("a-3", "2031-03-03"),
      article("a-4", null),
    ];
    const { bins, undated } = coverage(articles, [
      { id: "o", root: "a-1", articles: ["a-1", "a-2"], number: 1 },
      { id: "p", root: "a-3", articles: ["a-3"], number: 2 },
    ]);
    expect([bins.map((b) => [b.roots.length, b.copies.length]), undated]).toEqual([
      [
        [1, 1],
        [0, 0],
        [1, 0],
      ],
      1,
    ]);
    expect(coverage([], [])).toEqual({ bins: [], undated: 0 });
  });
});

describe("claims", () => {
  const mine = claim("c", {
    support: [support("o1"), support("o2", "a-2", true), support("src:police", "a-3")],
    verdict: "contradicted",
  });
  const matrix = {
    origins: [
      { id: "o3", label: "C", number: 3, published: null },
      { id: "o1", label: "A", number: 1, published: null },
      { id: "o9", label: "Z", number: 9, published: null },
    ],
    claims: [mine],
    cells: [
      ["c", "o3", "contradicts"] as const,
      ["c", "o1", "supports"] as const,
      ["c", "o2", "part"] as const,
      ["c", "src:police", "supports"] as const,
    ],
  };
  it("have a cell for each origin that says something", () => {
    const cells = cellsOf(matrix.cells);
    expect(Object.fromEntries(cells.get("c")!)).toEqual({
      o3: "contradicts",
      o1: "supports",
      o2: "part",
      "src:police": "supports",
    });
    expect(columnsOf([mine], cells, matrix.origins).map((o) => o.id)).toEqual(["o3", "o1", "o2", "src:police"]);
  });
  it("are filtered by standing and words", () => {
    const echo = claim("the ferry sank", { looksCorroborated: true });
    expect(filterClaims([mine, echo], "echoed", "", "FERRY sank")).toEqual([echo]);
    expect(filterClaims([mine, echo], "contradicted", "event", "")).toEqual([mine]);
  });
  it("are grouped by origin, numbered ones first", () => {
    const groups = groupSupport(mine, [{ id: "o1", root: "a-1", articles: ["a-1"], number: 4 }]);
    expect(groups.map((g) => g.number)).toEqual([4, null, null]);
    expect(originName({ origin: "src:police", root: null, support: [] }, new Map())).toBe("the word of police");
  });
});

describe("lineage", () => {
  const articles = [
    article("a-1", "2031-03-01"),
    article("a-2", "2031-03-02"),
    article("a-3", null),
    article("a-4", "2031-03-02"),
  ];
  const data: LineageData = {
    articles,
    derivations: [derivation("a-2", "a-1"), derivation("a-3", "a-2", "spun"), derivation("a-4", null, "cites")],
    origins: [
      { id: "o1", root: "a-1", articles: ["a-1", "a-2", "a-3"], number: 1 },
      { id: "o2", root: "a-4", articles: ["a-4"], number: 2 },
    ],
    circles: [],
  };
  it("hangs each article under the one it comes from", () => {
    const { rows, edges } = lineagePicture(data, true);
    expect(rows.map((r) => [r.id, r.depth, r.origin])).toEqual([
      ["a-1", 0, 1],
      ["a-2", 1, null],
      ["a-3", 2, null],
      ["a-4", 0, 2],
    ]);
    expect([...edges.values()].flat().map((e) => [edgeId(e.derivation), e.from, e.to])).toEqual([
      ["a-2~a-1", 0, 1],
      ["a-3~a-2", 1, 2],
      ["a-4~outlet:Far Post", null, 3],
    ]);
  });
  it("ends also where articles come from one another in a ring", () => {
    const ring = { ...data, derivations: [derivation("a-2", "a-3"), derivation("a-3", "a-2")] };
    expect(
      lineagePicture(ring, false)
        .rows.map((r) => r.id)
        .sort(),
    ).toEqual(["a-1", "a-2", "a-3", "a-4"]);
  });
  it("zooms about the middle", () => {
    expect(zoomed([0, 100_000_000], 0.5)).toEqual([25_000_000, 75_000_000]);
    expect(timeExtent([])).toEqual([0, 86_400_000]);
  });
});

describe("side by side", () => {
  it("puts what came from a paragraph beside it, what was left out alone", () => {
    const [a, b] = ["Ferry sank.\n\nNobody knows.\n\nPumps came.", "Pumps arrived.\n\nFerry sank."];
    const diff: DiffPiece[] = [
      { kind: "same", a: [28, 33], b: [0, 5] },
      { kind: "same", a: [0, 11], b: [16, 27] },
    ];
    const shown = compareRows(a, b, diff).map((r) => [
      r.a.map((p) => a.slice(p.start, p.end)).join("|"),
      r.b === null ? null : b.slice(r.b.start, r.b.end),
    ]);
    expect(shown).toEqual([
      ["Pumps came.", "Pumps arrived."],
      ["Ferry sank.", "Ferry sank."],
      ["Nobody knows.", null],
    ]);
    expect(compareRows("", "", [])).toEqual([]);
  });
});

describe("the rest", () => {
  it("reader: a place in the address is believed only where it fits", () => {
    expect(parsePlace("3-9", 100)).toEqual({ start: 3, end: 9 });
    for (const bad of [undefined, "9-3", "x", "3-", "200-300"]) expect(parsePlace(bad, 100)).toBeNull();
    expect(
      [
        ...removedBefore(
          {
            removed: [
              { text: "menu", reason: "navigation", at: 0 },
              { text: "end", reason: "share", at: 50 },
            ],
          },
          [0, 20],
        ),
      ].map(([i, r]) => [i, r.length]),
    ).toEqual([
      [0, 1],
      [2, 1],
    ]);
  });

  it("statements: one remark of several articles, in the same words or others", () => {
    const said = (id: string): ReportStatement => ({ id, article: `a-${id}` }) as unknown as ReportStatement;
    const report = (statement: string, wording: RemarkReport["wording"]) =>
      ({ statement, article: "a", wording, through: null, marked: false, differences: [] }) as const;
    const remark = (id: string, ...reports: RemarkReport[]): Remark => ({
      ...{ id, speaker: "Brask", entity: null, base: "2" },
      reports,
    });
    const remarks = [
      remark("r1", report("1", "shortened"), report("2", "fullest"), report("gone", "same")),
      remark("r2", report("4", "fullest"), report("5", "same")),
    ];
    const found = saidOf(["1", "2", "3", "4", "5"].map(said), remarks);
    expect(found.map((one) => [one.statements.map((s) => s.statement.id).join(), isVaried(one)])).toEqual([
      ["2,1", true],
      ["3", false],
      ["4,5", false],
    ]);
  });

  it("a brief stands in its address, and nothing else is taken from there", () => {
    const items = [
      { kind: "claim", id: "claim-1", words: "claim-1" },
      { kind: "statement", id: "st-2", words: "st-2" },
    ] as const;
    expect(parseItems(formatItems(items))).toEqual(items);
    expect(parseItems("claim: x:y <b>:1 statement:javascript")?.map(({ id }) => id)).toEqual(["javascript"]);
    expect(parseItems("")).toBeNull();
  });

  it("the map: a look in the address, all places in sight, names that lie on none", () => {
    const look = { longitude: 35.5, latitude: -31.25, closeness: 6 };
    expect(parseLook(formatLook(look))).toEqual(look);
    for (const none of [undefined, "", "1~2", "1~2~3~4", "200~0~2", "x~y~z", "0~0~0"])
      expect(parseLook(none)).toBeNull();
    const near = lookAt([
      { longitude: 30, latitude: 30 },
      { longitude: 40, latitude: 40 },
    ]);
    expect(near).toMatchObject({ longitude: 35, latitude: 35 });
    expect(near.closeness).toBeGreaterThan(3);
    expect(lookAt([])).toEqual(
      lookAt([
        { longitude: -170, latitude: 0 },
        { longitude: 170, latitude: 0 },
      ]),
    );
    expect(nearer(near, 1e9).closeness).toBe(40);
    const labels = ["Norland", "Sorland", "Vesmara"].map((name, i) => ({ name, x: i === 2 ? 500 : 10 * i, y: 9 }));
    expect([...namesShown(labels)]).toEqual([0, 2]);
  });

  it("figures: each value with everybody who reports it, in the order of time", () => {
    const report = (from: string, min: number, asOf: string | null) =>
      ({
        article: from,
        min,
        max: min,
        exact: true,
        asOf,
        span: quote("x", from),
      }) as unknown as ReportFigure["reports"][number];
    const reports = [
      report("a", 5, null),
      report("b", 3, "2031-03-02T10:00"),
      report("c", 3, "2031-03-02"),
      report("c", 3, "2031-03-02"),
    ];
    expect(valuesOf({ reports }).map((v) => [v.said, v.reports.map((r) => r.article).join()])).toEqual([
      ["3", "b,c"],
      ["5", "a"],
    ]);
  });

  it("claims: a cell has the words of its origin, for the claim or against it", () => {
    const opponent = claim("c2", { support: [support("o2", "a-2") as never] });
    const mine = {
      ...claim("c1", { support: [support("o1") as never, support("o3", "a-3", true) as never] }),
      opponents: [opponent],
    };
    const stand = (origin: string) => cellSupport(mine, origin)?.stand;
    expect(["o1", "o2", "o3", "o4"].map(stand)).toEqual(["supports", "contradicts", "part", undefined]);
  });

  it("adding: a stage is done, under way, or ahead", () => {
    const states = (state: "running" | "done", step: "trace") =>
      stageList.map(([name]) => stageState({ state, step }, name));
    expect(states("running", "trace")).toEqual(["done", "done", "now", "ahead", "ahead"]);
    expect(new Set(states("done", "trace"))).toEqual(new Set(["done"]));
  });

  it("review: lists say what a question is about; a descent can be parted", () => {
    const item = {
      kind: "direction",
      subjects: ["a-1~a-2"],
      question: "Does “A” come from “B”?",
      evidence: [],
    } as never;
    expect(shortOf(item)).toBe("A ← B");
    expect(judgementFor(item, "split")).toEqual({ kind: "split", subjects: ["a-1~a-2"] });
    expect(shortOf({ kind: "claim", question: "The same?", evidence: [quote("the words")] })).toBe("the words");
  });

  it("stands: takes at the middle of their time, the stretch around them", () => {
    const take = (earliest: string, latest: string) => ({ when: { earliest, latest } });
    const position = { takes: [take("2031-03-02", "2031-03-02"), { when: null }, take("0000-01-01", "2031-03-09")] };
    const marks = marksOf(position as never);
    expect(marks.map(({ at }) => new Date(at).toISOString().slice(0, 10))).toEqual(["2031-03-02", "2031-03-09"]);
    expect(stretchOf([position as never])![0]).toBeLessThan(marks[0]!.at);
    expect(stretchOf([])).toBeNull();
  });

  it("timeline: lanes by actor, bars that do not lie on one another", () => {
    const happening = (id: string, who: string, day: string | null): Happening => ({
      ...{
        id,
        event: `event-${id}`,
        article: "a-1",
        who,
        whom: null,
        trigger: "sent",
        words: "sent",
        mode: "asserted",
      },
      when: day === null ? null : { earliest: day, latest: day },
      goldstein: 1,
    });
    const { bars, undated } = barsOf([
      happening("1", "Brask", "2031-03-04"),
      happening("2", "Brask", "2031-03-04"),
      happening("3", "Renn", null),
    ]);
    expect([bars.length, undated.length]).toEqual([2, 1]);
    const [lane] = lanesOf(bars);
    expect(lanesOf(barsOf([happening("4", " ", "2031-03-04")]).bars)[0]?.name).toBe("nobody named");
    expect(
      placeBars(
        lane!.bars,
        () => 10,
        100,
        () => 20,
      ).placed.map((p) => p.row),
    ).toEqual([0, 1]);
    const late = placeBars(
      lane!.bars,
      () => 95,
      100,
      () => 20,
    ).placed;
    expect(late.map((p) => [p.row, p.leftward])).toEqual([
      [0, true],
      [1, true],
    ]);
  });

  it("figures are said as ranges", () => {
    expect([
      sayAmount({ min: 38000, max: 38000, exact: true }),
      sayAmount({ min: 200, max: 999, exact: false }),
      sayAmount({ min: 40, max: null, exact: false }),
    ]).toEqual(["38,000", "200–999", "40 or more"]);
  });

  it("actors: a line says nothing twice", () => {
    const own = { role: null, affiliation: "Vesmara", country: "Vesmara" };
    expect(titleOf({ ...own, name: "Vesmaran police" })).toBe("Vesmara");
    expect(titleOf({ ...own, name: "Vesmara" })).toBe("");
    expect(titleOf({ ...own, name: "the captain", role: "the captain", affiliation: "police" })).toBe(
      "police · Vesmara",
    );
  });

  it("actors: of very many those in most events are drawn, and the pairs among them", () => {
    const node = (id: string, weight: number) => ({ id, name: id, kind: "body", weight });
    const link = (source: string, target: string) => ({ source, target, count: 1, tone: 0 });
    const graph = { nodes: [node("x", 3), node("y", 2), node("z", 1)], links: [link("x", "y"), link("y", "z")] };
    expect(drawnOf(graph, 2)).toEqual({ nodes: graph.nodes.slice(0, 2), links: [graph.links[0]] });
    expect(drawnOf(graph)).toEqual(graph);
  });

  it("causes: groups of what hangs together, effects right of causes; what is set and what is implied by id", () => {
    const concept = (id: string) => ({ id, name: id, kind: "ordinary" as const, centrality: 1, wordings: [] });
    const arrow = (from: number, to: number) =>
      ({
        from,
        to,
        sign: 1,
        strength: 0.5,
        voices: 1,
        denials: 0,
        origins: 1,
        opposite: null,
        sayings: [],
      }) as const;
    const map = mapOf({
      concepts: ["rain", "flood", "tax", "strike", "mud"].map(concept),
      arrows: [arrow(0, 1), arrow(2, 3), arrow(1, 4), arrow(4, 1)],
    } as never);
    const [first, second] = groupsOf(map);
    expect(first!.concepts.map(({ id }) => id)).toEqual(["rain", "flood", "mud"]);
    expect([...columnsOfMap(second!).entries()].sort()).toEqual([
      [2, 0],
      [3, 1],
    ]);
    const { columns, into } = laidOut(first!);
    expect(columns.map((column) => column.map(({ id }) => id))).toEqual([["rain", "mud"], ["flood"]]);
    expect(into.get(1)?.map(({ from }) => from)).toEqual([0, 4]);
    const set = new Map([["tax", -1]]);
    expect(questionOf(set, "the press")).toEqual({ set: ["tax=-1"], side: "the press" });
    const { value } = changesOf(set, { implied: [{ id: "strike", change: -0.4 }] } as never);
    expect([...value]).toEqual([
      ["strike", -0.4],
      ["tax", -1],
    ]);
    expect(changesOf(new Map(), undefined).value.size).toBe(0);
  });

  it("map: places in no list are told apart", () => {
    const named = [
      { name: "Norway", country: null, events: 2 },
      { name: "Karvoss", country: "NOR", events: 1 },
      { name: "Vesmara", country: null, events: 1 },
    ];
    const { places, elsewhere } = placesOf(named, [["NOR", "578", ["Norway", "Oslo"], 62, 10]]);
    expect(places.map((p) => [p.code, p.events, p.names])).toEqual([["NOR", 3, ["Norway", "Karvoss"]]]);
    expect(elsewhere).toEqual([["Vesmara", 1]]);
  });

  it("articles: filtered by day and words, undated last", () => {
    const all = [
      article("a-1", "2031-03-01", "Ferry sinks"),
      article("a-2", null, "Ferry raised"),
      article("a-3", "2031-03-09T10:00", "Pumps"),
    ];
    const any = { q: "", since: "", until: "", outlet: "", fresh: null };
    expect(filterArticles(all, { ...any, since: "2031-03-02", until: "2031-03-09" }).map((a) => a.id)).toEqual(["a-3"]);
    expect(filterArticles(all, { ...any, q: "ferry", fresh: new Set(["a-1"]) }).map((a) => a.id)).toEqual(["a-2"]);
    expect(sortArticles(all).map((a) => a.id)).toEqual(["a-3", "a-1", "a-2"]);
  });

  it("add: lines of addresses are addresses, anything else is text", () => {
    expect(kindOfPaste("https://a.example/1\nhttp://b.example").urls).toEqual([
      "https://a.example/1",
      "http://b.example",
    ]);
    for (const text of ["", "See https://a.example", "javascript:alert(1)"]) expect(kindOfPaste(text).urls).toBeNull();
  });

  it("brief: lines are moved within the list; sources are numbered", () => {
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b"], 1, 5)).toEqual(["a", "b"]);
    const source = {
      number: 3,
      outlet: "Post",
      title: "Ferry",
      published: "2031-03-01",
      authors: ["Ida Renn"],
      url: null,
      file: "cases/ferry/3.html",
    };
    const rest = { agency: null, translatedFrom: null, origin: 2, origins: 8, reliability: "F", ...quote("sank") };
    expect(sourceLine({ ...source, ...rest })).toBe(
      "Post, Ida Renn, “Ferry”, 1 March 2031, reliability F, origin 2 of 8, 3.html",
    );
  });

  it("review: goes on to what is undecided", () => {
    const item = (judged: boolean) => ({ judged: judged ? {} : null }) as unknown as ReviewItem;
    expect(nextPlace([item(false), item(true), item(false)], 0)).toBe(2);
    expect(nextPlace([item(false), item(true)], 0)).toBe(1);
    const asked = [{ subjects: ["a", "b"], question: "Are they the same?" }] as unknown as readonly ReviewItem[];
    expect(reviewQuestionOf({ subjects: ["b", "a"] }, asked)).toBe("Are they the same?");
    expect(reviewQuestionOf({ subjects: ["Post"] }, asked)).toBeNull();
  });
});

describe("Work", () => {
  const nothing = { waiting: 0, running: 0, failed: 0, done: 0, seconds: 0 };
  const work = (queued: number, running: number, waiting: number, atWork = 0) => ({
    ...{ queued, running, ended: { done: 0, failed: 0, cancelled: 0 }, steps: [], jobs: [] },
    workers: { atWork, kinds: [{ kind: "article" as const, ...nothing, waiting }], stories: [] },
  });
  it("says what waits and how fast it goes", () => {
    expect(sayAll(work(0, 0, 0))).toBe("Nothing waits.");
    expect(sayAll(work(1, 1, 3, 2))).toBe("1 being done, 4 waiting.");
    expect(sayAll(work(0, 0, 3))).toContain("nobody is at work");
    expect(sayAll({ ...work(2, 0, 0), workers: null })).toBe("0 being done, 2 waiting.");
    expect([sayEach(3.1, 100), sayEach(42, 10), sayEach(0, 0)]).toEqual(["31 ms each", "4.2 s each", "–"]);
    expect([saySpeed(10, 320), saySpeed(60, 4), saySpeed(0, 0)]).toEqual(["32 a second", "4.0 a minute", "–"]);
  });
});
