/** What sources need of reading before there is anything to read: text out of bytes, a date out of a feed's. */
export { machineDate } from "../read/dates.js";
export { decode } from "../read/decode.js";
