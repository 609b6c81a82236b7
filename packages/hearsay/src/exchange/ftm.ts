export const ftm: import("./file.js").Writer = () => ({ files: [], left: [] });
