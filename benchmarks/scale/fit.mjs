// Growth as a + b·N^c, fitted to what was measured.

/** Noise of a shared machine, as a share of what is measured: within it the simpler curve is taken. */
const noise = 0.15;

/**
 * Growth by what was measured: nothing where that is within the noise, else a line, else the a, b ≥ 0 and c up to 1.5 with the
 * smallest squares of relative errors.
 * @param points `[n, value]`, values above 0
 */
export function fitted(points) {
  const simple = [0, 1].map((c) => withExponent(points, c)).find(({ residual }) => residual <= noise);
  if (simple !== undefined || points.length < 3) return simple ?? withExponent(points, 1);
  const curves = Array.from({ length: 61 }, (_, i) => withExponent(points, i / 40));
  return curves.reduce((best, one) => (one.squares < best.squares - 1e-9 ? one : best));
}

function withExponent(points, c) {
  const { a, b } = c === 0 ? constant(points) : lineThrough(points.map(([n, value]) => [n ** c, value]));
  const at = (n) => a + b * n ** c;
  const errors = points.map(([n, value]) => (at(n) - value) / value);
  const squares = errors.reduce((sum, error) => sum + error ** 2, 0);
  return { a, b, c: b === 0 ? 0 : c, squares, residual: Math.max(...errors.map(Math.abs)), at };
}

const constant = (points) => {
  const [s, sy] = points.reduce(([s, sy], [, y]) => [s + 1 / y ** 2, sy + 1 / y], [0, 0]);
  return { a: sy / s, b: 0 };
};

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
