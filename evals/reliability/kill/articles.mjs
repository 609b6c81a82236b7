// Small articles without end, made from their number alone.
import { Chance } from "../fuzz/chance.mjs";

const towns = "Tolm Lund Karst Ansel Brannoc Sallow Ellery Carrow Dalby Orm".split(" ");
const people = ["Greta Lindqvist", "Tomas Brandt", "Ines Tolland", "Piotr Vasey", "Casper Dahl", "Ana Novak"];
const outlets = ["Harbour Herald", "The Ansel Courier", "Island Echo", "Straits News Agency", "The Dalby Gazette"];
const bodies = ["the union", "the ministry", "the harbour office", "the operator Bluewater Lines", "the coastguard"];
const deeds = ["cancelled", "delayed", "suspended", "resumed", "announced"];
const reasons = ["a walkout of the crews", "thick fog", "a cut power cable", "a broken ramp", "a dispute over rosters"];

const sentencesOf = (number) => {
  const c = new Chance(number * 31 + 7);
  const count = 10 + c.below(400);
  return [
    `Some ${count} sailings from ${c.of(towns)} to ${c.of(towns)} were ${c.of(deeds)} on ${2 + c.below(26)} March 2031 because of ${c.of(reasons)}, ${c.of(bodies)} said.`,
    `“We expected ${count + c.below(50)} passengers and ${c.of(bodies)} knew it,” ${c.of(people)} told reporters in ${c.of(towns)} on Friday.`,
    `${c.of(people)} promised to publish new rosters before the end of the month, and demanded that ${c.of(bodies)} reply within ${2 + c.below(9)} days.`,
  ];
};
const paragraph = (number) => sentencesOf(number).join(" ");

/** A page: its name and markup; half of them take a paragraph from an earlier one. */
export function articleOf(number) {
  const c = new Chance(number * 17 + 3);
  const own = [paragraph(number), paragraph(number + 1_000_000)];
  if (number > 0 && c.is(0.5)) own.push(paragraph(c.below(number)));
  return pageOf(number, c, own);
}

/** So many reports are copied in a hot story. */
const copied = 40;

/** A very short page of a hot story: nine in ten hold one of forty sentences and one of their own, the tenth two of its own. */
export function hotArticleOf(number) {
  const c = new Chance(number * 17 + 3);
  const own = sentencesOf(number);
  const of = number % 10 === 0 ? own[2] : sentencesOf(5_000_000 + Math.floor(copied * c.next() ** 2))[0];
  return pageOf(number, c, [`${of} ${own[0]}`]);
}

function pageOf(number, c, paragraphs) {
  const outlet = c.of(outlets);
  const day = String(10 + c.below(18));
  return {
    name: `${String(number).padStart(5, "0")}.html`,
    page: `<!doctype html><html lang="en"><head><title>Ferries: report ${number} | ${outlet}</title><meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="2031-03-${day}"></head><body><nav><a href="/">Home</a></nav><article><h1>Ferries: report ${number}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article></body></html>`,
  };
}
