import { type Derivation, type Origin, roots, stableId } from "../model/index.js";
import type { Fingerprint } from "./fingerprint.js";
import { compareText } from "./library.js";

/** An article that quotes or hosts a passage of another keeps a voice of its own. */
const ownVoice: ReadonlySet<string> = new Set(["excerpt", "cites"]);

/** Articles joined by copy, rewrite, spin and translation speak with one voice: that of the article they go back to. */
export function originsOf(articles: readonly Pick<Fingerprint, "id">[], derivations: readonly Derivation[]): Origin[] {
  const at = new Map(articles.map((article, i) => [article.id, i]));
  const joining = derivations.filter((d) => d.source !== null && !ownVoice.has(d.kind));
  const line = roots(
    articles.length,
    joining.map((d) => [at.get(d.derived)!, at.get(d.source!)!]),
  );
  const derived = new Set(joining.map((d) => d.derived));
  const groups = new Map<number, string[]>();
  articles.forEach((article, i) => {
    groups.set(line[i]!, [...(groups.get(line[i]!) ?? []), article.id]);
  });
  return [...groups.values()]
    .map((ids) => originOf(ids, ids.find((id) => !derived.has(id)) ?? ids[0]!))
    .sort((x, y) => compareText(x.root, y.root));
}

function originOf(ids: readonly string[], root: string): Origin {
  const articles = [root, ...ids.filter((id) => id !== root).sort(compareText)];
  return { id: stableId("origin", ...[...articles].sort(compareText)), root, articles };
}
