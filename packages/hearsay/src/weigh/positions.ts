import { type Interval, type Position, type Shift, stableId, type Take } from "../model/index.js";
import type { JoinedEntities } from "./entities.js";
import { issuesOf, type Matter, respectsOf } from "./issues.js";
import type { Proposition } from "./propositions.js";
import { isPluperfect, ownTime } from "./stand-times.js";
import { isTurnabout, namedNear, turnedFrom } from "./turnabouts.js";
import { wordingOf } from "./wording.js";

export interface PositionInput {
  readonly propositions: readonly Proposition[];
  readonly known: Pick<JoinedEntities, "entities" | "entityOf" | "stateOf">;
  /** When an article, or the entry of it that a proposition stands in, was published. */
  readonly published: (proposition: Proposition) => Interval | null;
  readonly claimOf: (proposition: Proposition) => string | null;
  readonly originOf: (article: string) => string;
  readonly textOf: (article: string) => string;
}

/** A take with what tells which issue it is on. */
interface Stand extends Matter {
  readonly actor: string;
  readonly take: Take;
  readonly stance: NonNullable<Proposition["assertion"]["stance"]>;
}

/**
 * Where each actor stands on each issue, from its own words and deeds and from what articles tell of them; and where its
 * takes do not agree. What one says of another is not the other's position. An issue is what the takes are about: the same
 * meaning, and of the same ones where any are named. Precision first: two issues taken for one make a false reversal.
 */
export function makePositions(input: PositionInput): Position[] {
  const calls = new Set(input.known.entities.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(wordingOf)));
  const taken = input.propositions.flatMap((p) => standsOf(p, input, calls)).sort(inTime);
  const stands = [...taken, ...turnsIn(taken, input)].sort(inTime);
  const byActor = new Map<string, Stand[]>();
  for (const stand of stands) {
    const own = byActor.get(stand.actor);
    if (own === undefined) byActor.set(stand.actor, [stand]);
    else own.push(stand);
  }
  const names = new Map(input.known.entities.map(({ id, name }) => [id, name]));
  return [...byActor]
    .flatMap(([actor, own]) => issuesOf(own).map((list) => position(actor, names.get(actor) ?? "", list)))
    .sort((a, b) => b.shifts.length - a.shifts.length || b.takes.length - a.takes.length || (a.id < b.id ? -1 : 1));
}

/** Takes told only as a change of mind: on what was told before, the other way. */
function turnsIn(stands: readonly Stand[], input: PositionInput): Stand[] {
  return input.propositions.flatMap((p): Stand[] => {
    if (!isTurnabout(p, input.textOf(p.assertion.article))) return [];
    const { assertion, statement } = p;
    const actorOf = (id: string) => whoActs(input.known.entityOf[id] ?? id, input.known);
    const speaker = statement?.speaker.entity ? [actorOf(statement.speaker.entity)] : [];
    const actors = assertion.subject.length > 0 ? [...new Set(assertion.subject.map(actorOf))] : speaker;
    const own = input.propositions.filter((q) => q.assertion.article === assertion.article);
    const day = input.published(p)?.latest.slice(0, 10) ?? null;
    return actors.flatMap((actor): Stand[] => {
      const from = turnedFrom(p, actor, day, stands, namedNear(p, own));
      if (from === null) return [];
      const leaning = from.take.leaning === "for" ? "against" : "for";
      return [{ ...from, take: { ...takeOf(p, input), leaning, shown: statement === null ? "told" : "said" } }];
    });
  });
}

function standsOf(p: Proposition, input: PositionInput, calls: ReadonlySet<string>): Stand[] {
  const { assertion, statement } = p;
  const { stance } = assertion;
  if (stance === null || assertion.conditional || isTrifle(stance)) return [];
  const actorOf = (id: string) => whoActs(input.known.entityOf[id] ?? id, input.known);
  const speaker = statement?.speaker.entity ? actorOf(statement.speaker.entity) : null;
  const subjects = new Set(assertion.subject.map(actorOf));
  const taken = stance.implied === "stated" || (stance.implied === "left" && statement?.act === "intention");
  const actors = statement === null ? told(stance.implied !== null, subjects) : own(taken, subjects, speaker);
  const named = new Set(stance.entities.map(actorOf));
  const around = new Set(assertion.entities.map(actorOf));
  if (actors.length === 0) return [];
  const respects = respectsOf(
    p.wording,
    (stance.words.start - assertion.start) / (assertion.end - assertion.start),
    calls,
  );
  return actors.map((actor) => ({
    actor,
    take: takeOf(p, input),
    stance,
    respects,
    named: without(named, actor),
    around: without(around, actor),
  }));
}

/**
 * No issue: being named, a paper, an announcement as such; a verb with nothing it is done to or with: "it will cost us", "stopped
 * counting".
 */
const isTrifle = ({ topic, details, entities, verbal }: Stand["stance"]): boolean =>
  trifles.has(topic) || (verbal && details.length === 0 && entities.length === 0);

const trifles: ReadonlySet<string> = new Set(
  "=announce =letter =reply name identify quote statement report news question evidence write say tell picture photograph day name".split(
    " ",
  ),
);

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
  const published = input.published(p);
  const dated = a.future ? null : ownTime(a.times, p.wording, published);
  const told = statement === null ? dated : statement.when;
  return {
    article,
    start,
    end,
    leaning: a.stance?.leaning ?? "for",
    shown: statement !== null ? "said" : a.stance?.deed ? "done" : "told",
    speech: statement?.kind ?? null,
    speaker: statement?.speaker.name ?? null,
    // What had been done before has no date where none is given: the day of publication is that of what came after.
    when: isPluperfect(p.wording) ? dated : (told ?? published),
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

/**
 * Each turn once, by the last take before it and the first one after; then the deeds that belie what was said. Of each
 * leaning an origin counts by its first article: a late copy tells of nothing new.
 */
function shiftsOf(all: readonly Take[]): Shift[] {
  const kept = firstTellings(all);
  const takes = kept.map((i) => all[i]!);
  const shifts = turns(takes);
  const open = shifts.length > 0 ? null : undatedGap(takes);
  return (open === null ? shifts : [open]).map((s) => ({ ...s, from: kept[s.from]!, to: kept[s.to]! }));
}

function firstTellings(takes: readonly Take[]): number[] {
  const first = new Map<string, string>();
  return [...takes.keys()].filter((i) => {
    const { origin, leaning, article } = takes[i]!;
    const key = `${leaning} ${origin}`;
    if (!first.has(key)) first.set(key, article);
    return first.get(key) === article;
  });
}

/** Takes are in the order of their latest day, so that those before any are the first of them. */
function turns(takes: readonly Take[]): Shift[] {
  const latest = takes.map(({ when }) => when?.latest.slice(0, 10) ?? "~");
  const before = takes.map(({ when }) => (when === null ? 0 : countBelow(latest, when.earliest.slice(0, 10))));
  const { last, count } = tally(takes);
  return takes.flatMap((b, to): Shift[] => {
    const known = before[to]!;
    const from = last[b.leaning === "for" ? "against" : "for"][known]!;
    if (from < 0 || count[b.leaning][known]! > count[b.leaning][before[from]!]!) return [];
    return [{ from, to, kind: isGap(takes[from]!, b) ? "gap" : "turned", order: "known" }];
  });
}

/** Of the first 0, 1, 2 … takes: where the last of each leaning stands, −1 for none, and how many there are. */
function tally(takes: readonly Take[]) {
  const last = { for: [-1], against: [-1] };
  const count = { for: [0], against: [0] };
  takes.forEach(({ leaning }, i) => {
    for (const side of ["for", "against"] as const) {
      last[side].push(leaning === side ? i : last[side][i]!);
      count[side].push(count[side][i]! + Number(leaning === side));
    }
  });
  return { last, count };
}

/** How many of the sorted days lie before one. */
function countBelow(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isBefore = (a: Take, b: Take): boolean =>
  a.when !== null && b.when !== null && a.when.latest.slice(0, 10) < b.when.earliest.slice(0, 10);

const isGap = (word: Take, deed: Take): boolean => word.shown === "said" && deed.shown === "done";

/** Said one way and done the other, where the dates do not tell which came first. */
function undatedGap(takes: readonly Take[]): Shift | null {
  const of = (shown: Take["shown"]): number[] => [...takes.keys()].filter((i) => takes[i]!.shown === shown);
  const deeds = of("done");
  for (const from of of("said")) {
    const word = takes[from]!;
    const to = deeds.find((i) => takes[i]!.leaning !== word.leaning && !isBefore(takes[i]!, word));
    if (to !== undefined) return { from, to, kind: "gap", order: "open" };
  }
  return null;
}
