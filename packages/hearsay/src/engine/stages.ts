import type {
  Annotation,
  Article,
  Extraction,
  Judgement,
  Lineage,
  StageResult,
  Story,
  Weighing,
} from "../model/index.js";
import type { ReadInput } from "../read/index.js";
import type { Digest, Report } from "../tell/index.js";
import type {
  Asking,
  Before,
  Card,
  Changes,
  Compared,
  Fingerprint,
  KeptTrace,
  Partners,
  Planned,
  Traced,
} from "../trace/index.js";
import { type StageVersions, stageVersions } from "./versions.js";

export type {
  Asking,
  Card,
  Changes,
  Compared,
  Digest,
  Fingerprint,
  KeptTrace,
  Partners,
  Planned,
  ReadInput,
  Report,
  Traced,
};

/** The stages that look at one article. */
export interface ArticleStages {
  /** May take its time: documents are unpacked and converted first. */
  read(input: ReadInput): StageResult<Article | null> | Promise<StageResult<Article | null>>;
  annotate(article: Article): StageResult<Annotation>;
  /** What tracing asks of an article beside its text. */
  fingerprint(article: Article): Card;
  extract(article: Article, annotation: Annotation): StageResult<Extraction>;
}

/** The stages that look at a whole story. */
export interface StoryStages {
  /** What became of a text from one version to the next. */
  compare(earlier: string, later: string): Changes;
  trace(fingerprints: readonly Fingerprint[]): Traced;
  /** The same, with what is kept from earlier runs: it asks for the records it needs. `version`: that of the stage. */
  traceKept(fingerprints: readonly Fingerprint[], before: Before, version: string): Asking<KeptTrace>;
  /** The part of that which tells what is to be compared; how many pairs are left, by their later article; and comparing some. */
  planKept(fingerprints: readonly Fingerprint[], gone: readonly Fingerprint[], version: string): Asking<Planned>;
  pairsLeft(planned: Planned, before: Compared): ReadonlyMap<string, number>;
  compareSome(planned: Planned, before: Compared, wanted: (later: string) => boolean): Compared;
  /** The lineage as analysts left it. */
  judgedLineage(lineage: Lineage, judgements: readonly Judgement[]): Lineage;
  weigh(input: WeighInput): StageResult<Weighing>;
  tell(story: Story): Report;
  /** What printing the brief takes, the whole report checked. */
  digest(report: Report): Digest;
}

export interface WeighInput {
  readonly articles: readonly Article[];
  readonly annotations: readonly Annotation[];
  readonly extractions: readonly Extraction[];
  readonly lineage: Lineage;
  readonly judgements: readonly Judgement[];
}

/** All stages: their versions at once, their code only when it is needed, so that a stored report opens at once. */
export interface Stages {
  readonly versions: StageVersions;
  perArticle(): Promise<ArticleStages>;
  perStory(): Promise<StoryStages>;
}

/** The stages of this installation. */
export function installedStages(): Stages {
  return { versions: stageVersions(), perArticle, perStory };
}

async function perArticle(): Promise<ArticleStages> {
  const [{ readDocument: read }, { annotate }, trace, { extract }] = await Promise.all([
    import("../read/document.js"),
    import("../annotate/index.js"),
    import("../trace/index.js"),
    import("../extract/index.js"),
  ]);
  const fingerprint = (article: Article) =>
    trace.cardOf(trace.fingerprint({ ...article, date: article.published, dateWithin: article.publishedWithin }));
  return { read, annotate, fingerprint, extract };
}

async function perStory(): Promise<StoryStages> {
  const [traced, { weigh }, { digest, makeReport }] = await Promise.all([
    import("../trace/index.js"),
    import("../weigh/index.js"),
    import("../tell/index.js"),
  ]);
  const { changesBetween, compareSome, judgedLineage, pairsLeft, planKept, trace, traceKept } = traced;
  const comparing = { planKept, pairsLeft, compareSome };
  return { compare: changesBetween, trace, traceKept, ...comparing, judgedLineage, weigh, tell: makeReport, digest };
}
