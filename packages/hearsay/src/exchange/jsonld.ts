export const jsonld: import("./file.js").Writer = () => ({ files: [], left: [] });
