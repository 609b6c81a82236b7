export { listStories, type StoryPlace, storyHome, storyPath } from "./places.js";
export { extension, openStory } from "./sqlite.js";
