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
      (kid) => noes.has(formAt(tree, kid)) && ["advmod", "det", "cc:preconj", "aux"].includes(relationAt(tree, kid)),
    );
  if (
    has(i) ||
    dependents(tree, i, "advmod").some((kid) => formAt(tree, kid) === "longer" && formAt(tree, kid - 1) === "no")
  )
    return true;
  return dependents(tree, i, "nsubj", "obj").some(
    (kid) => has(kid) || noes.has(formAt(tree, kid)) || dependents(tree, kid, "nummod", "det").some(has),
  );
}

function ownMode(tree: Tree, i: number): EventMode | null {
  const auxiliary = auxiliaries(tree, i);
  if (auxiliary.some((form) => musts.has(form))) return "demanded";
  if (auxiliary.some((form) => form === "will" || form === "'ll" || form === "’ll" || form === "wo")) return "planned";
  if (auxiliary.includes("would")) return isReported(tree, i) ? "planned" : "hypothetical";
  if (auxiliary.some((form) => mays.has(form))) return "hypothetical";
  return dependents(tree, i, "mark").some((kid) => ["due", "set", "about", "poised"].includes(formAt(tree, kid)))
    ? "planned"
    : null;
}

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
  const byHead = relation === "advcl" || relation === "obl" ? null : attitudeMode(keys, infinitive, relation);
  if (byHead !== null) return byHead;
  if (relation === "xcomp" && hasToMark(tree, i) && lemmaAt(tree, head) === "have") return "demanded";
  if (relation === "advcl" && tree.tokens[i]?.xpos === "VB") return hasAttitude(keys, "ask") ? "demanded" : "planned";
  if (relation === "advcl") return null;
  if (["obj", "nmod", "obl", "xcomp"].includes(relation))
    return ownMode(tree, head) ?? governedMode(tree, head, depth + 1);
  return null;
}

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
