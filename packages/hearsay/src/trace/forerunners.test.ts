import { describe, expect, it } from "vitest";
import { fingerprint, type TraceInput, trace } from "./index.js";

const report = `The night train from Brennick to Holm left the rails at the Tarn viaduct on Sunday, and 41 of its 230 passengers were taken to the infirmary, the railway board said.

The engine and two sleeping cars stayed upright, while the dining car slid down the bank as far as the mill. Its steward, Leopold Anstey, climbed out through a window and walked to the signal box for help.

Inspectors found a cracked rail joint some 30 metres before the viaduct. The joint had been greased in March and was due for replacement in the autumn, chief engineer Paula Wrede told the board.

Trains to Holm will end at Brennick for nine days. The board has hired 14 coaches, and tickets bought before Sunday will be taken on them without a supplement.`;

const translated = `The night railway from Brennick to Holm jumped the tracks at the Tarn viaduct on Sunday, and 41 of its 230 travellers were brought to the hospital, the railway board told.

The locomotive and two couchettes remained upright, while the restaurant car slipped down the slope up to the mill. Its waiter, Leopold Anstey, climbed out by a window and went to the signal box to fetch help.

Examiners discovered a torn rail joint some 30 metres ahead of the viaduct. The joint had been lubricated in March and was planned for exchange in the autumn, head engineer Paula Wrede said to the board.

Trains to Holm will finish at Brennick for nine days. The board has rented 14 buses, and tickets purchased before Sunday will be accepted on them without a surcharge.`;

const articles = (copied: string): TraceInput[] => [
  { id: "m-board", text: report, date: "2031-05-04", outlet: "Northern Press Agency" },
  { id: "n-foreign", text: translated, date: "2031-05-04T12:00", outlet: "Abendpost", translatedFrom: "en" },
  { id: "a-courier", text: report, date: copied, outlet: "Carrow Courier" },
];
const between = (input: readonly TraceInput[], x: string, y: string) =>
  trace(input.map(fingerprint)).output.derivations.find((d) => [d.derived, d.source].sort().join() === [x, y].join());

describe("what others made of an article", () => {
  it("makes it older than what came after that", () => {
    expect(between(articles("2031-05-04T15:00"), "a-courier", "m-board")).toMatchObject({
      derived: "a-courier",
      source: "m-board",
      direction: "known",
      reasons: ["published 3 h later than what was made of it"],
    });
  });
  it("says nothing of what came before that", () => {
    expect(between(articles("2031-05-04T11:00"), "a-courier", "m-board")?.direction).toBe("open");
  });
});

describe("texts that may each be the source", () => {
  const undated = (ids: readonly string[]) =>
    ids.map((id) => fingerprint({ id, text: report, date: null, outlet: null }));
  it("are both named where no date tells them apart", () => {
    const { derivations, origins } = trace(undated(["x", "y", "z"])).output;
    expect(derivations.map((d) => [d.derived, d.source].sort().join(""))).toEqual(["xy", "xz", "yz"]);
    expect(origins).toHaveLength(1);
  });
  it("are not all named where there are many", () => {
    const ids = Array.from({ length: 30 }, (_, i) => `t${i}`);
    expect(trace(undated(ids)).output.derivations.length).toBeLessThan(4 * ids.length);
  });
});
