import { Dialog } from "@base-ui/react/dialog";
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useArticles, useHead, useStory } from "../data/story.js";
import { Icon } from "../parts/icon.js";
import { currentRoute, go } from "./navigate.js";
import { commandEntries, hitEntries, type PaletteEntry, rankEntries } from "./palette-model.js";

/** One place to go anywhere and do anything: views, commands, and every record by its words. */
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  // Views and commands follow each key at once, so that Enter means what is typed; the search may come after.
  const asked = text.trim();
  const searched = useDeferredValue(asked);
  const search = useStory(searched.length < 2 ? null : "GET /stories/{s}/search", { q: searched, limit: 20 });
  const articles = useArticles();
  const head = useHead();
  const story = currentRoute().story;
  const entries = useMemo(() => {
    const fixed = rankEntries(commandEntries(story, [...articles.values()], head.value?.brief), asked);
    return [...fixed.slice(0, asked === "" ? 40 : 12), ...hitEntries(story, search.value?.rows ?? [])];
  }, [story, articles, head.value, asked, search.value]);
  const chosen = Math.min(at, entries.length - 1);
  // In braces: newer browsers answer scrolling with a promise, which is no clean-up.
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });
  const run = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    if (entry.act !== undefined) entry.act();
    else if (entry.route !== undefined) go(entry.route);
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(entries.length - 1, chosen + step)));
    } else if (event.key === "Enter") run(entries[chosen]);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog palette" aria-label="Find or go to">
          <input
            className="palette-field"
            placeholder="A view, a command, or words from anywhere in the story"
            role="combobox"
            aria-label="Find or go to"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant={entries.length > 0 ? `palette-${chosen}` : undefined}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
            }}
            onKeyDown={press}
            autoFocus
          />
          <div id="palette-list" role="listbox" aria-label="What was found" className="palette-list" ref={list}>
            {entries.map((entry, i) => (
              <div
                key={entry.key}
                id={`palette-${i}`}
                role="option"
                aria-selected={i === chosen}
                className="palette-row"
                onClick={() => run(entry)}
              >
                <Icon name={entry.icon} />
                <span className="grow one-line">{entry.label}</span>
                <span className="soft small one-line">{entry.hint}</span>
              </div>
            ))}
            {entries.length === 0 && (
              <p className="soft palette-none">
                {search.loading && asked.length > 1 ? "Looking…" : "Nothing has these words."}
              </p>
            )}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
