import { useSyncExternalStore } from "react";
import { useRoute } from "../app/navigate.js";
import { type Session, sessionNow, watchSession } from "./api.js";
import { useGet } from "./use.js";

/** Who I am; null while that is being asked. */
export const useSession = (): Session | null => useSyncExternalStore(watchSession, sessionNow);

/** Why nothing can be changed in the story that is open, in words; null where it can. */
export function useReadOnly(): string | null {
  const session = useSession();
  const { story } = useRoute();
  const own = useGet({ name: "GET /stories" }).value?.find(({ name }) => name === story)?.role;
  if ((own ?? session?.role) !== "reader") return null;
  return session?.login === "password"
    ? "Your account reads this story: it decides and adds nothing. An admin can change that."
    : "This server was started to be read only: nothing can be decided or added.";
}
