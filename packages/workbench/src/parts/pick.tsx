import type { Body } from "hearsay/client";
import { useSyncExternalStore } from "react";
import { useRoute } from "../app/navigate.js";
import { Icon } from "./icon.js";
import { say } from "./toast.js";

type Composing = Body<"POST /stories/{s}/brief">["items"][number];
export type BriefKind = Composing["kind"];

/** A record chosen for the brief, with its words as they stood then, for the list of what is chosen. */
export interface Pick {
  readonly kind: BriefKind;
  readonly id: string;
  readonly words: string;
  readonly article?: string;
}

const listeners = new Set<() => void>();
const cache = new Map<string, readonly Pick[]>();
const keyOf = (story: string): string => `hearsay.brief.${story}`;

function read(story: string): readonly Pick[] {
  const known = cache.get(story);
  if (known !== undefined) return known;
  let picks: readonly Pick[] = [];
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(story)) ?? "[]");
    if (Array.isArray(stored)) picks = stored.filter((p) => typeof p?.id === "string" && typeof p?.words === "string");
  } catch {}
  cache.set(story, picks);
  return picks;
}

/** Keeps what is chosen, in this browser, story by story. */
export function setPicks(story: string, picks: readonly Pick[]): void {
  cache.set(story, picks);
  localStorage.setItem(keyOf(story), JSON.stringify(picks));
  for (const tell of listeners) tell();
}

export function usePicks(): readonly [readonly Pick[], (picks: readonly Pick[]) => void] {
  const story = useRoute().story ?? "";
  const picks = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read(story),
  );
  return [picks, (next) => setPicks(story, next)];
}

/** Puts a record into the brief, or takes it out. */
export function PickButton(pick: Pick) {
  const [picks, set] = usePicks();
  const has = picks.some((p) => p.id === pick.id);
  const toggle = (): void => {
    set(has ? picks.filter((p) => p.id !== pick.id) : [...picks, pick]);
    say(has ? "Taken out of the brief." : "Put into the brief.", { label: "Undo", act: () => set(picks) });
  };
  return (
    <button type="button" className="button pick-button" aria-pressed={has} onClick={toggle}>
      <Icon name="pin" size={15} />
      {has ? "in the brief" : "to the brief"}
    </button>
  );
}
