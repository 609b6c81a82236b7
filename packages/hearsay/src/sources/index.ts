export { type Gathering, gather } from "./gather.js";
