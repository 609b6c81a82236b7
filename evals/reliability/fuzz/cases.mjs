// The cases of a campaign: number → target and input, the same for a seed on any machine.
import { chanceOf } from "./chance.mjs";
import { makeTargets } from "./targets.mjs";

/** Everything that a campaign runs, in this process. `folder` is for what targets must write. */
export async function openCases(seed, folder) {
  const targets = await makeTargets(folder);
  const weights = targets.map((target) => [target, target.share]);
  const of = (number) => {
    const chance = chanceOf(seed, number);
    const target = chance.weighted(weights);
    return { target, input: target.make(chance) };
  };
  return {
    targets: targets.map(({ name }) => name),
    of,
    async run(number) {
      const { target, input } = of(number);
      await target.run(input);
      return target.name;
    },
    async close() {
      for (const { close } of targets) await close?.();
    },
  };
}
