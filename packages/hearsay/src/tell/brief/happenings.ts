import type { EventMode, EventType, Quote } from "../../model/index.js";
import type { Line, Part, Section } from "../brief.js";
import { append } from "../copies.js";
import type { Phrase } from "../phrases.js";
import { compare } from "../records.js";
import type { ReportEvent, TimelineEntry } from "../report.js";
import { foldWords } from "../words.js";
import { alsoIn, onePerArticle } from "./claims.js";
import { bounded, counted, date, joined, line, name, phrase, published, quoted, type Telling } from "./parts.js";
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

const modes: Readonly<Record<Exclude<EventMode, "asserted">, Phrase>> = {
  denied: "denied",
  planned: "planned",
  demanded: "demanded",
  hypothetical: "hypothetical",
  historical: "looking back",
  reported: "reported",
};

/** The weightiest happenings, in the order of time; those without a date after the dated ones. */
export function happenings(t: Telling): Section {
  const events = new Map(t.records.events.map((e) => [e.id, e]));
  const first = (entry: TimelineEntry): ReportEvent | undefined => events.get(entry.events[0] ?? "");
  const ranked = [...t.records.timeline].sort(
    (a, b) => heft(t, b, first(b)) - heft(t, a, first(a)) || compare(a.id, b.id),
  );
  const { shown, left } = bounded(ranked, 30);
  const chosen = new Set(shown.map((e) => e.id));
  const entries = t.records.timeline.filter((e) => chosen.has(e.id));
  return section("timeline", "Timeline", {
    note: [phrase("One line per event, however many articles have it. An interval means that the day is not known.")],
    lines: bySentence(t, entries, first).map((group) => happening(t, group, events)),
    left,
    command: "hearsay timeline",
  });
}

/** Events of one sentence and one time stand in one line; undated ones with the dated ones of their sentence. */
function bySentence(
  t: Telling,
  entries: readonly TimelineEntry[],
  first: (entry: TimelineEntry) => ReportEvent | undefined,
): TimelineEntry[][] {
  const groups = new Map<string, TimelineEntry[]>();
  const dated = new Map<string, string>();
  for (const entry of entries) {
    const event = first(entry);
    const sentence = event === undefined ? entry.id : placeKey(t.sentenceOf(event.span));
    const own = JSON.stringify([sentence, entry.when]);
    if (entry.when !== null && !dated.has(sentence)) dated.set(sentence, own);
    append(groups, entry.when === null ? (dated.get(sentence) ?? own) : own, entry);
  }
  return [...groups.values()];
}

const placeKey = ({ article, start }: Quote): string => `${article} ${start}`;

function heft(t: Telling, entry: TimelineEntry, event: ReportEvent | undefined): number {
  const weight = entry.claim === null ? 0 : (t.claim(entry.claim)?.weight ?? 0);
  const told = event === undefined ? 0 : Number(event.who !== null) + Number(event.whom !== null);
  const dated = entry.when === null ? 0 : 2;
  const real = event?.mode === "asserted" ? 1 : 0;
  return entry.origins * 2 + weight * 3 + told + dated + real + Math.abs(event?.goldstein ?? 0) / 20;
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
  const kinds = told.map((e) => kindOf(e, sentence));
  const shown = [phrase(": "), ...quoted(t, sentence, 240, event.trigger.start), phrase(" — "), ...teller(t, event)];
  const lead = entry.when === null ? undatedLead(t, event) : [date(entry.when)];
  return line(entry.id, lead, [...joined(distinct(kinds), ", "), ...count, ...shown, ...alsoIn(t, others)]);
}

const distinct = (kinds: readonly Part[][]): Part[][] => [
  ...new Map(kinds.map((k) => [k.map((p) => p.text).join(""), k])).values(),
];

/** Which outlet tells it, and on whose word. */
function teller(t: Telling, event: ReportEvent): Part[] {
  const speaker = event.statement === null ? undefined : t.statement(event.statement)?.speaker;
  const who = speaker === undefined ? "" : (speaker.name ?? speaker.description);
  const citing = who === "" ? [] : [phrase(", citing "), name(who)];
  return [...published(t, event.article).slice(0, 1), ...citing];
}

function undatedLead(t: Telling, event: ReportEvent): Part[] {
  const article = t.article(event.article);
  return article?.published == null
    ? [phrase("undated")]
    : [phrase("no date given, reported "), ...published(t, article.id).slice(2)];
}

/** "Karvenian army · attacked · Sulmania (denied)": a side is named only where the words quoted do not name it. */
function kindOf(event: ReportEvent, shown: Quote): Part[] {
  const words = ` ${foldWords(shown.text)} `;
  const unnamed = (side: string | null): side is string => side !== null && !words.includes(` ${foldWords(side)} `);
  const who = unnamed(event.who) ? [name(event.who), phrase(" · ")] : [];
  const whom = unnamed(event.whom) ? [phrase(" · "), name(event.whom)] : [];
  const mode = event.mode === "asserted" ? [] : [phrase(" ("), phrase(modes[event.mode]), phrase(")")];
  return [...who, phrase(types[event.type]), ...whom, ...mode];
}
