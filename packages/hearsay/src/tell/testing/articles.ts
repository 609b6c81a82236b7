import { type Article, noEvidence, type Quote, quote, type Removed, type Span, span } from "../../model/index.js";

/** An invented story, small but with every case a report must tell: two ferries collide in the invented strait of Oresk. */

const none = {
  url: null,
  deck: null,
  publishedWithin: null,
  modified: null,
  agency: null,
  translatedFrom: null,
  firstPublishedIn: null,
  section: null,
};

function article(
  id: string,
  outlet: string | null,
  published: string | null,
  title: string,
  text: string,
  more: Partial<Article> = {},
): Article {
  return {
    ...none,
    id,
    file: `ferry/${id}.txt`,
    title,
    authors: [],
    outlet,
    published,
    language: "en",
    text,
    removed: [],
    entries: [],
    evidence: noEvidence,
    ...more,
  };
}

const removed = (text: string, reason: Removed["reason"]): Removed => ({ text, reason, at: 0 });

const wireText = `Two passenger ferries collided in the strait of Oresk on Tuesday morning. At least 14 people were killed, the Oresk coast guard said.

"We are still pulling survivors out of the water," Captain Ilse Brandt, the coast guard's commander, told reporters in Port Salm.

The operator Norvia Lines promised to pay for the treatment of every passenger. Fog caused the collision, Captain Brandt said.`;

export const articles: readonly Article[] = [
  article("wire", "Salm Wire", "2031-03-04T09:40", "Ferries collide off Oresk", wireText, {
    authors: ["Salm Wire"],
    removed: [removed("Menu Home World Sport", "navigation"), removed("We use cookies. Accept?", "cookies")],
  }),
  article("copy", "Daily Pilot", "2031-03-04T15:05", "Ferries collide off Oresk", wireText, { agency: "Salm Wire" }),
  article(
    "spun",
    "24 Sea News",
    "2031-03-05",
    "Boats smash off <b>Oresk</b>",
    `Two traveller boats crashed in the narrow of Oresk on Tuesday dawn. At least 14 folks were slain, the Oresk shore watch stated.

See [our offer](javascript:alert(1)) & <script>alert("x")</script> | $5 *today* \u001b[31m\u202e only.`,
  ),
  article(
    "harbour",
    "Harbour Post",
    "2031-03-05",
    "Toll rises to 21",
    `The number of dead has risen to 21, the health ministry announced on Wednesday. The ferries met at full speed in the strait of Oresk, two survivors told the Harbour Post.

"Nobody slowed down," said a deckhand who asked not to be named. Norvia Lines denied that its vessel had been speeding.

The union of seafarers demanded an inquiry before 1 April. Without new radar another collision would follow, the union warned.`,
  ),
  article(
    "inland",
    "Inland Courier",
    null,
    "Ministry and union at odds",
    `Rescuers counted 35 dead in the strait of Oresk, according to the union of seafarers. The transport ministry refused to open an inquiry.

As Salm Wire first reported, fog caused the collision. New radar would prevent collisions, minister Otto Kray wrote in a letter to parliament.`,
    { publishedWithin: { earliest: "2031-03-06", latest: "2031-03-08" } },
  ),
  article(
    "blog",
    null,
    "2031-03-07",
    "",
    `The Harbour Post says the ferries met at full speed. Kray will travel to Port Salm next week, a person close to the ministry said.`,
    { file: "ferry/notes from the quay.txt" },
  ),
];

export const texts = new Map(articles.map((a) => [a.id, a.text]));

/** The place of words in an article; throws when they are not there. */
export function at(id: string, words: string, nth = 0): Span {
  const text = texts.get(id) ?? "";
  let start = text.indexOf(words);
  for (let i = 0; i < nth && start >= 0; i++) start = text.indexOf(words, start + 1);
  return span(id, start, start + words.length);
}
export const cut = (id: string, words: string): Quote => quote(at(id, words), texts.get(id) ?? "");
