export const claimreview: import("./file.js").Writer = () => ({ files: [], left: [] });
