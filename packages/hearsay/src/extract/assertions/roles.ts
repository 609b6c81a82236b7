import type { Role, Roles, Statement } from "../../model/index.js";
import { below, type Tree } from "../tree.js";
import type { Clause } from "./clauses.js";
import type { Lookup } from "./lookup.js";
import { isPassive, meaningOf, speakerAs, subjectIndex } from "./slots.js";

const nobody: Role = { heads: [], entities: [] };

/**
 * Who does what to whom in a clause: the head words of what acts and of what is acted on, with the entities there. Of a
 * passive the subject is acted on. Where the verb has no object, what follows its infinitive ("voted to override the
 * veto") or its preposition ("pleaded guilty to a charge") is.
 */
export function rolesOf(tree: Tree, clause: Clause, statement: Statement | null, lookup: Lookup): Roles {
  const { head } = clause;
  const passive = isPassive(tree, head);
  const by = tree.children[head]!.find((child) => tree.tokens[child]!.deprel === "obl:agent") ?? -1;
  const subject = standsFor(tree, clause, subjectIndex(tree, head));
  const agent = passive ? by : subject;
  const patient = passive ? subject : objectIndex(tree, head);
  return { agent: role(tree, agent, statement, lookup), patient: role(tree, patient, statement, lookup) };
}

/** "Who", "which": the noun before it. */
function standsFor(tree: Tree, clause: Clause, subject: number): number {
  if (subject < 0 || !/^(?:which|who|that)$/i.test(tree.tokens[subject]!.form)) return subject;
  return clause.tokens.findLast((i) => i < subject && /^(?:NOUN|PROPN)$/.test(tree.tokens[i]!.upos)) ?? subject;
}

function objectIndex(tree: Tree, head: number): number {
  const child = (i: number, relation: string) => tree.children[i]!.find((c) => tree.relations[c] === relation) ?? -1;
  const object = child(head, "obj");
  if (object >= 0) return object;
  const further = child(head, "xcomp");
  if (further >= 0) {
    const inner = child(further, "obj");
    if (inner >= 0) return inner;
  }
  const oblique = tree.children[further >= 0 ? further : head]!.find(
    (c) => tree.tokens[c]!.deprel === "obl" && c > head && /^(?:NOUN|PROPN)$/.test(tree.tokens[c]!.upos),
  );
  return oblique ?? (tree.tokens[head]!.upos === "VERB" ? -1 : head);
}

function role(tree: Tree, i: number, statement: Statement | null, lookup: Lookup): Role {
  if (i < 0) return nobody;
  const token = tree.tokens[i]!;
  const phrase = below(tree, i)
    .filter((j) => j === i || phrasal.has(tree.relations[j]!))
    .map((j) => tree.tokens[j]!);
  const entities = lookup.entitiesAt([token]);
  const heads = phrase.filter((t) => t.upos === "NOUN").map(meaningOf);
  const named = entities.length > 0 ? entities : lookup.entitiesAt(phrase);
  return { heads, entities: named.length > 0 || heads.length > 0 ? named : speakerAs(token, statement) };
}

const phrasal: ReadonlySet<string> = new Set(["compound", "flat"]);
