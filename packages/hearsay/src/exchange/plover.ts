export const plover: import("./file.js").Writer = () => ({ files: [], left: [] });
