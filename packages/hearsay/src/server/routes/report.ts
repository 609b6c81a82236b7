import { asJson } from "../../records/write.js";
import { renderHtml, reportPolicy } from "../../tell/html.js";
import { renderMarkdown } from "../../tell/markdown.js";
import { onPaper, paperTypes } from "../../tell/paper/index.js";
import { reportPaper } from "../../tell/paper/paper.js";
import { type Lookers, Sent } from "../answering.js";

export const reportLookers: Lookers<"GET /stories/{s}/report"> = {
  "GET /stories/{s}/report": async ({ room, query }) => {
    const view = await room.view();
    const { format = "json", download = false } = query;
    const file = download ? `${room.name}.${format}` : null;
    if (format === "md")
      return new Sent(
        "text/markdown",
        view.once("md", () => renderMarkdown(view.report)),
        file,
      );
    if (format === "html")
      return new Sent(
        "text/html",
        view.once("html", () => renderHtml(view.report)),
        file,
        reportPolicy,
      );
    if (format === "docx" || format === "pdf")
      return new Sent(paperTypes[format], await onPaper(reportPaper(view.report), format), `${room.name}.${format}`);
    return new Sent("application/json", `${asJson(view.report)}\n`, file);
  },
};
