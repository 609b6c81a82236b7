import { type ComponentType, lazy } from "react";
import type { IconName } from "../parts/icon.js";

export interface ViewEntry {
  readonly id: string;
  readonly label: string;
  /** What it answers, for the palette. */
  readonly what: string;
  readonly icon: IconName;
  readonly group: "Story" | "Records" | "Pictures" | "Work";
  readonly component: ComponentType;
  /** `g` and this letter lead there. */
  readonly key: string;
}

/** Every view, in the order of the rail; each is a chunk of its own. */
export const views: readonly ViewEntry[] = [
  {
    id: "overview",
    label: "Overview",
    what: "what stands, what is contested, what only echoes",
    icon: "overview",
    group: "Story",
    key: "o",
    component: lazy(() => import("../views/overview/index.js")),
  },
  {
    id: "claims",
    label: "Claims",
    what: "claims by independent origins",
    icon: "matrix",
    group: "Story",
    key: "c",
    component: lazy(() => import("../views/claims/index.js")),
  },
  {
    id: "lineage",
    label: "Lineage",
    what: "who copied whom",
    icon: "lineage",
    group: "Story",
    key: "l",
    component: lazy(() => import("../views/lineage/index.js")),
  },
  {
    id: "articles",
    label: "Articles",
    what: "every article, and its words",
    icon: "article",
    group: "Story",
    key: "a",
    component: lazy(() => import("../views/articles/index.js")),
  },
  {
    id: "statements",
    label: "Statements",
    what: "who said what",
    icon: "statement",
    group: "Records",
    key: "s",
    component: lazy(() => import("../views/statements/index.js")),
  },
  {
    id: "timeline",
    label: "Timeline",
    what: "what happened when",
    icon: "timeline",
    group: "Records",
    key: "t",
    component: lazy(() => import("../views/timeline/index.js")),
  },
  {
    id: "commitments",
    label: "Commitments",
    what: "promised, asked for, refused, delivered",
    icon: "board",
    group: "Records",
    key: "p",
    component: lazy(() => import("../views/commitments/index.js")),
  },
  {
    id: "figures",
    label: "Figures",
    what: "numbers over time",
    icon: "figure",
    group: "Records",
    key: "f",
    component: lazy(() => import("../views/figures/index.js")),
  },
  {
    id: "actors",
    label: "Actors",
    what: "who acts on whom",
    icon: "graph",
    group: "Pictures",
    key: "w",
    component: lazy(() => import("../views/actors/index.js")),
  },
  {
    id: "causes",
    label: "Causes",
    what: "what is said to cause what",
    icon: "cause",
    group: "Pictures",
    key: "y",
    component: lazy(() => import("../views/causes/index.js")),
  },
  {
    id: "map",
    label: "Map",
    what: "where it happens",
    icon: "map",
    group: "Pictures",
    key: "m",
    component: lazy(() => import("../views/map/index.js")),
  },
  {
    id: "find",
    label: "Find",
    what: "full-text search over everything",
    icon: "find",
    group: "Work",
    key: "/",
    component: lazy(() => import("../views/find/index.js")),
  },
  {
    id: "review",
    label: "Review",
    what: "decide what is uncertain",
    icon: "review",
    group: "Work",
    key: "r",
    component: lazy(() => import("../views/review/index.js")),
  },
  {
    id: "add",
    label: "Add",
    what: "files, addresses, text",
    icon: "add",
    group: "Work",
    key: "d",
    component: lazy(() => import("../views/add/index.js")),
  },
  {
    id: "brief",
    label: "Brief",
    what: "compose what you will send",
    icon: "brief",
    group: "Work",
    key: "b",
    component: lazy(() => import("../views/brief/index.js")),
  },
  {
    id: "work",
    label: "Work",
    what: "what waits, who is at it, how fast each step goes",
    icon: "work",
    group: "Work",
    key: "q",
    component: lazy(() => import("../views/work/index.js")),
  },
];
