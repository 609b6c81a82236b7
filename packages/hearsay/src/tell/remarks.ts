import { type Interval, Union } from "../model/index.js";
import { append } from "./copies.js";
import { compare } from "./records.js";
import type { Remark, RemarkReport, ReportArticle, ReportDerivation, ReportStatement } from "./report.js";
import { alignedWords, type Difference, differences, type Word, wordsOf } from "./wording.js";

interface Input {
  readonly statements: readonly ReportStatement[];
  readonly articles: readonly ReportArticle[];
  readonly derivations: readonly ReportDerivation[];
}

/** Words in common by words of the shorter telling, from which on two tellings are one remark. */
const ALIKE = 0.6;
/** As much for articles of which one comes from the other: there the words were changed on the way. */
const ALIKE_BY_DESCENT = 0.4;
/** Words that carry meaning, in common at least. */
const LEAST_COMMON = 3;
/** A word that more tellings of one speaker share does not help to find those alike. */
const TOO_COMMON = 60;

/** A telling with what is compared of it. */
interface Telling {
  readonly statement: ReportStatement;
  readonly words: readonly Word[];
  /** Its words that carry meaning. */
  readonly heavy: ReadonlySet<string>;
  readonly speaker: string;
  readonly order: number;
}

/** What two or more articles report of one remark: the same speaker, words that align. In order of first publication. */
export function remarks({ statements, articles, derivations }: Input): Remark[] {
  const order = new Map(articles.map((a, i) => [a.id, i]));
  const tellings = statements.flatMap((s) => tellingOf(s, order.get(s.article) ?? articles.length));
  const links = new Links(derivations);
  const together = new Union(tellings.length);
  const inGroup = tellings.map((t) => new Set([t.statement.article]));
  for (const { a, b } of alikePairs(tellings, links)) {
    const [x, y] = [together.find(a), together.find(b)];
    if (x === y || [...inGroup[x]!].some((article) => inGroup[y]!.has(article))) continue;
    together.join(x, y);
    const members = new Set([...inGroup[x]!, ...inGroup[y]!]);
    inGroup[together.find(x)] = members;
  }
  const texts = new Map(articles.map((a) => [a.id, a.text]));
  const read = new Map<string, string>();
  const textOf = (article: string): string => {
    const words = read.get(article) ?? wordsIn(texts.get(article) ?? "");
    read.set(article, words);
    return words;
  };
  return together
    .groups()
    .filter((group) => group.length > 1)
    .map((group) =>
      remarkOf(
        group.map((i) => tellings[i]!),
        links,
        textOf,
      ),
    )
    .sort((a, b) => compare(a.id, b.id));
}

function tellingOf(statement: ReportStatement, order: number): Telling[] {
  const words = wordsOf(statement.content.text);
  const heavy = new Set(
    words.map((w) => w.fold).filter((word) => !light.has(word) && (word.length > 1 || /\p{N}/u.test(word))),
  );
  const speaker = speakerKey(statement);
  return heavy.size === 0 || speaker === "" ? [] : [{ statement, words, heavy, speaker, order }];
}

const light = new Set(
  `a an the and or but of in on at to for from by with as is are was were be been has have had will would can could
  it its he she they we i you his her their our my this that these those not no do does did than then there which who`
    .split(/\s+/)
    .filter(Boolean),
);

/** Who speaks, so far as that is the same in every article; unnamed sources are told apart by articles, not names. */
function speakerKey({ speaker, act }: ReportStatement): string {
  if (act === "question" || act === "refusal") return "";
  if (speaker.entity !== null && !speaker.anonymous && speaker.name !== null) return speaker.entity;
  return speaker.description === "" ? "" : "unnamed";
}

/** Which articles come from which, and how. */
class Links {
  private readonly kinds = new Map<string, ReportDerivation["kind"]>();
  private readonly next = new Map<string, string[]>();

  constructor(derivations: readonly ReportDerivation[]) {
    for (const { source, derived, kind } of derivations) {
      if (source === null || kind === "cites") continue;
      this.kinds.set(`${derived} ${source}`, kind);
      append(this.next, source, derived);
      append(this.next, derived, source);
    }
  }

  /** One comes from the other, or both from a third. */
  between(a: string, b: string): boolean {
    const near = this.next.get(a) ?? [];
    return near.includes(b) || near.some((c) => (this.next.get(c) ?? []).includes(b));
  }

  /** What the words went through between two articles. */
  through(a: string, b: string): RemarkReport["through"] {
    const kind = this.kinds.get(`${a} ${b}`) ?? this.kinds.get(`${b} ${a}`);
    return kind === "translation" || kind === "spun" ? kind : null;
  }
}

/** Pairs of tellings of one remark, the most alike first. */
function alikePairs(tellings: readonly Telling[], links: Links): { a: number; b: number }[] {
  const bySpeaker = new Map<string, Map<string, number[]>>();
  for (const [i, { speaker, heavy }] of tellings.entries()) {
    const byWord = bySpeaker.get(speaker) ?? new Map<string, number[]>();
    bySpeaker.set(speaker, byWord);
    for (const word of heavy) append(byWord, word, i);
  }
  const common = new Map<number, number>();
  for (const list of [...bySpeaker.values()].flatMap((byWord) => [...byWord.values()])) {
    if (list.length > TOO_COMMON) continue;
    for (let k = 1; k < list.length; k++)
      for (let l = 0; l < k; l++) {
        const key = list[l]! * tellings.length + list[k]!;
        common.set(key, (common.get(key) ?? 0) + 1);
      }
  }
  const pairs: { a: number; b: number; share: number }[] = [];
  for (const [key, n] of common) {
    const [a, b] = [Math.floor(key / tellings.length), key % tellings.length];
    const [x, y] = [tellings[a]!, tellings[b]!];
    const least = Math.min(x.heavy.size, y.heavy.size);
    if (x.statement.article === y.statement.article || n < Math.min(LEAST_COMMON, least) || n * 3 < least) continue;
    const share = alike(x, y, links.between(x.statement.article, y.statement.article));
    if (share > 0) pairs.push({ a, b, share });
  }
  return pairs.sort((p, q) => q.share - p.share || p.a - q.a || p.b - q.b);
}

/** The share of the shorter telling's words that align in order; 0 when the two are not one remark. */
function alike(x: Telling, y: Telling, linked: boolean): number {
  if (!linked && (x.speaker === "unnamed" || !sameTime(x.statement.when, y.statement.when))) return 0;
  if (x.statement.negated !== y.statement.negated) return 0;
  const pairs = alignedWords(x.words, y.words);
  const heavy = pairs.filter(([i]) => x.heavy.has(x.words[i]!.fold)).length;
  const least = Math.min(x.heavy.size, y.heavy.size);
  if (heavy < Math.min(LEAST_COMMON, least) || (least < LEAST_COMMON && !linked)) return 0;
  const share = heavy / least;
  const quoted = x.statement.kind === "direct" && y.statement.kind === "direct";
  if (!linked && !quoted && otherNumbers(x, y)) return 0;
  return share >= (linked ? ALIKE_BY_DESCENT : ALIKE) ? share : 0;
}

const sameTime = (a: Interval | null, b: Interval | null): boolean =>
  a === null ||
  b === null ||
  (a.earliest.slice(0, 10) <= b.latest.slice(0, 10) && b.earliest.slice(0, 10) <= a.latest.slice(0, 10));

const number =
  /\p{N}|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|dozens?)$/u;

/** Figures that differ, outside quotation marks and between strangers, make two remarks. */
function otherNumbers(x: Telling, y: Telling): boolean {
  const numbers = (t: Telling) => [...t.heavy].filter((word) => number.test(word));
  const [a, b] = [numbers(x), numbers(y)];
  return a.some((n) => !b.includes(n)) && b.some((n) => !a.includes(n));
}

/** The words of an article, for finding others in. */
type TextOf = (article: string) => string;

function remarkOf(group: readonly Telling[], links: Links, textOf: TextOf): Remark {
  const inOrder = [...group].sort((a, b) => a.order - b.order || compare(a.statement.id, b.statement.id));
  const base = baseOf(inOrder, links);
  const { speaker, id } = base.statement;
  return {
    id: `said-${id}`,
    speaker: fullName(group) ?? speaker.description,
    entity: speaker.entity,
    base: id,
    reports: inOrder.map((t) => reportOf(t, base, links, textOf)),
  };
}

/** Of "Berg" in one article and "Anna Berg" in another the longer. */
function fullName(group: readonly Telling[]): string | null {
  const names = group.flatMap((t) => t.statement.speaker.name ?? []);
  return [...names].sort((a, b) => b.length - a.length || compare(a, b))[0] ?? null;
}

/** What the others are compared with: words in quotation marks before words retold, own before translated or spun, then the fullest. */
function baseOf(group: readonly Telling[], links: Links): Telling {
  const changed = (t: Telling) =>
    group.filter((o) => o.order < t.order && links.through(t.statement.article, o.statement.article) !== null).length;
  const rank = (t: Telling) => (t.statement.kind === "direct" ? 0 : t.statement.kind === "mixed" ? 1 : 2);
  return [...group].sort(
    (a, b) =>
      Math.sign(changed(a)) - Math.sign(changed(b)) ||
      rank(a) - rank(b) ||
      b.words.length - a.words.length ||
      a.order - b.order,
  )[0]!;
}

function reportOf(t: Telling, base: Telling, links: Links, textOf: TextOf): RemarkReport {
  const { id, article, content } = t.statement;
  const through = t === base ? null : links.through(article, base.statement.article);
  if (t === base) return { statement: id, article, wording: "fullest", through, marked: false, differences: [] };
  const found = differences(base.statement.content.text, content.text);
  // Words that the article has elsewhere were not left out: they stand in another statement.
  const dropped = found.filter((d) => d.kind === "dropped" && !isElsewhere(d, () => textOf(article)));
  const added = found.filter((d) => d.kind === "added");
  const wording = wordingOf(t, base, dropped, added);
  return {
    statement: id,
    article,
    wording,
    through,
    marked: wording === "shortened" && /…|\.\.\./u.test(content.parts.map((p) => p.text).join(" ")),
    differences: found,
  };
}

/** So many words in a row that stand elsewhere are taken to be the same ones. */
const LEAST_ELSEWHERE = 3;

function isElsewhere({ text }: Difference, article: () => string): boolean {
  const words = wordsOf(text);
  return words.length >= LEAST_ELSEWHERE && article().includes(` ${words.map((w) => w.fold).join(" ")} `);
}

const wordsIn = (text: string): string =>
  ` ${wordsOf(text, Number.POSITIVE_INFINITY)
    .map((w) => w.fold)
    .join(" ")} `;

function wordingOf(
  t: Telling,
  base: Telling,
  dropped: readonly Difference[],
  added: readonly Difference[],
): RemarkReport["wording"] {
  if (dropped.length === 0 && added.length === 0) return "same";
  const quoted = t.statement.kind === "direct" && base.statement.kind === "direct";
  if (!quoted) return "retold";
  return added.length === 0 ? "shortened" : "changed";
}
