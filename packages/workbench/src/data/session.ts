import { useSyncExternalStore } from "react";
import { type Session, sessionNow, watchSession } from "./api.js";

/** Who I am; null while that is being asked. */
export const useSession = (): Session | null => useSyncExternalStore(watchSession, sessionNow);
