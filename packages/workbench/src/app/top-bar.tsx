import { Menu } from "@base-ui/react/menu";
import type { StoryRow } from "../data/story.js";
import { useHead } from "../data/story.js";
import { Icon } from "../parts/icon.js";
import { go, useRoute, viewHref } from "./navigate.js";
import { nextTheme } from "./theme.js";
import { views } from "./views.js";
import { Who } from "./who.js";

interface Props {
  readonly stories: readonly StoryRow[];
  readonly onFind: () => void;
  readonly onHelp: () => void;
}

export function TopBar({ stories, onFind, onHelp }: Props) {
  const route = useRoute();
  const head = useHead();
  return (
    <header className="topbar">
      <ViewMenu />
      <a className="brandname" href={viewHref("overview")} aria-label="Hearsay: overview">
        <img src="./icon.svg" alt="" width="24" height="24" />
        <b>Hearsay</b>
      </a>
      <select
        className="field story-choice"
        aria-label="Story"
        value={route.story ?? ""}
        onChange={(event) => go({ story: event.target.value, view: "overview", id: null, params: {} })}
      >
        {names(stories, route.story).map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      {isBehind(head.value?.behind) && <span className="badge revised">being brought up to date…</span>}
      <button type="button" className="button find-button" onClick={onFind}>
        <span className="row">
          <Icon name="find" />
          <span className="unseen-narrow">Find or go to…</span>
        </span>
        <kbd>Ctrl K</kbd>
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Light or dark"
        title="Light or dark"
        onClick={() => nextTheme()}
      >
        <Icon name="theme" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Keys and help"
        title="Keys and help (?)"
        onClick={onHelp}
      >
        <Icon name="help" />
      </button>
      <Who />
    </header>
  );
}

const names = (stories: readonly StoryRow[], now: string | null): readonly string[] =>
  [...new Set([...(now === null ? [] : [now]), ...stories.map((s) => s.name)])].sort();

const isBehind = (behind: unknown): boolean => (Array.isArray(behind) ? behind.length > 0 : Boolean(behind));

/** The views, where there is no room for the rail. */
function ViewMenu() {
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-button only-narrow" aria-label="Views">
        <Icon name="menu" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" sideOffset={4} align="start">
          <Menu.Popup className="menu">
            {views.map((v) => (
              <Menu.Item key={v.id} className="menu-item" render={<a href={viewHref(v.id)}>{v.label}</a>}>
                <Icon name={v.icon} />
                {v.label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
