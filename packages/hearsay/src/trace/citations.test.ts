import { describe, expect, it } from "vitest";
import { citationsOf, creditsOf, translationNote } from "./citations.js";
import { outletFit, outletLikeness } from "./outlets.js";

const names = (text: string) => citationsOf(text).map((c) => c.name);

describe("citationsOf", () => {
  it.each([
    ["According to The Harrow Gazette, the bridge is shut.", "The Harrow Gazette"],
    ["The mayor told the Harrow Gazette that she would stay.", "the Harrow Gazette"],
    ["The cuts, first reported by Reuters, begin in May.", "Reuters"],
    ["The Standard-Echo is now reporting the strike too.", "The Standard-Echo"],
    ["The Tribune reported on Friday that he had left.", "The Tribune"],
    ["The Evening Beacon's news page is now reporting two arrests.", "The Evening Beacon"],
    ["In an interview with BBC News he denied it.", "BBC News"],
    ["As Harrow Radio reported last week, the lift is broken.", "Harrow Radio"],
    ["The figure comes from a Wall Street Journal report.", "Wall Street Journal"],
    ["The bill was lost, according to harrownews.example.", "harrownews.example"],
  ])("finds who is cited: %s", (text, name) => {
    expect(names(text)).toContain(name);
  });
  it("keeps the name within its sentence", () => {
    expect(names("He was there, according to the AP. Kadri was not.")).toEqual(["the AP"]);
  });
  it("gives offsets that cut out the name", () => {
    const text = "Still, “quoted” words. The Harrow Gazette first reported it.";
    for (const c of citationsOf(text)) expect(text.slice(c.nameStart, c.nameEnd)).toBe(c.name);
  });
  it("does not hang on hostile runs", () => {
    for (const bad of ["A.", "a-", "The A ", "said-", "said a ", "told A. ", "(", "according to "]) {
      const started = performance.now();
      citationsOf(bad.repeat(300_000));
      expect(performance.now() - started).toBeLessThan(8000);
    }
  });
});

describe("outlets", () => {
  it("knows an outlet by full name, initials and part", () => {
    expect(outletFit("NPA", "Northern Press Agency")).toBe(3);
    expect(outletFit("the Tribune", "Lakeside Tribune")).toBe(2);
    expect(outletFit("the Harrow Gazette", "harrowgazette.com")).toBe(4);
    expect(outletFit("Harrow Radio", "Ellery Sentinel")).toBe(0);
  });
  it("tells outlets from people and bodies", () => {
    expect(outletLikeness("The Washington Post")).toBe(2);
    expect(outletLikeness("Odile Marchetti")).toBe(0);
    expect(outletLikeness("Foreign Ministry")).toBe(0);
  });
});

describe("what a text says of itself", () => {
  it("reads datelines and copyright lines", () => {
    expect(creditsOf("HARROW, May 3 (NPA) - The bridge is shut.")).toContain("NPA");
    expect(creditsOf("The bridge is shut.\n© 2031 Northern Press Agency")).toContain("Northern Press Agency");
  });
  it("reads translation notes", () => {
    expect(translationNote("Automatic translation from Danish. The bridge is shut.")).toBe("Danish");
    expect(translationNote("Machine translation. The bridge is shut.")).toBe("");
    expect(translationNote("The bridge is shut.")).toBeNull();
  });
});
