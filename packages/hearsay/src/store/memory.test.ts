import { MemoryState, memoryStore } from "../engine/testing/memory.js";
import { storeSuite } from "./testing/suite.js";

let state: MemoryState;

storeSuite("the memory used by tests", {
  async fresh() {
    state = new MemoryState();
    return memoryStore("dune", state);
  },
  again: async () => memoryStore("dune", state),
  async remove() {},
});
