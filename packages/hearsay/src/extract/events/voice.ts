import { hasAttitude, knownLemma, verbKeys } from "./lexicon.js";
import {
  auxiliaries,
  baseRelation,
  dependents,
  formAt,
  headAt,
  isPassive,
  isTimeWord,
  lemmaAt,
  particle,
  posAt,
  preposition,
  relationAt,
  type Tree,
} from "./tree.js";

/** Lemma, and lemma with particle, of the verb, adjective or noun at `i`. */
export function keysAt(tree: Tree, i: number): readonly string[] {
  tree.keys[i] ??= keysOf(tree, i);
  return tree.keys[i];
}

function keysOf(tree: Tree, i: number): readonly string[] {
  const lemma = knownLemma(lemmaAt(tree, i), formAt(tree, i));
  const joined = dependents(tree, i, "obl")
    .filter((kid) => !(isTimeWord(lemmaAt(tree, kid)) && preposition(tree, kid) === "on"))
    .map((kid) => `${lemma}_${preposition(tree, kid)}`);
  // "pulled its troops out of the valley"
  if (dependents(tree, i, "obl", "obj").some((kid) => preposition(tree, kid) === "out of")) joined.push(`${lemma}_out`);
  return [...verbKeys(lemma, particle(tree, i)).slice(0, -1), ...joined, lemma];
}

export const isVerbal = (tree: Tree, i: number): boolean => posAt(tree, i) === "VERB" || posAt(tree, i) === "AUX";

/** The subject nearest to the verb: one further left is a date line or a loose name, one in brackets an abbreviation. */
const ownSubject = (tree: Tree, i: number): number | undefined =>
  dependents(tree, i, "nsubj", "vocative").findLast(
    (kid) => formAt(tree, kid) !== "there" && !isTimeWord(lemmaAt(tree, kid)) && formAt(tree, kid - 1) !== "(",
  );

/** A past participle without auxiliary or subject: "sanctions imposed by", "was arrested and deported". */
function isBareParticiple(tree: Tree, i: number): boolean {
  if (tree.tokens[i]?.xpos !== "VBN" || ownSubject(tree, i) !== undefined || auxiliaries(tree, i).length > 0)
    return false;
  if (relationAt(tree, i) === "acl" || relationAt(tree, i) === "advcl" || relationAt(tree, i) === "amod") return true;
  return (
    relationAt(tree, i) === "conj" && dependents(tree, i, "obj").length === 0 && voiceIsPassive(tree, headAt(tree, i))
  );
}

export const voiceIsPassive = (tree: Tree, i: number): boolean => isPassive(tree, i) || isBareParticiple(tree, i);

/** The verb's first object, or in the passive what is acted on; indirect objects apart. */
export function objectOf(tree: Tree, i: number): number | null {
  if (!voiceIsPassive(tree, i)) {
    const own = dependents(tree, i, "obj").find((kid) => !isTimeWord(lemmaAt(tree, kid)));
    if (own !== undefined) return own;
    return relativeGap(tree, i);
  }
  const subject = dependents(tree, i, "nsubj", "csubj")[0];
  if (subject !== undefined) return relativeHead(tree, i, subject) ?? subject;
  if (relationAt(tree, i).startsWith("acl") || relationAt(tree, i) === "amod") return headAt(tree, i);
  if (relationAt(tree, i) === "conj") return objectOf(tree, headAt(tree, i));
  return relationAt(tree, i) === "advcl" ? subjectOf(tree, headAt(tree, i)) : null;
}

/** "the offer that Orrenia made": the noun a relative clause with its own subject hangs on is its object. */
function relativeGap(tree: Tree, i: number): number | null {
  const subject = ownSubject(tree, i);
  if (relationAt(tree, i) !== "acl:relcl" || subject === undefined) return null;
  return relativeHead(tree, i, subject) === null ? headAt(tree, i) : null;
}

const relativePronouns = new Set(["who", "which", "that", "whom"]);
function relativeHead(tree: Tree, i: number, subject: number): number | null {
  const relative = relativePronouns.has(formAt(tree, subject)) && relationAt(tree, i).startsWith("acl");
  return relative ? headAt(tree, i) : null;
}

/**
 * Who does what the word at `i` says: its own subject or agent, or the one it shares with the word it depends on.
 * Null when the sentence does not say. Depth is bounded by the sentence's own depth.
 */
export function subjectOf(tree: Tree, i: number, depth = 0): number | null {
  if (depth > 12) return null;
  if (voiceIsPassive(tree, i)) return agentOf(tree, i);
  const subject = ownSubject(tree, i);
  if (subject !== undefined) return relativeHead(tree, i, subject) ?? speakerFor(tree, i, subject, depth) ?? subject;
  return inherited(tree, i, depth);
}

function agentOf(tree: Tree, i: number): number | null {
  return (
    dependents(tree, i, "obl").find(
      (kid) => relationAt(tree, kid) === "obl:agent" || preposition(tree, kid) === "by",
    ) ?? null
  );
}

/** "X said it would": the pronoun stands for the speaker. */
function speakerFor(tree: Tree, i: number, subject: number, depth: number): number | null {
  const head = headAt(tree, i);
  const pronoun = ["it", "he", "she", "they"].includes(formAt(tree, subject));
  if (!pronoun || head < 0 || !["ccomp", "parataxis", "advcl"].includes(relationAt(tree, i))) return null;
  return hasAttitude([lemmaAt(tree, head)], "say", "threaten", "commit") ? subjectOf(tree, head, depth + 1) : null;
}

function inherited(tree: Tree, i: number, depth: number): number | null {
  const head = headAt(tree, i);
  if (head < 0) return null;
  const relation = baseRelation(tree, i);
  if (relation === "conj") return sharedSubject(tree, head, depth);
  if (relation === "xcomp" || relation === "ccomp") return controller(tree, i, head, depth);
  if (relation === "advcl" && hasAttitude([lemmaAt(tree, head)], "accuse")) return objectOf(tree, head);
  if (relation === "advcl" && tree.tokens[i]?.xpos === "VB") {
    const asked = askedOf(tree, i, head);
    if (asked !== null) return asked;
  }
  if (relation === "advcl" || relation === "parataxis")
    return voiceIsPassive(tree, head) ? objectOf(tree, head) : subjectOf(tree, head, depth + 1);
  if (relation === "acl") return aclSubject(tree, i, head, depth);
  return null;
}

/** The first conjunct's subject; of a passive, what it is about ("was freed and went home"). */
function sharedSubject(tree: Tree, head: number, depth: number): number | null {
  return voiceIsPassive(tree, head) ? objectOf(tree, head) : subjectOf(tree, head, depth + 1);
}

/** Who should do it: "pressed Peru to", "called on Peru to", "appealed to Peru to". */
function askedOf(tree: Tree, i: number, head: number): number | null {
  if (!hasAttitude(keysAt(tree, head), "ask") || voiceIsPassive(tree, head)) return null;
  const object = dependents(tree, head, "obj", "iobj")[0];
  if (object !== undefined) return object < i ? object : null;
  const joined = dependents(tree, head, "obl").filter((kid) => kid < i && !isTimeWord(lemmaAt(tree, kid)));
  return joined.find((kid) => ["on", "upon", "to", "for"].includes(preposition(tree, kid))) ?? null;
}

/** Who controls an infinitive: the object of "urged X to", else the subject of "agreed to". */
function controller(tree: Tree, i: number, head: number, depth: number): number | null {
  const object = dependents(tree, head, "obj", "iobj")[0];
  if (object !== undefined && object < i && hasAttitude(keysAt(tree, head), "ask", "allow")) return object;
  const asked = askedOf(tree, i, head);
  if (asked !== null) return asked;
  if (voiceIsPassive(tree, head)) return objectOf(tree, head);
  return subjectOf(tree, head, depth + 1);
}

/** "forces fighting in …": the noun; "its decision to leave": whose decision, or who made it. */
function aclSubject(tree: Tree, i: number, head: number, depth: number): number | null {
  if (isVerbal(tree, head)) return subjectOf(tree, head, depth + 1);
  if (tree.tokens[i]?.xpos === "VBG" && !hasAttitude(keysAt(tree, head), "commit", "plan", "refuse")) return head;
  const owner = dependents(tree, head, "nmod").find((kid) => relationAt(tree, kid) === "nmod:poss");
  if (owner !== undefined) return owner;
  const by = dependents(tree, head, "nmod").find((kid) => ["by", "of"].includes(preposition(tree, kid)));
  if (by !== undefined) return by;
  const verb = headAt(tree, head);
  return verb >= 0 && isVerbal(tree, verb) && baseRelation(tree, head) === "obj"
    ? subjectOf(tree, verb, depth + 1)
    : null;
}
