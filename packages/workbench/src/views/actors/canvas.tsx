import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { setParams, useRoute } from "../../app/navigate.js";
import { useLook } from "../../parts/use-look.js";
import { useSize } from "../../parts/use-size.js";
import { formatLook, paint, parseLook, svgOf } from "./draw.js";
import { fit, layoutOf, type Point } from "./layout.js";
import type { ActorGraph } from "./model.js";

/** The graph on a canvas: thousands of actors; drag to move, wheel or + and − to come closer, arrows to choose. */
export function ActorCanvas({
  graph,
  onPicture,
}: {
  readonly graph: ActorGraph;
  readonly onPicture: (draw: () => string) => void;
}) {
  const { params } = useRoute();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = useSize(box);
  const layout = useMemo(() => layoutOf(graph), [graph]);
  const points = useMemo(() => new Map(layout.points.map((p): [string, Point] => [p.id, p])), [layout]);
  const [look, setLook] = useLook(parseLook, formatLook);
  const [turn, setTurn] = useState(0);
  const drag = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const chosen = params.open?.startsWith("entity-") && points.has(params.open) ? params.open : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn of the layout moves the points
  const now = useMemo(() => look ?? fit(layout.points, width, height), [look, layout, width, height, turn]);
  useEffect(() => {
    let frame = 0;
    const go = (): void => {
      const more = layout.step(12);
      setTurn((t) => t + 1);
      if (more) frame = requestAnimationFrame(go);
    };
    frame = requestAnimationFrame(go);
    return () => cancelAnimationFrame(frame);
  }, [layout]);
  const draw = useCallback((): void => {
    const context = canvas.current?.getContext("2d");
    if (!context || width === 0) return;
    const scale = devicePixelRatio;
    if (canvas.current!.width !== Math.round(width * scale) || canvas.current!.height !== Math.round(height * scale)) {
      canvas.current!.width = Math.round(width * scale);
      canvas.current!.height = Math.round(height * scale);
    }
    context.setTransform(scale, 0, 0, scale, 0, 0);
    paint(context, width, height, { graph, points, look: now, chosen });
  }, [graph, points, now, chosen, width, height]);
  useEffect(draw);
  useEffect(() => {
    addEventListener("hearsay:theme", draw);
    return () => removeEventListener("hearsay:theme", draw);
  }, [draw]);
  useEffect(
    () => onPicture(() => svgOf({ graph, points }, width, height, now)),
    [onPicture, graph, points, width, height, now],
  );
  const zoom = (factor: number, x = width / 2, y = height / 2): void =>
    setLook({ k: now.k * factor, x: x - (x - now.x) * factor, y: y - (y - now.y) * factor });
  const hit = (x: number, y: number): string | null => {
    const found = layout.points.find(
      (p) =>
        Math.hypot((p.x ?? 0) * now.k + now.x - x, (p.y ?? 0) * now.k + now.y - y) < Math.max(10, p.radius * now.k),
    );
    return found?.id ?? null;
  };
  useEffect(() => {
    const element = canvas.current;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
    };
    element?.addEventListener("wheel", wheel, { passive: false });
    return () => element?.removeEventListener("wheel", wheel);
  });
  const press = (event: KeyboardEvent): void => {
    const order = graph.nodes.map((n) => n.id);
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (by !== undefined)
      setParams({ open: order[(order.indexOf(chosen ?? "") + by + order.length) % order.length] ?? null }, true);
    else if (event.key === "+" || event.key === "=") zoom(1.4);
    else if (event.key === "-") zoom(1 / 1.4);
    else if (event.key === "0") setLook(null);
    else return;
    event.preventDefault();
  };
  const move = (event: PointerEvent): void => {
    const from = drag.current;
    if (from === null) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(dx, dy) < 4) return;
    drag.current = { x: event.clientX, y: event.clientY, moved: true };
    setLook({ ...now, x: now.x + dx, y: now.y + dy });
  };
  const up = (event: PointerEvent): void => {
    if (drag.current !== null && !drag.current.moved)
      setParams({ open: hit(event.nativeEvent.offsetX, event.nativeEvent.offsetY) });
    drag.current = null;
  };
  return (
    <div className="actor-canvas" ref={box}>
      <canvas
        ref={canvas}
        tabIndex={0}
        role="img"
        aria-label={`${graph.nodes.length} actors, ${graph.links.length} pairs. Arrow keys choose an actor; the list beside has them all.`}
        style={{ width, height }}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, y: event.clientY, moved: false };
        }}
        onPointerMove={move}
        onPointerUp={up}
      />
    </div>
  );
}
