import type { Quote, Version } from "../../model/index.js";
import type { Line, Part } from "../brief.js";
import type { Phrase } from "../phrases.js";
import { bounded, counted, day, line, name, phrase, published, quoted, type Telling } from "./parts.js";

/** So many sentences of each kind are shown of one version. */
const shownSentences = 4;

/**
 * Articles that were changed where they stand: what they say now, and what they no longer say.
 * @param isWanted which earlier versions are meant; all, unless told
 */
export function rewritten(t: Telling, isWanted: (version: Version) => boolean = () => true): Line[] {
  return t.records.versions
    .filter((version) => hasChanged(t, version) && isWanted(version))
    .map((version) => versionLine(t, version));
}

const hasChanged = (t: Telling, version: Version): boolean =>
  version.added.length + version.dropped.length > 0 || isRenamed(t, version);

const isRenamed = (t: Telling, { article, title }: Version): boolean =>
  title !== "" && (t.article(article)?.title ?? title) !== title;

function versionLine(t: Telling, version: Version): Line {
  const renamed = isRenamed(t, version) ? [line(null, [], [phrase("titled before: "), name(version.title)])] : [];
  return line(null, published(t, version.article), between(version), [
    ...renamed,
    ...sentences(t, "says now: ", version.added),
    ...sentences(t, "says no longer: ", version.dropped),
  ]);
}

function between({ last, since }: Version): Part[] {
  const [from, to] = [last.slice(0, 10), since.slice(0, 10)];
  if (from >= to) return [phrase("was changed on "), day(from)];
  return [phrase("was changed between "), day(from), phrase(" and "), day(to)];
}

function sentences(t: Telling, what: Phrase, quotes: readonly Quote[]): Line[] {
  const { shown, left } = bounded(quotes, shownSentences);
  const lines = shown.map((place) => line(null, [], [phrase(what), ...quoted(t, place)]));
  if (left === 0) return lines;
  return [...lines, line(null, [], [phrase("and "), ...counted(left, " more sentence", " more sentences")])];
}
