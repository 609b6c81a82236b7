import {
  type Answer,
  type Arrow,
  ask,
  type CausalMap,
  causalMap,
  conceptNamed,
  type Hearing,
  partiesOf,
  spanOf,
  usualQuestion,
} from "../concepts/index.js";
import { beginning, HearsayError } from "../model/index.js";
import type { Report } from "../tell/index.js";
import { type Rule, rules, type Settings, type Transfer, transfers } from "../whatif/index.js";
import { rounded } from "./map.js";

/** A question as it is put in words. */
export interface Question extends Hearing {
  /** "CONCEPT=VALUE": an id, a name or words that mean it; −1 not so or less, 1 so or more. */
  readonly set: readonly string[];
  readonly rule?: string | undefined;
  readonly transfer?: string | undefined;
  readonly lambda?: number | undefined;
  readonly once?: boolean | undefined;
}

/** Said with every answer. */
export const caution =
  "Arrows are read backwards too: less of a cause, less of its effect. This is what the sources' own arrows imply, not what will happen.";

/** What the sources imply, in names and words. */
export interface Implications {
  readonly caution: string;
  readonly set: readonly { readonly id: string; readonly name: string; readonly value: number }[];
  readonly settings: {
    readonly rule: Rule;
    readonly transfer: Transfer;
    readonly lambda: number;
    readonly mode: "clamp" | "once";
  };
  readonly outcome: Answer["outcome"];
  readonly implied: readonly ImpliedChange[];
  /** The arrows that the ways name by their number here, each with everybody who says so. */
  readonly arrows: readonly SaidArrow[];
}

export interface ImpliedChange {
  readonly id: string;
  readonly name: string;
  readonly change: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The part of the drawings of asserters in which it goes the same way. */
  readonly sameWay: number | null;
  readonly ambiguous: boolean;
  readonly ways: readonly { readonly carried: number; readonly arrows: readonly number[] }[];
}

export interface SaidArrow {
  readonly from: string;
  readonly sign: 1 | -1;
  readonly to: string;
  readonly strength: number;
  readonly said: readonly {
    readonly cause: string;
    readonly by: string;
    readonly article: string;
    readonly hedged: boolean;
    readonly conditional: boolean;
    readonly denied: boolean;
    readonly start: number;
    readonly end: number;
    readonly words: string;
  }[];
}

/**
 * Answers a question about a report.
 * @throws HearsayError `usage.whatif`, `usage.concept`
 */
export function whatIf(report: Report, question: Question): Implications {
  const map = causalMap(report, question);
  const { rule, transfer, lambda } = settingsOf(question);
  const mode = question.once === true ? "once" : "clamp";
  const set = setOf(question.set, map, report);
  const settings: Settings = { ...usualQuestion.settings, rule, transfer, lambda };
  const answer = ask(map, { set, mode, settings, draws: usualQuestion.draws });
  const used = [...new Set(answer.implied.flatMap(({ ways }) => ways.flatMap(({ arrows }) => arrows)))];
  const number = new Map(used.map((arrow, i) => [arrow, i]));
  const nameOf = (i: number) => ({ id: map.concepts[i]!.id, name: map.concepts[i]!.name });
  return {
    caution,
    set: [...set].map(([i, value]) => ({ ...nameOf(i), value })),
    settings: { rule, transfer, lambda, mode },
    outcome: answer.outcome,
    implied: answer.implied.map(({ concept, change, low, high, sameWay, ambiguous, ways }) => ({
      ...nameOf(concept),
      change: rounded(change),
      low: low === null ? null : rounded(low),
      high: high === null ? null : rounded(high),
      sameWay: sameWay === null ? null : rounded(sameWay),
      ambiguous,
      ways: ways.map((way) => ({ carried: rounded(way.carried), arrows: way.arrows.map((a) => number.get(a)!) })),
    })),
    arrows: used.map((i) => saidArrow(map, map.arrows[i]!, report)),
  };
}

function settingsOf({ rule: r, transfer: t, lambda = 1 }: Question) {
  const rule = rules.find((one) => one === (r ?? "kosko"));
  const transfer = transfers.find((one) => one === (t ?? "tanh"));
  if (rule === undefined) throw wrong(`There is no rule "${r}": use ${rules.join(", ")}.`);
  if (transfer === undefined) throw wrong(`There is no transfer function "${t}": use ${transfers.join(", ")}.`);
  if (rule === "rescaled" && transfer !== "sigmoid") throw wrong("The rescaled rule is made for the sigmoid function.");
  if (!(lambda > 0 && lambda <= 100)) throw wrong("lambda must lie between 0 and 100.");
  return { rule, transfer, lambda };
}

function setOf(texts: readonly string[], map: CausalMap, report: Report): ReadonlyMap<number, number> {
  const parties = partiesOf(report.entities);
  if (texts.length > 50) throw wrong("At most 50 concepts can be set.");
  const set = new Map<number, number>();
  for (const text of texts) {
    const [, words, value] = /^(.+?)\s*=\s*([-+−]?[\d.]+)\s*$/su.exec(text) ?? [];
    const number = Number(value?.replace("−", "-"));
    if (words === undefined || !(Math.abs(number) <= 1))
      throw wrong(`"${beginning(text, 80)}" sets nothing: write CONCEPT=VALUE with a value from -1 to 1.`);
    const { concept, direction } = conceptNamed(words, map, parties);
    if (set.has(concept)) throw wrong(`"${beginning(map.concepts[concept]!.name, 80)}" is set twice.`);
    set.set(concept, number * direction || 0);
  }
  return set;
}

function saidArrow({ concepts }: CausalMap, { from, to, sign, strength, sayings }: Arrow, report: Report): SaidArrow {
  const causes = new Map(report.causes.map((cause) => [cause.id, cause]));
  const texts = new Map(report.articles.map(({ id, text }) => [id, text]));
  return {
    ...{ from: concepts[from]!.name, sign, to: concepts[to]!.name, strength: rounded(strength) },
    said: sayings.map(({ cause: id, by, article, hedged, conditional, denied }) => {
      const { start, end } = spanOf(causes.get(id)!);
      const words = texts.get(article)?.slice(start, end) ?? "";
      return { cause: id, by, article, hedged, conditional, denied, start, end, words };
    }),
  };
}

const wrong = (message: string): HearsayError => new HearsayError("usage.whatif", message);
