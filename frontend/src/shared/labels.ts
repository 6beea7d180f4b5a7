// Where names go: beside their actor, in the first place around it that is free. Without one the first few are put where they
// cover least, over no other name; the others are not shown.
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

// Where each name stands: beside its own, over no other name and, where there is room, over no sign and no line.
export function place(wanted: Labelled[], frame: Box, reserved: Box[], lines: Segment[] = [], signs: Box[] = [], away = NEAR): Map<string, Placed> {
  const marks: Box[] = wanted.map(({ x, y, radius }) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }));
  const names: Box[] = [...reserved];
  const found = new Map<string, Placed>();
  for (const [at, one] of wanted.entries()) {
    const possible = [...candidates(one, away)].filter(([, box]) => {
      const inside = box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height;
      return inside && !names.some((other) => overlap(box, other));
    });
    const free = possible.filter(([, box]) => !marks.some((other) => overlap(box, other)));
    const covered = (box: Box): number => marks.reduce((sum, mark) => sum + shared(box, mark), 0);
    const least = at < FIRST ? possible.sort(([, one], [, other]) => covered(one) - covered(other))[0] : undefined;
    const bare = free.filter(([, box]) => !signs.some((sign) => overlap(box, sign)));
    const chosen = bare.find(([, box]) => !lines.some((line) => crosses(line, box))) ?? bare[0] ?? free[0] ?? least;
    if (chosen === undefined) continue;
    found.set(one.id, chosen[0]);
    names.push(chosen[1]);
  }
  return found;
}
