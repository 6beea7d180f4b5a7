// Where actors stand. Backing pulls together, enmity keeps apart, so that camps can be seen; who was there before stays near
// where it was, so that a change of date moves little. One camp is drawn to the left, the other to the right; above and below in
// a picture that is taller than wide. The same network gives the same picture.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";
import type { Point } from "../shared/view.ts";
import type { Actor, Network, Tie } from "./data.ts";

interface Body extends SimulationNodeDatum {
  id: string;
  radius: number;
  camp: Actor["camp"];
  before: Point | undefined;
}

interface Spring extends SimulationLinkDatum<Body> {
  tie: Tie;
}

const LENGTH = { backing: 90, contact: 110, mixed: 140, hostile: 220 } as const;
const CAMP = { one: -330, other: 330 } as const;
const TALL = 0.9; // width by height of a picture in which camps stand above each other
const PULL = { backing: 0.7, contact: 0.35, mixed: 0.25, hostile: 0.06 } as const;

export function radius(claims: number, most: number): number {
  return 5 + 17 * Math.sqrt(claims / Math.max(1, most));
}

export class Layout {
  private readonly places = new Map<string, Point>();

  // `shape` is the width of the picture by its height.
  arrange(network: Network, shape: number): Map<string, Point> {
    const [tall, aspect] = [shape < TALL, shape < TALL ? 1 / shape : shape];
    const most = Math.max(1, ...network.nodes.map((node) => node.claims));
    const known = network.nodes.filter((node) => this.places.has(node.id)).length;
    const bodies = network.nodes.map((node, at) => this.body(node, radius(node.claims, most), at, network.ties));
    const springs: Spring[] = network.ties.map((tie) => ({ source: tie.a, target: tie.b, tie }));
    const simulation = forceSimulation<Body>(bodies)
      .force("springs", forceLink<Body, Spring>(springs).id((body) => body.id).distance((one) => LENGTH[one.tie.kind]).strength((one) => PULL[one.tie.kind]))
      .force("charge", forceManyBody<Body>().strength(-520).distanceMax(700))
      .force("collide", forceCollide<Body>((body) => body.radius + 22))
      .force("x", forceX<Body>((body) => body.before?.x ?? 0).strength((body) => (body.before === undefined ? 0.05 / aspect : 0.25)))
      .force("camps", forceX<Body>((body) => (body.camp === null ? 0 : CAMP[body.camp])).strength((body) => (body.camp === null ? 0 : 0.22)))
      .force("y", forceY<Body>((body) => body.before?.y ?? 0).strength((body) => (body.before === undefined ? 0.05 * aspect : 0.25)))
      .stop();
    simulation.tick(known * 2 > network.nodes.length ? 120 : 320);
    for (const body of bodies) this.places.set(body.id, { x: body.x ?? 0, y: body.y ?? 0 });
    return new Map(bodies.map((body) => [body.id, { x: (tall ? body.y : body.x) ?? 0, y: (tall ? body.x : body.y) ?? 0 }]));
  }

  forget(): void {
    this.places.clear();
  }

  private body({ id, camp }: Actor, size: number, at: number, ties: Tie[]): Body {
    const before = this.places.get(id);
    const near = ties.flatMap((tie) => (tie.a === id ? [tie.b] : tie.b === id ? [tie.a] : [])).map((other) => this.places.get(other)).find((place) => place !== undefined);
    const angle = at * 2.399963; // the golden angle: no two start in one place
    const start = before ?? { x: (near?.x ?? (camp === null ? 0 : CAMP[camp])) + 30 * Math.sqrt(at + 1) * Math.cos(angle), y: (near?.y ?? 0) + 30 * Math.sqrt(at + 1) * Math.sin(angle) };
    return { id, radius: size, camp, before, x: start.x, y: start.y };
  }
}
