import type { Proposition } from "./propositions.js";
import { hasNegation, wordingOf } from "./wording.js";

/** "Changed its mind", "so have I", "backed down": that somebody turned, without what on. */
const turned =
  /\b(?:chang(?:ed|es|ing) (?:its|his|her|their|my|our) (?:own )?(?:mind|minds|course|tune|stance|line|view)|revers(?:ed|es) (?:itself|himself|herself|themselves|course|its|his|her|their) ?(?:decision|position|stance)?|relent(?:ed|s)|back(?:ed|s) down|climbed down|gave in(?: to\b|$)|so have (?:i|we)|thought better of it|made an? u turn|made an? about face)\b/;
/** With these it is no turn, or not yet one. */
const unturned =
  /\b(?:refus\w+|would|will|may|might|could|should|must|unless|until|if|without|ruled out|urg\w+|ask\w*)\b/;

/** Predicates that such clauses have: the words are looked at only where one of them stands. */
const predicates: ReadonlySet<string> = new Set(
  "change reverse relent =approve climb give think make u-turn turn about-face".split(" "),
);

/** A clause may be cut right before "and so have I". */
const AFTER = 16;

/** The clause of an article of this text says of somebody that he turned, and nothing of what on. */
export function isTurnabout({ assertion }: Proposition, text: string): boolean {
  if (!predicates.has(assertion.predicate) || assertion.stance !== null) return false;
  if (assertion.conditional || assertion.future || assertion.negated) return false;
  const wording = wordingOf(text.slice(assertion.start, assertion.end + AFTER));
  const words = wording.join(" ");
  return turned.test(words) && !unturned.test(words) && !hasNegation(wording);
}

/** What a turn is on is told shortly before: so many characters. */
const NEAR = 600;

/** What is known of a take that somebody may turn from. */
export interface Turnable {
  readonly actor: string;
  readonly named: ReadonlySet<string>;
  readonly take: {
    readonly article: string;
    readonly start: number;
    readonly when: { readonly latest: string } | null;
  };
}

/**
 * What `actor` turned from, by a clause that says only that he did: his last take told shortly before it in its article, or
 * the last from an earlier day that is on somebody named there. Null if there is none. `stands` in order of time.
 */
export function turnedFrom<S extends Turnable>(
  { assertion }: Proposition,
  actor: string,
  day: string | null,
  stands: readonly S[],
  namedBefore: ReadonlySet<string>,
): S | null {
  const own = stands.filter((s) => s.actor === actor);
  const inArticle = own.filter(
    ({ take }) =>
      take.article === assertion.article && take.start < assertion.start && assertion.start - take.start < NEAR,
  );
  if (inArticle.length > 0) return inArticle.reduce((a, b) => (b.take.start > a.take.start ? b : a));
  if (day === null) return null;
  const earlier = own.filter(
    ({ take, named }) =>
      take.when !== null && take.when.latest.slice(0, 10) < day && [...named].some((e) => namedBefore.has(e)),
  );
  return earlier.at(-1) ?? null;
}

/** Who and what is named shortly before a clause in its article, itself included; `own` are the clauses of that article. */
export function namedNear({ assertion }: Proposition, own: readonly Proposition[]): ReadonlySet<string> {
  return new Set(
    own
      .filter(({ assertion: { start } }) => start <= assertion.start && assertion.start - start < NEAR)
      .flatMap(({ actors }) => [...actors]),
  );
}
