import { describe, expect, it } from "vitest";
import { annotate } from "../../annotate/index.js";
import { plainArticle } from "../../model/index.js";
import { findEvents } from "../events.js";
import { extract } from "../index.js";

const read = (text: string) => {
  const article = plainArticle({ id: "a1", published: "2033-05-20", text });
  return extract(article, annotate(article).output).output;
};
const events = (text: string): string[] =>
  read(text).events.map((e) => `${e.type} ${e.mode} ${e.who?.name ?? "-"} > ${e.whom?.name ?? "-"}`);

describe("who acts, in what mode", () => {
  it.each([
    ["The two neighbours, Ostra and Belmar, signed a water protocol on Tuesday.", "SUPPORT asserted Ostra > Belmar"],
    ["Since Ostra invaded Belmar, prices have doubled.", "ASSAULT historical Ostra > Belmar"],
    ["Karvonia said no to the request on Monday.", "REJECT asserted Karvonia > -"],
    ["Belmar demanded an apology from Ostra.", "REQUEST asserted Belmar > Ostra"],
    ["The army plans to withdraw its forces from the valley next month.", "RETREAT planned army > -"],
    ["Ostra is to send two frigates to the strait.", "MOBILIZE planned Ostra > -"],
    ["Nobody attacked the convoy.", "ASSAULT denied Nobody > convoy"],
  ])("%s", (text, expected) => {
    expect(events(text)).toEqual([expected]);
  });

  it("does not take for deeds who speaks, names given and occasions", () => {
    for (const text of [
      "A Belmaran supply with ties to the ministry said talks had failed.",
      "Ada Roe called her vote a mistake.",
      "Ada Roe will discuss her past next week.",
      "Ostra agreed that it was late.",
      "Piet Oss pleaded guilty to two counts of fraud.",
      "Ada Roe has pleaded not guilty to lying to the court of Belmar.",
      "The owner pleaded no contest in Belmar.",
      "Wool for October delivery closed at 91 cents a pound in Belmar on Friday.",
    ])
      expect(events(text)).toEqual([]);
  });
});

describe("the day of an event", () => {
  const when = (text: string) => read(text).events.map((e) => e.when?.earliest.slice(0, 10) ?? null);
  it("is not a date that says which people are meant", () => {
    expect(when("Sept. 11 families sued Ostra over the attacks.")).toEqual([null]);
    expect(when("Lawyers for Sept. 11 families urged Belmar to pay.")).toEqual([null]);
    expect(when("On Thursday officials accused Ostra of theft.")).toEqual(["2033-05-19"]);
    expect(read("Lawyers for Sept. 11 families urged Belmar to pay.").assertions.flatMap((a) => a.times)).toEqual([]);
  });
});

describe("steps", () => {
  it("takes a habit for no delivery, disbelief for no refusal, a negated promise for a promise", () => {
    const steps = (text: string) => read(text).commitments.map((c) => `${c.status} ${c.by}`);
    expect(steps("Ostra has supplied Belmar with arms selectively.")).toEqual([]);
    expect(steps("Ostra rejected reports that it had supplied rockets to the rebels.")).toEqual(["denied Ostra"]);
    expect(steps("Ada Roe had sworn not to hold talks.")).toEqual(["promised Ada Roe"]);
  });
});

describe("the likeliest pair of a sentence", () => {
  it("is there wherever two are named, the same again, and never one side twice", () => {
    const article = plainArticle({
      id: "a1",
      text: "Ostra lifted its blockade of Belmar in a deal easing the crisis.",
    });
    const annotation = annotate(article).output;
    const once = findEvents(article, annotation, [], { reach: "sentence" });
    expect(once).toEqual(findEvents(article, annotation, [], { reach: "sentence" }));
    expect(once[0]?.who?.name).toBe("Ostra");
    for (const { who, whom } of once) expect(who?.start).not.toBe(whom?.start);
  });
});
