import type { Token } from "@hearsay/english";
import type { Span } from "../../model/index.js";
import type { Read } from "./numbers.js";

const hourly = /^(?:at|by|since|until|till|before|after)$/;
const spelledHour = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;

/**
 * "At eight this morning", "since about six on Thursday": an hour with the day right behind it; "sold out before eight."
 * Not "the toll stood at nine on Thursday", "rose by six on Thursday": what a number stands at or changes by is a count.
 */
export function isHour(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
  { max, next }: Read,
  times: readonly Span[],
): boolean {
  const preposition = words[/^(?:about|around)$/.test(words[at - 1] ?? "") ? at - 2 : at - 1] ?? "";
  if (max === null || max > 24 || !hourly.test(preposition) || isMeasured(tokens, at, preposition)) return false;
  const after = tokens[words[next] === "on" && preposition !== "by" ? next + 1 : next];
  if (after !== undefined && times.some(({ start }) => start === after.start)) return true;
  const alone = tokens[next] === undefined || tokens[next].upos === "PUNCT";
  return alone && preposition !== "by" && spelledHour.test(words[at] ?? "");
}

/** What numbers stand at, and what they change by. */
const levels = /^(?:stand|remain|stay|put|hold|keep|hover|peak|estimate|value|price|rate|cap|reckon)$/;
const changes =
  /^(?:rise|fall|grow|increase|decrease|drop|climb|jump|decline|shrink|swell|raise|cut|reduce|lower|exceed)$/;
const numbered = /^(?:toll|number|count|tally|total|level|figure|price|rate|amount)$/;

/** The number belongs to a verb of such a kind, to what is said of a number, or to a passive: who did it. */
function isMeasured(tokens: readonly Token[], at: number, preposition: string): boolean {
  const { head } = tokens[at]!;
  const below = tokens.filter((t) => t.head === head || t.head === at);
  if (below.some(({ lemma }) => numbered.test(lemma))) return true;
  const lemma = tokens[head]?.lemma ?? "";
  if (preposition === "at") return levels.test(lemma);
  if (preposition === "by" && /^(?:up|down|rose|fell)$/.test(tokens[at - 2]?.form ?? "")) return true;
  return preposition === "by" && (changes.test(lemma) || below.some(({ deprel }) => deprel === "aux:pass"));
}
