import { type Entity, isRelational, type Mention, type Speaker } from "../../model/index.js";
import { actOf } from "./acts.js";
import type { Cast } from "./cast.js";
import type { Attribution } from "./decode.js";
import { firstPerson } from "./first-person.js";
import { agentBehind, antecedent, inferredSource, isAsked, isOwner } from "./implied-sources.js";
import type { Page } from "./page.js";
import { roleInOwnRight } from "./relations.js";
import { beginningIn, rangesOf } from "./spans.js";

/** Who spoke before, for "he added" and quotations without a cue. */
export interface Previous {
  readonly speaker: Speaker;
  readonly entity: Entity | null;
  readonly paragraph: number;
  /** Offset at which its last word ends. */
  readonly end: number;
}

export const unknown: Speaker = {
  entity: null,
  name: null,
  role: null,
  affiliation: null,
  anonymous: false,
  collective: false,
  description: "",
};

/** The speaker of an attribution: the entity its source's head names, or the words of the source. */
export function speakerOf(page: Page, a: Attribution, cast: Cast, previous: Previous | null): Speaker {
  const given = isAsked(page, a) && page.lower[a.source[0]! - 1] !== "by" ? [] : a.source;
  const tokens = given.length > 0 ? antecedent(page, given) : inferredSource(page, a, cast.mentions);
  if (tokens.length === 0) return (isQuoted(page, a) ? nearby(page, a, previous) : null) ?? unknown;
  const ranges = rangesOf(page, tokens);
  const description = ranges.map((r) => page.text.slice(r.start, r.end).replace(/\s+/g, " ")).join(" … ");
  const self = firstPerson(page, tokens, cast.voice, description, actOf(page, a));
  if (self) return self;
  const named = pronounAgain(page, a, tokens, cast, previous) ?? entityOf(page, tokens, cast);
  const entity = named ?? entityOf(page, agentBehind(page, a), cast);
  if (entity) return known(entity, cast, description);
  return oneOf(page, tokens, previous, description) ?? { ...unknown, description, collective: isPlural(page, tokens) };
}

const isQuoted = (page: Page, a: Attribution): boolean => a.content.length > 0 && page.quote[a.content[0]!]! > 0;

function nearby(page: Page, a: Attribution, previous: Previous | null): Speaker | null {
  return previous && page.paragraph[a.head]! - previous.paragraph <= 1 ? previous.speaker : null;
}

const pickers = new Set([
  "one",
  "another",
  "both",
  "some",
  "others",
  "two",
  "several",
  "many",
  "most",
  "all",
  "other",
  "first",
  "second",
]);

/** "One described the message": one of those who spoke before. */
function oneOf(page: Page, tokens: readonly number[], previous: Previous | null, description: string): Speaker | null {
  if (previous?.entity?.kind !== "group" || !pickers.has(page.lower[headOf(page, tokens)]!)) return null;
  const { anonymous, role, affiliation } = previous.speaker;
  return { ...unknown, anonymous, affiliation, role, description };
}

const genders: Readonly<Record<string, "f" | "m">> = { he: "m", she: "f" };

/** "He added": the one who spoke last, if that can be. */
function pronounAgain(
  page: Page,
  a: Attribution,
  tokens: readonly number[],
  cast: Cast,
  previous: Previous | null,
): Entity | null {
  const gender = tokens.length === 1 ? genders[page.lower[tokens[0]!]!] : undefined;
  const before = previous?.entity;
  if (!gender || !before || !(before.kind === "person" || (before.kind === "other" && isSurname(before)))) return null;
  const close = page.paragraph[tokens[0]!]! - previous.paragraph <= 1;
  if (!close || (before.gender !== null && before.gender !== gender)) return null;
  return someoneSince(page, a, tokens[0]!, gender, cast, previous) ? null : before;
}

/** One word of unknown kind that spoke and goes on as "she" was a surname. */
const isSurname = (entity: Entity): boolean => /^\p{Lu}[\p{L}'’-]+$/u.test(entity.name);

/** The mention is part of what is said. */
const said = (page: Page, a: Attribution, m: Mention): boolean =>
  a.content.some((t) => page.start[t]! < m.end && m.start < page.end[t]!);

/** Someone else whom the pronoun fits was named after the last words of the previous statement. */
function someoneSince(
  page: Page,
  a: Attribution,
  token: number,
  gender: "f" | "m",
  cast: Cast,
  previous: Previous,
): boolean {
  return beginningIn(cast.mentions, previous.end, page.start[token]!).some((m) => {
    if (m.form === "pronoun" || m.end > page.start[token]! || said(page, a, m)) return false;
    const entity = m.entity === null ? undefined : cast.entities.get(m.entity);
    return (
      entity?.kind === "person" && entity !== previous.entity && (entity.gender === null || entity.gender === gender)
    );
  });
}

/** The entity of the mention at the head of the source; a person's name beats the role beside it. */
function entityOf(page: Page, tokens: readonly number[], cast: Cast): Entity | null {
  if (tokens.length === 0) return null;
  const to = page.end[tokens.at(-1)!]!;
  const from = nameAround(cast, page.start[tokens[0]!]!)?.start ?? page.start[tokens[0]!]!;
  const inside = beginningIn(cast.mentions, from - 1, to).filter((m) => m.entity !== null && from < m.end);
  const person = inside.find((m) => isHeadPerson(page, m, from, cast));
  const head = headOf(page, tokens);
  const covering = inside.filter((m) => m.start <= page.start[head]! && page.end[head]! <= m.end);
  const longest = [...covering].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
  const beside =
    longest?.form === "description"
      ? [...inside, ...beginningIn(cast.mentions, to, to + 8)].find((m) => isApposed(page, longest, m, cast))
      : undefined;
  // "Some in Norland": who is among or of a name is not it.
  const common = ["NOUN", "ADJ", "DET", "PRON"].includes(page.upos[head]!);
  const opening = inside.find((m) => m.form === "description" && Math.abs(m.start - from) <= 1);
  const named = longest?.form === "name" && !isOwner(page, longest) ? longest : undefined;
  const chosen =
    named ??
    person ??
    beside ??
    longest ??
    opening ??
    personBehind(page, to, cast) ??
    (common ? undefined : inside.find((m) => m.form !== "pronoun" && !isOwner(page, m)));
  const agent =
    chosen ?? inside.find((m) => m.form === "name" && /\bby\s(?:the\s)?$/i.test(page.text.slice(from, m.start)));
  return agent ? (cast.entities.get(agent.entity!) ?? null) : null;
}

/** The name that an offset is inside of: of "Tillen-Ashe" a source may have only the last part. */
const nameAround = (cast: Cast, at: number): Mention | undefined =>
  beginningIn(cast.mentions, at - cast.longest, at).find((m) => m.form === "name" && m.entity !== null && at < m.end);

const governors = new Set([
  "of",
  "for",
  "to",
  "by",
  "with",
  "from",
  "at",
  "in",
  "on",
  "under",
  "against",
  "about",
  "near",
  "behind",
]);

/** A person's name that is not what a preposition of the source governs and owns nothing: "aides to Roe", "Roe's aide". */
function isHeadPerson(page: Page, m: Mention, from: number, cast: Cast): boolean {
  const entity = cast.entities.get(m.entity!);
  if (m.form !== "name" || entity?.kind !== "person" || isOwner(page, m)) return false;
  const before = page.text.slice(from, m.start).toLowerCase();
  const last = before.split(/[,()–—]/).at(-1) ?? "";
  const words = last.match(/\p{L}+/gu) ?? [];
  const governed = words.findLastIndex((w) => governors.has(w));
  return governed < 0 || (governed < words.length - 2 && /(?:man|woman|er|or|ist|ry|ent)$/.test(words.at(-1)!));
}

/** "The local paper, the Harbour Post": the name right after the description, of the same kind. Never for an unnamed source. */
function isApposed(page: Page, description: Mention, m: Mention, cast: Cast): boolean {
  const [described, named] = [cast.entities.get(description.entity!), cast.entities.get(m.entity!)];
  if (m.form !== "name" || m.start < description.end || !described || described.anonymous) return false;
  const between = page.text.slice(description.end, m.start);
  return described.kind === named?.kind && /^,\s(?:the\s)?$/i.test(between);
}

/** A person's name between commas right behind a source that is only a role: "The Minister of Energy, Ada Roe, told". */
function personBehind(page: Page, to: number, cast: Cast): Mention | undefined {
  if (!/^,\s/.test(page.text.slice(to, to + 2))) return undefined;
  return beginningIn(cast.mentions, to + 1, to + 3).find(
    (m) => m.form === "name" && page.text[m.end] === "," && cast.entities.get(m.entity ?? "")?.kind === "person",
  );
}

function headOf(page: Page, tokens: readonly number[]): number {
  const inside = new Set(tokens);
  return tokens.find((t) => !inside.has(page.head[t]!)) ?? tokens[0]!;
}

const isPlural = (page: Page, tokens: readonly number[]): boolean => /^NNP?S$/.test(page.xpos[headOf(page, tokens)]!);

function known(entity: Entity, cast: Cast, description: string): Speaker {
  const called = !entity.anonymous && (cast.named.has(entity.id) || entity.kind === "body" || entity.kind === "state");
  const role =
    entity.kind === "state" ? "government" : (roleOf(entity, cast) ?? (called ? null : inFull(entity, description)));
  const counted =
    entity.kind === "group" &&
    !called &&
    /^(?:two|three|four|five|six|seven|several|a (?:few|couple|number|handful))\b/i.test(description);
  return {
    entity: entity.id,
    name: called ? entity.name : null,
    role,
    affiliation: entity.affiliation,
    anonymous: entity.anonymous || counted,
    collective: entity.kind === "group",
    description,
  };
}

const roleOf = (entity: Entity, cast: Cast): string | null =>
  entity.role !== null && isRelational(entity.role)
    ? roleInOwnRight(entity, cast.mentions, cast.entities)
    : entity.role;

/** An unnamed source is who the source says it is: "three clerks of the court" rather than "three clerks". */
const inFull = ({ name }: Entity, description: string): string =>
  description.toLowerCase().startsWith(name.toLowerCase()) && description.length <= LONGEST_ROLE ? description : name;
const LONGEST_ROLE = 120;
