import type { ArticleEvidence } from "hearsay";
import type { MarkedArticle } from "../../data/story.js";

const fields: readonly (readonly [keyof ArticleEvidence, string])[] = [
  ["title", "title"],
  ["authors", "authors"],
  ["published", "published"],
  ["modified", "modified"],
  ["agency", "agency"],
  ["translatedFrom", "translated from"],
  ["firstPublishedIn", "first published in"],
  ["section", "section"],
];

/** Where each field was found, in which words, and what speaks against it. */
export function EvidenceTable({ article }: { readonly article: MarkedArticle }) {
  const rows = fields.flatMap(([field, label]) => {
    const evidence = article.evidence[field];
    return evidence === null ? [] : [{ label, evidence }];
  });
  if (rows.length === 0) return <p className="soft">Nothing in it says so.</p>;
  return (
    <div className="evidence" tabIndex={0} role="region" aria-label="Evidence">
      <table>
        <thead>
          <tr>
            <th scope="col">field</th>
            <th scope="col">found in</th>
            <th scope="col">words there</th>
            <th scope="col">against it</th>
            <th scope="col">right so often</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, evidence }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{evidence.from}</td>
              <td className="words">{evidence.text}</td>
              <td>{evidence.against.length === 0 ? "nothing" : evidence.against.join("; ")}</td>
              <td className="nums">
                {evidence.confidence === null ? "not measured" : `${Math.round(evidence.confidence * 100)} %`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">Read from {article.file}</p>
    </div>
  );
}
