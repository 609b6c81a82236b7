import { expect, it } from "vitest";
import {
  type Arrow,
  changesOf,
  compareTwo,
  formatSet,
  othersOf,
  parseSet,
  ringText,
  saidBy,
  titleOf,
} from "./model.js";
import { causesSvg } from "./picture.js";

it("says that someone denies an arrow where they do", () => {
  const saying: Arrow["sayings"][number] = {
    ...{ cause: "c", article: "a", origin: null, by: "Ines Kallo", entity: null, side: null, voice: "v" },
    ...{ hedged: false, conditional: true, denied: true },
  };
  expect(saidBy(saying)).toBe("Ines Kallo, denies it, if");
  expect(titleOf("rain", 1, saying)).toBe("Ines Kallo denies that rain brings about this");
  expect(titleOf("rain", -1, { ...saying, denied: false })).toBe("Ines Kallo says that rain prevents or lowers this");
});

const said = (side: string, denied = false): Arrow["sayings"][number] => ({
  ...{ cause: `${side}-${denied}`, article: "a", origin: null, by: side, entity: null, side, voice: side },
  ...{ hedged: false, conditional: false, denied },
});
const arrow = (
  from: number,
  to: number,
  sign: 1 | -1,
  opposite: number | null,
  ...sayings: Arrow["sayings"]
): Arrow => ({
  ...{ from, to, sign, opposite, sayings, strength: 0.5, voices: 1, denials: 0, origins: 1, reports: 1 },
});

it("sets two sides beside each other, where they differ first", () => {
  const arrows = [
    arrow(0, 1, 1, null, said("Norland"), said("Sorland")),
    arrow(1, 2, 1, null, said("Norland")),
    arrow(2, 3, 1, 3, said("Norland")),
    arrow(2, 3, -1, 2, said("Sorland")),
    arrow(3, 4, 1, null, said("Sorland"), said("Norland", true)),
    arrow(4, 5, 1, null, said("the press")),
    arrow(5, 6, 1, null, said("the press"), said("Sorland", true)),
  ];
  const rows = compareTwo(arrows, "Norland", "Sorland");
  expect(rows.map(({ first, second }) => `${first} ${second}`)).toEqual([
    "says opposite",
    "opposite says",
    "denies says",
    "says silent",
    "silent denies",
    "says says",
  ]);
});

it("tells a ring in words", () => {
  const concepts = ["prices", "unrest"].map((name, at) => ({ at, id: name, name, wordings: [] }));
  const map = { concepts, arrows: [arrow(0, 1, 1, null), arrow(1, 0, -1, null)] };
  expect(ringText({ arrows: [0, 1], kind: "balancing" }, map)).toBe("prices + → unrest − → prices");
  expect(othersOf(map, "prices").map(({ id }) => id)).toEqual(["unrest"]);
});

it("keeps what is set in the address, and takes nothing else from there", () => {
  const set = new Map([
    ["concept-2", -1],
    ["concept-1", 0.5],
  ]);
  expect(formatSet(set)).toBe("concept-1=0.5 concept-2=-1");
  expect(parseSet(formatSet(set))).toEqual(set);
  for (const none of [undefined, "", "x", "x=", "x=2", "x=1e9", "=1", "x=0", "x=NaN"])
    expect(parseSet(none).size).toBe(0);
});

it("draws the map as a picture; words are text in it", () => {
  const concepts = ["<b>prices</b>", "unrest"].map((name, at) => ({ at, id: name, name, wordings: [] }));
  const map = { concepts, arrows: [arrow(0, 1, 1, null), arrow(1, 0, -1, null)] };
  const svg = causesSvg([map], changesOf(new Map([["unrest", 1]]), undefined));
  expect(svg).toContain("&lt;b&gt;prices");
  expect(svg).toContain("▲ unrest");
  expect(svg.match(/<path/g)).toHaveLength(2);
});
