import { compose } from "../../records/compose/index.js";
import { composedHtml, composedMarkdown, composedPaper, composedPolicy } from "../../records/compose/print.js";
import { onPaper, paperTypes } from "../../tell/paper/index.js";
import { type Handlers, Sent } from "../answering.js";

export const briefHandlers: Handlers<"POST /stories/{s}/brief"> = {
  "POST /stories/{s}/brief": async ({ room, body, door, request }) => {
    const [{ report }, store] = [await room.view(), await room.store()];
    const { title, items, format = "json" } = body;
    const composed = compose(report, title, items, await store.judgements());
    if (format !== "json") await door.tell(request, "export", { story: room.name, subject: "brief", detail: format });
    if (format === "md") return new Sent("text/markdown", composedMarkdown(composed));
    if (format === "html") return new Sent("text/html", composedHtml(composed), null, composedPolicy);
    if (format === "docx" || format === "pdf")
      return new Sent(paperTypes[format], await onPaper(composedPaper(composed), format), `brief.${format}`);
    return composed as never;
  },
};
