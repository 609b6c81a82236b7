import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventTypes } from "../model/index.js";
import { type Dealing, dealingsOf, relationsOf, standingsOf } from "./relations.js";

const dealing = (id: string, from: string, to: string, more: Partial<Dealing> = {}): Dealing => ({
  id,
  from,
  to,
  type: "AID",
  mode: "asserted",
  when: null,
  day: null,
  goldstein: 5,
  origins: 1,
  words: "sent grain",
  ...more,
});

describe("what passed between two actors", () => {
  it("counts origins by class, both directions together, and leaves out what did not happen", () => {
    const [one, ...more] = relationsOf([
      dealing("1", "b", "a", { origins: 2 }),
      dealing("2", "a", "b", { type: "ACCUSE", goldstein: -2 }),
      dealing("3", "a", "b", { mode: "denied" }),
      dealing("4", "a", "a"),
    ]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      between: ["a", "b"],
      origins: { "material-cooperation": 2, "verbal-conflict": 1, "verbal-cooperation": 0, "material-conflict": 0 },
    });
    expect(one?.tone).toBeCloseTo((2 * 5 - 2) / 3);
  });

  it("names ties with their evidence", () => {
    const [one] = relationsOf([
      dealing("1", "a", "b", { words: "gave a loan of forty million crowns" }),
      dealing("2", "a", "b", { type: "SUPPORT", words: "signed a defence pact" }),
      dealing("3", "a", "b", { type: "SANCTION", goldstein: -5, words: "suspended trade" }),
    ]);
    expect(one?.ties).toEqual([
      { kind: "alliance", evidence: ["2"] },
      { kind: "investment", evidence: ["1"] },
      { kind: "sanctions", evidence: ["3"] },
    ]);
  });

  it("finds the broker between two who do not deal with one another", () => {
    const [first] = standingsOf(relationsOf([dealing("1", "a", "m"), dealing("2", "b", "m")]));
    expect(first).toEqual({ actor: "m", hub: 2, broker: 1, balance: null });
  });

  it("calls a triangle of one quarrel unbalanced, of two balanced", () => {
    const foe = { type: "ASSAULT", goldstein: -9 } as const;
    const triangle = [dealing("1", "a", "b"), dealing("2", "b", "c"), dealing("3", "a", "c", foe)];
    expect(standingsOf(relationsOf(triangle)).map((s) => s.balance)).toEqual([0, 0, 0]);
    const two = [triangle[0]!, dealing("2", "b", "c", foe), triangle[2]!];
    expect(standingsOf(relationsOf(two)).map((s) => s.balance)).toEqual([1, 1, 1]);
  });

  it("says the same in any order, and nothing of nobody", () => {
    expect(standingsOf(relationsOf([]))).toEqual([]);
    const some = fc.record({
      from: fc.constantFrom("a", "b", "c", "d"),
      to: fc.constantFrom("a", "b", "c", "d"),
      type: fc.constantFrom(...eventTypes),
      goldstein: fc.integer({ min: -10, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), (list) => {
        const dealings = list.map((d, i) => dealing(`d${i}`, d.from, d.to, d));
        expect(relationsOf([...dealings].reverse())).toEqual(relationsOf(dealings));
        const all = standingsOf(relationsOf(dealings));
        expect(all.every(({ broker }) => broker >= 0 && broker <= 1)).toBe(true);
        expect(all).toEqual(standingsOf(relationsOf([...dealings].reverse())));
      }),
    );
  });

  it.each([
    ["CONSULT", "met to discuss ending the alliance"],
    ["AGREE", "agreed on leaving the alliance"],
    ["SANCTION", "expelled two diplomats"],
    ["AID", "sheltered refugees"],
  ] as const)("takes no bare word for a tie: %s %s", (type, words) =>
    expect(relationsOf([dealing("1", "a", "b", { type, words })])[0]?.ties).toEqual([]),
  );

  it("is between states, by those who act for them, and ordered by the day it was told of", () => {
    const entity = (id: string, kind: string, country: string | null) => ({
      id,
      kind,
      name: id.toUpperCase(),
      country,
      aliases: [],
    });
    const event = (id: string, article: string, source: string, target: string) => ({
      ...{ id, article, type: "AID", mode: "asserted", goldstein: 5, span: { text: "sent grain" } },
      ...{ source: { entity: source }, target: { entity: target } },
    });
    const report = {
      entities: [
        entity("s", "state", "NOR"),
        entity("m", "body", "NOR"),
        entity("t", "state", "SWE"),
        entity("u", "body", "FIN"),
        { ...entity("o", "group", null), name: "officials" },
      ],
      articles: [
        { id: "late", published: "2031-05-09", publishedWithin: null },
        { id: "early", published: "2031-05-02", publishedWithin: null },
      ],
      events: [
        event("1", "late", "m", "t"),
        event("2", "early", "t", "s"),
        event("3", "late", "m", "s"),
        event("4", "late", "u", "t"),
        event("5", "late", "o", "t"),
      ],
      timeline: ["1", "2", "3", "4", "5"].map((id) => ({ events: [id], when: null, origins: 1 })),
    } as unknown as Parameters<typeof dealingsOf>[0];
    const all = relationsOf(dealingsOf(report));
    expect(all.map(({ between, dealings }) => [...between, ...dealings.map(({ id }) => id)].join(" "))).toEqual([
      "s t 2 1",
      "t u 4",
    ]);
  });
});
