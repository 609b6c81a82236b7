import type { Filter } from "../stage.js";

export const filter: Filter = {
  kind: "line",
  run() {
    throw new Error("not written yet");
  },
};
