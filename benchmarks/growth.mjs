// How the whole road grows with the number of articles: stories of N, and one article more.
import { prose } from "./inputs.mjs";

const seconds = (since) => Number(process.hrtime.bigint() - since) / 1e9;

/** @param {number[]} sizes */
export async function growth(sizes) {
  const stages = {
    ...(await import("../packages/hearsay/dist/read/index.js")),
    ...(await import("../packages/hearsay/dist/annotate/index.js")),
    ...(await import("../packages/hearsay/dist/extract/index.js")),
    ...(await import("../packages/hearsay/dist/trace/index.js")),
    ...(await import("../packages/hearsay/dist/weigh/index.js")),
  };
  const texts = prose(Math.max(...sizes));
  return sizes.map((n) => measure(stages, texts.slice(0, n)));
}

function measure({ read, annotate, extract, fingerprint, trace, weigh }, texts) {
  const start = process.hrtime.bigint();
  const done = texts.map((text, i) => one({ read, annotate, extract, fingerprint }, text, `bench-${i}`));
  const add = seconds(start);
  const [traced, traceTime] = timed(() => trace(done.map((d) => d.print)));
  const [, weighTime] = timed(() => weighed(weigh, done, traced.output));
  const { compared } = trace(done.slice(0, -1).map((d) => d.print));
  const [, oneTime] = timed(() => {
    const more = [
      ...done.slice(0, -1),
      one({ read, annotate, extract, fingerprint }, texts.at(-1), `bench-${done.length - 1}`),
    ];
    const lineage = trace(
      more.map((d) => d.print),
      compared,
    ).output;
    weighed(weigh, more, lineage);
  });
  return { articles: texts.length, add, trace: traceTime, weigh: weighTime, one: oneTime };
}

function one({ read, annotate, extract, fingerprint }, text, id) {
  const article = read({ id, file: id, text }).output;
  const annotation = annotate(article).output;
  const print = fingerprint({
    id,
    title: article.title,
    text: article.text,
    date: article.published,
    outlet: article.outlet,
  });
  return { article, annotation, extraction: extract(article, annotation).output, print };
}

function weighed(weigh, done, lineage) {
  return weigh({
    articles: done.map((d) => d.article),
    annotations: done.map((d) => d.annotation),
    extractions: done.map((d) => d.extraction),
    lineage,
    judgements: [],
  });
}

function timed(work) {
  const start = process.hrtime.bigint();
  return [work(), seconds(start)];
}
