export { fromSent, sentPlace } from "./files.js";
export { type Gathering, gather, usualLimit } from "./gather.js";
