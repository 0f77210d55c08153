/** In which order people read what stands on a slide: columns from the left, in each from the top. */

export type Frame = { x: number; y: number; width: number; height: number };

type Placed = { frame: Frame | null };

/** The groups that white space parts, along one side; null where nothing does. */
function cut<T extends Placed>(shapes: T[], from: "x" | "y", size: "width" | "height"): T[][] | null {
  const sorted = [...shapes].sort((a, b) => a.frame![from] - b.frame![from]);
  const groups: T[][] = [];
  let end = -Infinity;
  for (const shape of sorted) {
    const frame = shape.frame!;
    // Boxes that overlap by a little are beside each other to the eye.
    if (frame[from] >= end - frame[size] * 0.1 || !groups.length) groups.push([]);
    groups.at(-1)!.push(shape);
    end = Math.max(end, frame[from] + frame[size]);
  }
  return groups.length > 1 ? groups : null;
}

function read<T extends Placed>(shapes: T[], depth: number): T[] {
  if (shapes.length < 2 || depth > 20) return shapes;
  const groups = cut(shapes, "x", "width") ?? cut(shapes, "y", "height");
  if (groups) return groups.flatMap((group) => read(group, depth + 1));
  return [...shapes].sort((a, b) => a.frame!.y - b.frame!.y || a.frame!.x - b.frame!.x);
}

/** As they stand in the file where one of them does not say where it is. */
export const inReadingOrder = <T extends Placed>(shapes: T[]): T[] =>
  shapes.every(({ frame }) => frame) ? read(shapes, 0) : shapes;
