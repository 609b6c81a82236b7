import { Dialog } from "@base-ui/react/dialog";
import { views } from "./views.js";

const general: readonly (readonly [string, string])[] = [
  ["Ctrl K or /", "find, or go to anything"],
  ["?", "this help"],
  ["Esc", "close what is open on the right"],
  ["↑ ↓ ← →", "move in a list, the matrix, a picture"],
  ["Enter", "open the words"],
  ["j / k", "next, previous: review, reader"],
  ["a · r · m · s", "review: accept, reject, merge, split"],
  ["n · o · u", "review: note, rate the outlet, undo"],
  ["+ / −  0", "pictures: closer, farther, all"],
];

/** The keys. */
export default function Help({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog help">
          <Dialog.Title>Keys</Dialog.Title>
          <dl className="keys">
            {[...general, ...views.filter((v) => v.key !== "/").map((v) => [`g ${v.key}`, v.label] as const)].map(
              ([key, what]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ),
            )}
          </dl>
          <Dialog.Close className="button">Close</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
