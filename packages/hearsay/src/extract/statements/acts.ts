import type { Statement } from "../../model/index.js";
import { isSaying } from "../assertions/meaning.js";
import { opensClause } from "../finite.js";
import type { Attribution } from "./decode.js";
import type { Page } from "./page.js";

type Act = Statement["act"];
const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const thoughts = set(`
 think believe know hope fear expect feel consider doubt suspect worry wonder assume understand realise realize regard
 view see imagine guess suppose remember recall anticipate belief hope fear view opinion feeling expectation worry
 concern conviction sure confident convinced afraid optimistic pessimistic worried aware unsure certain mind deem
 love hate like dislike prefer respect trust favor favour
`);
const intentions = set(`
 intend plan want aim seek wish mean intention plan aim desire determined willing ready prepared eager try attempt
 consider mull weigh prepare
`);
const denials = set("deny denial reject refute dispute contradict disavow rebut disclaim dismiss rebuff");
const refusals = set("decline refuse refusal");
const answers = set("comment answer respond reply say speak discuss elaborate confirm return draw specify disclose");
const documents = set(`
 report poll survey study letter document statement note memo memorandum treaty agreement law bill article paper data
 figure figures statistics record file analysis review index filing lawsuit complaint indictment ruling verdict email
 e-mail message post tweet transcript book website page editorial advertisement ad text declaration communique
 communiqué protocol research census estimate forecast audit investigation findings results image images footage video
 sign banner headline dossier assessment chart map
`);
const negatives = set("not n't n’t never no neither nor without");
const hedges = set(
  "reportedly allegedly apparently seemingly supposedly purportedly perhaps probably possibly may might could seem appear suggest presumably likely",
);

/** What kind of act the attribution is, by its cue, its source and its content. */
export function actOf(page: Page, a: Attribution): Act {
  const lemma = page.lemma[a.head]!;
  const negated = isNegated(page, a);
  if (refusals.has(lemma) || (negated && answers.has(lemma) && a.content.length < 6)) return "refusal";
  if (negated && answers.has(lemma) && asks(page, a)) return "refusal";
  if (negated && ["respond", "reply", "draw", "return", "answer"].includes(lemma)) return "refusal";
  if (denials.has(lemma)) return turnsDown(page, a) ? "speech" : "denial";
  if (lemma === "ask" || lemma === "question" || lemma === "wonder" || lemma === "inquire")
    return asks(page, a) ? "question" : "speech";
  if (intentions.has(lemma) || (thoughts.has(lemma) && leadsTo(page, a))) return "intention";
  if (thoughts.has(lemma)) return "thought";
  return isDocument(page, a) ? "document" : "speech";
}

const offers = set("offer proposal invitation request call demand bid plea appeal plan");

/** Acts by which things that nobody said are turned down as well: a bill, a summons, a minister. */
const turning = set("reject dismiss rebuff");

/** Who rejects an offer does not say that there was none, nor who rejects a bill. */
function turnsDown(page: Page, a: Attribution): boolean {
  const inside = new Set(a.content);
  const head = a.content.find((t) => !inside.has(page.head[t]!));
  if (head === undefined || isToldOf(page, head)) return false;
  const lemma = page.lemma[head]!;
  const isThing = turning.has(page.lemma[a.head]!) && /^NN/.test(page.xpos[head]!) && !isSaying(lemma);
  return offers.has(lemma) || isThing;
}

/** "Denied an offer had been made" does, of an offer. */
function isToldOf({ lower, xpos, deprel, sentence }: Page, noun: number): boolean {
  const word = (i: number) =>
    sentence[i] === sentence[noun] ? { form: lower[i]!, xpos: xpos[i]!, deprel: deprel[i]! } : undefined;
  return opensClause(word, noun + 1);
}

/** "whether", "why" or a question mark in the content; "asked them to leave" is a request. */
function asks(page: Page, a: Attribution): boolean {
  const first = a.content.find((t) => /\p{L}/u.test(page.lower[t]!));
  const opener = first === undefined ? "" : page.lower[first]!;
  return (
    /^(?:whether|if|who|whom|what|when|where|why|how|which)$/.test(opener) ||
    a.content.some((t) => page.lower[t] === "?")
  );
}

/** "hopes to": a thought with an infinitive of its own. */
function leadsTo(page: Page, a: Attribution): boolean {
  return page.lower[a.content.find((t) => t > a.head) ?? -1] === "to";
}

function isDocument(page: Page, a: Attribution): boolean {
  const inside = new Set(a.source);
  const head = a.source.find((t) => !inside.has(page.head[t]!));
  return head !== undefined && documents.has(page.lemma[head]!);
}

export function isNegated(page: Page, a: Attribution): boolean {
  const near = [...page.children[a.head]!, ...a.cue];
  return near.some(
    (t) => negatives.has(page.lower[t]!) && Math.abs(t - a.head) < 8 && !a.content.includes(t) && !a.source.includes(t),
  );
}

export function isHedged(page: Page, a: Attribution): boolean {
  const near = [...page.children[a.head]!, ...a.cue];
  return near.some(
    (t) =>
      (hedges.has(page.lower[t]!) || hedges.has(page.lemma[t]!)) && !a.content.includes(t) && !a.source.includes(t),
  );
}
