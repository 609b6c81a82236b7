// Growth as a + b·N^c, fitted to what was measured.

/**
 * The a, b ≥ 0 and c from 0 to 2 with the smallest squares of relative errors, and the largest relative error that is left. Of two
 * points one line goes through both, so c is 1 there, or nothing grows.
 * @param points `[n, value]`, values above 0
 */
export function fitted(points) {
  const exponents = points.length < 3 ? [1] : Array.from({ length: 81 }, (_, i) => i / 40);
  let best = null;
  for (const c of exponents) {
    const { a, b } = lineThrough(points.map(([n, value]) => [n ** c, value]));
    const errors = points.map(([n, value]) => (a + b * n ** c - value) / value);
    const squares = errors.reduce((sum, error) => sum + error ** 2, 0);
    if (best === null || squares < best.squares - 1e-9)
      best = { a, b, c, squares, residual: Math.max(...errors.map(Math.abs)) };
  }
  return { ...best, at: (n) => best.a + best.b * n ** best.c };
}

/** Least squares of relative errors, neither part below 0. */
function lineThrough(points) {
  let [s, sx, sxx, sy, sxy] = [0, 0, 0, 0, 0];
  for (const [x, y] of points) {
    const w = 1 / y ** 2;
    s += w;
    sx += w * x;
    sxx += w * x * x;
    sy += w * y;
    sxy += w * x * y;
  }
  const det = s * sxx - sx * sx;
  const b = Math.abs(det) < 1e-12 * sxx * s ? 0 : (s * sxy - sx * sy) / det;
  const a = b === 0 ? sy / s : (sy - b * sx) / s;
  if (b < 0) return { a: sy / s, b: 0 };
  if (a < 0) return { a: 0, b: sxy / sxx };
  return { a, b };
}
