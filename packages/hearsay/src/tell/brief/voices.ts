import { type Quote, Union } from "../../model/index.js";
import type { Line, Part, Section } from "../brief.js";
import { append, joinCopies } from "../copies.js";
import type { Phrase } from "../phrases.js";
import { compare } from "../records.js";
import type { ReportStatement } from "../report.js";
import { foldWords } from "../words.js";
import { isVoice } from "../worth.js";
import { alsoIn, onePerArticle } from "./claims.js";
import { memory } from "./distinct.js";
import {
  bounded,
  counted,
  date,
  joined,
  line,
  name,
  phrase,
  published,
  publishedKey,
  quoted,
  standalone,
  type Telling,
} from "./parts.js";
import { section } from "./section.js";

/** One utterance: the report that stands for it and its copies. */
export interface Utterance {
  readonly best: ReportStatement;
  readonly copies: readonly ReportStatement[];
}

export function voices(t: Telling): Section {
  const bySpeaker = new Map<string, Utterance[]>();
  for (const utterance of utterances(t)) append(bySpeaker, speakerKey(t, utterance.best), utterance);
  const speakers = [...bySpeaker]
    .map(([key, said]) => ({ key, said, prominence: prominence(t, said) }))
    .sort((a, b) => b.prominence - a.prominence || compare(a.key, b.key));
  const { shown, left } = bounded(speakers, 9);
  return section("voices", "Who said what", {
    note: [phrase("Direct quotations first. What is reported is in the outlet's words, not the speaker's.")],
    lines: shown.map(({ said }, i) => speakerLine(t, said, i < 4 ? 2 : 1)),
    left,
    command: "hearsay statements",
  });
}

/** Statements told once: a copy, or the same words of the same speaker, is not another statement. */
export function utterances(t: Telling): Utterance[] {
  const { statements, derivations } = t.records;
  const spoken = statements.filter((s) => substance(s) > 0 && isVoice(s, t.kindOf));
  const same = new Union(spoken.length);
  const tellings = spoken.flatMap((s) => {
    const at = s.content.parts[0];
    const key = speakerKey(t, s);
    return at === undefined ? [] : [{ at, words: `${key} ${foldWords(s.content.text)}`, sort: key, spoken: true }];
  });
  joinCopies(tellings, derivations, same);
  return same.groups().map((group) =>
    utterance(
      t,
      group.flatMap((i) => spoken[i] ?? []),
    ),
  );
}

const wordCount = (text: string): number => foldWords(text).split(" ").length;

/** The pieces that say something by themselves; all, when none does. */
function substantial({ content }: ReportStatement): readonly Quote[] {
  const long = content.parts.filter((p) => wordCount(p.text) > 2);
  return long.length > 0 ? long : content.parts;
}

/** 0: too few words to be shown without the sentence around them; 1: a phrase; 2: a clause or more. */
function substance({ content }: ReportStatement): number {
  const count = wordCount(content.text);
  return content.parts.length === 0 || count < 3 ? 0 : count < 6 ? 1 : 2;
}

const kindRank: Readonly<Record<ReportStatement["kind"], number>> = { direct: 0, mixed: 1, indirect: 2 };

function utterance(t: Telling, group: readonly ReportStatement[]): Utterance {
  const when = (s: ReportStatement): string => publishedKey(t, s.content.parts[0] ?? { article: s.article, start: 0 });
  const order = [...group].sort(
    (a, b) =>
      kindRank[a.kind] - kindRank[b.kind] ||
      compare(when(a), when(b)) ||
      compare(a.article, b.article) ||
      compare(a.id, b.id),
  );
  return { best: order[0] as ReportStatement, copies: order.slice(1) };
}

/** A named speaker is one across the story; an unnamed one only within an origin: two "officials" may be two people. */
function speakerKey(t: Telling, { speaker, article }: ReportStatement): string {
  const named = speaker.name !== null && !speaker.anonymous;
  if (named) return `name ${speaker.entity ?? foldWords(speaker.name ?? "")}`;
  return `role ${foldWords(speaker.description || (speaker.role ?? ""))} ${t.originOf(article)}`;
}

export const byProminence = (t: Telling, a: Utterance, b: Utterance): number =>
  prominence(t, [b]) - prominence(t, [a]) || compare(a.best.id, b.best.id);

/** Named persons with words of their own, told of by many origins, come first. */
function prominence(t: Telling, said: readonly Utterance[]): number {
  const reports = said.flatMap((u) => [u.best, ...u.copies]);
  const origins = new Set(reports.map((s) => t.originOf(s.article))).size;
  const speaker = fullestSpeaker(said);
  const person = speaker.entity !== null && t.kindOf(speaker.entity) === "person";
  const quotedWords = reports.some((s) => s.kind !== "indirect");
  const known = Number(speaker.name !== null) * 2 + Number(person) * 2 + Number(speaker.role !== null);
  return origins * 2 + Math.min(5, said.length) + known + Number(quotedWords) * 3;
}

function speakerLine(t: Telling, said: readonly Utterance[], limit: number): Line {
  const order = [...said].sort(
    (a, b) =>
      kindRank[a.best.kind] - kindRank[b.best.kind] ||
      b.copies.length - a.copies.length ||
      substance(b.best) - substance(a.best) ||
      b.best.score - a.best.score ||
      compare(a.best.id, b.best.id),
  );
  const seen = memory();
  const { shown, left } = bounded(
    order.filter((u) => !seen(sayingWords(t, u.best))),
    limit,
  );
  const lines = shown.map((u) => saying(t, u));
  const rest =
    left === 0 ? [] : [line(null, [], [phrase("and "), ...counted(left, " more statement", " more statements")])];
  const fullest = fullestSpeaker(said);
  return line(order[0]?.best.id ?? null, who(fullest), about(fullest), [...lines, ...rest]);
}

function fullestSpeaker(said: readonly Utterance[]): ReportStatement["speaker"] {
  const all = said.flatMap((u) => [u.best, ...u.copies]).map((s) => s.speaker);
  const fullness = (s: ReportStatement["speaker"]): number =>
    Number(s.name !== null) * 4 + Number(s.role !== null) * 2 + Number(s.affiliation !== null);
  return all.reduce((best, s) => (fullness(s) > fullness(best) ? s : best));
}

function who(speaker: ReportStatement["speaker"]): Part[] {
  if (speaker.name !== null && !speaker.anonymous) return [name(speaker.name)];
  const words = speaker.description || speaker.role;
  return [words ? name(words) : phrase("someone unnamed")];
}

function about(speaker: ReportStatement["speaker"]): Part[] {
  if (speaker.anonymous) return [phrase(" (unnamed)")];
  if (speaker.name === null) return [];
  const facts = [speaker.role, speaker.affiliation].filter((x): x is string => x !== null && x !== "");
  const told =
    facts[1] !== undefined && foldWords(facts[0] ?? "").includes(foldWords(facts[1])) ? facts.slice(0, 1) : facts;
  return told.flatMap((f) => [phrase(", "), name(f)]);
}

const speech: Readonly<Record<ReportStatement["kind"], Phrase>> = {
  direct: "said: ",
  indirect: "reported: ",
  mixed: "reported, partly in their own words: ",
};
const acts: Readonly<Record<Exclude<ReportStatement["act"], "speech">, Phrase>> = {
  thought: "reported to think: ",
  intention: "reported to intend: ",
  document: "writes: ",
  question: "asked: ",
  refusal: "would not comment: ",
  denial: "denied: ",
};

const sayingWords = (t: Telling, s: ReportStatement): string =>
  shownWords(t, s)
    .map((p) => p.text)
    .join(" ");

export function saying(t: Telling, { best, copies }: Utterance): Line {
  const places = shownWords(t, best);
  const isPartly = best.kind === "direct" && places.some((p) => /["“”]/.test(p.text) && p.text.length > longest(best));
  const verb = best.act === "speech" ? speech[isPartly ? "mixed" : best.kind] : acts[best.act];
  const pieces = joined(
    places.map((p) => quoted(t, p, 160, focusOf(best, p))),
    " … ",
  );
  const others = onePerArticle(copies.filter((c) => c.article !== best.article)).flatMap((c) => {
    const span = c.content.parts[0];
    return span === undefined ? [] : [{ article: c.article, span }];
  });
  const where = [...published(t, best.content.parts[0] ?? best.article), ...circumstances(best)];
  const not = best.negated ? [phrase("(negated) ")] : [];
  return line(best.id, [], [...not, phrase(verb), ...pieces, phrase(" — "), ...where, ...alsoIn(t, others)]);
}

/** Where in a place what was said begins: of a long sentence the part around it is shown. */
const focusOf = ({ content }: ReportStatement, place: Quote): number =>
  content.parts.find(({ start }) => place.start <= start && start < place.end)?.start ?? place.start;

/** The words to show: a speaker's own as they are, an outlet's with their sentence where they cannot stand alone. */
function shownWords(t: Telling, statement: ReportStatement): Quote[] {
  const pieces = substantial(statement).slice(0, 4);
  const isOwn = (p: Quote): boolean => statement.kind === "direct" && !/^\p{Ll}/u.test(p.text);
  // A piece of a quotation without its subject is shown in its sentence, unless the piece before it begins that sentence.
  const follows = (p: Quote, i: number): boolean => {
    const before = pieces[i - 1];
    return before !== undefined && isOwn(before) && standalone(t, p).start <= before.start;
  };
  const places = pieces.map((p, i) => (isOwn(p) || follows(p, i) ? p : withoutMarks(standalone(t, p))));
  return [...new Map(places.map((p) => [p.start, p])).values()];
}

/** A sentence that is one quotation, without its marks. */
function withoutMarks(place: Quote): Quote {
  const [, lead = "", inner] = /^(\s*["“])([^"“”]+)["”]\s*$/.exec(place.text) ?? [];
  if (inner === undefined) return place;
  const start = place.start + lead.length;
  return { article: place.article, start, end: start + inner.length, text: inner };
}

const longest = ({ content }: ReportStatement): number => Math.max(0, ...content.parts.map(({ text }) => text.length));

function circumstances(s: ReportStatement): Part[] {
  const to = s.addressee === null ? [] : [phrase(", to "), name(s.addressee)];
  const at = s.venue === null ? [] : [phrase(", at "), name(s.venue)];
  const on = s.when === null ? [] : [phrase(", dated "), date(s.when)];
  return [...to, ...at, ...on];
}
