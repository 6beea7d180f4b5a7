// Where names go: beside their actor, in the place around it where they cover least, over no other name. Beyond the first few, a
// name that would cover a mark is not shown.
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
const NEAR = [0, 5]; // pixels beyond the gap that a name may stand from its own, the nearest first
export const FAR = [0, 9, 20]; // the same where lines tell what belongs together
const SPOTS = 8; // around a mark, at each distance
const FIRST = 12; // names, in the order they are wanted, that are shown wherever there is room among names

function overlap(one: Box, other: Box): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

function shared(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function* candidates(one: Labelled, away: number[]): Generator<[Placed, Box]> {
  const { x, y, radius, width } = one;
  const spots: [number, number, Placed["anchor"]][] = away.flatMap((further) => {
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

export interface Segment {
  from: { x: number; y: number };
  to: { x: number; y: number };
}

// Whether a line runs through a box (Liang and Barsky 1984).
function crosses({ from, to }: Segment, box: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [first, last] = [0, 1];
  for (const [by, room] of [[-dx, from.x - box.x], [dx, box.x + box.width - from.x], [-dy, from.y - box.y], [dy, box.y + box.height - from.y]] as const) {
    if (by === 0) {
      if (room < 0) return false;
      continue;
    }
    const at = room / by;
    if (by < 0) first = Math.max(first, at);
    else last = Math.min(last, at);
  }
  return first < last;
}

// What it costs a name to stand over something, or further off: the cheapest place is taken.
const COST = { mark: 100, sign: 12, line: 3, away: 5 } as const;

// Where each name stands: beside its own, over no other name and, where there is room, over no sign and no line.
export function place(wanted: Labelled[], frame: Box, reserved: Box[], lines: Segment[] = [], signs: Box[] = [], away = NEAR): Map<string, Placed> {
  const marks: Box[] = wanted.map(({ x, y, radius }) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }));
  const names: Box[] = [...reserved];
  const found = new Map<string, Placed>();
  for (const [at, one] of wanted.entries()) {
    let best: { spot: Placed; box: Box; cost: number } | undefined;
    for (const [nth, [spot, box]] of [...candidates(one, away)].entries()) {
      const inside = box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height;
      if (!inside || names.some((other) => overlap(box, other))) continue;
      const covered = marks.reduce((sum, mark) => sum + shared(box, mark), 0);
      if (covered > 0 && at >= FIRST) continue;
      const cost = (covered > 0 ? COST.mark + covered : 0) + COST.sign * signs.filter((sign) => overlap(box, sign)).length
        + COST.line * lines.filter((line) => crosses(line, box)).length + COST.away * Math.floor(nth / SPOTS) + nth / 100;
      if (best === undefined || cost < best.cost) best = { spot, box, cost };
    }
    if (best === undefined) continue;
    found.set(one.id, best.spot);
    names.push(best.box);
  }
  return found;
}
