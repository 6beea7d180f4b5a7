// The timeline: one lane for each family of what happened. A lane with more in it than can be told apart becomes bars.
import { dayNumber, inWords, isoDay } from "./shared/dates.ts";
import { Accounts, address, asked, Fetching, follow, tool } from "./shared/question.ts";
import { savePng, saveSvg } from "./shared/save.ts";
import { html, shortened, svg } from "./shared/svg.ts";
import { rove } from "./shared/view.ts";

interface Happening {
  id: string;
  earliest: string | null;
  latest: string | null;
  text: string;
  family: string;
  side: string;
  claims: string[];
  documents: number;
  origins: number;
}

interface Mark {
  of: Happening;
  first: number;
  last: number;
  left: number;
  right: number;
  row: number;
}

const NAMES = 92; // pixels for the names of the lanes
const ROW = 17;
const ROWS = 9; // of a lane, beyond which it becomes bars
const AXIS = 26;
const LETTER = 7; // pixels, at most, of a letter of the axis
const LEAST = 60; // pixels, for which a text is begun
const FAMILIES = ["hostility", "harm", "territory", "backing", "diplomacy", "structure", "intent", "speech", "attribute"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function bounds(one: Happening): [number, number] {
  const first = dayNumber(one.earliest ?? one.latest ?? "");
  return [first, Math.max(first, dayNumber(one.latest ?? one.earliest ?? ""))];
}

// Days on which the axis has a line, and what stands beside it.
function ticks(first: number, last: number, room: number): [number, string][] {
  const found: [number, string][] = [];
  const wanted = Math.max(2, room / 90);
  const days = (last - first) / wanted;
  if (days > 20) {
    const step = days > 300 ? Math.max(12, Math.ceil(days / 365) * 12) : [1, 2, 3, 6].find((months) => months * 30.4 >= days) ?? 12;
    const start = new Date(first * 86_400_000);
    for (let month = start.getUTCFullYear() * 12 + start.getUTCMonth(); ; month += 1) {
      const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
      if (day > last) break;
      if (day < first || month % step !== 0) continue;
      const year = String(Math.floor(month / 12));
      found.push([day, step >= 12 || month % 12 === 0 ? year : `${MONTHS[month % 12]} ${year}`]);
    }
    return found;
  }
  const step = Math.max(1, Math.ceil(days));
  for (let day = Math.ceil(first); day <= last; day += step) found.push([day, isoDay(day)]);
  return found;
}

class Timeline {
  private readonly picture = svg("svg", { class: "chart", role: "group", "aria-label": "What happened, by family. Arrow keys walk through time, Enter opens the accounts." });
  private readonly pen = document.createElement("canvas").getContext("2d");
  private readonly fetching = new Fetching<{ items: Happening[] }>();
  private readonly accounts: Accounts;
  private found: Happening[] = [];
  private window: [number, number] = [0, 1];
  private current = "";
  private chosen = "";

  constructor(private readonly home: HTMLElement, private readonly form: HTMLFormElement) {
    home.replaceChildren(this.picture, html("div", { class: "tools" },
      tool("+", "Closer", () => this.zoom(1 / 1.5)), tool("−", "Further", () => this.zoom(1.5)), tool("◂", "Earlier", () => this.shift(-0.3)), tool("▸", "Later", () => this.shift(0.3)),
      tool("⤢", "All of it", () => this.all()), tool("only this", "Ask for only this stretch", () => this.narrow()),
      tool("SVG", "Save the picture as SVG", () => saveSvg(this.picture, "timeline", "Timeline")), tool("PNG", "Save the picture as PNG", () => void savePng(this.picture, "timeline", "Timeline"))));
    this.accounts = new Accounts("at", "at", (id) => {
      this.chosen = id;
      this.draw();
    });
    this.picture.addEventListener("click", (event) => this.pick(event.target));
    this.picture.addEventListener("keydown", (event) => this.key(event));
    this.picture.addEventListener("focusin", (event) => { this.current = (event.target as SVGElement).dataset["id"] ?? this.current; });
    new ResizeObserver(() => this.draw()).observe(home);
    follow(form, "/timeline", (query) => void this.ask(query));
  }

  private async ask(query: URLSearchParams): Promise<void> {
    const asking = new URLSearchParams(query);
    asking.set("limit", "20000");
    const answer = await this.fetching.get(`${this.home.dataset["api"]}?${asking}`);
    if (answer === null) return;
    this.found = answer.items;
    this.window = this.whole(query.get("from") ?? this.home.dataset["first"] ?? "", query.get("to") ?? "");
    this.home.dataset["count"] = String(this.found.length);
    this.draw();
  }

  // From a day, or the first of all, to the last that something has.
  private whole(from: string, to: string): [number, number] {
    const days = this.found.map(bounds);
    const first = from === "" ? Math.min(...days.map((one) => one[0])) : dayNumber(from);
    const last = to === "" ? Math.max(...days.map((one) => one[1])) : dayNumber(to);
    if (!Number.isFinite(first) || !Number.isFinite(last)) return [0, 1];
    const edge = Math.max(1, (last - first) * 0.02);
    return [first - edge, Math.max(last, first + 7) + edge];
  }

  private all(): void {
    this.window = this.whole("", "");
    this.draw();
  }

  private zoom(by: number): void {
    const middle = (this.window[0] + this.window[1]) / 2;
    const half = Math.max(3, ((this.window[1] - this.window[0]) / 2) * by);
    this.window = [middle - half, middle + half];
    this.draw();
  }

  private shift(by: number): void {
    const way = (this.window[1] - this.window[0]) * by;
    this.window = [this.window[0] + way, this.window[1] + way];
    this.draw();
  }

  private narrow(): void {
    (this.form.elements.namedItem("from") as HTMLInputElement).value = isoDay(Math.ceil(this.window[0]));
    (this.form.elements.namedItem("to") as HTMLInputElement).value = isoDay(Math.floor(this.window[1]));
    this.form.dispatchEvent(new Event("change"));
  }

  private x(day: number, width: number): number {
    return NAMES + ((day - this.window[0]) / (this.window[1] - this.window[0])) * (width - NAMES - 12);
  }

  private draw(): void {
    const width = Math.max(300, this.home.getBoundingClientRect().width);
    const focused = this.picture.contains(document.activeElement);
    const children: SVGElement[] = [];
    let top = 46;
    for (const family of FAMILIES) {
      const lane = this.found.filter((one) => one.family === family);
      if (lane.length === 0) continue;
      const [made, height] = this.lane(lane, family, top, width);
      children.push(svg("line", { class: "lane-line", x1: 0, x2: width, y1: top - 4, y2: top - 4 }), svg("text", { class: "lane-name", x: 10, y: top + 13 }, family), ...made);
      const [before, after] = [lane.filter((one) => bounds(one)[1] < this.window[0]).length, lane.filter((one) => bounds(one)[0] > this.window[1]).length];
      if (before > 0) children.push(svg("text", { class: "note", x: 10, y: top + 28 }, `◂ ${before} earlier`));
      if (after > 0) children.push(svg("text", { class: "note", x: width - 8, y: top + 28, "text-anchor": "end" }, `${after} later ▸`));
      top += Math.max(height, before + after > 0 ? 30 : 0) + 10;
    }
    const axis = svg("g", { class: "axis" });
    for (const [day, words] of ticks(this.window[0], this.window[1], width - NAMES)) {
      const x = this.x(day, width);
      axis.append(svg("line", { x1: x, x2: x, y1: 42, y2: top }));
      if (x + 3 + LETTER * words.length < width) axis.append(svg("text", { x: x + 3, y: top + 16 }, words));
    }
    this.picture.setAttribute("height", String(top + AXIS));
    this.picture.setAttribute("viewBox", `0 0 ${width} ${top + AXIS}`);
    this.picture.replaceChildren(axis, ...children);
    const marks = [...this.picture.querySelectorAll<SVGElement>("[data-id]")];
    if (!marks.some((one) => one.dataset["id"] === this.current)) this.current = marks[0]?.dataset["id"] ?? "";
    rove(marks, (one) => one.dataset["id"] === this.current, focused);
  }

  private lane(lane: Happening[], family: string, top: number, width: number): [SVGElement[], number] {
    const marks: Mark[] = [];
    const ends: number[] = [];
    for (const of of lane) {
      const [first, last] = bounds(of);
      if (last < this.window[0] || first > this.window[1]) continue;
      const left = Math.max(NAMES - 6, this.x(first, width) - 5);
      const right = Math.max(left + 10, Math.min(width - 4, this.x(last, width) + 5));
      let row = ends.findIndex((end) => end + 3 <= left);
      if (row < 0) row = ends.length;
      ends[row] = right;
      marks.push({ of, first, last, left, right, row });
    }
    if (ends.length > ROWS) return this.bars(marks, family, top, width);
    const height = Math.max(1, ends.length) * ROW;
    return [marks.flatMap((mark) => this.mark(mark, marks, top, width)), height];
  }

  private mark(mark: Mark, marks: Mark[], top: number, width: number): SVGElement[] {
    const { of, left, right, row } = mark;
    const y = top + row * ROW;
    const size = Math.min(13, 7 + 2 * (of.origins - 1));
    const shape = svg("rect", {
      class: `mark ${of.side}${of.id === this.chosen ? " chosen" : ""}`, "data-id": of.id, role: "button", tabindex: -1, x: left, y: y + (ROW - 2 - size) / 2, width: right - left, height: size, rx: Math.min(5, size / 2),
      "aria-label": `${this.when(of)}: ${of.text}. ${of.family}, ${of.origins} origin${of.origins === 1 ? "" : "s"}`,
    }, svg("title", {}, `${this.when(of)}: ${of.text}`));
    const next = Math.min(width, ...marks.filter((other) => other.row === row && other.left > left).map((other) => other.left));
    const words = this.fitting(of.text, next - right - 12);
    return words === "" ? [shape] : [shape, svg("text", { class: "note", x: right + 4, y: y + ROW - 6 }, words)];
  }

  // As much of a text as there is room for, or nothing where that would not tell much.
  private fitting(text: string, room: number): string {
    if (this.pen === null || room < LEAST) return "";
    this.pen.font = "11.5px system-ui, sans-serif";
    for (let letters = Math.min(70, text.length); letters >= 12; letters -= 2) {
      const words = shortened(text, letters);
      if (this.pen.measureText(words).width <= room) return words;
    }
    return "";
  }

  private when(of: Happening): string {
    const [first, last] = bounds(of);
    return first === last ? inWords(isoDay(first)) : `${inWords(isoDay(first))} to ${inWords(isoDay(last))}`;
  }

  // How much there is in each of equal parts; a press goes closer.
  private bars(marks: Mark[], family: string, top: number, width: number): [SVGElement[], number] {
    const parts = Math.floor((width - NAMES) / 14);
    const part = (this.window[1] - this.window[0]) / parts;
    const counts = new Map<number, Mark[]>();
    for (const mark of marks) {
      const at = Math.min(parts - 1, Math.max(0, Math.floor((mark.first - this.window[0]) / part)));
      counts.set(at, [...(counts.get(at) ?? []), mark]);
    }
    const most = Math.max(...[...counts.values()].map((all) => all.length));
    const height = 70;
    const made = [...counts].map(([at, all]) => {
      const hostile = all.filter((one) => one.of.side === "hostile").length;
      const backing = all.filter((one) => one.of.side === "backing").length;
      const side = hostile * 2 > all.length ? "hostile" : backing * 2 > all.length ? "backing" : "contact";
      const first = this.window[0] + at * part;
      const tall = 4 + (height - 6) * (all.length / most);
      const words = `${all.length} of ${family}, ${isoDay(first)} to ${isoDay(first + part)}: go closer`;
      return svg("rect", { class: `mark bar ${side}`, "data-id": `${family}:${at}`, "data-first": first, "data-last": first + part, role: "button", tabindex: -1, "aria-label": words,
        x: this.x(first, width), y: top + height - tall, width: 12, height: tall }, svg("title", {}, words));
    });
    return [made, height];
  }

  private pick(target: EventTarget | null): void {
    const mark = target instanceof Element ? target.closest<SVGElement>("[data-id]") : null;
    if (mark === null) return;
    const { id, first, last } = mark.dataset;
    if (first !== undefined && last !== undefined) {
      const middle = (Number(first) + Number(last)) / 2;
      const half = Math.max(3, (Number(last) - Number(first)) * 3);
      this.window = [middle - half, middle + half];
      this.draw();
    } else if (id !== undefined) {
      this.current = id;
      const query = asked(this.form, { origins: "1" });
      query.set("at", id);
      void this.accounts.open(address("/timeline/accounts", query));
    }
  }

  private key(event: KeyboardEvent): void {
    const marks = [...this.picture.querySelectorAll<SVGElement>("[data-id]")];
    const at = marks.findIndex((one) => one.dataset["id"] === this.current);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      this.current = marks[Math.min(marks.length - 1, Math.max(0, at + step))]?.dataset["id"] ?? this.current;
      rove(marks, (one) => one.dataset["id"] === this.current, true);
    } else if (event.key === "Enter" || event.key === " ") this.pick(document.activeElement);
    else if (event.key === "+") this.zoom(1 / 1.5);
    else if (event.key === "-") this.zoom(1.5);
    else if (event.key === "0") this.all();
    else return;
    event.preventDefault();
  }
}

const home = document.getElementById("timeline");
const form = document.getElementById("question");
if (home !== null && form instanceof HTMLFormElement) new Timeline(home, form);
