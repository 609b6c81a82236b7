import { UndirectedGraph } from "graphology";
import betweennessModule from "graphology-metrics/centrality/betweenness.js";
import type { EventMode, EventType, Interval } from "../model/index.js";
import { compare } from "./records.js";
import type { Report } from "./report.js";

// A CommonJS module: at run time its default import is the function itself, its types say otherwise.
const betweenness = betweennessModule as unknown as typeof betweennessModule.default;

/** One happening between two actors, however many articles report it. */
export interface Dealing {
  readonly id: string;
  /** Who acts, and on whom: ids of entities; the state for those that act for one. Those without a name are in none. */
  readonly from: string;
  readonly to: string;
  readonly type: EventType;
  readonly mode: EventMode;
  readonly when: Interval | null;
  /** The day it took place, else that on which it was first told of; null where neither is known. */
  readonly day: string | null;
  /** Goldstein's scale, −10 conflict to +10 cooperation. */
  readonly goldstein: number;
  /** Distinct origins among its reports; copies count once. */
  readonly origins: number;
  /** The words that report it, for what they say of arms, loans, alliances. */
  readonly words: string;
}

export const quadrants = [
  "verbal-cooperation",
  "material-cooperation",
  "verbal-conflict",
  "material-conflict",
] as const;
export type Quadrant = (typeof quadrants)[number];

const quadrantOf: Readonly<Record<EventType, Quadrant>> = {
  AGREE: "verbal-cooperation",
  CONSULT: "verbal-cooperation",
  SUPPORT: "verbal-cooperation",
  CONCEDE: "verbal-cooperation",
  COOPERATE: "material-cooperation",
  AID: "material-cooperation",
  RETREAT: "material-cooperation",
  REQUEST: "verbal-conflict",
  ACCUSE: "verbal-conflict",
  REJECT: "verbal-conflict",
  THREATEN: "verbal-conflict",
  PROTEST: "material-conflict",
  SANCTION: "material-conflict",
  MOBILIZE: "material-conflict",
  COERCE: "material-conflict",
  ASSAULT: "material-conflict",
};
/** PLOVER's four classes (Halterman et al. 2023). */
export const quadrant = (type: EventType): Quadrant => quadrantOf[type];

export const tieKinds = ["alliance", "supply", "investment", "mediation", "sanctions"] as const;
export type TieKind = (typeof tieKinds)[number];

/** A standing tie, and the dealings that show it. */
export interface Tie {
  readonly kind: TieKind;
  readonly evidence: readonly string[];
}

/** What passed between two actors over time. */
export interface Relation {
  /** The two, in the order of their ids. */
  readonly between: readonly [string, string];
  /** Those that took place or are told to have, by date, undated last. */
  readonly dealings: readonly Dealing[];
  /** Origins behind the dealings of each class; what two origins report weighs twice, a copy nothing. */
  readonly origins: Readonly<Record<Quadrant, number>>;
  /** Mean of Goldstein's scale over dealings, each weighed by its origins. */
  readonly tone: number;
  readonly ties: readonly Tie[];
}

/** Modes in which something passed between the two; what is denied, only wished for or supposed did not. */
const passed: ReadonlySet<EventMode> = new Set(["asserted", "reported", "historical"]);

/** The happenings of a report's timeline that name two actors: what several articles report of one counts by origins. */
export function dealingsOf({
  events,
  timeline,
  entities,
  articles,
}: Pick<Report, "events" | "timeline" | "entities" | "articles">): readonly Dealing[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const actorOf = actingFor(entities);
  const published = new Map(articles.map((a) => [a.id, a.published ?? a.publishedWithin?.earliest ?? null]));
  return timeline.flatMap(({ events: ids, when, origins }) => {
    const told = ids.flatMap((id) => byId.get(id) ?? []);
    const event = told.find((e) => e.source?.entity != null && e.target?.entity != null);
    if (event?.source?.entity == null || event.target?.entity == null) return [];
    const { id, type, mode, goldstein, span } = event;
    const [from, to] = [actorOf(event.source.entity), actorOf(event.target.entity)];
    if (from === null || to === null) return [];
    const days = told.flatMap((e) => published.get(e.article)?.slice(0, 10) ?? []).sort(compare);
    const day = when?.earliest.slice(0, 10) ?? days[0] ?? null;
    return [{ id, from, to, type, mode, when, day, goldstein, origins, words: span.text }];
  });
}

/**
 * For whom an entity acts: a state through its leaders, ministries and capital, as far as the story names the state itself;
 * else the body it belongs to, else itself. Null for one without a name ("officials", "its ally"), who stands for nobody known.
 */
export function actingFor(entities: Report["entities"]): (id: string) => string | null {
  const states = new Map<string, string>();
  for (const e of entities)
    if (e.country !== null && (e.kind === "state" || e.name === e.country) && !states.has(e.country))
      states.set(e.country, e.id);
  const bodies = new Map(entities.flatMap((e) => (e.kind === "body" ? [[e.name, e.id]] : [])));
  const acting = new Map(
    entities.map((e) => [
      e.id,
      states.get(e.country ?? "") ?? bodies.get(e.affiliation ?? "") ?? (isNamed(e) ? e.id : null),
    ]),
  );
  return (id) => {
    const one = acting.get(id);
    return one === undefined ? id : one;
  };
}

const isNamed = ({ anonymous, name, kind }: Report["entities"][number]): boolean =>
  !anonymous && kind !== "group" && /^\p{Lu}/u.test(name);

/** Every pair with dealings, in the order of their ids. Same in any order of input. */
export function relationsOf(dealings: readonly Dealing[]): readonly Relation[] {
  const pairs = new Map<string, Dealing[]>();
  for (const dealing of dealings) {
    if (dealing.from === dealing.to || !passed.has(dealing.mode)) continue;
    const key = [dealing.from, dealing.to].sort().join("\n");
    pairs.set(key, [...(pairs.get(key) ?? []), dealing]);
  }
  return [...pairs].sort(([a], [b]) => compare(a, b)).map(([key, list]) => relation(key.split("\n"), list));
}

function relation([a = "", b = ""]: readonly string[], list: readonly Dealing[]): Relation {
  const dealings = [...list].sort(byTime);
  const origins = Object.fromEntries(
    quadrants.map((q) => [q, sum(dealings.filter((d) => quadrant(d.type) === q).map((d) => d.origins))]),
  ) as Record<Quadrant, number>;
  const weight = sum(dealings.map((d) => d.origins));
  const tone = weight === 0 ? 0 : sum(dealings.map((d) => d.goldstein * d.origins)) / weight;
  return { between: [a, b], dealings, origins, tone, ties: tiesOf(dealings) };
}

/** What shows a tie: an event of a fitting type whose words have it, and do not undo it. */
interface Sign {
  readonly types: ReadonlySet<EventType>;
  readonly words: RegExp;
  readonly unless?: RegExp;
}

const friendly: ReadonlySet<EventType> = new Set(["AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID"]);
const invests = /\b(?:invest\w*|loans?|financ\w*|stakes?|credits?)\b/i;

const shown: Readonly<Record<TieKind, Sign>> = {
  alliance: {
    types: friendly,
    words: /\b(?:allian\w*|all(?:y|ies)|treat(?:y|ies)|pacts?|accords?|partnership|mutual defen[cs]e)\b/i,
  },
  supply: {
    types: new Set(["AID", "COOPERATE"]),
    words:
      /\b(?:g[ai]ve[ns]?|sen[dt]s?|suppl(?:y|ies|ied|ying)|deliver\w*|ship(?:s|ped|ping|ments?)|provid\w*|sells?|sold|export\w*|equipp?\w*|furnish\w*) (?!(?:\w+ ){0,3}(?:shelter|refuge|asylum|support|backing|condolences|envoys?|delegations?|messages?)\b)/i,
    unless: invests,
  },
  investment: { types: friendly, words: invests },
  mediation: {
    types: new Set([...friendly, "CONSULT"]),
    words: /\b(?:mediat\w*|broker\w*|host(?:s|ed|ing)? (?:\w+ ){0,2}talks|good offices)\b/i,
  },
  sanctions: {
    types: new Set(["SANCTION", "COERCE"]),
    words:
      /\b(?:sanction|embargo|tariff|blockade|boycott|trade\b|exports?\b|imports?\b|assets?\b|fr(?:oze|eez)|bann?(?:ed|s)?\b)/i,
  },
};

/** What, some words before, takes back what follows: "discuss ending the alliance", "no treaty". */
const undone =
  /\b(?:no|not|never|without|against|end(?:s|ed|ing)?|leav\w+|left|quit\w*|abandon\w*|suspend\w*|withdr\w+|cancel\w*|terminat\w*|reject\w*|oppos\w*|lift\w*|eas(?:e|es|ed|ing)|scrap\w*|dissolv\w*|renounc\w*|br(?:eak|oke)\w*)\W+(?:[\w'’-]+\W+){0,4}$/i;

function shows(kind: TieKind, { type, words: told }: Dealing): boolean {
  const { types, words, unless } = shown[kind];
  if (!types.has(type) || unless?.test(told)) return false;
  const at = told.search(words);
  // Whatever suspends trade is a sanction.
  const before =
    kind === "sanctions" ? told.slice(0, Math.max(0, at)).replace(/\bsuspend\w*/gi, "") : told.slice(0, at);
  return at >= 0 && !undone.test(before);
}

function tiesOf(dealings: readonly Dealing[]): readonly Tie[] {
  return tieKinds.flatMap((kind) => {
    const evidence = dealings.filter((d) => shows(kind, d)).map((d) => d.id);
    return evidence.length === 0 ? [] : [{ kind, evidence }];
  });
}

/** An actor's place among all: measures over the graph of pairs. */
export interface Standing {
  readonly actor: string;
  /** With how many others it deals. */
  readonly hub: number;
  /** Share of the shortest ways between two others that lead over it, 0 to 1 (Freeman's betweenness). */
  readonly broker: number;
  /** Share of its triangles that are balanced: friends' friends are friends, foes' foes friends. Null without a triangle. */
  readonly balance: number | null;
}

/** Pairs that deal with one another in both ways about evenly have no sign, in Goldstein's units. */
const undecided = 0.5;

/** Standings of all actors that deal with anyone, brokers first, then hubs. */
export function standingsOf(relations: readonly Relation[]): readonly Standing[] {
  const graph = new UndirectedGraph();
  for (const { between, tone } of relations) graph.mergeEdge(between[0], between[1], { tone });
  const broker = graph.order === 0 ? {} : betweenness(graph, { normalized: true, getEdgeWeight: null });
  return graph
    .nodes()
    .map((actor) => ({ actor, hub: graph.degree(actor), broker: broker[actor] ?? 0, balance: balanceOf(graph, actor) }))
    .sort((a, b) => b.broker - a.broker || b.hub - a.hub || compare(a.actor, b.actor));
}

/** Heider's balance: of the triangles of an actor whose three sides have a sign, those with an even number of minuses. */
function balanceOf(graph: UndirectedGraph, actor: string): number | null {
  const others = graph.neighbors(actor);
  let [balanced, all] = [0, 0];
  for (const [i, a] of others.entries())
    for (const b of others.slice(i + 1)) {
      if (!graph.hasEdge(a, b)) continue;
      const signs = [signOf(graph, actor, a), signOf(graph, actor, b), signOf(graph, a, b)];
      if (signs.includes(0)) continue;
      all++;
      if (signs.reduce((product, sign) => product * sign, 1) > 0) balanced++;
    }
  return all === 0 ? null : balanced / all;
}

function signOf(graph: UndirectedGraph, a: string, b: string): number {
  const tone = graph.getEdgeAttribute(a, b, "tone") as number;
  return Math.abs(tone) < undecided ? 0 : Math.sign(tone);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const byTime = (a: Dealing, b: Dealing): number => compare(a.day ?? "~", b.day ?? "~") || compare(a.id, b.id);
