import { objectNouns } from "./actors.js";
import { nounType } from "./lexicon.js";
import { baseRelation, dependents, formAt, headAt, lemmaAt, posAt, preposition, type Tree } from "./tree.js";
import { governed, type Trigger } from "./triggers.js";
import { objectOf, subjectOf, voiceIsPassive } from "./voice.js";

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** "called her vote a mistake", "called Clinton a champion for": neither a visit, a telephone call nor a request. */
export const isNaming = (tree: Tree, { type, noun }: Trigger, object: number | null): boolean => {
  if (noun !== null || object === null || lemmaAt(tree, headAt(tree, object)) !== "call") return false;
  if (!["REQUEST", "CONSULT"].includes(type) || object < headAt(tree, object)) return false;
  const after = tree.forms.slice(object + 1, object + 12);
  const end = after.findIndex((form) => [",", "and", "."].includes(form));
  return (
    type === "REQUEST" ||
    after.slice(0, end < 0 ? after.length : end).some((form) => ["a", "an", "“", '"'].includes(form))
  );
};

/** "will discuss her past", "are being debated": somebody speaks of it, with nobody. */
export function isTalkedOf(tree: Tree, { type, verb, noun }: Trigger): boolean {
  if (type !== "CONSULT" || verb === null || noun !== null || !/^(?:discuss|debate)$/.test(lemmaAt(tree, verb)))
    return false;
  const [subject, object] = [subjectOf(tree, verb), objectOf(tree, verb)];
  if (object !== null && posAt(tree, object) === "PROPN" && !voiceIsPassive(tree, verb)) return false;
  const joined = dependents(tree, verb, "obl").some((kid) =>
    ["with", "between", "against"].includes(preposition(tree, kid)),
  );
  const several =
    subject !== null && (tree.tokens[subject]!.xpos.endsWith("S") || dependents(tree, subject, "conj").length > 0);
  return !joined && !(several && !voiceIsPassive(tree, verb));
}

const medical = setOf(
  "hospital doctor medic nurse patient clinic wound wounded injury injure casualty victim ambulance disease",
);

/** "agreed that it was late", "tell that to", "was honored by", "how people are treated". */
export function isOtherwiseMeant(tree: Tree, { type, verb }: Trigger): boolean {
  const lemma = lemmaAt(tree, verb!);
  if (lemma === "agree" && type === "AGREE") {
    const clause = dependents(tree, verb!, "ccomp")[0];
    const undertaken = dependents(tree, verb!, "xcomp", "obl").length > 0;
    return clause !== undefined && !undertaken && !isToCome(tree, clause);
  }
  if (lemma === "close" && type === "COERCE") return isQuoted(tree, verb!);
  if (lemma === "tell" && type === "REQUEST") return governed(tree, verb!) === null;
  if (lemma === "honor" || lemma === "honour") return voiceIsPassive(tree, verb!);
  return lemma === "treat" && type === "AID" && !tree.lemmas.some((word) => medical.has(word));
}

/** "Cotton closed at 91 cents", "shares closed up 3 %": what a market came to, no act; a shop that "closed at 5 p.m." is none either. */
const isQuoted = (tree: Tree, i: number): boolean =>
  !voiceIsPassive(tree, i) &&
  /^(?:at|up|down|higher|lower|flat|unchanged)$/.test(formAt(tree, i + 1)) &&
  /^(?:$|\p{P}|an?$|about$|around$|nearly$|just$|\p{Sc}|.*\d)/u.test(formAt(tree, i + 2));

const isToCome = (tree: Tree, i: number): boolean =>
  dependents(tree, i, "aux").some((kid) => ["will", "would", "shall", "'ll"].includes(formAt(tree, kid)));

/** "The first debate", "a press conference": an occasion, unless it says between whom. */
export const isOccasion = (tree: Tree, noun: number): boolean => {
  const between = dependents(tree, noun, "nmod").some((kid) =>
    ["between", "with", "against"].includes(preposition(tree, kid)),
  );
  const lemma = lemmaAt(tree, noun);
  const press = modifiers(tree, noun).some((word) => word === "press" || word === "news");
  return !between && (lemma === "debate" || (lemma === "conference" && press));
};

/** "A supply with ties to the ministry said": whoever speaks is no deed, whatever word stands there. */
export const isSpeaking = (tree: Tree, { verb, noun }: Trigger): boolean =>
  verb === null &&
  noun !== null &&
  baseRelation(tree, noun) === "nsubj" &&
  /^(?:say|tell|state|declare|confirm|admit|write|add)$/.test(lemmaAt(tree, headAt(tree, noun)));

/** To "facilitate the construction of a plant" is not to mediate. */
export function isHelpedAlong(tree: Tree, { type, verb }: Trigger): boolean {
  if (type !== "CONSULT" || verb === null || lemmaAt(tree, verb) !== "facilitate") return false;
  const object = objectOf(tree, verb);
  return (
    object !== null &&
    !objectNouns(tree, object).some((noun) => ["CONSULT", "RETREAT", "SUPPORT"].includes(nounType(noun) ?? ""))
  );
}

/** Lower-case lemmas of what stands before a noun. */
export const modifiers = (tree: Tree, noun: number): readonly string[] =>
  dependents(tree, noun, "amod", "compound").map((kid) => lemmaAt(tree, kid).toLowerCase());
