import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { useKeys } from "../../app/keys.js";
import { openHref, setParams, useRoute } from "../../app/navigate.js";
import type { MarkedArticle } from "../../data/story.js";
import { type Piece, paragraphs, pieces } from "../../parts/context.js";
import { layerNames, openOf, parsePlace, type ReaderMark, removedBefore } from "./model.js";

interface Place {
  readonly start: number;
  readonly end: number;
  readonly kind: "place";
}
type Layer = ReaderMark | Place;

/** The text with its marks. One of them has the keyboard's focus; j and k go to the next and the one before. */
export function MarkedText({
  article,
  marks,
  removed,
}: {
  readonly article: MarkedArticle;
  readonly marks: readonly ReaderMark[];
  readonly removed: boolean;
}) {
  const { params } = useRoute();
  const root = useRef<HTMLDivElement>(null);
  const place = useMemo(() => parsePlace(params.at, article.text.length), [params.at, article.text.length]);
  const parts = useMemo(() => paragraphs(article.text), [article.text]);
  const aside = useMemo(
    () =>
      removedBefore(
        article,
        parts.map((p) => p.start),
      ),
    [article, parts],
  );
  const layers: readonly Layer[] = place === null ? marks : [...marks, { ...place, kind: "place" }];
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place scrolls there again
  useEffect(() => {
    root.current?.querySelector(".at-place")?.scrollIntoView({ block: "center" });
  }, [params.at]);
  const walk = (by: number): void => {
    const all = [...(root.current?.querySelectorAll<HTMLElement>("a.mark") ?? [])];
    const now = all.indexOf(document.activeElement as HTMLElement);
    const next = all[Math.max(0, Math.min(all.length - 1, now + by))];
    next?.focus();
    next?.scrollIntoView({ block: "center" });
  };
  useKeys({ j: () => walk(1), k: () => walk(-1) });
  const press = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined || !(event.target as HTMLElement).matches("a.mark")) return;
    event.preventDefault();
    walk(by);
  };
  let first = true;
  const stop = (): 0 | -1 => {
    const now = first ? 0 : -1;
    first = false;
    return now;
  };
  return (
    <div
      className="reader-text"
      ref={root}
      onKeyDown={press}
      lang={article.language === "und" ? undefined : article.language}
    >
      {parts.map((p, i) => (
        <div key={p.start}>
          {removed && <Removed passages={aside.get(i)} />}
          <p>
            {pieces(p.start, p.end, layers).map((piece) => (
              <OnePiece key={piece.start} piece={piece} article={article} open={params.open} stop={stop} />
            ))}
          </p>
        </div>
      ))}
      {removed && <Removed passages={aside.get(parts.length)} />}
    </div>
  );
}

interface PieceProps {
  readonly piece: Piece<Layer>;
  readonly article: MarkedArticle;
  readonly open: string | undefined;
  readonly stop: () => 0 | -1;
}

function OnePiece({ piece, article, open, stop }: PieceProps) {
  const text = article.text.slice(piece.start, piece.end);
  const marks = piece.on.filter((l): l is ReaderMark => l.kind !== "place");
  const here = piece.on.length > marks.length;
  if (marks.length === 0) return here ? <span className="at-place">{text}</span> : text;
  // The narrowest record is the one meant; the panel names the others that lie on the same words.
  const mark = marks.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
  const kinds = [...new Set(marks.map((m) => m.kind))];
  const opened = marks.some((m) => openOf(article.id, m) === open);
  const said = `${layerNames[mark.kind] ?? mark.kind}${mark.label === null ? "" : `: ${mark.label}`}`;
  return (
    <a
      className={`mark ${kinds.map((k) => `mark-${k}`).join(" ")}${here ? " at-place" : ""}${opened ? " opened" : ""}`}
      href={openHref(openOf(article.id, mark))}
      tabIndex={stop()}
      title={said}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        setParams({ open: openOf(article.id, mark) });
      }}
    >
      {text}
    </a>
  );
}

function Removed({ passages }: { readonly passages: MarkedArticle["removed"] | undefined }) {
  return passages?.map((p, i) => (
    <div key={i} className="removed">
      <span className="badge">{p.reason}</span> {p.text}
    </div>
  ));
}
