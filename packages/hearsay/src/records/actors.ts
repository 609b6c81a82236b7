import type { Entity, Quote } from "../model/index.js";
import type { Report } from "../tell/index.js";
import { actingFor, dealingsOf, quadrant, type Relation, relationsOf, standingsOf } from "../tell/relations.js";
import { intervalText, named, type RecordTable, rowMaker, whereColumns, wordsColumn } from "./row.js";

/** A row for each entity that speaks or acts, those heard most first, in the first words that have it. */
export const actors: RecordTable = {
  columns: [
    { key: "name", head: "Name", min: 14, rank: 0, style: () => "bold" },
    { key: "role", head: "Role", min: 12, grow: true, rank: 1 },
    { key: "actsFor", head: "Acts for", min: 10, rank: 4 },
    { key: "kind", head: "Kind", min: 6, rank: 5 },
    { key: "country", head: "Country", min: 7, rank: 3 },
    { key: "statements", head: "Statements", min: 10, rank: 2 },
    { key: "events", head: "Events", min: 6, rank: 2 },
    { key: "hub", head: "Deals with", min: 5, rank: 3 },
    { key: "broker", head: "Broker", min: 6, rank: 4 },
    { key: "balance", head: "Balance", min: 7, rank: 6 },
    { ...wordsColumn, rank: 6 },
    ...whereColumns.map((column) => ({ ...column, rank: column.rank + 4 })),
  ],
  rows: (report) => {
    const row = rowMaker(report);
    const standings = new Map(standingsOf(relationsOf(dealingsOf(report))).map((one) => [one.actor, one]));
    const days = new Map(
      report.articles.flatMap(({ id, published }) => (published ? [[id, published.slice(0, 10)]] : [])),
    );
    const names = new Map(report.entities.map(({ id, name }) => [id, name]));
    const actorOf = actingFor(report.entities);
    const actsFor = (id: string): string | null => {
      const actor = actorOf(id);
      return actor === null || actor === id ? null : (names.get(actor) ?? null);
    };
    const appeared = appearances(report, days);
    const counted = report.entities.map((entity) => ({ entity, ...(appeared.get(entity.id) ?? unseen) }));
    return counted
      .filter(({ first }) => first !== undefined)
      .sort((a, b) => b.statements + b.events - a.statements - a.events || (a.entity.name < b.entity.name ? -1 : 1))
      .map(({ entity, statements, events, first, seen }) =>
        row(
          first!,
          {
            ...fields(entity),
            actsFor: actsFor(entity.id),
            ...seen,
            statements,
            events,
            ...standing(standings.get(entity.id)),
          },
          { who: named(entity.name, ...entity.aliases, entity.role), types: [entity.kind] },
        ),
      );
  },
};

/** How many it deals with; its share of the ways between others; its balanced triangles, of those it is in. */
const standing = (one: ReturnType<typeof standingsOf>[number] | undefined) => ({
  hub: one?.hub ?? null,
  broker: one === undefined ? null : hundredths(one.broker),
  balance: one?.balance == null ? null : hundredths(one.balance),
});
const hundredths = (x: number): number => Math.round(x * 100) / 100;

/**
 * A row for each happening between two actors, pair by pair and over time: of which class it is, and how the two have stood
 * up to then. `tone` is the mean of Goldstein's scale so far, each happening weighed by its origins.
 */
export const relations: RecordTable = {
  columns: [
    { key: "between", head: "Between", min: 14, rank: 0, style: () => "bold" },
    { key: "ties", head: "Ties", min: 10, rank: 3 },
    { key: "when", head: "When", min: 10, rank: 1 },
    { key: "class", head: "Class", min: 12, rank: 1 },
    { key: "type", head: "Type", min: 9, rank: 2 },
    { key: "who", head: "Who", min: 10, rank: 4 },
    { key: "tone", head: "Tone so far", min: 5, rank: 3 },
    { key: "origins", head: "Origins", min: 7, rank: 5 },
    wordsColumn,
    ...whereColumns,
  ],
  rows: (report) => {
    const all = relationsOf(dealingsOf(report));
    const known = knownOf(report);
    return [...all].sort((a, b) => b.dealings.length - a.dealings.length).flatMap((one) => pointsOf(one, known));
  },
};

function knownOf(report: Report) {
  const names = new Map(report.entities.map(({ id, name }) => [id, name]));
  const name = (id: string): string => names.get(id) ?? id;
  return { row: rowMaker(report), name, events: new Map(report.events.map((event) => [event.id, event])) };
}

function pointsOf({ between, dealings, ties }: Relation, { row, name, events }: ReturnType<typeof knownOf>) {
  const [a, b] = between.map(name);
  const evidence = ties.map((tie) => ({ kind: tie.kind, ids: new Set(tie.evidence) }));
  let [sum, weight] = [0, 0];
  return dealings.flatMap(({ id, type, mode, when, day, goldstein, origins, from }) => {
    const event = events.get(id);
    if (event === undefined) return [];
    sum += goldstein * origins;
    weight += origins;
    const fields = {
      between: `${a} and ${b}`,
      ties: ties.map(({ kind, evidence }) => `${kind} (${evidence.length})`).join(", "),
      when: intervalText(when),
      class: quadrant(type).replace("-", " "),
      type,
      mode,
      who: name(from),
      goldstein,
      // What has no day does not tell how the two stood by then.
      tone: day === null ? null : hundredths(sum / Math.max(1, weight)),
      origins,
      shows: evidence
        .filter((tie) => tie.ids.has(id))
        .map((tie) => tie.kind)
        .join(", "),
      id,
    };
    const who = named(a, b, `${a} and ${b}`, `${b} and ${a}`);
    return row(event.span, fields, {
      who,
      types: [type, quadrant(type), ...ties.map((tie) => tie.kind)],
      ...(when && { when }),
    });
  });
}

interface Appearances {
  readonly statements: number;
  readonly events: number;
  /** The first words that have it: of its first statement, else of its first event. */
  readonly first: Quote | undefined;
  /** First and last day of the articles in which it speaks or acts: when its role was known to be its own. */
  readonly seen: { readonly seenFrom: string | null; readonly seenTo: string | null };
}
const unseen: Appearances = {
  statements: 0,
  events: 0,
  first: undefined,
  seen: { seenFrom: null, seenTo: null },
};

/** How often each entity speaks and acts, by id; in one pass over a story of any size. */
function appearances({ statements, events }: Report, days: ReadonlyMap<string, string>) {
  const seen = new Map<string, Appearances>();
  const said = new Set<string>();
  for (const { speaker, source, article } of statements) {
    if (speaker.entity === null) continue;
    const before = seen.get(speaker.entity) ?? unseen;
    const first = said.has(speaker.entity) ? before.first : source.parts[0];
    said.add(speaker.entity);
    const counted = { ...before, statements: before.statements + 1, first };
    seen.set(speaker.entity, { ...counted, seen: stretched(before.seen, days.get(article)) });
  }
  for (const { source, target, span, article } of events)
    for (const id of new Set([source?.entity ?? null, target?.entity ?? null])) {
      if (id === null) continue;
      const before = seen.get(id) ?? unseen;
      const counted = { ...before, events: before.events + 1, first: before.first ?? span };
      seen.set(id, { ...counted, seen: stretched(before.seen, days.get(article)) });
    }
  return seen;
}

function stretched({ seenFrom, seenTo }: Appearances["seen"], day: string | undefined): Appearances["seen"] {
  if (day === undefined) return { seenFrom, seenTo };
  const days = [seenFrom ?? day, day, seenTo ?? day].sort();
  return { seenFrom: days[0]!, seenTo: days[2]! };
}

const fields = ({ id, name, kind, role, affiliation, country, aliases, anonymous }: Entity) => ({
  id,
  name,
  kind,
  role,
  affiliation,
  country,
  aliases,
  anonymous,
});
