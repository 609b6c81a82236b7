// Small articles without end, made from their number alone: half of them take a paragraph from an earlier one.
import { Chance } from "../fuzz/chance.mjs";

const towns = "Tolm Lund Karst Ansel Brannoc Sallow Ellery Carrow Dalby Orm".split(" ");
const people = ["Greta Lindqvist", "Tomas Brandt", "Ines Tolland", "Piotr Vasey", "Casper Dahl", "Ana Novak"];
const outlets = ["Harbour Herald", "The Ansel Courier", "Island Echo", "Straits News Agency", "The Dalby Gazette"];
const bodies = ["the union", "the ministry", "the harbour office", "the operator Bluewater Lines", "the coastguard"];
const deeds = ["cancelled", "delayed", "suspended", "resumed", "announced"];
const reasons = ["a walkout of the crews", "thick fog", "a cut power cable", "a broken ramp", "a dispute over rosters"];

const paragraph = (number) => {
  const c = new Chance(number * 31 + 7);
  const count = 10 + c.below(400);
  return [
    `Some ${count} sailings from ${c.of(towns)} to ${c.of(towns)} were ${c.of(deeds)} on ${2 + c.below(26)} March 2031 because of ${c.of(reasons)}, ${c.of(bodies)} said.`,
    `“We expected ${count + c.below(50)} passengers and ${c.of(bodies)} knew it,” ${c.of(people)} told reporters in ${c.of(towns)} on Friday.`,
    `${c.of(people)} promised to publish new rosters before the end of the month, and demanded that ${c.of(bodies)} reply within ${2 + c.below(9)} days.`,
  ].join(" ");
};

/** A page: its name and markup. */
export function articleOf(number) {
  const c = new Chance(number * 17 + 3);
  const own = [paragraph(number), paragraph(number + 1_000_000)];
  if (number > 0 && c.is(0.5)) own.push(paragraph(c.below(number)));
  const outlet = c.of(outlets);
  const day = String(10 + c.below(18));
  return {
    name: `${String(number).padStart(5, "0")}.html`,
    page: `<!doctype html><html lang="en"><head><title>Ferries: report ${number} | ${outlet}</title><meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="2031-03-${day}"></head><body><nav><a href="/">Home</a></nav><article><h1>Ferries: report ${number}</h1>${own.map((text) => `<p>${text}</p>`).join("\n")}</article></body></html>`,
  };
}
