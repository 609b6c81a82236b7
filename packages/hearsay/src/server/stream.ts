import type { Asked } from "./answering.js";
import { sees } from "./door.js";
import { checkMay, identify } from "./guard.js";
import type { Happening } from "./live.js";
import { Problem } from "./problem.js";

/** A word now and then, in milliseconds, so that nobody between takes the connection for dead. */
const beat = 15_000;
/** So many listen at once, all stories together; and so much may lie unread for one of them, in bytes. */
const mostListening = 256;
const mostUnread = 4 * 1024 * 1024;

/**
 * Streams what happens in a story as server-sent events until the reader goes away or signs out.
 * @throws Problem `changes.too-many`
 */
export function stream({ room, live, door, request, reply }: Asked<"GET /stories/{s}/changes">): void {
  if (live.size >= mostListening)
    throw new Problem(503, "changes.too-many", `${mostListening} are listening already: close a window.`);
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  raw.write("retry: 2000\n\n");
  const stop = live.listen(room, (happening) => {
    // Who does not read is let go: the browser comes back by itself.
    if (raw.writableLength > mostUnread) raw.destroy();
    else raw.write(eventText(happening));
  });
  const pulse = setInterval(() => {
    raw.write(": still here\n\n");
    void stillMay().then((may) => may || raw.end());
  }, beat).unref();
  const { session } = request.visitor;
  const stay = session === null ? null : door.onEnd(session, () => raw.end());
  // An account may have been disabled elsewhere, or the story taken from it.
  const stillMay = async () => {
    try {
      await identify(request, door);
      checkMay(request, door, "reader", room.name);
      return sees(request)(room.name);
    } catch {
      return false;
    }
  };
  request.raw.socket.setTimeout(0);
  raw.on("close", () => {
    clearInterval(pulse);
    stop();
    stay?.();
  });
}

/** JSON has no raw line ends, so that an event is always one line of data. */
const eventText = ({ event, data }: Happening): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
