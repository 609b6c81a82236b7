import type { Report, ReportCause } from "../tell/report.js";
import { sideMaker } from "./sides.js";

/** One time that somebody says that one thing brings about or prevents another. */
export interface Saying {
  /** Id of the cause in the report: its words are there. */
  readonly cause: string;
  readonly article: string;
  readonly origin: string | null;
  /** Who says so, as the report names it; the outlet where the article itself does. */
  readonly by: string;
  /** The speaker's entity, where one is known. */
  readonly entity: string | null;
  /** Whom the asserter speaks for: a state, else a body; "the press" for articles, null where nothing is known. */
  readonly side: string | null;
  /** Assertions with the same voice are one voice: one named person wherever quoted, one origin however often copied. */
  readonly voice: string;
  readonly hedged: boolean;
  readonly conditional: boolean;
  /** The asserter says that it is not so. */
  readonly denied: boolean;
}

export const press = "the press";

/** From the first to the last word of cause, effect and signal: an "if" or "unless" that leads them belongs to what is said. */
export function spanOf({ cause, effect, signal }: Pick<ReportCause, "cause" | "effect" | "signal">) {
  const parts = [cause, effect, ...signal.filter(({ article }) => article === cause.article)];
  return {
    start: Math.min(...parts.map(({ start }) => start)),
    end: Math.max(...parts.map(({ end }) => end)),
  };
}

type Said = Pick<Saying, "by" | "denied">;

/** Who says so, each once. */
export const asserters = (sayings: readonly Said[]): readonly string[] => namesOf(sayings.filter((s) => !s.denied));
/** Who says that it is not so, each once. */
export const deniers = (sayings: readonly Said[]): readonly string[] => namesOf(sayings.filter((s) => s.denied));
/** Both in a line: "A, B; denied by C". */
export function whoSays(sayings: readonly Said[]): string {
  const [yes, no] = [asserters(sayings), deniers(sayings)];
  return [yes.join(", "), no.length === 0 ? "" : `denied by ${no.join(", ")}`].filter((part) => part !== "").join("; ");
}

const namesOf = (sayings: readonly Said[]): readonly string[] => [...new Set(sayings.map(({ by }) => by))];

/** Makes the sayings of a report's causes. */
export function sayingMaker(report: Report): (cause: ReportCause) => Saying {
  const articles = new Map(report.articles.map((article) => [article.id, article]));
  const statements = new Map(report.statements.map((statement) => [statement.id, statement]));
  const entities = new Map(report.entities.map((entity) => [entity.id, entity]));
  const sideOf = sideMaker(report);
  return (cause) => {
    const { id, article, by, statement, hedged, conditional, negated } = cause;
    const origin = articles.get(article)?.origin ?? null;
    const speaker = statement === null ? null : (statements.get(statement)?.speaker ?? null);
    const common = { cause: id, article, origin, hedged, conditional, denied: negated };
    if (by === "author") {
      const label = articles.get(article)?.label ?? article;
      return { ...common, by: label, entity: null, side: press, voice: `origin ${origin ?? article}` };
    }
    const entity = speaker?.entity == null ? null : (entities.get(speaker.entity) ?? null);
    const side = sideOf(speaker);
    const named = entity !== null && !entity.anonymous && speaker?.name != null;
    const voice = named ? entity.id : `${by.toLowerCase()} ${origin ?? article}`;
    return { ...common, by: named ? entity.name : by, entity: entity?.id ?? null, side, voice };
  };
}

/**
 * How strongly an arrow stands, 0–1: a voice that says it flatly or under a condition counts ½, one that hedges ¼, and each
 * further voice takes as much of what is left (½, ¾, ⅞ …); voices that deny it take their share off.
 */
export function strength(sayings: readonly Saying[]): number {
  const voices = new Map<string, number>();
  const against = new Set<string>();
  for (const { voice, hedged, denied } of sayings) {
    if (denied) against.add(voice);
    else voices.set(voice, Math.max(voices.get(voice) ?? 0, hedged ? 0.25 : 0.5));
  }
  let left = 1;
  for (const part of voices.values()) left *= 1 - part;
  return voices.size === 0 ? 0 : ((1 - left) * voices.size) / (voices.size + against.size);
}
