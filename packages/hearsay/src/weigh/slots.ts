import {
  type Comparison,
  compareAgents,
  compareAmounts,
  compareTimes,
  isCentral,
  isSetting,
  isSpecific,
  sameEvent,
  samePredicate,
  sameRole,
} from "./compare.js";
import type { Proposition } from "./propositions.js";
import type { Weights } from "./weights.js";
import { wordsInOrder } from "./wording.js";

/** Compares two propositions; symmetric. */
export const compare = (a: Proposition, b: Proposition, weights: Weights): Comparison => new Slots(a, b, weights);

/** Of a hundred pairs all but one are told apart by their topic: most slots are compared only when they are asked for. */
class Slots implements Comparison {
  readonly topic: number;
  readonly shared: number;
  private known: ReturnType<typeof compareAmounts> | null = null;
  private ordered: number | null = null;

  constructor(
    private readonly a: Proposition,
    private readonly b: Proposition,
    private readonly weights: Weights,
  ) {
    const shared = weights.shared(a.features, b.features);
    this.topic = shared / Math.sqrt(Math.max(1e-9, weights.total(a.features) * weights.total(b.features)));
    this.shared = shared / weights.unit;
  }

  private get amounts() {
    this.known ??= compareAmounts(this.a.assertion, this.b.assertion);
    return this.known;
  }
  get numbers() {
    return this.amounts.numbers;
  }
  get sameSeries() {
    return this.amounts.sameSeries;
  }
  get sameReading() {
    return this.amounts.sameReading;
  }
  get sameFigure() {
    return this.amounts.sameFigure;
  }
  get otherFigures() {
    return this.amounts.otherFigures;
  }
  get differing() {
    return this.amounts.differing;
  }
  get crowded() {
    const d = this.differing;
    return d !== null && this.weights.crowded(d.measure, Math.min(d.a.min, d.b.min));
  }
  get setting() {
    const { a, b, weights } = this;
    if (this.numbers === "none") return 0;
    return weights.shared(a.features, b.features, isSetting(a.assertion, b.assertion)) / weights.unit;
  }
  get central() {
    if (this.numbers === "none") return false;
    return this.a.assertion.amounts.some((x) => isCentral(x, this.b.assertion, this.weights));
  }
  get predicate() {
    return samePredicate(this.a, this.b) || sameEvent(this.a, this.b);
  }
  get verb() {
    return samePredicate(this.a, this.b);
  }
  get elsewhere() {
    const [here, there] = [this.a.places, this.b.places];
    return here.size > 0 && there.size > 0 && ![...here].some((place) => there.has(place));
  }
  get head() {
    return this.a.assertion.predicate === this.b.assertion.predicate;
  }
  get times() {
    return compareTimes(this.a.assertion, this.b.assertion);
  }
  get polarity() {
    return this.a.assertion.negated === this.b.assertion.negated ? "same" : "opposite";
  }
  get agents() {
    return compareAgents(this.a, this.b);
  }
  get sameAgent() {
    return sameRole(this.a.agent, this.b.agent);
  }
  get samePatient() {
    return sameRole(this.a.patient, this.b.patient);
  }
  get inOrder() {
    this.ordered ??= wordsInOrder(this.a.telling, this.b.telling);
    return this.ordered;
  }
  get orderShare() {
    return this.inOrder / Math.max(1, this.a.telling.length, this.b.telling.length);
  }
  get specific() {
    return isSpecific(this.a.features, this.b.features);
  }
  get names() {
    return this.count((feature) => feature.startsWith("@"));
  }
  get common() {
    return this.count(() => true);
  }
  get words() {
    return this.count((feature) => /^[^@#~%!]/.test(feature));
  }

  /** How many features of a kind they share. */
  private count(counts: (feature: string) => boolean): number {
    return [...this.a.features].filter((feature) => counts(feature) && this.b.features.has(feature)).length;
  }
}
