import type { EventMode } from "../../model/index.js";
import { hasAttitude } from "./lexicon.js";
import { demandAuxiliaries, hypotheticalAuxiliaries, hypotheticalMarks, negators } from "./tables/governors.js";
import {
  auxiliaries,
  baseRelation,
  dependents,
  formAt,
  headAt,
  lemmaAt,
  posAt,
  relationAt,
  type Tree,
} from "./tree.js";
import { isVerbal, keysAt } from "./voice.js";

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));
const marks = setOf(hypotheticalMarks);
const mays = setOf(hypotheticalAuxiliaries);
const musts = setOf(demandAuxiliaries);
const noes = setOf(negators);

/** What the tree says about whether the action at `i` took place; null when it simply asserts it. */
export function modeAt(tree: Tree, i: number): EventMode | null {
  if (isNegated(tree, i)) return "denied";
  const own = ownMode(tree, i);
  if (isConditional(tree, i)) return own === "demanded" ? own : "hypothetical";
  return own ?? governedMode(tree, i, 0);
}

/** "not", "never", "no" on the verb, its subject or its object, or on the noun itself. */
export function isNegated(tree: Tree, i: number): boolean {
  const has = (at: number): boolean =>
    (tree.children[at] ?? []).some(
      (kid) =>
        noes.has(formAt(tree, kid)) &&
        ["advmod", "det", "cc:preconj", "aux"].includes(relationAt(tree, kid)) &&
        !isOfInfinitive(tree, at, kid),
    );
  if (
    has(i) ||
    (baseRelation(tree, i) === "xcomp" && isNotTo(tree, i)) ||
    dependents(tree, i, "advmod").some((kid) => formAt(tree, kid) === "longer" && formAt(tree, kid - 1) === "no")
  )
    return true;
  return dependents(tree, i, "nsubj", "obj").some(
    (kid) => has(kid) || noes.has(formAt(tree, kid)) || dependents(tree, kid, "nummod", "det").some(has),
  );
}

/** "has sworn not to hold talks": what is not done is what follows. */
const isOfInfinitive = (tree: Tree, at: number, no: number): boolean =>
  no > at && formAt(tree, no + 1) === "to" && dependents(tree, at, "xcomp").some((kid) => kid > no);

/** The "not" stands before the infinitive's "to". */
const isNotTo = (tree: Tree, i: number): boolean =>
  dependents(tree, i, "mark").some((mark) => formAt(tree, mark) === "to" && noes.has(formAt(tree, mark - 1)));

/** "An expected attack", "the planned visit": the noun's own adjective says that it has not taken place. */
function modeOfNoun(tree: Tree, i: number): EventMode | null {
  const around = dependents(tree, i, "amod").map((kid) => formAt(tree, kid).split("-").at(-1) ?? "");
  if (around.some((form) => supposed.has(form))) return "hypothetical";
  return around.some((form) => intended.has(form)) ? "planned" : null;
}
const supposed = setOf("expected possible potential likely imminent feared hypothetical anticipated further future");
const intended = setOf("planned scheduled proposed upcoming forthcoming intended promised");

function ownMode(tree: Tree, i: number): EventMode | null {
  const ofNoun = modeOfNoun(tree, i);
  if (ofNoun !== null) return ofNoun;
  const auxiliary = auxiliaries(tree, i);
  if (isInverted(tree, i)) return "hypothetical";
  if (auxiliary.some((form) => musts.has(form))) return "demanded";
  if (isBound(tree, i)) return "planned";
  if (auxiliary.some((form) => form === "will" || form === "'ll" || form === "’ll" || form === "wo")) return "planned";
  if (auxiliary.includes("would")) return isReported(tree, i) ? "planned" : "hypothetical";
  if (auxiliary.some((form) => mays.has(form))) return "hypothetical";
  return dependents(tree, i, "mark").some((kid) => ["due", "set", "about", "poised"].includes(formAt(tree, kid)))
    ? "planned"
    : null;
}

/** "Should the truce fail, …": a condition, on this verb or on the one beside it. */
function isInverted(tree: Tree, i: number): boolean {
  const should = dependents(tree, i, "aux").find((kid) => formAt(tree, kid) === "should");
  if (should === undefined) return false;
  return dependents(tree, i, "nsubj").every((kid) => kid > should) && ["", ",", "."].includes(formAt(tree, should - 1));
}

/** "is to visit", "are to meet". */
const isBound = (tree: Tree, i: number): boolean =>
  tree.tokens[i]?.xpos === "VB" &&
  hasToMark(tree, i) &&
  dependents(tree, i, "cop", "aux").some((kid) => ["is", "are", "was", "were", "am"].includes(formAt(tree, kid)));

/** Under a verb of saying: its "would" is a "will" told afterwards. */
function isReported(tree: Tree, i: number): boolean {
  const head = headAt(tree, i);
  return head >= 0 && ["ccomp", "parataxis"].includes(baseRelation(tree, i)) && isVerbal(tree, head);
}

function isConditional(tree: Tree, i: number): boolean {
  const marked = dependents(tree, i, "mark", "advmod").some(
    (kid) => marks.has(formAt(tree, kid)) || (kid > 0 && ["provided", "providing"].includes(formAt(tree, kid - 1))),
  );
  return marked && ["advcl", "ccomp", "acl"].includes(baseRelation(tree, i));
}

/** What the words above say: "agreed to", "threatened to", "urged X to", "denied having". */
function governedMode(tree: Tree, i: number, depth: number): EventMode | null {
  const head = headAt(tree, i);
  if (head < 0 || depth > 6) return null;
  const relation = baseRelation(tree, i);
  if (relation === "conj" && posAt(tree, head) === posAt(tree, i) && !hasOwnClause(tree, i))
    return ownMode(tree, head) ?? (isNegated(tree, head) ? null : governedMode(tree, head, depth + 1));
  const keys = keysAt(tree, head);
  if (relation === "nsubj" && posAt(tree, i) === "NOUN" && isVerbal(tree, head)) return ownMode(tree, head);
  if (!["xcomp", "ccomp", "acl", "obj", "nmod", "obl", "advcl"].includes(relation)) return null;
  const infinitive = relation === "xcomp" || (relation === "acl" && tree.tokens[i]?.xpos === "VB");
  // "Farmers told the paper", before or after what they told, asks for nothing.
  const finite = !infinitive && isVerbal(tree, i) && dependents(tree, i, "nsubj").length > 0;
  if (finite && isVerbal(tree, head) && hasAttitude(keys, "say") && !hasAttitude(keys, "deny")) return null;
  const byHead = relation === "advcl" || relation === "obl" ? null : attitudeMode(keys, infinitive, relation);
  if (byHead === "demanded" && isNegated(tree, head)) return "hypothetical";
  if (byHead !== null) return byHead;
  if (relation === "xcomp" && hasToMark(tree, i) && lemmaAt(tree, head) === "have") return "demanded";
  if (relation === "advcl" && tree.tokens[i]?.xpos === "VB") return hasAttitude(keys, "ask") ? "demanded" : "planned";
  if (relation === "advcl") return null;
  if (
    ["ccomp", "acl"].includes(relation) &&
    isReport(tree, head) &&
    hasAttitude(keysAt(tree, headAt(tree, head)), "deny")
  )
    return "denied";
  if (["obj", "nmod", "obl", "xcomp"].includes(relation))
    return ownMode(tree, head) ?? governedMode(tree, head, depth + 1);
  return null;
}

/** "rejected reports that it had supplied arms": what is denied. */
const isReport = (tree: Tree, i: number): boolean =>
  headAt(tree, i) >= 0 &&
  /^(?:report|claim|allegation|accusation|suggestion|rumou?r|charge|assertion)$/.test(lemmaAt(tree, i)) &&
  baseRelation(tree, i) === "obj";

const hasToMark = (tree: Tree, i: number): boolean =>
  dependents(tree, i, "mark").some((kid) => formAt(tree, kid) === "to");

const hasOwnClause = (tree: Tree, i: number): boolean =>
  dependents(tree, i, "aux").length > 0 && dependents(tree, i, "nsubj").length > 0;

function attitudeMode(keys: readonly string[], infinitive: boolean, relation: string): EventMode | null {
  if (relation === "ccomp" && hasAttitude(keys, "say") && !hasAttitude(keys, "deny")) return null;
  if (hasAttitude(keys, "deny")) return "denied";
  if (hasAttitude(keys, "refuse", "fail") && relation !== "obj") return "denied";
  if (hasAttitude(keys, "ask") && (infinitive || relation !== "nmod")) return "demanded";
  if (hasAttitude(keys, "threaten") && relation !== "obj") return "planned";
  if (hasAttitude(keys, "consider")) return "hypothetical";
  if (hasAttitude(keys, "commit", "plan") && (infinitive || relation === "obj" || relation === "nmod"))
    return "planned";
  if (hasAttitude(keys, "accuse") && relation !== "obj" && relation !== "nmod") return "reported";
  return null;
}

/** Told by somebody in the same sentence: what a verb of saying says, before or after it. */
export function isSaid(tree: Tree, i: number): boolean {
  const head = headAt(tree, i);
  if (head < 0 || !isVerbal(tree, head) || !isVerbal(tree, i)) return false;
  const clause =
    ["ccomp", "parataxis", "obj"].includes(baseRelation(tree, i)) && dependents(tree, i, "nsubj").length > 0;
  return clause && dependents(tree, head, "nsubj").length > 0 && hasAttitude(keysAt(tree, head), "say");
}

/** "Since Russia invaded", "since the invasion": known and past, told as the time of something else. */
export function isBackground(tree: Tree, i: number): boolean {
  const clause = baseRelation(tree, i) === "advcl" && tree.tokens[i]!.xpos !== "VBG";
  const marks = clause
    ? dependents(tree, i, "mark")
    : baseRelation(tree, i) === "obl"
      ? dependents(tree, i, "case")
      : [];
  return marks.some((mark) => formAt(tree, mark) === "since");
}
