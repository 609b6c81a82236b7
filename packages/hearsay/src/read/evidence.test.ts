import { describe, expect, it } from "vitest";
import { evidenceFor, type Standing } from "./evidence.js";

const found = (value: string, from: string, text = value) => ({ value, from, text });

describe("evidenceFor", () => {
  const chosen = found("2031-03-04", "line", "4 March 2031");
  const agreeing = found("2031-03-04", "json-ld");
  const other = found("2029-01-01", "meta date");
  const same = ({ value }: { value: string }): boolean => value === chosen.value;
  const of = (others: (typeof other)[], known: Standing | null = null) =>
    evidenceFor("published", chosen, others, same, known)!;

  it("trusts what is confirmed most and what is contradicted least", () => {
    const [confirmed, alone, disputed] = [of([chosen, agreeing]), of([chosen]), of([agreeing, other])];
    expect(confirmed.confidence!).toBeGreaterThan(alone.confidence!);
    expect(alone.confidence!).toBeGreaterThan(disputed.confidence!);
    expect(disputed.against).toEqual(["meta date: 2029-01-01"]);
    expect(confirmed.against).toEqual([]);
  });
  it("cuts long words and long lists", () => {
    const many = Array.from({ length: 40 }, (_, i) => found(`${i}`, "script", `${i}${"x".repeat(5_000)}`));
    const { against } = of(many);
    expect(against.length).toBeLessThanOrEqual(5);
    for (const line of against) expect(line.length).toBeLessThan(250);
  });
  it("has no confidence for what nobody measured, and no evidence for nothing", () => {
    expect(evidenceFor("modified", chosen, [], () => true)!.confidence).toBeNull();
    expect(evidenceFor("title", null, [], () => true)).toBeNull();
  });
});
