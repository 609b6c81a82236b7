import { lazy, Suspense, useRef, useState } from "react";
import { useLive } from "../data/live.js";
import type { StoryRow } from "../data/story.js";
import { useHead } from "../data/story.js";
import { Empty, Loading } from "../parts/state.js";
import { Toasts } from "../parts/toast.js";
import { Boundary } from "./boundary.js";
import { armPrefix, takePrefix, useKeys } from "./keys.js";
import { currentRoute, go, setParams, useRoute, viewHref } from "./navigate.js";
import { Panel } from "./panel.js";
import { Rail } from "./rail.js";
import { parseOpened } from "./route.js";
import { TopBar } from "./top-bar.js";
import { views } from "./views.js";

const Reader = lazy(() => import("../views/reader/index.js"));
const Compare = lazy(() => import("../views/compare/index.js"));
const Speaker = lazy(() => import("../views/actor/index.js"));
const Account = lazy(() => import("../views/account/index.js"));
const Accounts = lazy(() => import("../views/accounts/index.js"));
const Audit = lazy(() => import("../views/audit/index.js"));
const Palette = lazy(() => import("./palette.js"));
const Help = lazy(() => import("./help.js"));

/** Views that are reached from others, of one thing each, and those of accounts, from the menu with one's name. */
const inner = {
  ...{ article: Reader, compare: Compare, actor: Speaker },
  ...{ account: Account, accounts: Accounts, audit: Audit },
} as const;

function Inner({ view }: { readonly view: keyof typeof inner }) {
  const Found = inner[view];
  return <Found />;
}

/** The frame: where to go on the left, the view, and on the right what is opened from it. */
export function Shell({ stories }: { readonly stories: readonly StoryRow[] }) {
  const route = useRoute();
  const head = useHead();
  const [dialog, setDialog] = useState<"palette" | "help" | null>(null);
  const view = useRef<HTMLElement>(null);
  useLive(route.story);
  useGlobalKeys(setDialog, view);
  const entry = views.find((v) => v.id === route.view);
  const missing = head.problem?.status === 404;
  return (
    <div className="shell">
      <button type="button" className="skip button" onClick={() => view.current?.focus()}>
        Skip to the view
      </button>
      <TopBar stories={stories} onFind={() => setDialog("palette")} onHelp={() => setDialog("help")} />
      <Rail />
      <main id="view" className="view" tabIndex={-1} ref={view} key={`${route.story}/${route.view}`}>
        <Boundary>
          <Suspense fallback={<Loading />}>
            {missing ? (
              <Empty title={`There is no story “${route.story}”`}>
                <p>Choose another in the bar above.</p>
              </Empty>
            ) : route.view in inner ? (
              <Inner view={route.view as keyof typeof inner} />
            ) : entry === undefined ? (
              <Empty title="No such view">
                <a className="button" href={viewHref("overview")}>
                  To the overview
                </a>
              </Empty>
            ) : (
              <entry.component />
            )}
          </Suspense>
        </Boundary>
      </main>
      {parseOpened(route.params.open) !== null && (
        <Boundary key={route.params.open}>
          <Panel open={route.params.open!} />
        </Boundary>
      )}
      <Suspense fallback={null}>
        {dialog === "palette" && <Palette onClose={() => setDialog(null)} />}
        {dialog === "help" && <Help onClose={() => setDialog(null)} />}
      </Suspense>
      <Toasts />
    </div>
  );
}

function useGlobalKeys(setDialog: (d: "palette" | "help") => void, view: React.RefObject<HTMLElement | null>): void {
  const jump = (id: string) => (event: KeyboardEvent) => {
    if (!takePrefix()) return;
    event.preventDefault();
    go({ story: currentRoute().story, view: id, id: null, params: {} });
    view.current?.focus();
  };
  const find = (event: KeyboardEvent): void => {
    event.preventDefault();
    setDialog("palette");
  };
  useKeys(
    {
      ...Object.fromEntries(views.filter((v) => v.key !== "/").map((v) => [v.key, jump(v.id)])),
      "mod+k": find,
      "/": find,
      "?": () => setDialog("help"),
      g: armPrefix,
      Escape: () => setParams({ open: null }),
    },
    "frame",
  );
}
