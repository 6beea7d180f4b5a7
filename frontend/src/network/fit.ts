// Where actors stand in the picture: the room is used, few that stand far off do not press the others together, and nobody stands
// on another's name. The same places give the same picture.
import { forceCollide, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import type { Point } from "../shared/view.ts";

export interface Frame {
  width: number;
  height: number;
  margin: Point;
}

interface Body extends SimulationNodeDatum {
  id: string;
  radius: number;
}

const MOST = 2.4; // pixels for a unit of the layout
const EVEN = 0.55; // of a place, what comes from its rank among the others rather than from its distance
const CROWD = 5; // actors from which ranks say something
const FLAT = 0.6; // names are wide: actors beside each other are kept further apart than actors above each other
const ROOM = 0.4; // of the room that there is for an actor, what is kept free around it
const LEAST = 24; // pixels around an actor in which its name and the signs of its ties have room
const STEPS = 120;

export function fit(places: Map<string, Point>, sizes: Map<string, number>, frame: Frame): Map<string, Point> {
  const ids = [...places.keys()];
  const x = along(ids.map((id) => places.get(id)?.x ?? 0), frame.width, frame.margin.x);
  const y = along(ids.map((id) => places.get(id)?.y ?? 0), frame.height, frame.margin.y);
  const wanted = ids.map((_, at) => ({ x: (x[at] ?? 0) * FLAT, y: y[at] ?? 0 }));
  const free = ROOM * Math.sqrt((frame.width * frame.height * FLAT) / Math.max(1, ids.length));
  const bodies: Body[] = ids.map((id, at) => ({ id, radius: (sizes.get(id) ?? 5) + Math.min(LEAST, free), ...wanted[at] }));
  const simulation = forceSimulation<Body>(bodies)
    .force("x", forceX<Body>((_, at) => wanted[at]?.x ?? 0).strength(0.12))
    .force("y", forceY<Body>((_, at) => wanted[at]?.y ?? 0).strength(0.12))
    .force("apart", forceCollide<Body>((body) => Math.max(body.radius, free)).iterations(2))
    .stop();
  simulation.tick(STEPS);
  const within = (value: number, first: number, last: number): number => Math.min(last, Math.max(first, value));
  return new Map(bodies.map((body) => [body.id, {
    x: within((body.x ?? 0) / FLAT, frame.margin.x / 2, frame.width - frame.margin.x / 2), y: within(body.y ?? 0, frame.margin.y, frame.height - frame.margin.y / 2),
  }]));
}

// Places along one side of the picture, around its middle.
function along(values: number[], room: number, margin: number): number[] {
  const [first, last] = [Math.min(...values), Math.max(...values)];
  const scale = Math.min(MOST, (room - 2 * margin) / Math.max(1, last - first));
  const reach = (last - first) * scale;
  const ranks = ranked(values);
  return values.map((value, at) => {
    const straight = room / 2 + (value - (first + last) / 2) * scale;
    if (values.length < CROWD) return straight;
    const even = room / 2 - reach / 2 + (reach * (ranks[at] ?? 0)) / (values.length - 1);
    return straight + EVEN * (even - straight);
  });
}

function ranked(values: number[]): number[] {
  const ranks: number[] = [];
  values.map((_, at) => at).sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0)).forEach((at, rank) => { ranks[at] = rank; });
  return ranks;
}
