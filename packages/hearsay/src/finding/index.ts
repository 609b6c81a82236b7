export { inOrder, type Move, type Placed, StoryFinder } from "./finder.js";
