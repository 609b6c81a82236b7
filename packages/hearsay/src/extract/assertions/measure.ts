import type { Amount } from "../../model/index.js";
import { countsPeople, meaning } from "./meaning.js";

/**
 * What an amount measures, for comparing: its unit, or the meaning of what is counted. The dead and the wounded are
 * tolls whoever is counted ("nine soldiers", "the toll rose to nine").
 */
export function measureOf({ unit, noun }: Amount, toll: false | "killed" | "wounded"): string | null {
  if (unit !== null) return unit === "percent" ? null : `unit:${unit}`;
  if (toll && (noun === null || countsPeople(noun))) return `toll:${toll}`;
  return noun === null ? null : `count:${meaning(noun, "NOUN")}`;
}

/** An age ("died at 77") or a number in an address ("the 22000 block of") counts nothing. */
export function isLabel({ start, end, unit, noun }: Amount, text: string): boolean {
  if (unit !== null) return false;
  const before = text.slice(Math.max(0, start - 80), start);
  const aged = noun === null && /\b(?:at|aged?|age of) $/.test(before) && !estimated.test(before);
  return aged || /^ block\b/.test(text.slice(end, end + 7));
}

/** "Put the number killed at 12", "stands at 12". */
const estimated = /\b(?:put|puts|stands?|stood|estimate[sd]?|number|toll|count|tally|total)\b[^.;!?]* at $/i;

/** "24 members of the crew" and "24 crew members" are a crew of 24; members who were killed are a toll. */
export function ofWhom(amount: Amount, text: string, toll: false | "killed" | "wounded"): Amount {
  if (toll && amount.noun !== null && countsPeople(amount.noun)) return amount;
  const after = text.slice(amount.end, amount.end + 60);
  const body =
    /^ (\p{Ll}+) members\b/u.exec(after)?.[1] ??
    /^\s*members of (?:(?:the|its|his|her|their|our) )?(\p{Ll}+)/u.exec(text.slice(amount.end, amount.end + 60))?.[1];
  return body === undefined ? amount : { ...amount, noun: body };
}
