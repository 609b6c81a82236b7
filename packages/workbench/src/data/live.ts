import { useEffect } from "react";
import { addressFor, storyAddress } from "./api.js";
import { known, refresh } from "./use.js";

interface Now {
  readonly revision: string;
  readonly behind: unknown;
}

/**
 * Follows the story's changes: what another person judges or adds is fetched as it happens. Only while the page is
 * seen: a browser keeps few connections to one server, and each tab that listens holds one.
 */
export function useLive(story: string | null): void {
  useEffect(() => {
    if (story === null || typeof EventSource === "undefined") return;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => refresh(storyAddress(story)), 150);
    };
    const look = (): void => {
      if (document.hidden) {
        source?.close();
        return;
      }
      if (source !== null && source.readyState !== EventSource.CLOSED) return;
      source = new EventSource(addressFor({ name: "GET /stories/{s}/changes", path: { s: story } }));
      source.addEventListener("revision", (event) => isNew(story, event as MessageEvent<string>) && soon());
      source.addEventListener("judgement", soon);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      clearTimeout(timer);
      source?.close();
    };
  }, [story]);
}

/** Whether an event tells of another revision than the one shown; where nothing is shown yet, it is being fetched. */
function isNew(story: string, event: MessageEvent<string>): boolean {
  const shown = known(storyAddress(story)) as Now | undefined;
  const now = JSON.parse(event.data) as Now;
  return shown !== undefined && (shown.revision !== now.revision || Boolean(shown.behind) !== Boolean(now.behind));
}
