export const stix: import("./file.js").Writer = () => ({ files: [], left: [] });
