import { maxBytes, problem } from "../problems.js";
import { ByteReader } from "./bytes.js";
import { capture, nothing, type Opening, type Unpacker } from "./opening.js";
import type { Parcel } from "./parcel.js";

/** A line that only parts messages: "From somebody@example.com Sun Mar  4 08:00:00 2029". */
const separator = /^From \S.*\d\d:\d\d/;
/** In a message, "From" at the beginning of a line was written ">From" (mboxrd). */
const quoted = /^>+From /;

/** Every message of a mailbox, as it was before it was put there. Places are numbered from one: "mail.mbox#3". */
export const unpackMbox: Unpacker = async function* (parcel: Parcel, opening: Opening) {
  const reader = new ByteReader(parcel.chunks);
  try {
    let [number, size, blank]: [number, number, boolean] = [0, 0, true];
    let message: Buffer[] | null = null;
    const finish = () => {
      const place = `${parcel.place}#${number}`;
      if (size > maxBytes) return nothing(place, problem("error", "too-large", place, "A message larger than 50 MB."));
      return message === null ? null : capture(place, withoutBlankEnd(Buffer.concat(message)), opening);
    };
    for (;;) {
      const line = await reader.line(maxBytes);
      if (line === null) break;
      const head = line === "too-long" ? "" : line.toString("latin1", 0, 200);
      if (blank && separator.test(head)) {
        const found = finish();
        if (found !== null) yield found;
        [number, size, message] = [number + 1, 0, []];
      } else {
        size += line === "too-long" ? maxBytes + 1 : line.length;
        if (line !== "too-long" && size <= maxBytes) message?.push(quoted.test(head) ? line.subarray(1) : line);
        else message = message === null ? null : [];
      }
      blank = /^\r?\n$/.test(head);
    }
    const last = finish();
    if (last !== null) yield last;
  } finally {
    await reader.close();
  }
};

/** The blank line before the next separator belongs to the mailbox. */
function withoutBlankEnd(message: Buffer): Buffer {
  const end = message.toString("latin1", Math.max(0, message.length - 4));
  const blank = /(?<=\n)\r?\n$/.exec(end)?.[0].length ?? 0;
  return message.subarray(0, message.length - blank);
}
