import type { Derivation } from "../../model/index.js";
import { type Fingerprint, fingerprint, storiesAmong, takenPassages, torturedIn, trace } from "../../trace/index.js";
import { type Filter, type JsonRecord, optionalText, requireText } from "../stage.js";

/** All articles in, one line out: what derives from what, the groups that speak with one voice, and the articles of one event. */
export const filter: Filter = {
  kind: "whole",
  check: (record) => void inputOf(record),
  run(records) {
    const fingerprints = records.map(inputOf).map(fingerprint);
    const { output } = trace(fingerprints);
    return {
      edges: output.derivations.map(edgeOf),
      groups: output.origins.map((origin) => origin.articles),
      circles: output.circles,
      stories: storiesAmong(fingerprints),
      spun: fingerprints.map(spunOf).filter(({ spun }) => spun),
    };
  },
};

/** Whether it reads as put through a synonym dictionary, with the phrases that say so. */
function spunOf({ id, text }: Fingerprint) {
  const { spun, rate, phrases } = torturedIn(text);
  return { id, spun, rate: Math.round(rate * 100) / 100, phrases };
}

function inputOf(record: JsonRecord) {
  return {
    id: requireText(record, "id"),
    title: optionalText(record, "title") ?? "",
    text: requireText(record, "text"),
    date: optionalText(record, "date"),
    outlet: optionalText(record, "outlet"),
    url: optionalText(record, "url"),
  };
}

function edgeOf(derivation: Derivation) {
  const { derived, source, outlet, kind, score, probability, direction, reasons } = derivation;
  return {
    derived,
    source,
    ...(kind === "cites" ? { outlet } : {}),
    kind,
    score,
    probability,
    direction,
    reasons,
    passages: takenPassages(derivation).map(({ derived: own, source: from }) => ({
      derived: [own.start, own.end],
      ...(from === null ? {} : { source: [from.start, from.end] }),
    })),
  };
}
