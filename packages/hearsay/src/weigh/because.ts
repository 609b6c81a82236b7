import type { Comparison } from "./compare.js";
import type { Proposition } from "./propositions.js";
import { ofObject } from "./remember.js";
import { hasNegation } from "./wording.js";

/**
 * What brings a thing down, a kind a line: meant, nature, a fault or mistake; written for Hearsay. Two causes of one kind may
 * be one told in two ways ("a storm", "the wind"); of two kinds only one can be the cause that a report names alone. Words
 * that fit several ("accident", "explosion", "fire") are not among them.
 */
const kinds = `
sabotage saboteur saboteurs attack attacks =attack bomb bombs bombing missile missiles rocket rockets =rocket arson arsonist
arsonists strike strikes shelling drone drones =drone torpedo terrorism terrorists vandalism vandals hackers cyberattack
earthquake quake storm storms flood floods flooding lightning wind winds gale landslide rain rains snow ice tsunami hurricane typhoon avalanche
fault faults defect defects malfunction wear corrosion maintenance wiring overheating fatigue error errors mistake mistakes negligence carelessness
`;
const lines = kinds.trim().split("\n");
/** The first two lines are one kind. */
const kindOf = new Map(lines.flatMap((line, i) => line.split(" ").map((word) => [word, Math.max(1, i)] as const)));

/** "Was caused by", "failed because of", "was put down to": what follows is the cause. */
const after =
  /\b(?:(?:caused|triggered|sparked|provoked|started|brought down|brought about|set off|broken|destroyed|damaged|felled) by|due to|because of|owing to|(?:as a|was the|the) result of|resulted from|blamed on|traced to|put down to) ((?:\w+ ){0,5}\w+)/;
/** "Caused", "led to", "was to blame for": what stands before it is. */
const before =
  /\b((?:\w+ ){0,3}\w+) (?:(?:had|has|have|likely|probably) )*(?:caused|triggered|sparked|brought down|brought about|led to|was behind|were behind|was to blame|were to blame|was the cause|was responsible)\b/;

const nothing: ReadonlySet<number> = new Set();

/** The kinds of cause that a clause gives for what it tells. */
const causesGiven = ofObject(({ wording, agent }: Proposition): ReadonlySet<number> => {
  const text = wording.join(" ");
  const told = [after, before].flatMap((pattern) => pattern.exec(text)?.[1]?.split(" ") ?? []);
  const found = [...told, ...agent].flatMap((word) => kindOf.get(word) ?? []);
  return found.length === 0 ? nothing : new Set(found);
});

/** One thing is told to have been brought about by two causes of different kinds, each the only one its report names. */
export function isTwoCauses(a: Proposition, b: Proposition, c: Comparison): boolean {
  const [x, y] = [causesGiven(a), causesGiven(b)];
  if (x.size !== 1 || y.size !== 1 || [...x].some((kind) => y.has(kind))) return false;
  if (a.assertion.future || b.assertion.future || hasNegation(a.wording) || hasNegation(b.wording)) return false;
  if (c.times === "differ" || c.times === "unknown") return false;
  return isOneEffect(a, b) && sharedBeside(a, b) >= 2;
}

/** What the one's cause was done to is spoken of in the other. */
const isOneEffect = (a: Proposition, b: Proposition): boolean =>
  undergoing(a).some((feature) => b.features.has(feature)) || undergoing(b).some((feature) => a.features.has(feature));

/** By its head word; of "the Belmar pier" Belmar tells which, and there may be other things. */
function undergoing({ patient }: Proposition): string[] {
  const heads = [...patient].filter((feature) => !feature.startsWith("@"));
  return heads.length > 0 ? heads : [...patient];
}

/** Words and names in common that are no cause themselves. */
const sharedBeside = (a: Proposition, b: Proposition): number =>
  [...a.features].filter((f) => /^[^#~%!]/.test(f) && b.features.has(f) && !kindOf.has(f) && f !== "cause").length;
