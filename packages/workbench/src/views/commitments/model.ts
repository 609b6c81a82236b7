/** The columns of the board, each of the statuses that are one stage of a commitment. */
export const stages = [
  ["asked", ["requested", "demanded"]],
  ["offered, promised", ["offered", "promised", "announced"]],
  ["threatened", ["threatened"]],
  ["agreed", ["signed", "in-force"]],
  ["delivered", ["delivered"]],
  ["refused, denied, broken", ["refused", "denied", "broken", "expired"]],
] as const;
