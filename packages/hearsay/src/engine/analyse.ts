import {
  type Annotation,
  type Article,
  type Diagnostic,
  type Extraction,
  HearsayError,
  type Judgement,
  type Lineage,
  type StageResult,
  type Story,
  type Version,
  type Weighing,
} from "../model/index.js";
import { withJudgedSpeakers } from "./judged.js";
import type { ArticleStages, Card, Fingerprint, ReadInput, StoryStages } from "./stages.js";

/** What the per-article stages made of one capture. Everything is null or empty where there is no article in it. */
export interface Reading {
  readonly read: StageResult<Article | null>;
  readonly annotate: StageResult<Annotation> | null;
  readonly fingerprint: StageResult<Card | null> | null;
  readonly extract: StageResult<Extraction> | null;
}

/** Of a longer text only the beginning is analysed, in UTF-16 units: thirty times an ordinary article, twice a long live page. */
const longest = 200_000;

/** Runs the per-article stages on one capture, except those whose result is already there. */
export async function analyseArticle(
  stages: ArticleStages,
  input: ReadInput,
  have: Partial<Reading> = {},
): Promise<Reading> {
  const read = have.read ?? (await attemptRead(stages, input));
  if (read.output === null) return { read, annotate: null, fingerprint: null, extract: null };
  const article = beginning(read.output);
  const annotate =
    have.annotate ??
    withNotice(
      read.output,
      attempt("annotate", article.file, () => stages.annotate(article), nothingFound(article.id)),
    );
  const extract =
    have.extract ??
    attempt("extract", article.file, () => stages.extract(article, annotate.output), nothingSaid(article.id));
  const fingerprint =
    have.fingerprint ??
    attempt("trace", article.file, () => ({ output: stages.fingerprint(article), diagnostics: [] }), null);
  return { read, annotate, fingerprint, extract };
}

/** An article cut where it becomes too long to be one: at white space, so that spans in it hold in the whole. */
function beginning(article: Article): Article {
  if (article.text.length <= longest) return article;
  const text = article.text.slice(0, longest);
  const end = text.search(/\s\S{0,200}$/);
  return { ...article, text: end > 0 ? text.slice(0, end) : text };
}

function withNotice({ id, file, text }: Article, result: StageResult<Annotation>): StageResult<Annotation> {
  if (text.length <= longest) return result;
  const notice: Diagnostic = {
    severity: "warning",
    code: "annotate.too-long",
    message: `Only the first ${longest} of ${text.length} characters were analysed.`,
    stage: "annotate",
    file,
    article: id,
    remedy: "If this is several articles in one file, add each as a file of its own.",
  };
  return { output: result.output, diagnostics: [...result.diagnostics, notice] };
}

/**
 * What is left of a story's readings once the ones without an article or set aside by an analyst are out, by article id.
 * @param besides ids of readings that are no articles of the story, such as earlier versions of others
 */
export function usable(
  readings: readonly Reading[],
  judgements: readonly Judgement[],
  besides: { has(id: string): boolean } = new Set(),
): readonly Reading[] {
  const aside = setAside(judgements);
  const left = readings
    .filter(({ read }) => read.output !== null && !aside.has(read.output.id) && !besides.has(read.output.id))
    .sort((a, b) => (a.read.output!.id < b.read.output!.id ? -1 : 1));
  return withJudgedSpeakers(left, judgements);
}

/** Articles rejected, unless accepted again later. */
function setAside(judgements: readonly Judgement[]): ReadonlySet<string> {
  const aside = new Set<string>();
  for (const { kind, subjects } of judgements)
    for (const subject of subjects)
      if (kind === "reject") aside.add(subject);
      else if (kind === "accept") aside.delete(subject);
  return aside;
}

/** Finds what comes from what among usable readings, by what is given or by the stage alone. */
export function traceStory(
  stages: StoryStages,
  readings: readonly Reading[],
  traced: () => StageResult<Lineage> = () => stages.trace(fingerprintsOf(readings)),
): StageResult<Lineage> {
  const nothing: Lineage = {
    derivations: [],
    origins: readings.map(({ read }) => ({
      id: `origin-${read.output!.id}`,
      root: read.output!.id,
      articles: [read.output!.id],
    })),
    circles: [],
  };
  return attempt("trace", undefined, traced, nothing);
}

/** What tracing takes of readings. */
export function fingerprintsOf(readings: readonly Reading[]): Fingerprint[] {
  return readings.flatMap(({ read, fingerprint }) =>
    fingerprint?.output && read.output ? [{ ...fingerprint.output, text: beginning(read.output).text }] : [],
  );
}

/** Weighs usable readings. */
export function weighStory(
  stages: StoryStages,
  readings: readonly Reading[],
  lineage: Lineage,
  judgements: readonly Judgement[],
): StageResult<Weighing> {
  const input = { ...recordsOf(readings), lineage, judgements };
  const nothing: Weighing = { entities: [], entityOf: {}, claims: [], figures: [], positions: [] };
  return attempt("weigh", undefined, () => stages.weigh(input), nothing);
}

/**
 * Puts a story together. `extra`: diagnostics of what was never read, and of readings that are not among the usable;
 * of the versions, those of articles that are.
 */
export function assemble(
  name: string,
  readings: readonly Reading[],
  lineage: StageResult<Lineage>,
  weighing: StageResult<Weighing>,
  extra: readonly Diagnostic[],
  judgements: readonly Judgement[],
  versions: readonly Version[] = [],
): Story {
  const ids = new Set(readings.map(({ read }) => read.output?.id));
  const diagnostics = [...extra, ...readings.flatMap(diagnosticsOf), ...lineage.diagnostics, ...weighing.diagnostics];
  return {
    name,
    ...recordsOf(readings),
    lineage: lineage.output,
    weighing: weighing.output,
    versions: versions.filter(({ article }) => ids.has(article)),
    judgements,
    diagnostics: diagnostics.sort(byPlace),
  };
}

/** All stages over captures in memory: the whole story, nothing stored. */
export async function analyse(
  name: string,
  stages: ArticleStages & StoryStages,
  inputs: readonly ReadInput[],
  judgements: readonly Judgement[] = [],
): Promise<Story> {
  const all: Reading[] = [];
  for (const input of inputs) all.push(await analyseArticle(stages, input));
  const readings = usable(all, judgements);
  const traced = traceStory(stages, readings);
  const lineage = { ...traced, output: stages.judgedLineage(traced.output, judgements) };
  const weighing = weighStory(stages, readings, lineage.output, judgements);
  const used = new Set(readings.map(({ read }) => read));
  const unread = all.filter(({ read }) => !used.has(read)).flatMap(diagnosticsOf);
  return assemble(name, readings, lineage, weighing, unread, judgements);
}

/** What the per-article stages had to say about one reading. */
export function diagnosticsOf({ read, annotate, fingerprint, extract }: Reading): readonly Diagnostic[] {
  return [read, annotate, fingerprint, extract].flatMap((result) => result?.diagnostics ?? []);
}

function recordsOf(readings: readonly Reading[]) {
  return {
    articles: readings.flatMap(({ read }) => read.output ?? []),
    annotations: readings.flatMap(({ annotate }) => annotate?.output ?? []),
    extractions: readings.flatMap(({ extract }) => extract?.output ?? []),
  };
}

const placeOf = ({ file, code, start, message }: Diagnostic): string =>
  [file ?? "", code, String(start ?? 0).padStart(12, "0"), message].join("\u0000");
/** Orders diagnostics by file, code and place. */
export const byPlace = (a: Diagnostic, b: Diagnostic): number => (placeOf(a) < placeOf(b) ? -1 : 1);

/** A stage that throws is a fault of ours, and one article's: it is reported with its place and the run goes on. */
function attempt<T>(
  stage: Diagnostic["stage"],
  file: string | undefined,
  run: () => StageResult<T>,
  otherwise: T,
): StageResult<T> {
  try {
    return run();
  } catch (error) {
    return { output: otherwise, diagnostics: [fault(stage, file, error)] };
  }
}

/** Reads one capture; what throws is a diagnostic. */
export async function attemptRead(stages: Pick<ArticleStages, "read">, input: ReadInput): Promise<Reading["read"]> {
  try {
    return await stages.read(input);
  } catch (error) {
    return { output: null, diagnostics: [fault("read", input.file, error)] };
  }
}

function fault(stage: Diagnostic["stage"], file: string | undefined, error: unknown): Diagnostic {
  const code = error instanceof HearsayError ? error.code : `${stage}.failed`;
  const message = `The stage ${stage} failed: ${error instanceof Error ? error.message : String(error)}`;
  const remedy = "This is a fault of Hearsay: report it with the file, if it may be shown.";
  return { severity: "error", code, message, stage, remedy, ...(file !== undefined && { file }) };
}

const nothingFound = (article: string): Annotation => ({
  article,
  sentences: [],
  mentions: [],
  entities: [],
  moments: [],
  amounts: [],
  quotations: [],
});
const nothingSaid = (article: string): Extraction => ({
  article,
  statements: [],
  events: [],
  commitments: [],
  causes: [],
  assertions: [],
});
