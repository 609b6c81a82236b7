import type { Line, Part } from "hearsay";
import { openHref, viewHref } from "../app/navigate.js";
import { wordsHref } from "./words.js";

interface Props {
  readonly line: Line;
  readonly isNew?: boolean;
  /** With the lines under it. */
  readonly deep?: boolean;
  /** Where its head leads, where that is not the claim it is about. */
  readonly head?: string;
  /** With the numbers of its sources. */
  readonly refs?: boolean;
}

/** One line of the report: its words are the report's own, each quotation a way into its article. */
export function BriefLine({ line, isNew = false, deep = true, head, refs = false }: Props) {
  const open = line.about?.startsWith("claim-") ? line.about : null;
  // "Somebody, whose role": what goes on after a comma stays in the line.
  const runsOn = line.parts[0]?.text.startsWith(",") ?? false;
  return (
    <div className={runsOn ? "line runs-on" : "line"}>
      {line.lead.length > 0 && (
        <p className="line-lead">
          {isNew && <span className="badge new">new</span>}
          {head !== undefined ? (
            <a href={head}>{line.lead.map((p) => p.text).join("")}</a>
          ) : open === null ? (
            <Parts parts={line.lead} refs={refs} />
          ) : (
            <a href={openHref(open)}>{line.lead.map((p) => p.text).join("")}</a>
          )}
        </p>
      )}
      {line.parts.length > 0 && (
        <p className="line-words">
          <Parts parts={line.parts} refs={refs} />
        </p>
      )}
      {deep && line.lines.length > 0 && (
        <ul className="line-under">
          {line.lines.map((under, i) => (
            <li key={i}>
              <BriefLine line={under} refs={refs} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Parts({ parts, refs }: { readonly parts: readonly Part[]; readonly refs: boolean }) {
  return parts.map((part, i) => <OnePart key={i} part={part} refs={refs} />);
}

function OnePart({ part, refs }: { readonly part: Part; readonly refs: boolean }) {
  switch (part.kind) {
    case "quote":
      return (
        <a className="words quote-link" href={wordsHref(part)}>
          “{part.before && "… "}
          {part.text}
          {part.after && " …"}”
        </a>
      );
    case "name":
      return part.article === null ? part.text : <a href={viewHref("article", part.article)}>{part.text}</a>;
    case "ref":
      return refs ? ` ${part.text}` : null;
    default:
      return part.text;
  }
}
