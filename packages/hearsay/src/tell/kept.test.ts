import { expect, it } from "vitest";
import { keptParts, listParts, type ReportHead, reportOf } from "./kept.js";
import { makeReport } from "./make.js";
import type { Report } from "./report.js";
import { ferryStory } from "./testing/fixture.js";

const report = makeReport(ferryStory);
const bodiesOf = (of: Report) => new Map(keptParts(of).map(({ key, body }) => [key, body]));
const headIn = (bodies: ReadonlyMap<string, string>) => JSON.parse(bodies.get("head")!) as ReportHead;

it("a report is the same when it has been kept in parts, in the same order", () => {
  const bodies = bodiesOf(report);
  expect(JSON.stringify(reportOf(headIn(bodies), bodies, null))).toBe(JSON.stringify(report));
});

it("a part has another version exactly when it is another", () => {
  const other = { ...report, claims: report.claims.slice(1) };
  const versions = new Map(keptParts(report).map(({ key, version }) => [key, version]));
  const changed = keptParts(other).filter(({ key, version }) => versions.get(key) !== version);
  expect(changed.map(({ key }) => key)).toEqual(["claims"]);
});

it("lists that are not given are those of the report before; none is read before it is looked at", () => {
  const bodies = bodiesOf(report);
  const before = reportOf(headIn(bodies), bodies, null);
  const broken = new Map([["claims", "no JSON"]]);
  const now = reportOf(headIn(bodies), broken, before);
  expect(now.events).toBe(before.events);
  expect(() => now.claims).toThrow(SyntaxError);
  for (const part of listParts) expect(reportOf(headIn(bodies), new Map(), null)[part]).toEqual([]);
});
