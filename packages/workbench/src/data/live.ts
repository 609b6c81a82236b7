import { useEffect } from "react";
import { apiHref, storyPath } from "./api.js";
import { refresh } from "./use.js";

/** Follows the story's changes: what another person judges or adds is fetched as it happens. */
export function useLive(story: string | null, onProgress?: (data: unknown) => void): void {
  useEffect(() => {
    if (story === null || typeof EventSource === "undefined") return;
    const source = new EventSource(apiHref(storyPath(story, "/changes")));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => refresh(`/stories/${encodeURIComponent(story)}`), 150);
    };
    source.addEventListener("revision", soon);
    source.addEventListener("judgement", soon);
    source.addEventListener("progress", (event) => onProgress?.(JSON.parse((event as MessageEvent<string>).data)));
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [story, onProgress]);
}
