// The network as SVG. The pointer moves and scales it, the keyboard walks from actor to actor; what is chosen is told to the page.
import { FAR, place, type Labelled, type Placed } from "../shared/labels.ts";
import { shortened, svg } from "../shared/svg.ts";
import { neighbour, rove, View, type Point } from "../shared/view.ts";
import { counted, tieId, type Actor, type Network, type Tie } from "./data.ts";
import { fit } from "./fit.ts";
import { radius } from "./layout.ts";

const LETTERS = { wide: 28, narrow: 18 }; // of a name that are shown
const FONT = "600 12.5px system-ui, sans-serif";
const SIGN = { backing: "+", hostile: "×", mixed: "±", contact: "" } as const;
const FRESH = 90; // days in which evidence is as good as new
const OLD = 1095; // days after which it is as faint as it gets
const MARGIN = { x: 90, y: 36 };
const NARROW = 600; // pixels
const BADGE = 6.5;
const APART = 15; // pixels from an actor to its name beyond which a line joins them
const TOOLS = { width: 205, height: 42 }; // what the buttons cover

export interface Choice {
  actor(actor: Actor): void;
  tie(tie: Tie): void;
}

const GROUPS: Record<string, string> = { person: "person", state: "state", government_body: "state", igo: "state" };

function tieInWords(tie: Tie, names: Map<string, string>): string {
  const age = tie.age === null ? "undated" : `last evidence ${counted(tie.age, "day")} before`;
  return `${names.get(tie.a) ?? ""} and ${names.get(tie.b) ?? ""}: ${tie.kind}${tie.contested ? ", contested" : ""}, ${counted(tie.origins, "origin")}, ${age}`;
}

function faded(tie: Tie): number {
  if (tie.age === null) return 0.55;
  return 1 - 0.68 * Math.min(1, Math.max(0, (tie.age - FRESH) / (OLD - FRESH)));
}

export class Drawing {
  readonly picture: SVGSVGElement;
  private readonly ties = svg("g", { class: "ties" });
  private readonly badges = svg("g", { class: "badges" }); // above all lines, so that each can be reached
  private readonly actors = svg("g", { class: "actors" });
  private readonly labels = svg("g", { class: "labels" });
  private readonly pen = document.createElement("canvas").getContext("2d");
  private network: Network = { date: "", nodes: [], ties: [], actors: 0, left_out: 0, described: 0 };
  private places = new Map<string, Point>();
  private shown = new Map<string, Point>();
  readonly view: View;
  private current = "";
  private chosen = "";
  private frame = 0;
  private signs: Point[] = []; // where badges stand

  constructor(home: HTMLElement, private readonly choice: Choice) {
    this.picture = svg("svg", { class: "network", role: "group", "aria-label": "Network of actors. Arrow keys walk from actor to actor, Enter opens one." });
    this.picture.append(this.ties, this.badges, this.actors, this.labels);
    this.view = new View(this.picture, 8, () => this.draw(true), (target) => this.pick(target));
    home.append(this.picture);
    this.listen();
    new ResizeObserver(() => this.refit()).observe(home);
  }

  show(network: Network, places: Map<string, Point>): void {
    this.network = network;
    this.places = places;
    if (!network.nodes.some((node) => node.id === this.current)) this.current = network.nodes[0]?.id ?? "";
    const from = this.shown;
    const to = this.fitted();
    const still = from.size === 0 || matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.build();
    cancelAnimationFrame(this.frame);
    const began = performance.now();
    const step = (now: number): void => {
      const part = still ? 1 : Math.min(1, (now - began) / 380);
      const eased = part * (2 - part);
      this.shown = new Map([...to].map(([id, end]) => {
        const start = from.get(id) ?? end;
        return [id, { x: start.x + (end.x - start.x) * eased, y: start.y + (end.y - start.y) * eased }];
      }));
      this.draw(part === 1);
      if (part < 1) this.frame = requestAnimationFrame(step);
    };
    if (still) step(began);
    else this.frame = requestAnimationFrame(step);
  }

  choose(tie: string): void {
    this.chosen = tie;
    for (const one of this.picture.querySelectorAll("[data-tie]")) one.classList.toggle("chosen", one.getAttribute("data-tie") === tie);
  }

  private size(): { width: number; height: number } {
    const { width, height } = this.picture.getBoundingClientRect();
    return { width: Math.max(width, 200), height: Math.max(height, 200) };
  }

  get aspect(): number {
    const { width, height } = this.size();
    return Math.min(2.2, Math.max(0.6, width / height));
  }

  private refit(): void {
    if (this.network.nodes.length === 0) return;
    this.shown = this.fitted();
    this.draw(true);
  }

  private fitted(): Map<string, Point> {
    const { width, height } = this.size();
    const margin = { x: Math.min(MARGIN.x, width / 6), y: TOOLS.height + MARGIN.y / 2 };
    return fit(this.places, this.sizes(), { width, height, margin });
  }

  private sizes(): Map<string, number> {
    const most = Math.max(1, ...this.network.nodes.map((node) => node.claims));
    return new Map(this.network.nodes.map((node) => [node.id, radius(node.claims, most)]));
  }

  private build(): void {
    const names = new Map(this.network.nodes.map((node) => [node.id, node.name]));
    const focused = document.activeElement?.closest("[data-actor]")?.getAttribute("data-actor");
    this.ties.replaceChildren(...this.network.ties.map((tie) => {
      const words = tieInWords(tie, names);
      const made = svg("g", { class: `tie ${tie.kind}${tie.contested ? " contested" : ""}`, "data-tie": tieId(tie), opacity: faded(tie).toFixed(2) },
        svg("title", {}, words), svg("line", { class: "touch" }),
        svg("line", { class: "stroke", "stroke-width": Math.min(9, 0.6 + 1.5 * Math.sqrt(tie.origins)).toFixed(1) }));
      if (tie.forth.length > 0) made.append(svg("path", { class: "head", "data-to": "b" }));
      if (tie.back.length > 0) made.append(svg("path", { class: "head", "data-to": "a" }));
      return made;
    }));
    this.badges.replaceChildren(...this.network.ties.map((tie) => {
      const made = svg("g", { class: `tie ${tie.kind}`, "data-tie": tieId(tie), opacity: faded(tie).toFixed(2) });
      if (SIGN[tie.kind] !== "") made.append(svg("title", {}, tieInWords(tie, names)), svg("circle", { class: "badge", r: BADGE }), svg("text", { class: "sign" }, SIGN[tie.kind]));
      return made;
    }));
    const most = Math.max(1, ...this.network.nodes.map((node) => node.claims));
    this.actors.replaceChildren(...this.network.nodes.map((node) => {
      const tied = this.network.ties.filter((tie) => tie.a === node.id || tie.b === node.id).length;
      const size = radius(node.claims, most);
      const words = `${node.name}, ${node.type.replaceAll("_", " ")}, ${counted(node.claims, "claim")}, ${counted(tied, "tie")}`;
      const kind = GROUPS[node.type] ?? "group";
      const shape = kind === "state"
        ? svg("rect", { x: -size * 0.88, y: -size * 0.88, width: size * 1.76, height: size * 1.76, rx: 2 })
        : kind === "person" ? svg("circle", { r: size }) : svg("path", { d: `M0 ${-size * 1.2}L${size * 1.2} 0L0 ${size * 1.2}L${-size * 1.2} 0Z` });
      return svg("g", { class: `actor-node ${kind}${node.camp === null ? "" : ` camp-${node.camp}`}${node.named ? "" : " unnamed"}`, "data-actor": node.id, role: "button", "aria-label": words, tabindex: node.id === this.current ? 0 : -1 },
        svg("title", {}, words), shape);
    }));
    this.choose(this.chosen);
    if (focused !== undefined && focused !== null) this.walkTo(this.network.nodes.some((node) => node.id === focused) ? focused : this.current);
  }

  private draw(withLabels: boolean): void {
    const { width, height } = this.size();
    this.picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const sizes = this.sizes();
    const taken = this.network.nodes.map((node) => ({ ...this.view.on(this.shown.get(node.id)), radius: sizes.get(node.id) ?? 5 }));
    this.signs = [];
    this.network.ties.forEach((tie, at) => {
      const [group, badge] = [this.ties.children[at], this.badges.children[at]];
      if (group !== undefined) this.drawTie(group, tie, sizes);
      if (badge?.firstChild === null || badge === undefined) return;
      const spot = this.badgeSpot(tie, taken);
      taken.push({ ...spot, radius: BADGE });
      this.signs.push(spot);
      badge.setAttribute("transform", `translate(${spot.x.toFixed(1)} ${spot.y.toFixed(1)})`);
    });
    this.network.nodes.forEach((node, at) => {
      const point = this.view.on(this.shown.get(node.id));
      this.actors.children[at]?.setAttribute("transform", `translate(${point.x.toFixed(1)} ${point.y.toFixed(1)})`);
    });
    this.labels.classList.toggle("moving", !withLabels);
    if (withLabels) this.name(sizes, width, height);
  }

  private drawTie(group: Element, tie: Tie, sizes: Map<string, number>): void {
    const [a, b] = [this.view.on(this.shown.get(tie.a)), this.view.on(this.shown.get(tie.b))];
    for (const line of group.querySelectorAll("line")) {
      line.setAttribute("x1", a.x.toFixed(1));
      line.setAttribute("y1", a.y.toFixed(1));
      line.setAttribute("x2", b.x.toFixed(1));
      line.setAttribute("y2", b.y.toFixed(1));
    }
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const along = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
    for (const head of group.querySelectorAll<SVGPathElement>(".head")) {
      const to = head.dataset["to"] === "b" ? { point: b, way: 1, size: sizes.get(tie.b) ?? 5 } : { point: a, way: -1, size: sizes.get(tie.a) ?? 5 };
      const tip = { x: to.point.x - along.x * to.way * (to.size + 2), y: to.point.y - along.y * to.way * (to.size + 2) };
      const back = { x: tip.x - along.x * to.way * 9, y: tip.y - along.y * to.way * 9 };
      const side = { x: -along.y * 4.5, y: along.x * 4.5 };
      head.setAttribute("d", `M${tip.x.toFixed(1)} ${tip.y.toFixed(1)}L${(back.x + side.x).toFixed(1)} ${(back.y + side.y).toFixed(1)}L${(back.x - side.x).toFixed(1)} ${(back.y - side.y).toFixed(1)}Z`);
    }
  }

  // Where on its line a badge stands: in the middle, or as near to it as no actor and no other badge is.
  private badgeSpot(tie: Tie, taken: { x: number; y: number; radius: number }[]): Point {
    const [a, b] = [this.view.on(this.shown.get(tie.a)), this.view.on(this.shown.get(tie.b))];
    const spots = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73].map((part) => ({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }));
    const free = spots.find((spot) => !taken.some((one) => Math.hypot(one.x - spot.x, one.y - spot.y) < one.radius + BADGE + 1));
    return free ?? spots[0] ?? a;
  }

  private name(sizes: Map<string, number>, width: number, height: number): void {
    if (this.pen !== null) this.pen.font = FONT;
    const letters = width < NARROW ? LETTERS.narrow : LETTERS.wide;
    const wanted: Labelled[] = this.network.nodes.map((node) => ({
      id: node.id, ...this.view.on(this.shown.get(node.id)), radius: sizes.get(node.id) ?? 5,
      width: this.pen?.measureText(shortened(node.name, letters)).width ?? 7 * letters,
    }));
    const found = place(wanted, { x: 0, y: 0, width, height }, [{ x: width - TOOLS.width, y: 0, ...TOOLS }],
      this.network.ties.map((tie) => ({ from: this.view.on(this.shown.get(tie.a)), to: this.view.on(this.shown.get(tie.b)) })),
      this.signs.map(({ x, y }) => ({ x: x - BADGE, y: y - BADGE, width: 2 * BADGE, height: 2 * BADGE })), FAR);
    this.labels.replaceChildren(...this.network.nodes.flatMap((node) => {
      const spot = found.get(node.id);
      if (spot === undefined) return [];
      const text = svg("text", { x: spot.x.toFixed(1), y: spot.y.toFixed(1), "text-anchor": spot.anchor, "data-of": node.id }, shortened(node.name, letters));
      const leader = this.leader(node.id, spot, sizes);
      return leader === null ? [text] : [leader, text];
    }));
  }

  // A thin line to a name that found no room close by.
  private leader(id: string, spot: Placed, sizes: Map<string, number>): SVGElement | null {
    const [at, radius] = [this.view.on(this.shown.get(id)), sizes.get(id) ?? 5];
    const away = Math.hypot(spot.x - at.x, spot.y - at.y);
    if (away < radius + APART) return null;
    const [x, y] = [(spot.x - at.x) / away, (spot.y - at.y) / away];
    return svg("line", { class: "leader", "data-of": id, x1: (at.x + x * radius).toFixed(1), y1: (at.y + y * radius).toFixed(1), x2: (spot.x - 3 * x).toFixed(1), y2: (spot.y - 3 * y).toFixed(1) });
  }

  private listen(): void {
    const { picture } = this;
    picture.addEventListener("keydown", (event) => this.key(event));
    picture.addEventListener("pointerover", (event) => this.light(event.target));
    picture.addEventListener("focusin", (event) => this.light(event.target));
    picture.addEventListener("pointerleave", () => this.light(null));
    picture.addEventListener("focusout", () => this.light(null));
  }

  private pick(target: Element): void {
    const tie = target.closest("[data-tie]")?.getAttribute("data-tie");
    const actor = target.closest("[data-actor]")?.getAttribute("data-actor");
    const foundTie = this.network.ties.find((one) => tieId(one) === tie);
    const foundActor = this.network.nodes.find((one) => one.id === actor);
    if (foundTie !== undefined) this.choice.tie(foundTie);
    else if (foundActor !== undefined) {
      this.walkTo(foundActor.id);
      this.choice.actor(foundActor);
    }
  }

  private key(event: KeyboardEvent): void {
    const actor = this.network.nodes.find((node) => node.id === this.current);
    const next = neighbour(event.key, this.current, this.shown);
    if (next !== undefined) this.walkTo(next);
    else if ((event.key === "Enter" || event.key === " ") && actor !== undefined) this.choice.actor(actor);
    else if (!event.key.startsWith("Arrow") && !this.view.key(event.key)) return;
    event.preventDefault();
  }

  private walkTo(id: string): void {
    this.current = id;
    rove(this.actors.querySelectorAll<SVGElement>("[data-actor]"), (one) => one.dataset["actor"] === id, true);
  }

  // What belongs to the actor or tie under the pointer or the keyboard stands out.
  private light(target: EventTarget | null): void {
    const element = target instanceof Element ? target : null;
    const actor = element?.closest("[data-actor]")?.getAttribute("data-actor") ?? null;
    const tie = element?.closest("[data-tie]")?.getAttribute("data-tie") ?? null;
    const near = new Set<string>();
    for (const one of this.network.ties) {
      if (tieId(one) === tie || one.a === actor || one.b === actor) near.add(one.a).add(one.b);
    }
    if (actor !== null) near.add(actor);
    this.picture.classList.toggle("lit", near.size > 0);
    this.network.ties.forEach((one, at) => {
      for (const layer of [this.ties, this.badges]) layer.children[at]?.classList.toggle("near", tieId(one) === tie || one.a === actor || one.b === actor);
    });
    this.network.nodes.forEach((one, at) => this.actors.children[at]?.classList.toggle("near", near.has(one.id)));
    for (const label of this.labels.children) label.classList.toggle("near", near.has(label.getAttribute("data-of") ?? ""));
  }
}
