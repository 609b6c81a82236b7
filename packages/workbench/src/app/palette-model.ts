import type { Brief } from "hearsay";
import type { ArticleRow } from "../data/story.js";
import type { IconName } from "../parts/icon.js";
import type { FoundRow } from "../views/find/model.js";
import { routeToHit } from "./hit.js";
import type { Route } from "./route.js";
import { nextTheme } from "./theme.js";
import { views } from "./views.js";

export interface PaletteEntry {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly icon: IconName;
  readonly route?: Route;
  readonly act?: () => void;
}

const at = (story: string | null, view: string, id: string | null = null, params: Route["params"] = {}): Route => ({
  story,
  view,
  id,
  params,
});

/** Views and commands, then the articles. */
export function commandEntries(
  story: string | null,
  articles: readonly ArticleRow[],
  _brief: Brief | undefined,
): readonly PaletteEntry[] {
  const to = views.map(
    (v): PaletteEntry => ({ key: `view ${v.id}`, label: v.label, hint: v.what, icon: v.icon, route: at(story, v.id) }),
  );
  const claims = (label: string, standing: string): PaletteEntry => ({
    key: `claims ${standing}`,
    label,
    hint: "claims",
    icon: "matrix",
    route: at(story, "claims", null, { standing }),
  });
  const commands: readonly PaletteEntry[] = [
    claims("What is contested", "contradicted"),
    claims("What is established", "corroborated"),
    claims("What only echoes", "echoed"),
    { key: "theme", label: "Light or dark", hint: "command", icon: "theme", act: () => nextTheme() },
    { key: "print", label: "Print this view", hint: "command", icon: "export", act: () => print() },
    {
      key: "copy",
      label: "Copy a link to this view",
      hint: "command",
      icon: "export",
      act: () => void navigator.clipboard?.writeText(location.href),
    },
  ];
  const read = articles.map(
    (a): PaletteEntry => ({
      key: a.id,
      label: a.title,
      hint: a.label,
      icon: "article",
      route: at(story, "article", a.id),
    }),
  );
  return [...to, ...commands, ...read];
}

/** Entries whose label or hint holds every word asked for; those that begin with it first. */
export function rankEntries(entries: readonly PaletteEntry[], asked: string): readonly PaletteEntry[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const score = (entry: PaletteEntry): number => {
    const label = entry.label.toLowerCase();
    const all = `${label} ${entry.hint.toLowerCase()}`;
    if (!words.every((w) => all.includes(w))) return -1;
    return label.startsWith(words[0] ?? "") ? 2 : words.every((w) => label.includes(w)) ? 1 : 0;
  };
  const scored = entries.map((entry) => ({ entry, score: score(entry) })).filter((e) => e.score >= 0);
  return scored.sort((a, b) => b.score - a.score).map((e) => e.entry);
}

const icons: Readonly<Record<string, IconName>> = {
  claim: "matrix",
  statement: "statement",
  event: "timeline",
  article: "article",
  commitment: "board",
  cause: "cause",
  entity: "graph",
  figure: "figure",
};

/** What full-text search found, each leading to its words. */
export function hitEntries(story: string | null, rows: readonly FoundRow[]): readonly PaletteEntry[] {
  return rows.map((row, i) => ({
    key: `hit ${i}`,
    label: row.snippet.map((s) => s.text).join(""),
    hint: row.label ?? "",
    icon: icons[row.kind] ?? "find",
    route: routeToHit(story, row),
  }));
}
