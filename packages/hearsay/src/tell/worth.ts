import type { Entity } from "../model/index.js";
import type { ReportCause, ReportCommitment, ReportStatement } from "./report.js";
import { foldWords } from "./words.js";

/** What of the records deserves a line in the brief; the record commands list all. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const pronouns = list(`i me we us you he him she her it they them this that these those which who whom whose what
  one some any many much few several others other another each every both either neither none all everyone someone
  anyone nobody everybody somebody anybody something anything nothing there here such so`);
const articles = list("the a an");
const asking = list("what which who whom whose when where why how whether");
const joining = list(`to on in at by for from with without of over under about after before during since until against
  into onto upon between among through as than that whether if while because although though so and or but nor
  what who whom which whose where when why how`);
const nobody = list("each every any no");
const auxiliaries = list(`is are was were be been being am has have had do does did will would shall should can could
  may might must not`);

const wordsOf = (text: string): string[] =>
  foldWords(text)
    .split(" ")
    .filter((word) => word !== "");

/** In words: what is longer is not a description but a sentence. */
const longestName = 12;

/** A name or description with a word of its own in it, and no question word at its head: "which", "the", "what officials" are nobody. */
export function isSomebody(text: string | null): boolean {
  const words = wordsOf(text ?? "");
  if (words.length === 0 || asking.has(words[0] ?? "")) return false;
  return (
    words.length <= longestName &&
    !nobody.has(words[0] ?? "") &&
    words.some((word) => !pronouns.has(word) && !articles.has(word))
  );
}

/** Statements less sure than this are in the records only. */
const leastStatement = 0.6;
/** Speech that continues in quotation marks is scored low and seldom wrong. */
const leastQuoted = 0.5;
const actors: ReadonlySet<Entity["kind"]> = new Set(["person", "body", "state", "group"]);

/** Acts on paper that say nothing by themselves: "signed a treaty" is an event. */
const signing = /\b(?:sign(?:s|ed|ing)?|oblig(?:es?|ed|ing))\b/i;

/** Somebody said it: a speech act of someone who is named or described, or a thought of someone named. */
export function isVoice(s: ReportStatement, kindOf: (entity: string) => Entity["kind"] | undefined): boolean {
  const { name, role, description, anonymous, collective, entity } = s.speaker;
  if (s.score < (s.kind === "direct" ? leastQuoted : leastStatement)) return false;
  if (!isSomebody(name ?? (description || role))) return false;
  if (s.kind !== "direct" && signing.test(s.cue.text)) return false;
  const kind = entity === null ? undefined : kindOf(entity);
  const inward = s.act === "thought" || s.act === "intention";
  if (inward) return name !== null && kind !== undefined && actors.has(kind);
  return name !== null || role !== null || anonymous || collective || s.kind !== "indirect";
}

/** Causes whose signal is no plain causal word are often wrong: less so where somebody is said to assert them. */
const leastCause = 0.7;
const leastAttributed = 0.4;

/** Both sides say something by themselves, and the article or somebody asserts the link; one word is enough for what somebody blames. */
export function isToldCause(cause: ReportCause): boolean {
  const { cause: from, effect, by, score } = cause;
  if (by !== "author" && !isSomebody(by)) return false;
  return (
    score >= (by === "author" ? leastCause : leastAttributed) &&
    isSide(from.text, by === "author" ? 2 : 1) &&
    isSide(effect.text, 2)
  );
}

/** So many words or more, whose first is no preposition, "to", auxiliary or pronoun. */
function isSide(text: string, fewest: number): boolean {
  const words = wordsOf(text);
  const first = words[0] ?? "";
  return words.length >= fewest && !joining.has(first) && !auxiliaries.has(first) && !pronouns.has(first);
}

/** Somebody's act towards somebody else or about something: both sides differ, and whoever acts is known or acts about something. */
export function isToldCommitment(c: ReportCommitment, party: (called: string | null) => string): boolean {
  const [by, to] = [party(c.by), party(c.to)];
  if (!isSomebody(c.by) || by === to) return false;
  const object = c.object !== null && isObject(c.object.text);
  if (!isEntity(by) && !isName(c.by)) return object && (c.to === null || wordsOf(c.by ?? "").length > 1);
  return object || (isEntity(to) && isName(c.to) && bilateral.has(c.status));
}

const isName = (party: string | null): boolean => /\p{Lu}/u.test(party ?? "");

/** What is done to somebody even where the words do not say what. */
const bilateral: ReadonlySet<ReportCommitment["status"]> = new Set(["delivered", "refused", "denied"]);

function isObject(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 1 && !pronouns.has(words[0] ?? "") && !asking.has(words[0] ?? "");
}

const entityMark = "id ";
const isEntity = (party: string): boolean => party.startsWith(entityMark);

/** What a party is called, by entity: its name or alias, alone or after a title; several parties in a list stay one text. */
export function parties(entities: readonly Entity[]): (called: string | null) => string {
  const byName = new Map<string, string>();
  for (const { id, kind, name, aliases } of entities)
    if (actors.has(kind))
      for (const one of [name, ...aliases]) byName.set(foldWords(one), byName.get(foldWords(one)) ?? id);
  return (called) => {
    const words = wordsOf((called ?? "").replace(/['’]s?\s*$/u, ""));
    const known = words.map((_, i) => byName.get(words.slice(i).join(" "))).find((id) => id !== undefined);
    return known === undefined ? words.join(" ") : `${entityMark}${known}`;
  };
}

const daysOf = (iso: string): number => Date.parse(iso.slice(0, 10)) / 86_400_000;

/** Known to a month or better, or to the calendar year that the article names. */
export function isDated({ earliest, latest }: { readonly earliest: string; readonly latest: string }): boolean {
  const year = earliest.slice(0, 4);
  const days = daysOf(latest) - daysOf(earliest);
  return days <= 31 || (earliest === `${year}-01-01` && latest === `${year}-12-31`) || earliest === year;
}
