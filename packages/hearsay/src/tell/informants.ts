import { append } from "./copies.js";
import { compare } from "./records.js";
import type { Report } from "./report.js";
import { foldWords } from "./words.js";

/** Origin ids of the form `src:NAME` stand for an informant whom several articles share. */
const prefix = "src:";

/**
 * The name of each shared informant as the story's records write it: of an entity, of an outlet, or as
 * a speaker; the id's own words where nobody is called so.
 */
export function informantNames(
  records: Pick<Report, "claims" | "entities" | "articles" | "derivations">,
): Map<string, string> {
  const written = new Map<string, string[]>();
  const note = (name: string | null): void => {
    if (name !== null) append(written, foldWords(name), name);
  };
  for (const entity of records.entities) for (const name of [entity.name, ...entity.aliases]) note(name);
  for (const article of records.articles) note(article.outlet);
  for (const derivation of records.derivations) note(derivation.outlet);
  const supports = records.claims.flatMap((c) => c.support);
  for (const support of supports) note(support.speaker);
  const origins = new Set(supports.map((s) => s.origin).filter((o) => o.startsWith(prefix)));
  return new Map(
    [...origins].map((o) => {
      const own = o.slice(prefix.length);
      return [o, (written.get(foldWords(own)) ?? [own]).toSorted(compare)[0] ?? own];
    }),
  );
}
