import type { ReportEvent } from "hearsay";
import { expect, it } from "vitest";
import { pairsOf } from "./pairs.js";

const event = (id: string, from: string, to: string, more: object = {}): ReportEvent =>
  ({
    id,
    article: "a-1",
    type: "AID",
    mode: "asserted",
    who: from,
    whom: to,
    source: { entity: from },
    target: { entity: to },
    when: { earliest: "2033-05-02", latest: "2033-05-02" },
    goldstein: 7,
    ...more,
  }) as unknown as ReportEvent;
const article = (id: string) => ({ origin: id === "a-2" ? "a-1" : id, published: "2033-05-03" });

it("counts origins, not copies, and only what took place", () => {
  const pairs = pairsOf(
    "e1",
    [
      event("1", "e1", "e2"),
      event("2", "e1", "e2", { article: "a-2" }),
      event("3", "e2", "e1", { type: "ACCUSE", goldstein: -2, when: null }),
      event("4", "e1", "e3", { mode: "denied" }),
      event("5", "e2", "e3"),
    ],
    article,
  );
  expect(pairs.map(({ other, points }) => [other, points.map((p) => p.event.id)])).toEqual([["e2", ["1", "3"]]]);
});
