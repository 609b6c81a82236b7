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
