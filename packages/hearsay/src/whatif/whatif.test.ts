import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carriedBy, effectOf, networkOf, pathsTo, type Settings, settle, structureOf, usual } from "./index.js";

const arrowsOf = (weights: readonly (readonly number[])[], drawn = false) =>
  weights.flatMap((row, from) => row.flatMap((weight, to) => (weight !== 0 || drawn ? [{ from, to, weight }] : [])));
const chain = networkOf(3, [
  { from: 0, to: 1, weight: 0.5 },
  { from: 1, to: 2, weight: -1 },
]);

describe("settle", () => {
  it("takes each concept's value from those that lead to it", () => {
    const { state, outcome } = settle(chain, { clamp: new Map([[0, 1]]) });
    expect(state[1]).toBeCloseTo(Math.tanh(0.5), 12);
    expect(state[2]).toBeCloseTo(Math.tanh(-Math.tanh(0.5)), 12);
    expect(outcome.kind).toBe("fixed");
  });

  it("adds a concept's own value under the modified rule, and counts from the middle under the rescaled one", () => {
    const one = { ...usual, rounds: 1, transfer: "sigmoid" as const };
    const start = [1, 0.5, 0.25];
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    expect(settle(chain, { start }, { ...one, rule: "kosko" }).state[1]).toBeCloseTo(sigmoid(0.5), 12);
    expect(settle(chain, { start }, { ...one, rule: "modified" }).state[1]).toBeCloseTo(sigmoid(0.5 + 0.5), 12);
    expect(settle(chain, { start }, { ...one, rule: "rescaled" }).state[2]).toBeCloseTo(sigmoid(-0.5), 12);
  });

  it("knows the steps of bivalent and trivalent maps", () => {
    const clamp = new Map([[0, 1]]);
    expect([...settle(chain, { clamp }, { ...usual, transfer: "trivalent" }).state]).toEqual([1, 1, -1]);
    expect([...settle(chain, { clamp, start: [1, 0, 0] }, { ...usual, transfer: "bivalent" }).state]).toEqual([
      1, 1, 0,
    ]);
  });

  it("finds a cycle and its period", () => {
    const ring = networkOf(3, [
      { from: 0, to: 1, weight: 1 },
      { from: 1, to: 2, weight: 1 },
      { from: 2, to: 0, weight: 1 },
    ]);
    const run = settle(ring, { start: [1, 0, 0] }, { ...usual, transfer: "bivalent" });
    expect(run.outcome).toEqual({ kind: "cycle", rounds: 1000, period: 3 });
    expect(run.state[0]).toBeCloseTo(1 / 3, 12);
    const flip = networkOf(1, [{ from: 0, to: 0, weight: -1 }]);
    expect(settle(flip, { start: [0.5] }, { ...usual, lambda: 5 }).outcome).toMatchObject({ kind: "cycle", period: 2 });
  });

  it("says when a map never comes to rest", () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 16807) % 2147483647;
      return (seed / 2147483647) * 2 - 1;
    };
    const size = 40;
    const dense = networkOf(size, arrowsOf(Array.from({ length: size }, () => Array.from({ length: size }, random))));
    const start = Array.from({ length: size }, random);
    expect(settle(dense, { start }, { ...usual, lambda: 5 }).outcome.kind).toBe("chaotic");
  });

  it("calls what is nearly periodic still moving, not chaos", () => {
    for (const [angle, lambda] of [
      [0.3, 1.05],
      [1.21, 1.05],
      [1.08, 1.1],
      [0.7, 1.6],
    ] as const) {
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const turns = [
        [c, s],
        [-s, c],
      ];
      const { kind } = settle(networkOf(2, arrowsOf(turns)), { start: [0.5, 0.1] }, { ...usual, lambda }).outcome;
      expect(kind, `${angle} ${lambda}`).toBe("open");
    }
  });

  it("refuses what makes no sense", () => {
    expect(() => networkOf(2, [{ from: 0, to: 2, weight: 1 }])).toThrow(/no concept 2/);
    expect(() => networkOf(2, [{ from: 0, to: 1, weight: Number.NaN }])).toThrow(/no weight/);
    expect(() => networkOf(-1, [])).toThrow(/may have/);
    expect(() => settle(chain, { start: [1] })).toThrow(/1 values for 3/);
    expect(() => settle(chain, { clamp: new Map([[9, 1]]) })).toThrow(/no concept 9/);
    expect(() => settle(chain, { clamp: new Map([[0, 7]]) })).toThrow(/no value/);
    expect(() => settle(chain, {}, { ...usual, lambda: 0 })).toThrow(/lambda/);
    expect(() => settle(chain, {}, { ...usual, rounds: 1e9 })).toThrow(/rounds/);
    expect(() => settle(chain, {}, { ...usual, tolerance: 0 })).toThrow(/tolerance/);
  });

  it("has values within the transfer function's bounds, the same for the same input", () => {
    const weight = fc.double({ min: -1, max: 1, noNaN: true });
    const map = fc.integer({ min: 1, max: 6 }).chain((size) => {
      const at = fc.integer({ min: 0, max: size - 1 });
      return fc.record({ size: fc.constant(size), arrows: fc.array(fc.record({ from: at, to: at, weight })) });
    });
    const how = fc.constantFrom<Settings["transfer"]>("sigmoid", "tanh", "bivalent", "trivalent");
    fc.assert(
      fc.property(map, how, fc.constantFrom<Settings["rule"]>("kosko", "modified", "rescaled"), (m, transfer, rule) => {
        const settings = { ...usual, transfer, rule, rounds: 300 };
        const run = () => settle(networkOf(m.size, m.arrows), {}, settings).state;
        expect([...run()].every((v) => v >= -1 && v <= 1)).toBe(true);
        expect(run()).toEqual(run());
      }),
    );
  });
});

describe("what follows", () => {
  const diamond = networkOf(4, [
    { from: 0, to: 1, weight: 0.8 },
    { from: 0, to: 2, weight: 0.6 },
    { from: 1, to: 3, weight: 0.9 },
    { from: 2, to: 3, weight: -0.4 },
  ]);

  it("is compared with the map at rest", () => {
    const { change, outcome } = effectOf(diamond, { set: new Map([[0, 1]]), mode: "clamp" });
    expect(change[3]).toBeCloseTo(Math.tanh(0.9 * Math.tanh(0.8) - 0.4 * Math.tanh(0.6)), 9);
    expect(outcome.kind).toBe("fixed");
  });

  it("dies away after a single push, which is seen on the way", () => {
    const { change, peak } = effectOf(diamond, { set: new Map([[0, 1]]), mode: "once" });
    expect([...change].every((v) => Math.abs(v) < 1e-9)).toBe(true);
    expect(peak[1]).toBeCloseTo(Math.tanh(0.8), 9);
    expect(peak[3]).toBeGreaterThan(0.3);
  });

  it("blames a push for no change that was there without it", () => {
    const swing = networkOf(3, [
      { from: 0, to: 1, weight: -1 },
      { from: 1, to: 0, weight: -1 },
    ]);
    const settings = { ...usual, transfer: "sigmoid", lambda: 10 } as const;
    const { baseline, change, peak } = effectOf(swing, { set: new Map([[2, 1]]), mode: "once" }, settings);
    expect(baseline.outcome).toMatchObject({ kind: "cycle", period: 2 });
    expect([...peak]).toEqual([0, 0, 0.5]);
    expect([...change].every((v) => Math.abs(v) < 1e-9)).toBe(true);
  });

  it("looks for ways only as long as there is patience, over all that is asked", () => {
    const { change } = effectOf(diamond, { set: new Map([[0, 1]]), mode: "clamp" });
    const patience = { left: 3 };
    expect(pathsTo(diamond, change, new Set([0]), 3, patience).length).toBe(1);
    expect(patience.left).toBe(0);
    expect(pathsTo(diamond, change, new Set([0]), 3, patience)).toEqual([]);
  });

  it("says on which ways, and their shares add up", () => {
    const { change } = effectOf(diamond, { set: new Map([[0, 1]]), mode: "clamp" });
    const paths = pathsTo(diamond, change, new Set([0]), 3);
    expect(paths.map(({ arrows }) => arrows)).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(paths[1]!.carried).toBeLessThan(0);
    expect(paths.reduce((sum, { carried }) => sum + carried, 0)).toBeCloseTo(change[3]!, 9);
    const carried = carriedBy(diamond, change);
    expect(carried[2]! + carried[3]!).toBeCloseTo(change[3]!, 9);
    expect(pathsTo(diamond, change, new Set([0]), 0)).toEqual([]);
  });
});

describe("structure", () => {
  it("counts arrows and tells senders from receivers", () => {
    const all = structureOf(4, [
      { from: 0, to: 1, weight: -0.5 },
      { from: 1, to: 2, weight: 1 },
    ]);
    expect(all.places.map(({ kind }) => kind)).toEqual(["transmitter", "ordinary", "receiver", "alone"]);
    expect(all.places[1]).toMatchObject({ indegree: 0.5, outdegree: 1, centrality: 1.5 });
    expect(all).toMatchObject({ density: 2 / 12, complexity: 1, perConcept: 0.5 });
    expect(structureOf(0, [])).toMatchObject({ density: 0, complexity: null, perConcept: 0 });
  });
});

const peers = join(process.env.HEARSAY_SHARED ?? "../shared", "peers/cognitive-maps");
describe.skipIf(!existsSync(peers))(
  "parity with published maps (skipped where they are not beside the project)",
  () => {
    const read = (name: string) => JSON.parse(readFileSync(join(peers, name), "utf8"));
    const near = (a: ArrayLike<number>, b: readonly number[]) =>
      Math.max(...b.map((value, i) => Math.abs(value - a[i]!)));

    it("has the equilibria of the three rules, and of the interventions", () => {
      const { weights, start, equilibria, interventions } = read("fcm-reference.json");
      const arrows = arrowsOf(weights);
      const settings = { ...usual, transfer: "sigmoid", tolerance: 1e-3, hold: true } as const;
      const run = (rule: Settings["rule"]) => settle(networkOf(8, arrows), { start }, { ...settings, rule }).state;
      expect(near(run("kosko"), equilibria.kosko)).toBeLessThan(1e-6);
      expect(near(run("modified"), equilibria.modifiedKosko)).toBeLessThan(1e-6);
      expect(near(run("rescaled"), equilibria.rescaled)).toBeLessThan(1e-6);
      for (const { impact, equilibrium } of interventions) {
        const driver = Object.entries(impact).map(([to, w]) => ({ from: 8, to: Number(to), weight: Number(w) }));
        const input = { start: [...run("modified"), 1], clamp: new Map([[8, 1]]) };
        const { state } = settle(networkOf(9, [...arrows, ...driver]), input, { ...settings, rule: "modified" });
        expect(near(state, equilibrium)).toBeLessThan(1e-6);
      }
    });

    it("has Mental Modeler's measures, steady state and scenario", () => {
      const golden = read("mentalmodeler-golden.json");
      // The file that these were taken from draws one arrow without weight.
      const arrows = [...arrowsOf(golden.W), { from: 0, to: 4, weight: 0 }];
      const { places, density } = structureOf(5, arrows);
      expect(
        near(
          places.map((p) => p.indegree),
          golden.indegree,
        ),
      ).toBeLessThan(1e-12);
      expect(
        near(
          places.map((p) => p.outdegree),
          golden.outdegree,
        ),
      ).toBeLessThan(1e-12);
      expect(
        near(
          places.map((p) => p.centrality),
          golden.centrality,
        ),
      ).toBeLessThan(1e-12);
      expect(density).toBe(golden.density);
      expect(places.map(({ kind }) => (kind === "transmitter" ? "driver" : kind))).toEqual(golden.type);
      const ones = { start: [1, 1, 1, 1, 1] };
      const steady = settle(networkOf(5, arrows), ones);
      expect(near(steady.state, golden.steady_tanh)).toBeLessThan(1e-12);
      expect(steady.outcome.rounds).toBe(golden.steps);
      const { change } = effectOf(networkOf(5, arrows), { set: new Map([[1, 1]]), mode: "clamp", ...ones });
      expect(near(change, golden.scenario_minus_steady)).toBeLessThan(1e-6);
    });
  },
);
