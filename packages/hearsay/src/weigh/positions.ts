import { type Interval, type Position, type Shift, stableId, type Take, Union } from "../model/index.js";
import type { JoinedEntities } from "./entities.js";
import type { Proposition } from "./propositions.js";

export interface PositionInput {
  readonly propositions: readonly Proposition[];
  readonly known: Pick<JoinedEntities, "entities" | "entityOf" | "stateOf">;
  /** When an article, or the entry of it that a proposition stands in, was published. */
  readonly published: (proposition: Proposition) => Interval | null;
  readonly claimOf: (proposition: Proposition) => string | null;
  readonly originOf: (article: string) => string;
}

/** A take with what tells which issue it is on. */
interface Stand {
  readonly actor: string;
  readonly take: Take;
  readonly stance: NonNullable<Proposition["assertion"]["stance"]>;
  /** The story's entities in the words of what it is about. */
  readonly named: ReadonlySet<string>;
  /** All others that the clause names. */
  readonly around: ReadonlySet<string>;
}

/**
 * Where each actor stands on each issue, from its own words and deeds and from what articles tell of them; and where its
 * takes do not agree. What one says of another is not the other's position. An issue is what the takes are about: the same
 * meaning, and of the same ones where any are named. Precision first: two issues taken for one make a false reversal.
 */
export function makePositions(input: PositionInput): Position[] {
  const stands = input.propositions.flatMap((p) => standsOf(p, input)).sort(inTime);
  const byActor = new Map<string, Stand[]>();
  for (const stand of stands) byActor.set(stand.actor, [...(byActor.get(stand.actor) ?? []), stand]);
  const names = new Map(input.known.entities.map(({ id, name }) => [id, name]));
  return [...byActor]
    .flatMap(([actor, own]) => issuesOf(own).map((list) => position(actor, names.get(actor) ?? "", list)))
    .sort((a, b) => b.shifts.length - a.shifts.length || b.takes.length - a.takes.length || (a.id < b.id ? -1 : 1));
}

function standsOf(p: Proposition, input: PositionInput): Stand[] {
  const { assertion, statement } = p;
  const { stance } = assertion;
  if (stance === null || assertion.conditional) return [];
  const actorOf = (id: string) => whoActs(input.known.entityOf[id] ?? id, input.known);
  const speaker = statement?.speaker.entity ? actorOf(statement.speaker.entity) : null;
  const subjects = new Set(assertion.subject.map(actorOf));
  const taken = stance.implied === "stated" || (stance.implied === "left" && statement?.act === "intention");
  const actors = statement === null ? told(stance.implied !== null, subjects) : own(taken, subjects, speaker);
  const named = new Set(stance.entities.map(actorOf));
  const around = new Set(assertion.entities.map(actorOf));
  return actors.map((actor) => ({
    actor,
    take: takeOf(p, input),
    stance,
    named: without(named, actor),
    around: without(around, actor),
  }));
}

/** Whose stance the article tells of: the subject's, if there is one. */
const told = (implied: boolean, subjects: ReadonlySet<string>): string[] => (implied ? [] : [...subjects]);

/** Whoever speaks takes a stand only for himself. */
function own(implied: boolean, subjects: ReadonlySet<string>, speaker: string | null): string[] {
  if (speaker === null) return [];
  return implied || subjects.has(speaker) ? [speaker] : [];
}

/** A state acts through its leaders, ministries and spokesmen. */
const whoActs = (entity: string, { stateOf }: Pick<JoinedEntities, "stateOf">): string => stateOf.get(entity) ?? entity;

const without = (set: ReadonlySet<string>, actor: string): Set<string> => new Set([...set].filter((e) => e !== actor));

function takeOf(p: Proposition, input: PositionInput): Take {
  const { assertion: a, statement } = p;
  const { article, start, end } = a;
  const dated = a.times.find(({ earliest, latest }) => earliest !== "0000" && latest !== "9999");
  return {
    article,
    start,
    end,
    leaning: a.stance!.leaning,
    shown: statement !== null ? "said" : a.stance!.deed ? "done" : "told",
    speech: statement?.kind ?? null,
    speaker: statement?.speaker.name ?? null,
    when: (statement === null ? (a.future ? null : dated) : statement.when) ?? input.published(p),
    statement: a.statement,
    claim: input.claimOf(p),
    origin: input.originOf(article),
  };
}

const inTime = ({ take: a }: Stand, { take: b }: Stand): number => {
  const [x, y] = [a, b].map(({ when, article, start }) => [
    when?.latest.slice(0, 10) ?? "~",
    article,
    String(start).padStart(9, "0"),
  ]);
  return x!.join(" ") < y!.join(" ") ? -1 : 1;
};

function issuesOf(stands: readonly Stand[]): Stand[][] {
  const union = new Union(stands.length);
  stands.forEach((b, j) => {
    for (let i = 0; i < j; i++) if (isOneIssue(stands[i]!, b)) union.join(i, j);
  });
  return union.groups().map((group) => group.map((i) => stands[i]!));
}

/** The same meaning; of a verb also in the same respect; and about the same ones, as far as either names any. */
function isOneIssue(a: Stand, b: Stand): boolean {
  if (a.stance.topic !== b.stance.topic) return false;
  const alike = a.stance.details.some((word) => b.stance.details.includes(word));
  if ((a.stance.verbal || b.stance.verbal) && !alike) return false;
  if (a.named.size > 0 && b.named.size > 0) return meet(a.named, b.named);
  if (a.named.size > 0 || b.named.size > 0) return meet(a.named, b.around) || meet(b.named, a.around);
  if (a.around.size === 0 && b.around.size === 0) return true;
  return alike || meet(a.around, b.around);
}

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((e) => b.has(e));

function position(actor: string, name: string, stands: readonly Stand[]): Position {
  const takes = stands.map(({ take }) => take);
  return {
    id: stableId("position", actor, ...takes.map(({ article, start, end }) => `${article}/${start}-${end}`)),
    actor,
    name,
    issue: clearest(stands).stance.words,
    takes,
    shifts: shiftsOf(takes),
  };
}

/** The words that name most; of equals those that stand first. */
const clearest = (stands: readonly Stand[]): Stand =>
  [...stands].sort((a, b) => worth(b) - worth(a) || (a.take.article < b.take.article ? -1 : 1))[0]!;

const worth = ({ stance, named }: Stand): number =>
  2 * Math.min(1, named.size) + Math.min(2, stance.details.length) - (stance.words.end - stance.words.start) / 200;

/** Each turn once, by the last take before it and the first one after; then the deeds that belie what was said. */
function shiftsOf(takes: readonly Take[]): Shift[] {
  const shifts: Shift[] = [];
  takes.forEach((b, to) => {
    const before = takes.findLastIndex((a, i) => i < to && isBefore(a, b));
    if (before < 0) return;
    const from = takes.findLastIndex((a, i) => i < to && isBefore(a, b) && a.leaning !== b.leaning);
    const settled =
      from < 0 ||
      takes.some((a, i) => i !== from && !isBefore(a, takes[from]!) && isBefore(a, b) && a.leaning === b.leaning);
    if (!settled) shifts.push({ from, to, kind: isGap(takes[from]!, b) ? "gap" : "turned", order: "known" });
  });
  if (shifts.length > 0) return shifts;
  const open = undatedGap(takes);
  return open === null ? [] : [open];
}

const isBefore = (a: Take, b: Take): boolean =>
  a.when !== null && b.when !== null && a.when.latest.slice(0, 10) < b.when.earliest.slice(0, 10);

const isGap = (word: Take, deed: Take): boolean => word.shown === "said" && deed.shown === "done";

/** Said one way and done the other, where the dates do not tell which came first. */
function undatedGap(takes: readonly Take[]): Shift | null {
  for (const [from, word] of takes.entries())
    for (const [to, deed] of takes.entries())
      if (word.shown === "said" && deed.shown === "done" && word.leaning !== deed.leaning && !isBefore(deed, word))
        return { from, to, kind: "gap", order: "open" };
  return null;
}
