import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** How large an element is, in pixels; follows it, also when it comes later or is another one. */
export function useSize(ref: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  const watched = useRef<{ element: HTMLElement | null; observer: ResizeObserver | null }>({
    element: null,
    observer: null,
  });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === watched.current.element) return;
    watched.current.observer?.disconnect();
    const read = (): void => setSize({ width: element?.clientWidth ?? 0, height: element?.clientHeight ?? 0 });
    const observer = new ResizeObserver(read);
    watched.current = { element, observer };
    if (element !== null) observer.observe(element);
    read();
  });
  useLayoutEffect(() => {
    const now = watched.current;
    return () => {
      now.observer?.disconnect();
      watched.current = { element: null, observer: null };
    };
  }, []);
  return size;
}
