export { type Gathering, gather, usualLimit } from "./gather.js";
