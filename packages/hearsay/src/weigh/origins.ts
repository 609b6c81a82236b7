import { type Assertion, type Derivation, type Origin, type Span, type Statement, Union } from "../model/index.js";
import { normalName } from "./normal-name.js";
import type { Proposition } from "./propositions.js";
import { sameQuotation, sameWording, type Wording } from "./wording.js";

/** Where the words of an assertion come from: the article's own origin, and the informants it names. */
export interface Provenance {
  /** The origin of the article, or of the article it cites for these words. */
  readonly origin: string;
  /** Keys for whoever said it: the person, and the body or state spoken for. The same in every outlet that quotes them. */
  readonly informants: readonly string[];
  /** It is the word of "they" or "he", and nothing tells who that is. */
  readonly unresolved: boolean;
  readonly wording: Wording;
  /** What of it is given as somebody's own words. */
  readonly quoted: Wording;
  /** Whoever says it tells of itself, or of the state it speaks for. */
  readonly interested: boolean;
}

/** Looks up, for the assertions of a story, whose words they are in the end. */
export class Sources {
  private readonly originOf = new Map<string, string>();
  /** By the article that cites, or hosts. */
  private readonly cites: ReadonlyMap<string, readonly Derivation[]>;
  private readonly excerpts: ReadonlyMap<string, readonly Derivation[]>;
  private readonly entityOf: Readonly<Record<string, string>>;

  constructor(
    origins: readonly Origin[],
    derivations: readonly Derivation[],
    entityOf: Readonly<Record<string, string>>,
    private readonly stateOf: ReadonlyMap<string, string> = new Map(),
  ) {
    for (const origin of origins) for (const article of origin.articles) this.originOf.set(article, origin.id);
    this.cites = byDerived(derivations.filter((d) => d.kind === "cites"));
    this.excerpts = byDerived(derivations.filter((d) => d.kind === "excerpt"));
    this.entityOf = entityOf;
  }

  /** An article outside every group is an origin of its own, named by its id. */
  origin(article: string): string {
    return this.originOf.get(article) ?? article;
  }

  of(proposition: Proposition): Provenance {
    const { assertion, statement, wording, quoted } = proposition;
    const cited = this.citedIn(assertion.sentence);
    const informants = this.informants(statement);
    const self = statement !== null && wording.some((word) => oneself.has(word));
    return {
      interested: self || informants.some((one) => proposition.actors.has(one) || proposition.subject.has(one)),
      origin: cited ?? this.hostedFrom(assertion) ?? this.origin(assertion.article),
      informants,
      unresolved: statement !== null && isUnresolved(statement),
      wording,
      quoted,
    };
  }

  /** The origin of an excerpt that the article hosts, where the assertion lies inside it. */
  private hostedFrom(assertion: Assertion): string | null {
    const middle = (assertion.start + assertion.end) / 2;
    const hit = this.excerpts
      .get(assertion.article)
      ?.find((d) => d.passages.some((p) => p.derived.start <= middle && middle < p.derived.end));
    return hit?.source ? this.origin(hit.source) : null;
  }

  /** The origin of the outlet that the sentence cites: an article of the story, or `src:OUTLET` outside it. */
  private citedIn(sentence: Span): string | null {
    const hit = this.cites
      .get(sentence.article)
      ?.find((d) => d.passages.some((p) => p.derived.start < sentence.end && sentence.start < p.derived.end));
    if (!hit) return null;
    return hit.source === null ? `src:${normalName(hit.outlet ?? "unknown")}` : this.origin(hit.source);
  }

  /**
   * One remark by one speaker is one informant, however many outlets carry it; a minister, a spokesman and "the army"
   * of one government are one interested voice. Unnamed sources cannot be told apart across articles.
   */
  informants(statement: Statement | null): string[] {
    if (statement === null || statement.speaker.anonymous || statement.speaker.collective) return [];
    const { name, affiliation, entity, description } = statement.speaker;
    const story = entity === null ? null : (this.entityOf[entity] ?? null);
    const state = story === null ? null : (this.stateOf.get(story) ?? null);
    const names = [name, affiliation, spokenFor(name ?? description)].filter((one) => one !== null);
    return [story, state, ...names.map((one) => `src:${normalName(one)}`)].filter((key) => !!key) as string[];
  }
}

const isUnresolved = ({ speaker: { entity, name, description } }: Statement): boolean =>
  entity === null && name === null && /^(?:he|she|they|it)$/i.test(description);

/** "Roe's spokesman" and "Roe's office" are one voice; of "the Wire's report" the Wire is. Whose, where that is a name. */
const spokenFor = (speaker: string): string | null =>
  /^((?:\p{Lu}[^\s'’]*)(?: \p{Lu}[^\s'’]*){0,4})['’]s? (?:.{1,40} )?(?:office|spokes(?:man|woman|person)|press secretary|campaign|team|representatives?|lawyers?|attorneys?|report|story|article)$/u.exec(
    speaker,
  )?.[1] ?? null;

const oneself: ReadonlySet<string> = new Set(["i", "we", "us", "our", "ours", "my", "ourselves", "myself"]);

function byDerived(derivations: readonly Derivation[]): ReadonlyMap<string, readonly Derivation[]> {
  const byArticle = new Map<string, Derivation[]>();
  for (const derivation of derivations) {
    const list = byArticle.get(derivation.derived);
    if (list === undefined) byArticle.set(derivation.derived, [derivation]);
    else list.push(derivation);
  }
  return byArticle;
}

/** Of a claim with more reports than this, later ones are only compared with the first. */
const manyReports = 200;

const inSameWords = (a: Provenance, b: Provenance): boolean =>
  sameWording(a.wording, b.wording) || sameQuotation(a.quoted, b.quoted);

/**
 * The independent voices behind these provenances, as positions. Two reports are one voice when they go back to one
 * article or to one informant, or say it in the same words; a chain of such links is one voice too.
 */
export function voices(provenances: readonly Provenance[]): number[][] {
  const union = new Union(provenances.length);
  const first = new Map<string, number>();
  provenances.forEach(({ origin, informants }, i) => {
    // An outlet that is no article of the story is one voice, cited for its report or named as who says it.
    const own = origin.startsWith("src:") ? `i ${origin}` : `o ${origin}`;
    for (const key of [own, ...informants.map((name) => `i ${name}`)]) {
      const seen = first.get(key);
      if (seen === undefined) first.set(key, i);
      else union.join(seen, i);
    }
  });
  // "They wrote" may well be those whom another report names.
  const named = provenances.findIndex(({ informants }) => informants.length > 0);
  if (named >= 0) for (const [i, { unresolved }] of provenances.entries()) if (unresolved) union.join(named, i);
  provenances.forEach((a, i) => {
    for (let j = 0; j < Math.min(i, manyReports); j++)
      if (union.find(i) !== union.find(j) && inSameWords(a, provenances[j]!)) union.join(i, j);
  });
  return union.groups();
}
