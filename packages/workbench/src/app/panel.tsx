import { useEffect, useRef } from "react";
import { ClaimPanel } from "../panel/claim.js";
import { EdgePanel } from "../panel/edge.js";
import { EntityPanel } from "../panel/entity.js";
import { FigurePanel } from "../panel/figure.js";
import { MarkPanel } from "../panel/mark.js";
import { Icon } from "../parts/icon.js";
import { setParams } from "./navigate.js";
import { type Opened, parseOpened } from "./route.js";

const titles: Readonly<Record<Opened["kind"], string>> = {
  claim: "Claim",
  entity: "Actor",
  figure: "Figure",
  edge: "Descent",
  mark: "Record",
};

/** What is opened from the view, beside it: the record and its words. */
export function Panel({ open }: { readonly open: string }) {
  const opened = parseOpened(open)!;
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open !== "") body.current?.scrollTo(0, 0);
  }, [open]);
  return (
    <aside className="panel" aria-label={titles[opened.kind]}>
      <div className="panel-head">
        <h2 className="grow">{titles[opened.kind]}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Close"
          title="Close (Esc)"
          onClick={() => setParams({ open: null, cell: null })}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="panel-body" ref={body} tabIndex={0} role="region" aria-label={`${titles[opened.kind]}, details`}>
        <Opening opened={opened} />
      </div>
    </aside>
  );
}

function Opening({ opened }: { readonly opened: Opened }) {
  switch (opened.kind) {
    case "claim":
      return <ClaimPanel id={opened.id} />;
    case "entity":
      return <EntityPanel id={opened.id} />;
    case "figure":
      return <FigurePanel id={opened.id} />;
    case "edge":
      return <EdgePanel derived={opened.derived} source={opened.source} />;
    case "mark":
      return <MarkPanel article={opened.article} id={opened.id} />;
  }
}
