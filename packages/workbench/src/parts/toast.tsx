import { useSyncExternalStore } from "react";

interface Message {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly act: () => void };
}

let messages: readonly Message[] = [];
let count = 0;
const listeners = new Set<() => void>();
const set = (next: readonly Message[]): void => {
  messages = next;
  for (const tell of listeners) tell();
};

/** Says something in passing, with one thing to do about it; it goes after six seconds. */
export function say(text: string, action?: Message["action"]): void {
  const id = ++count;
  set([...messages.slice(-2), { id, text, ...(action && { action }) }]);
  setTimeout(() => set(messages.filter((m) => m.id !== id)), 6000);
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => messages,
  );
  return (
    <div className="toast-area" aria-live="polite" role="status">
      {shown.map((m) => (
        <div key={m.id} className="toast">
          <span>{m.text}</span>
          {m.action && (
            <button type="button" onClick={m.action.act}>
              {m.action.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
