import width from "string-width";

/** Latin letters, digits and the punctuation of news: one column each. */
const narrow = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u2193\u2212]*$/;

/** How many terminal columns a text takes. Most text is narrow, and for that the full count is 50 times too slow. */
export const columnsOf = (text: string): number => (narrow.test(text) ? text.length : width(text));
