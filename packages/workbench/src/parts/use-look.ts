import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { setParams, useRoute } from "../app/navigate.js";

/** A picture's look is in the address once it rests: browsers refuse an address that changes with every frame. */
const rest = 200;

/** How a picture is looked at, as the address has it; null where nothing is said. To another, or back to none. */
export function useLook<T>(
  parse: (text: string | undefined) => T | null,
  format: (look: T) => string,
): readonly [T | null, (look: T | null) => void] {
  const text = useRoute().params.look;
  const kept = useMemo(() => parse(text), [parse, text]);
  const [moving, setMoving] = useState<{ readonly look: T | null } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const set = useCallback(
    (look: T | null): void => {
      setMoving({ look });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        setParams({ look: look === null ? null : format(look) }, true);
        setMoving(null);
      }, rest);
    },
    [format],
  );
  return [moving === null ? kept : moving.look, set];
}
