import { useEffect, useRef } from "react";

/** What a key does; the key as `KeyboardEvent.key` has it, with "mod+" for Ctrl or Command. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** True where letters are being typed, so that they are no commands. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

let prefixed = 0;

/** `g` was pressed: the next letter, if it comes soon, is where to go, and nothing else. */
export function armPrefix(): void {
  prefixed = Date.now();
}

/** Whether the next letter is where to go; asking ends it. */
export function takePrefix(): boolean {
  const armed = isArmed();
  prefixed = 0;
  return armed;
}

const isArmed = (): boolean => Date.now() - prefixed < 1200;

/** Keys that work while the component is shown. Letters are left alone while somebody types or a dialog is open. */
export function useKeys(keys: Keys, level: "frame" | "view" = "view"): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const name = `${event.ctrlKey || event.metaKey ? "mod+" : ""}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
      const act = now.current[name];
      if (act === undefined || event.altKey || event.defaultPrevented) return;
      const plain = !name.startsWith("mod+");
      if (plain && (isTyping(event.target) || document.querySelector("[role=dialog][data-open]") !== null)) return;
      if (level === "view" && name.length === 1 && isArmed()) return;
      act(event);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [level]);
}
