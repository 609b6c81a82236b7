import type { EventMode, EventType, Interval, Quote } from "../../model/index.js";
import type { Line, Part, Section } from "../brief.js";
import { append } from "../copies.js";
import type { Phrase } from "../phrases.js";
import { compare } from "../records.js";
import type { ReportEvent, TimelineEntry } from "../report.js";
import { foldWords } from "../words.js";
import { isDated, isSomebody } from "../worth.js";
import { alsoIn, onePerArticle } from "./claims.js";
import { memory } from "./distinct.js";
import { counted, date, joined, line, name, phrase, published, quoted, type Telling } from "./parts.js";
import { section } from "./section.js";

const types: Readonly<Record<EventType, Phrase>> = {
  AGREE: "agreed",
  CONSULT: "met or talked",
  SUPPORT: "backed",
  CONCEDE: "yielded",
  COOPERATE: "cooperated",
  AID: "gave aid",
  RETREAT: "withdrew",
  REQUEST: "made a request",
  ACCUSE: "accused",
  REJECT: "rejected",
  THREATEN: "threatened",
  PROTEST: "protested",
  SANCTION: "cut relations or punished",
  MOBILIZE: "mobilised",
  COERCE: "coerced",
  ASSAULT: "attacked",
};

/** What the report's own verb says better than its type: a treaty is signed, not backed. "Freezes" frees nobody. */
const byVerb: readonly (readonly [RegExp, Phrase])[] = [
  [/^(?:sign|ink|initial)/i, "signed"],
  [/^warn/i, "warned"],
  [/^(?:releas|free(?!z))/i, "released"],
  [/^(?:reopen|open)/i, "opened"],
];

/** Whose verb may say the opposite of what was done: "opened fire", "opened an attack". */
const byType: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "SANCTION"]);

/** What was done, by an event's type and the word that tells it. */
export const done = (type: EventType, verb: string): Phrase =>
  (byType.has(type) ? undefined : byVerb.find(([pattern]) => pattern.test(verb))?.[1]) ?? types[type];

const modes: Readonly<Record<Exclude<EventMode, "asserted">, Phrase>> = {
  denied: "denied",
  planned: "planned",
  demanded: "demanded",
  hypothetical: "hypothetical",
  historical: "looking back",
  reported: "reported",
};

/** The weightiest happenings whose date is known, in the order of time. */
export function happenings(t: Telling): Section {
  const events = new Map(t.records.events.map((e) => [e.id, e]));
  const first = (entry: TimelineEntry): ReportEvent | undefined => events.get(entry.events[0] ?? "");
  const ranked = t.records.timeline
    .filter((e) => isTold(t, e, first(e)))
    .sort((a, b) => heft(t, b, first(b)) - heft(t, a, first(a)) || compare(a.id, b.id));
  const chosen = new Set(chosenOf(t, ranked, first).map((e) => e.id));
  const entries = t.records.timeline.filter((e) => chosen.has(e.id));
  return section("timeline", "Timeline", {
    note: [phrase("One line per event whose date is known; an interval where the day is not.")],
    lines: bySentence(t, entries, first).map((group) => happening(t, group, events)),
    left: t.records.timeline.length - entries.length,
    command: "hearsay timeline",
  });
}

const nothings: ReadonlySet<EventMode> = new Set(["hypothetical", "denied"]);

/** It has a date, and happened or was planned: what would happen if, or did not, is no event, nor is a year looked back to. */
function isTold(t: Telling, { when }: TimelineEntry, event: ReportEvent | undefined): boolean {
  if (when === null || event === undefined || !isDated(when) || nothings.has(event.mode)) return false;
  return !isYear(when) || (event.mode === "asserted" && isVerb(t, event));
}

const lines = 12;

const isYear = ({ earliest, latest }: Interval): boolean =>
  earliest.length === 4 || (earliest.endsWith("-01-01") && latest.endsWith("-12-31"));

/** "They signed in 2030", not "since the signing of 2030". */
function isVerb(t: Telling, { trigger }: ReportEvent): boolean {
  const wording = t.wording(trigger);
  return wording === null || wording.tokens[wording.from]?.upos === "VERB";
}

/** As many as make so many lines: one per sentence, near repeats left out. */
function chosenOf(
  t: Telling,
  ranked: readonly TimelineEntry[],
  first: (entry: TimelineEntry) => ReportEvent | undefined,
): TimelineEntry[] {
  const seen = memory();
  const sentences = new Map<string, boolean>();
  let shown = 0;
  return ranked.filter((entry) => {
    const event = first(entry);
    if (event === undefined) return false;
    const sentence = t.sentenceOf(event.span);
    const key = placeKey(sentence);
    const known = sentences.get(key);
    if (known !== undefined) return known;
    const isNew = shown < lines && !seen(sentence.text);
    if (isNew) shown++;
    sentences.set(key, isNew);
    return isNew;
  });
}

/** Events of one sentence and one time stand in one line. */
function bySentence(
  t: Telling,
  entries: readonly TimelineEntry[],
  first: (entry: TimelineEntry) => ReportEvent | undefined,
): TimelineEntry[][] {
  const groups = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const event = first(entry);
    const sentence = event === undefined ? entry.id : placeKey(t.sentenceOf(event.span));
    append(groups, JSON.stringify([sentence, entry.when]), entry);
  }
  return [...groups.values()];
}

const placeKey = ({ article, start }: Quote): string => `${article} ${start}`;

function heft(t: Telling, entry: TimelineEntry, event: ReportEvent | undefined): number {
  const weight = entry.claim === null ? 0 : (t.claim(entry.claim)?.weight ?? 0);
  const told = event === undefined ? 0 : Number(event.who !== null) + Number(event.whom !== null);
  const real = event?.mode === "asserted" || event?.mode === "reported" ? 1 : 0;
  const spread = Math.min(entry.events.length, 4);
  return entry.origins * 2 + spread + weight * 3 + told + real + Math.abs(event?.goldstein ?? 0) / 5;
}

function happening(t: Telling, entries: readonly TimelineEntry[], events: ReadonlyMap<string, ReportEvent>): Line {
  const told = entries.flatMap((e) => events.get(e.events[0] ?? "") ?? []);
  const [entry, event] = [entries[0], told[0]];
  if (entry === undefined || event === undefined) return line(entry?.id ?? null, [], []);
  const sentence = t.sentenceOf(event.span);
  const reports = entries.flatMap((e) => e.events).flatMap((id) => events.get(id) ?? []);
  const others = onePerArticle(reports.filter((e) => e.article !== event.article));
  const origins = Math.max(...entries.map((e) => e.origins));
  const count = origins > 1 ? [phrase(" · "), ...counted(origins, " origin", " origins")] : [];
  const kinds = told.slice(0, 2).map((e, i) => kindOf(e, sentence, i === 0));
  const shown = [phrase(": "), ...quoted(t, sentence, 150, event.trigger.start), phrase(" — "), ...teller(t, event)];
  const lead = entry.when === null ? [] : [date(entry.when)];
  return line(entry.id, lead, [...joined(distinct(kinds), ", "), ...count, ...shown, ...alsoIn(t, others)]);
}

const distinct = (kinds: readonly Part[][]): Part[][] => [
  ...new Map(kinds.map((k) => [k.map((p) => p.text).join(""), k])).values(),
];

/** Which outlet tells it, and on whose word. */
function teller(t: Telling, event: ReportEvent): Part[] {
  const speaker = event.statement === null ? undefined : t.statement(event.statement)?.speaker;
  const who = speaker === undefined ? "" : (speaker.name ?? speaker.description);
  const citing = !isSomebody(who) ? [] : [phrase(", citing "), name(who)];
  return [...published(t, event.article).slice(0, 1), ...citing];
}

/** "Norlander army · attacked · Vesmara (denied)": a side is named only where the words quoted do not name it, and once per line. */
function kindOf(event: ReportEvent, shown: Quote, withSides: boolean): Part[] {
  const words = ` ${foldWords(shown.text)} `;
  const unnamed = (side: string | null): side is string =>
    withSides && side !== null && !words.includes(` ${foldWords(side)} `);
  const who = unnamed(event.who) ? [name(event.who), phrase(" · ")] : [];
  const whom = unnamed(event.whom) ? [phrase(" · "), name(event.whom)] : [];
  const mode = event.mode === "asserted" ? [] : [phrase(" ("), phrase(modes[event.mode]), phrase(")")];
  return [...who, phrase(done(event.type, event.trigger.text)), ...whom, ...mode];
}
