import { useSyncExternalStore } from "react";
import { type Session, sessionNow, watchSession } from "./api.js";

/** Who I am; null while that is being asked. */
export const useSession = (): Session | null => useSyncExternalStore(watchSession, sessionNow);

/** Why nothing can be changed here, in words; null where it can. */
export const useReadOnly = (): string | null =>
  useSession()?.role === "reader" ? "This server was started to be read only: nothing can be decided or added." : null;
