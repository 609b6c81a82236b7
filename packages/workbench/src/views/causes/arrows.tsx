import { useLayoutEffect, useRef, useState } from "react";
import { type CausalMap, type changesOf, isLive } from "./model.js";

interface Props {
  readonly map: CausalMap;
  readonly follows: ReturnType<typeof changesOf>;
}

interface Path {
  readonly key: string;
  readonly d: string;
  readonly sign: 1 | -1;
  readonly live: boolean;
  readonly width: number;
}

/** The arrows between the concepts of a group, drawn where these stand now; none where they stand under one another. */
export function Arrows({ map, follows }: Props) {
  const own = useRef<SVGSVGElement>(null);
  const [turn, setTurn] = useState(0);
  const [paths, setPaths] = useState<readonly Path[]>([]);
  useLayoutEffect(() => {
    const element = own.current?.parentElement;
    if (element == null || typeof ResizeObserver === "undefined") return;
    const watch = new ResizeObserver(() => setTurn((t) => t + 1));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn is another place of the concepts
  useLayoutEffect(() => {
    const box = own.current?.parentElement;
    if (box == null) return;
    const frame = box.getBoundingClientRect();
    const place = (at: number) => box.querySelector(`[data-concept="${at}"]`)?.getBoundingClientRect();
    setPaths(
      map.arrows.flatMap((arrow): readonly Path[] => {
        const [from, to] = [place(arrow.from), place(arrow.to)];
        if (from === undefined || to === undefined || to.left <= from.right) return [];
        const [x1, y1] = [from.right - frame.left, from.top + from.height / 2 - frame.top];
        const [x2, y2] = [to.left - frame.left - 3, to.top + to.height / 2 - frame.top];
        const bend = (x2 - x1) / 2;
        const d = `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}m-7 -4l7 4l-7 4`;
        const width = Math.min(5, 1 + arrow.voices * 0.7);
        return [
          {
            key: `${arrow.from} ${arrow.to} ${arrow.sign}`,
            d,
            width,
            sign: arrow.sign,
            live: isLive(arrow, map, follows),
          },
        ];
      }),
    );
  }, [map, follows, turn]);
  return (
    <svg className="cause-arrows" aria-hidden="true" ref={own}>
      {paths.map(({ key, d, sign, live, width }) => (
        <path key={key} d={d} strokeWidth={width} className={`${sign > 0 ? "plus" : "minus"}${live ? " live" : ""}`} />
      ))}
    </svg>
  );
}
