import { expect, it } from "vitest";
import type { Report, ReportClaim, ReportEvent } from "../../tell/report.js";
import { View } from "../view.js";
import { graphOf } from "./graph.js";
import { happeningsOf } from "./happenings.js";
import { loneClaims, matrixOf } from "./matrix.js";
import { placesOf } from "./places.js";

const view = (report: object) => new View(report as Report, "1");
const entity = (id: string, country: string | null = null) => ({ id, name: id, kind: "body", country }) as never;
const event = (own: object): ReportEvent =>
  ({ source: null, target: null, when: null, where: null, ...own }) as unknown as ReportEvent;

it("an actor graph has one link for both directions, its tone the mean", () => {
  const between = (a: string, b: string, goldstein: number, day?: string) =>
    event({
      source: { entity: a },
      target: { entity: b },
      goldstein,
      when: day === undefined ? null : { earliest: day },
    });
  const events = [between("x", "y", 4), between("y", "x", -8), between("x", "x", 1), between("x", "gone", 1)];
  const entities = [entity("x"), entity("y")];
  expect(graphOf({ events, entities }).links).toEqual([{ source: "x", target: "y", count: 2, tone: -2 }]);
  const dated = [...events, between("x", "y", 8, "2031-03-09")];
  expect(graphOf({ events: dated, entities }, "2031-03-08").links[0]?.count).toBe(2);
  expect(graphOf({ events: dated, entities }).links[0]?.count).toBe(3);
  const atNoon = [...events, between("x", "y", 8, "2031-03-09T12:00")];
  expect(graphOf({ events: atNoon, entities }, "2031-03-09").links[0]?.count).toBe(3);
  expect(graphOf({ events: atNoon, entities }, "2031-03-08").links[0]?.count).toBe(2);
});

it("a place is where it is said to be, else whose the actors are", () => {
  const events = [
    event({ where: "Karvoss", source: { country: "TAS" } }),
    event({ source: { country: "TAS" }, target: { country: "TAS" } }),
    event({}),
  ];
  expect(placesOf({ events, entities: [entity("Karvoss", "VES")] })).toEqual([
    { name: "Karvoss", country: "VES", events: 1 },
    { name: "TAS", country: null, events: 1 },
  ]);
});

it("a happening is shown by the first of its reports, its words cut short", () => {
  const first = event({
    id: "e1",
    who: "it",
    source: { name: "Brask" },
    trigger: { text: "sank" },
    span: { text: "x".repeat(300) },
  });
  const entry = { id: "when-1", when: null, events: ["e1", "e2"], claim: null, origins: 1 };
  const [shown] = happeningsOf(view({ events: [first] }), [entry, { ...entry, events: ["gone"] }]);
  expect([shown?.who, shown?.trigger, shown?.words.length]).toEqual(["Brask", "sank", 200]);
});

const support = (origin: string, partial = false) => ({ origin, partial, speaker: null });
const claim = (id: string, own: object): ReportClaim =>
  ({ id, verdict: "contradicted", looksCorroborated: false, conflicts: [], ...own }) as unknown as ReportClaim;

it("the matrix tells support from part and contradiction; who supports is not against", () => {
  const mine = claim("c", { support: [support("o1"), support("o2", true), support("o1", true)], conflicts: ["d"] });
  const other = claim("d", { support: [support("o3"), support("o1")] });
  const lone = claim("l", { support: [support("o4")], verdict: "single-origin" });
  const report = {
    claims: [mine, other, lone],
    origins: [],
    articles: [],
    statements: [],
    entities: [],
    derivations: [],
  };
  const { cells, claims } = matrixOf(view(report));
  expect(claims.map(({ id }) => id)).toEqual(["c", "d"]);
  expect(Object.fromEntries(cells.filter(([of]) => of === "c").map(([, origin, stand]) => [origin, stand]))).toEqual({
    ...{ o1: "supports", o2: "part", o3: "contradicts" },
  });
  expect(loneClaims(view(report)).map(({ claim, origin }) => [claim.id, origin])).toEqual([["l", "o4"]]);
});
