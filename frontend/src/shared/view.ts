// Moving and scaling a picture: the wheel (with Ctrl, or once the picture has the keyboard), a drag, buttons and keys. A press that
// does not move picks what lies under it.
export interface Point {
  x: number;
  y: number;
}

const MOVED = 4; // pixels of a press that make it a drag

export class View {
  scale = 1;
  x = 0;
  y = 0;

  constructor(private readonly picture: SVGSVGElement, private readonly most: number, private readonly changed: () => void, pick: (target: Element) => void) {
    let drag: { x: number; y: number; moved: boolean } | null = null;
    picture.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey && !picture.contains(document.activeElement)) return;
      event.preventDefault();
      const at = picture.getBoundingClientRect();
      this.scaleAt(event.deltaY < 0 ? 1.15 : 1 / 1.15, event.clientX - at.x, event.clientY - at.y);
    }, { passive: false });
    picture.addEventListener("pointerdown", (event) => {
      if (event.button === 0) drag = { x: event.clientX, y: event.clientY, moved: false };
    });
    picture.addEventListener("pointermove", (event) => {
      if (drag === null) return;
      const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
      if (!drag.moved && Math.hypot(dx, dy) < MOVED) return;
      if (!drag.moved) picture.setPointerCapture(event.pointerId);
      drag = { x: event.clientX, y: event.clientY, moved: true };
      this.x += dx;
      this.y += dy;
      this.changed();
    });
    picture.addEventListener("pointercancel", () => { drag = null; });
    picture.addEventListener("pointerup", (event) => {
      const moved = drag?.moved ?? true;
      drag = null;
      if (!moved && event.target instanceof Element) pick(event.target);
    });
  }

  on(point: Point | undefined): Point {
    return point === undefined ? { x: 0, y: 0 } : { x: point.x * this.scale + this.x, y: point.y * this.scale + this.y };
  }

  zoom(by: number): void {
    const { width, height } = this.picture.getBoundingClientRect();
    this.scaleAt(by, width / 2, height / 2);
  }

  reset(): void {
    [this.scale, this.x, this.y] = [1, 0, 0];
    this.changed();
  }

  // Keys that scale; says whether the key was one of them.
  key(key: string): boolean {
    if (key === "+" || key === "=") this.zoom(1.3);
    else if (key === "-") this.zoom(1 / 1.3);
    else if (key === "0") this.reset();
    else return false;
    return true;
  }

  private scaleAt(by: number, x: number, y: number): void {
    const scale = Math.min(this.most, Math.max(0.5, this.scale * by));
    const ratio = scale / this.scale;
    [this.scale, this.x, this.y] = [scale, x - (x - this.x) * ratio, y - (y - this.y) * ratio];
    this.changed();
  }
}

const WAYS: Record<string, Point> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

// What lies nearest on the side that an arrow key points to.
export function neighbour(key: string, current: string, places: Map<string, Point>): string | undefined {
  const way = WAYS[key];
  const here = places.get(current);
  if (way === undefined || here === undefined) return undefined;
  let best: { id: string; cost: number } | undefined;
  for (const [id, there] of places) {
    const ahead = (there.x - here.x) * way.x + (there.y - here.y) * way.y;
    const aside = Math.abs((there.x - here.x) * way.y) + Math.abs((there.y - here.y) * way.x);
    const cost = ahead + 2 * aside;
    if (id !== current && ahead > 0 && (best === undefined || cost < best.cost)) best = { id, cost };
  }
  return best?.id;
}

// One of many is in the order of tabulation; the arrow keys move among them.
export function rove(all: Iterable<SVGElement>, chosen: (one: SVGElement) => boolean, focus: boolean): void {
  for (const one of all) {
    const here = chosen(one);
    one.setAttribute("tabindex", here ? "0" : "-1");
    if (here && focus) one.focus({ preventScroll: true });
  }
}
