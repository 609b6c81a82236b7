import type { Grade, Reliability, Support, Verdict } from "../model/index.js";

/** What is known of a claim when its verdict is due. */
export interface Standing {
  readonly origins: number;
  readonly revised: boolean;
  /** Origins behind each claim that contradicts it. */
  readonly rivals: readonly number[];
  /** Some article says it in its own name, while every rival is only somebody's word. */
  readonly firmer: boolean;
}

/**
 * The verdict. Later values replace earlier ones, but settle no dispute about what was so then; a contradiction stands unless at least three independent
 * origins, or two of which one reports in its own name, face nothing but the word of single ones; two independent origins
 * corroborate.
 */
export function verdictOf({ origins, revised, rivals, firmer }: Standing): Verdict {
  if (revised && rivals.length === 0) return "revised";
  const outweighs = origins >= (firmer ? 2 : 3) && rivals.every((n) => n <= 1);
  if (rivals.length > 0 && !outweighs) return "contradicted";
  return origins >= 2 ? "corroborated" : "single-origin";
}

/**
 * The Admiralty grade (STANAG 2511). Reliability is the best rating an analyst gave an outlet among the supports, F
 * until someone rates; credibility follows from agreement alone: 1 confirmed by three or more origins, 2 by two,
 * 3 one named source or the outlet itself, 4 unnamed sources only, 5 contradicted by more origins than support it.
 */
export function gradeOf(
  standing: Standing,
  support: readonly Support[],
  unnamed: boolean,
  ratings: readonly Reliability[],
): Grade {
  const reliability = [...ratings].sort()[0] ?? "F";
  if (support.length === 0) return { reliability, credibility: 6 };
  const outnumbered = standing.rivals.some((n) => n > standing.origins);
  if (outnumbered) return { reliability, credibility: 5 };
  if (standing.rivals.length > 0) return { reliability, credibility: standing.origins >= 3 ? 2 : 4 };
  if (standing.origins >= 3) return { reliability, credibility: 1 };
  if (standing.origins === 2) return { reliability, credibility: 2 };
  return { reliability, credibility: unnamed ? 4 : 3 };
}
