// Flattens a page to the lines a careless scraper leaves: every block's text on a line of its own, scripts dropped.
import { Parser } from "htmlparser2";

const blocks = new Set(
  "address article aside blockquote br button caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section select summary table td th tr ul title".split(
    " ",
  ),
);
const silent = new Set(["script", "style", "noscript", "template", "svg", "head", "iframe"]);

/** @param {string} html */
export function flatten(html) {
  const lines = [];
  let line = "";
  let hidden = 0;
  const end = () => {
    const folded = line.replace(/\s+/g, " ").trim();
    if (folded !== "") lines.push(folded);
    line = "";
  };
  const parser = new Parser({
    onopentagname(name) {
      if (silent.has(name)) hidden++;
      if (blocks.has(name)) end();
    },
    ontext(text) {
      if (hidden === 0) line += text;
    },
    onclosetag(name) {
      if (silent.has(name)) hidden = Math.max(0, hidden - 1);
      if (blocks.has(name)) end();
    },
  });
  parser.end(html);
  end();
  return lines.join("\n");
}
