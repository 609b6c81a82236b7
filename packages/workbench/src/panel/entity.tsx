import { openHref, viewHref } from "../app/navigate.js";
import { useRecord } from "../data/story.js";
import { Failed, Loading } from "../parts/state.js";
import { ArticleName } from "../parts/words.js";
import { titleOf } from "../views/actors/model.js";

/** Who it is, and the last of what it said and did. */
export function EntityPanel({ id }: { readonly id: string }) {
  const loaded = useRecord("GET /stories/{s}/entities/{id}", id);
  if (loaded.value === undefined) return loaded.problem ? <Failed problem={loaded.problem} slim /> : <Loading />;
  const { entity, statements, events } = loaded.value;
  return (
    <>
      <div className="claim-head">
        <p className="claim-words serif">{entity.name}</p>
        <p className="soft">{[titleOf(entity), entity.kind].filter(Boolean).join(" · ")}</p>
        {entity.aliases.length > 0 && <p className="small soft">also: {entity.aliases.join(", ")}</p>}
        <a className="button" href={viewHref("actor", id)}>
          Everything {entity.kind === "person" ? "said and done" : "on record"}
        </a>
      </div>
      <h3>
        {statements.length} statement{statements.length === 1 ? "" : "s"}
      </h3>
      <ul className="near">
        {statements.slice(0, 8).map((s) => (
          <li key={s.id}>
            <a className="words" href={openHref(`${s.article}/${s.id}`)}>
              “{s.content.text}”
            </a>
            <div className="small">
              <ArticleName id={s.article} />
            </div>
          </li>
        ))}
      </ul>
      <h3>
        {events.length} event{events.length === 1 ? "" : "s"}
      </h3>
      <ul className="near">
        {events.slice(0, 8).map((e) => (
          <li key={e.id}>
            <a className="words" href={openHref(`${e.article}/${e.id}`)}>
              {e.span.text}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
