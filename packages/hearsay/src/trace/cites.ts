import type { Derivation, Passage } from "../model/index.js";
import type { Citation } from "./citations.js";
import { dateRange } from "./direction.js";
import type { Fingerprint } from "./fingerprint.js";
import type { Library } from "./library.js";
import { outletFit, outletKey } from "./outlets.js";
import { wordClass } from "./words.js";

/** An article that names an outlet as the source of what it says, resolved as far as the set allows. */
export function citedBy(library: Library, textual: readonly Derivation[]): Derivation[] {
  const outlets = outletsOf(library);
  const copied = copiedPassages(textual);
  return library.articles.flatMap((article, i) => citesIn(library, i, article, outlets, copied.get(article.id) ?? []));
}

interface OutletEntry {
  readonly name: string;
  readonly articles: number[];
}

function outletsOf(library: Library): OutletEntry[] {
  const entries = new Map<string, OutletEntry>();
  library.articles.forEach(({ outlet }, i) => {
    if (outlet === null) return;
    const key = outletKey(outlet);
    const entry = entries.get(key);
    if (entry === undefined) entries.set(key, { name: outlet, articles: [i] });
    else entry.articles.push(i);
  });
  return [...entries.values()];
}

/** What each article took over from others. */
function copiedPassages(textual: readonly Derivation[]): Map<string, Passage[]> {
  const copied = new Map<string, Passage[]>();
  for (const { derived, passages } of textual) copied.set(derived, [...(copied.get(derived) ?? []), ...passages]);
  return copied;
}

/** A citation that was taken over with the passage around it is the source's citing, not this article's. */
function takenOver(citation: Citation, copied: readonly Passage[]): boolean {
  return copied.some(
    ({ derived, source }) =>
      derived.start <= citation.nameStart && citation.nameEnd <= derived.end && source?.text.includes(citation.name),
  );
}

function citesIn(
  library: Library,
  at: number,
  article: Fingerprint,
  outlets: readonly OutletEntry[],
  copied: readonly Passage[],
): Derivation[] {
  const found = new Map<string, Derivation>();
  for (const citation of article.citations) {
    if (takenOver(citation, copied)) continue;
    const cited = resolve(library, at, citation, outlets);
    if (cited === null) continue;
    const key = cited.source ?? `outlet ${outletKey(cited.outlet)}`;
    const earlier = found.get(key);
    found.set(
      key,
      earlier === undefined ? derivationOf(article, citation, cited) : withPassage(earlier, article, citation),
    );
  }
  return [...found.values()];
}

function derivationOf(article: Fingerprint, citation: Citation, cited: Cited): Derivation {
  return {
    derived: article.id,
    source: cited.source,
    outlet: cited.outlet,
    kind: "cites",
    score: 1,
    probability: 1,
    direction: "known",
    reasons: ["names the source", ...cited.reasons],
    passages: [passageOf(article, citation)],
  };
}

const withPassage = (d: Derivation, article: Fingerprint, citation: Citation): Derivation => ({
  ...d,
  passages: [...d.passages, passageOf(article, citation)],
});

function passageOf(article: Fingerprint, { start, end }: Citation) {
  return { derived: { article: article.id, start, end, text: article.text.slice(start, end) }, source: null };
}

interface Cited {
  readonly source: string | null;
  readonly outlet: string;
  readonly reasons: readonly string[];
}

/** The article cited, the outlet alone when it is outside the set, or null when no outlet is cited. */
function resolve(library: Library, at: number, citation: Citation, outlets: readonly OutletEntry[]): Cited | null {
  const own = library.articles[at]!.outlet;
  if (own !== null && outletFit(citation.name, own) >= 2) return null;
  const fits = outlets
    .map((entry) => ({ entry, fit: outletFit(citation.name, entry.name) }))
    .filter(({ fit }) => fit >= leastFit(citation));
  const best = Math.max(0, ...fits.map(({ fit }) => fit));
  const articles = fits.filter(({ fit }) => fit === best).flatMap(({ entry }) => entry.articles);
  const source = bestArticle(library, at, citation, articles, best);
  if (source !== null)
    return { source: library.articles[source.article]!.id, outlet: citation.name, reasons: source.reasons };
  const outside = citation.likeness === 2 || (citation.likeness === 1 && citation.reporting);
  return outside ? { source: null, outlet: citation.name, reasons: [] } : null;
}

/** A cue that says nothing of reporting ("told Ravenna") must name an outlet fully, or by a name that is plainly one's. */
function leastFit({ likeness, reporting }: Citation): number {
  if (likeness === 2 || reporting) return 1;
  return likeness === 1 ? 2 : 3;
}

interface Fit {
  readonly article: number;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** A short code alone is no name: its article must also say what is cited. */
const contentForCode = 0.3;
/** Enough that the article says what is cited, or that it is about the same things at all. */
const contentAlone = 0.5;
const sameTopic = 0.06;

/** Of an outlet's articles the one that says what is cited, has the date named, and did not come later. */
function bestArticle(
  library: Library,
  at: number,
  citation: Citation,
  articles: readonly number[],
  fit: number,
): Fit | null {
  const wanted = wantedIn(library, at, citation);
  let best: Fit | null = null;
  for (const article of promising(library, at, citation, articles, wanted)) {
    // All further ones can reach less.
    if (best !== null && article.most < best.score) break;
    const content = sharedContent(library, article.article, wanted);
    const { dated, topic } = article;
    const told = (fit > 1 && dated) || content >= contentAlone || topic >= sameTopic;
    const score = 2 * content + article.beside;
    if (!told || (fit <= 1 && content < contentForCode)) continue;
    if (best !== null && (score < best.score || (score === best.score && article.article < best.article))) continue;
    const reasons = [...(content >= 0.4 ? ["says what is cited"] : []), ...(dated ? ["has the date named"] : [])];
    best = { article: article.article, score, reasons };
  }
  return best;
}

/** The articles with what can be told of them without reading them, and the most they can score; in that order. */
function promising(
  library: Library,
  at: number,
  citation: Citation,
  articles: readonly number[],
  wanted: ReadonlyMap<number, number>,
) {
  return articles
    .filter((article) => article !== at)
    .map((article) => {
      const dated = namesDate(library.articles[at]!, citation, library.articles[article]!);
      const later = cameLater(library.articles[article]!, library.articles[at]!);
      const topic = library.likeness(at, article);
      const beside = topic + (dated ? 1 : 0) - (later ? 1 : 0);
      return { article, dated, topic, beside, most: 2 * shareIn(wanted, library.stems(article)) + beside };
    })
    .sort((x, y) => y.most - x.most || y.article - x.article);
}

/** The citing sentence's names, numbers and content words, the words that cite left out, by what they tell. */
function wantedIn(library: Library, at: number, citation: Citation): ReadonlyMap<number, number> {
  const citing = library.reading(at);
  const wanted = new Map<number, number>();
  const wordAt = citing.start.findIndex((start) => start >= citation.nameStart);
  if (wordAt === -1) return wanted;
  const range = citing.sentences[citing.sentenceOf[wordAt]!]!;
  for (let i = range.first; i < range.last; i++) {
    const inCitation = citing.start[i]! >= citation.start && citing.end[i]! <= citation.end;
    if (citing.kind[i] === wordClass.stop || inCitation) continue;
    wanted.set(citing.stem[i]!, library.storyWords.information(citing.stem[i]!) + 0.1);
  }
  return wanted;
}

/** Share of what is wanted that one sentence of the article has. */
function sharedContent(library: Library, article: number, wanted: ReadonlyMap<number, number>): number {
  const { sentences, stem } = library.reading(article);
  return Math.max(0, ...sentences.map(({ first, last }) => shareIn(wanted, new Set(stem.subarray(first, last)))));
}

function shareIn(wanted: ReadonlyMap<number, number>, stems: ReadonlySet<number>): number {
  let [had, total] = [0, 0];
  for (const [stem, weight] of wanted) {
    total += weight;
    if (stems.has(stem)) had += weight;
  }
  return total === 0 ? 0 : had / total;
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const weekdays = "sun mon tue wed thu fri sat".split(" ");

/** The citing sentence gives the day on which the article appeared: "on 12 June", "last Friday". */
function namesDate(citing: Fingerprint, citation: Citation, cited: Fingerprint): boolean {
  const day = /^(\d{4})-(\d\d)-(\d\d)/u.exec(cited.date ?? "");
  if (day === null) return false;
  const near = citing.text.slice(Math.max(0, citation.start - 60), citation.end + 60).toLowerCase();
  const number = String(Number(day[3]));
  const month = months[Number(day[2]) - 1]!;
  if (new RegExp(`\\b(?:${month}\\w*\\.?\\s${number}|${number}\\s${month})`, "u").test(near)) return true;
  const weekday = weekdays[new Date(`${day[0]}T00:00:00Z`).getUTCDay()]!;
  return new RegExp(`\\b${weekday}\\w*day\\b`, "u").test(near) && withinDays(cited, citing, 8);
}

function withinDays(earlier: Fingerprint, later: Fingerprint, days: number): boolean {
  const [x, y] = [dateRange(earlier), dateRange(later)];
  return x !== null && y !== null && y.latest >= x.earliest && y.earliest - x.latest <= days * 24;
}

function cameLater(article: Fingerprint, than: Fingerprint): boolean {
  const [x, y] = [dateRange(article), dateRange(than)];
  return x !== null && y !== null && x.earliest > y.latest;
}
