import { type Annotation, type Article, type Quotation, type Statement, stableId } from "../model/index.js";
import { actOf, isHedged, isNegated } from "./statements/acts.js";
import { withAsides } from "./statements/asides.js";
import { type Cast, castOf } from "./statements/cast.js";
import { circumstancesOf } from "./statements/circumstances.js";
import { type Attribution, attributionsOf } from "./statements/decode.js";
import { withDocuments } from "./statements/documents.js";
import { withFreeQuotes } from "./statements/free-quotes.js";
import { withInverted } from "./statements/inverted.js";
import { withKnownForms } from "./statements/known-forms.js";
import { nestedIn } from "./statements/nested.js";
import { type Page, pageOf } from "./statements/page.js";
import { withSignedQuotes } from "./statements/signed-quotes.js";
import { contentSpans, kindOf, type Range, rangesOf, toSpans } from "./statements/spans.js";
import { type Previous, speakerOf } from "./statements/speakers.js";
import { withTrailing } from "./statements/trailing.js";
import { type Weights, weights } from "./statements/weights.js";
import { withWholeQuotes } from "./statements/whole-quotes.js";

/** A statement together with the spans as the model found them: "that" and quotation marks still in the content. */
export interface FoundStatement {
  readonly statement: Statement;
  readonly content: readonly Range[];
  /** It is part of what another statement conveys: "Roe said that Venn had told her that …". */
  readonly nested: boolean;
}

/**
 * Who said, thought, asked, denied or declined to say what in an article, in text order.
 * Cues and the words around them are found by weights trained on PolNeAR over the dependency trees
 * (data/statements.md); quotations that no cue claims go to the speaker next to them with score 0.5.
 * A source that is only a role, or wishes no name, gets none.
 */
export function findStatements(article: Article, annotation: Annotation): readonly Statement[] {
  return readStatements(article, annotation).map((f) => f.statement);
}

/** As findStatements, with the contents as found. */
export function readStatements(article: Article, annotation: Annotation): readonly FoundStatement[] {
  const page = pageOf(article.text, annotation.sentences);
  const outer = attributionsIn(page, annotation.quotations, weights());
  const nested = new Set(
    uniqueCues(
      outer.flatMap((a) => nestedIn(page, a)),
      outer,
    ),
  );
  const all = [...outer, ...nested].sort(
    (a, b) => first(a) - first(b) || (nested.has(a) ? 1 : 0) - (nested.has(b) ? 1 : 0),
  );
  const cast = castOf(article, annotation);
  const out: FoundStatement[] = [];
  let previous: Previous | null = null;
  for (const a of all) {
    const statement = statementOf(article.id, page, a, annotation, cast, previous);
    if (statement === null) continue;
    out.push({ statement, content: rangesOf(page, a.content), nested: nested.has(a) });
    if (!nested.has(a)) previous = nextPrevious(page, a, statement, cast, previous);
  }
  return out;
}

/** The attributions of a page that stand within no other: what the weights find, put right where the form is certain. */
export function attributionsIn(page: Page, quotations: readonly Quotation[], learnt: Weights): Attribution[] {
  const found = withInverted(page, withDocuments(page, attributionsOf(page, learnt)));
  const whole = withSignedQuotes(page, withWholeQuotes(page, found));
  const cued = withAsides(page, withKnownForms(page, withTrailing(page, whole)));
  return withFreeQuotes(page, quotations, cued);
}

/** Those whose cue no other attribution has, each once. */
function uniqueCues(nested: readonly Attribution[], outer: readonly Attribution[]): Attribution[] {
  const taken = new Set(outer.flatMap(({ head, cue }) => [head, ...cue]));
  return nested.filter(({ head }) => !taken.has(head) && taken.add(head));
}

const first = (a: Attribution): number => Math.min(a.head, a.content[0] ?? a.head);

function statementOf(
  article: string,
  page: Page,
  a: Attribution,
  annotation: Annotation,
  cast: Cast,
  previous: Previous | null,
): Statement | null {
  const content = contentSpans(article, page.text, rangesOf(page, a.content));
  if (content.length === 0) return null;
  return {
    id: stableId("st", article, content[0]!.start, content.at(-1)!.end, a.head),
    article,
    source: toSpans(article, rangesOf(page, a.source)),
    cue: toSpans(article, rangesOf(page, a.cue)),
    content,
    kind: kindOf(page, a.content),
    act: actOf(page, a),
    speaker: speakerOf(page, a, cast, previous),
    ...circumstancesOf(page, a, cast.places, annotation.moments),
    negated: isNegated(page, a),
    hedged: isHedged(page, a),
    score: Math.round(a.score * 1000) / 1000,
  };
}

/** Only someone known can be leant on by what follows. */
function nextPrevious(page: Page, a: Attribution, s: Statement, cast: Cast, before: Previous | null): Previous | null {
  if (s.speaker.description === "" && s.speaker.entity === null) return before;
  const entity = s.speaker.entity === null ? null : (cast.entities.get(s.speaker.entity) ?? null);
  const last = Math.max(a.head, a.content.at(-1) ?? a.head);
  return { speaker: s.speaker, entity, paragraph: page.paragraph[last]!, end: page.end[last]! };
}
