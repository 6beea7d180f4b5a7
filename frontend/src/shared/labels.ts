// Where names go: beside their actor, in the first place around it that is free; a name without a free place is not shown.
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Labelled {
  id: string;
  x: number;
  y: number;
  radius: number;
  width: number;
}

export interface Placed {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}

const HEIGHT = 15;
const GAP = 4;

function overlap(one: Box, other: Box): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

function* candidates(one: Labelled): Generator<[Placed, Box]> {
  const { x, y, radius, width } = one;
  const spots: [number, number, Placed["anchor"]][] = [0, 9].flatMap((further) => {
    const near = radius + GAP + further;
    const slant = near * 0.75;
    return [
      [near, 0, "start"], [0, near + HEIGHT / 2, "middle"], [-near, 0, "end"], [0, -near - HEIGHT / 2, "middle"],
      [slant, slant + 5, "start"], [slant, -slant - 5, "start"], [-slant, slant + 5, "end"], [-slant, -slant - 5, "end"],
    ] satisfies [number, number, Placed["anchor"]][];
  });
  for (const [dx, dy, anchor] of spots) {
    const left = anchor === "start" ? x + dx : anchor === "end" ? x + dx - width : x + dx - width / 2;
    yield [{ x: x + dx, y: y + dy, anchor }, { x: left - 2, y: y + dy - HEIGHT / 2, width: width + 4, height: HEIGHT }];
  }
}

export function place(wanted: Labelled[], frame: Box, reserved: Box[]): Map<string, Placed> {
  const taken: Box[] = wanted.map(({ x, y, radius }) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }));
  taken.push(...reserved);
  const found = new Map<string, Placed>();
  for (const one of wanted) {
    for (const [spot, box] of candidates(one)) {
      const inside = box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height;
      if (inside && !taken.some((other) => overlap(box, other))) {
        found.set(one.id, spot);
        taken.push(box);
        break;
      }
    }
  }
  return found;
}
