// The map: places of the case on outlines of Natural Earth, as near as all of them allow. A place whose position is uncertain is
// drawn hollow, with a broken line. On a page of its own it follows a form and opens accounts beside it; elsewhere it shows what its
// element asks for, and a place leads to the map itself.
import { geoBounds, geoDistance, geoGraticule10, geoMercator, geoPath, type GeoProjection } from "d3-geo";
import type { Feature, FeatureCollection, Geometry, MultiPoint } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import outlines from "world-atlas/countries-50m.json?url";
import { place, type Box, type Labelled } from "./shared/labels.ts";
import { Accounts, address, asked, Fetching, follow, tool } from "./shared/question.ts";
import { savePng, saveSvg } from "./shared/save.ts";
import { html, shortened, svg } from "./shared/svg.ts";
import { neighbour, rove, View, type Point } from "./shared/view.ts";

interface Spot {
  id: string;
  name: string;
  others: { id: string; name: string }[];
  latitude: number;
  longitude: number;
  certainty: string;
  reason: string;
  claims: string[];
  origins: number;
  side: string;
}

type Country = Feature<Geometry, { name: string }>;

const LETTERS = 26;
const MOST = 0.8; // of the lines lie at places that are seen at first
const NEARBY = 1.5; // times as far from the middle of these another place may lie to be seen as well
const AROUND = 1.5; // frames on each side that are drawn, to be moved into view
const LEAST = 4; // degrees that are shown even around a single place
const TOOLS: Box = { x: 0, y: 0, width: 205, height: 42 };

class WorldMap {
  private readonly picture = svg("svg", { class: "map", role: "group", "aria-label": "Map of places. Arrow keys walk from place to place, Enter opens one." });
  private readonly land = svg("g", {});
  private readonly over = svg("g", {});
  private readonly pen = document.createElement("canvas").getContext("2d");
  private readonly fetching = new Fetching<{ items: Spot[] }>();
  private readonly view: View;
  private readonly outside = html("p", { class: "outside" });
  private readonly accounts: Accounts | null = null;
  private countries: Country[] = [];
  private names: { text: string; at: Point; width: number }[] = [];
  private spots: Spot[] = [];
  private places = new Map<string, Point>();
  private current = "";
  private chosen = "";
  private part = MOST;

  constructor(private readonly home: HTMLElement, private readonly form: HTMLFormElement | null) {
    this.picture.append(this.land, this.over);
    this.view = new View(this.picture, 40, () => this.draw(), (target) => this.pick(target));
    home.replaceChildren(this.picture, html("div", { class: "tools" },
      tool("+", "Larger", () => this.view.zoom(1.5)), tool("−", "Smaller", () => this.view.zoom(1 / 1.5)), tool("⤢", "All of it", () => this.whole()),
      tool("SVG", "Save the picture as SVG", () => saveSvg(this.picture, "map", "Map")), tool("PNG", "Save the picture as PNG", () => void savePng(this.picture, "map", "Map"))), this.outside);
    this.picture.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.project()).observe(home);
    if (form === null) void this.ask(this.given());
    else {
      this.accounts = new Accounts("place", "place", (id) => {
        this.chosen = id;
        this.draw();
      });
      follow(form, "/map", (query) => void this.ask(query));
    }
    void this.outline();
  }

  private given(): URLSearchParams {
    return new URLSearchParams(this.home.dataset["query"]);
  }

  private whole(): void {
    this.part = 1;
    [this.view.scale, this.view.x, this.view.y] = [1, 0, 0];
    this.project();
  }

  private async outline(): Promise<void> {
    const world = await new Fetching<Topology<{ countries: GeometryCollection<{ name: string }> }>>().get(outlines);
    if (world === null) return;
    this.countries = (feature(world, world.objects.countries) as FeatureCollection<Geometry, { name: string }>).features;
    this.project();
  }

  private async ask(query: URLSearchParams): Promise<void> {
    const answer = await this.fetching.get(address(this.home.dataset["api"] ?? "", query));
    if (answer === null) return;
    this.spots = answer.items;
    this.home.dataset["count"] = String(this.spots.length);
    this.project();
  }

  // A projection in which all places can be seen, and all that is drawn in it once.
  private project(): void {
    const { width, height } = this.size();
    const projection = this.fitted(width, height);
    const path = geoPath(projection);
    this.land.replaceChildren(svg("path", { class: "graticule", d: path(geoGraticule10()) ?? "", "vector-effect": "non-scaling-stroke" }),
      ...this.countries.flatMap((country) => {
        const d = path(country);
        return d === null ? [] : [svg("path", { class: "land", d, "vector-effect": "non-scaling-stroke" }, svg("title", {}, country.properties.name))];
      }));
    this.names = this.countries.flatMap((country) => {
      const [x, y] = path.centroid(country);
      const [[left], [right]] = path.bounds(country);
      return Number.isNaN(x) ? [] : [{ text: country.properties.name, at: { x, y }, width: right - left }];
    });
    this.places = new Map(this.spots.map((spot) => {
      const [x, y] = projection([spot.longitude, spot.latitude]) ?? [0, 0];
      return [spot.id, { x, y }];
    }));
    this.draw();
  }

  private fitted(width: number, height: number): GeoProjection {
    const points: MultiPoint = { type: "MultiPoint", coordinates: this.middle().map((spot) => [spot.longitude, Math.max(-75, Math.min(75, spot.latitude))]) };
    if (points.coordinates.length === 0) points.coordinates.push([-20, -35], [60, 60]);
    let [[west, south], [east, north]] = geoBounds(points);
    if (east < west) east += 360; // across the line of dates
    const [x, y] = [(west + east) / 2, (south + north) / 2];
    const half = { x: Math.max(LEAST / 2, (east - west) / 2), y: Math.max(LEAST / 2, (north - south) / 2) };
    [west, east, south, north] = [-half.x, half.x, y - half.y, y + half.y];
    const frame: MultiPoint = { type: "MultiPoint", coordinates: [[x + west, south], [x + east, south], [x + west, north], [x + east, north]] };
    const margin = { x: Math.min(110, width / 5), y: Math.min(60, height / 6) };
    return geoMercator().rotate([-x, 0]).fitExtent([[margin.x, margin.y], [width - margin.x, height - margin.y]], frame)
      .clipExtent([[-AROUND * width, -AROUND * height], [(1 + AROUND) * width, (1 + AROUND) * height]]);
  }

  // The places around which most of the case turns: a few far away would make all others one dot.
  private middle(): Spot[] {
    const towns = this.spots.filter((spot) => spot.certainty !== "country");
    const spots = towns.length > 0 && this.part < 1 ? towns : this.spots;
    const weight = spots.reduce((sum, spot) => sum + spot.claims.length, 0);
    const median = (of: (spot: Spot) => number): number => {
      let passed = 0;
      const ordered = [...spots].sort((one, other) => of(one) - of(other));
      for (const spot of ordered) {
        passed += spot.claims.length;
        if (2 * passed >= weight) return of(spot);
      }
      return 0;
    };
    const [longitude, latitude] = [median((spot) => spot.longitude), median((spot) => spot.latitude)];
    const far = (spot: Spot): number => geoDistance([longitude, latitude], [spot.longitude, spot.latitude]);
    let [kept, reach] = [0, 0];
    return [...spots].sort((one, other) => far(one) - far(other)).filter((spot) => {
      if (kept < this.part * weight) reach = NEARBY * far(spot);
      kept += spot.claims.length;
      return far(spot) <= reach;
    });
  }

  private size(): { width: number; height: number } {
    const { width, height } = this.home.getBoundingClientRect();
    return { width: Math.max(width, 200), height: Math.max(height, 200) };
  }

  private radius(spot: Spot): number {
    const most = Math.max(1, ...this.spots.map((one) => one.claims.length));
    return 5 + 15 * Math.sqrt(spot.claims.length / most);
  }

  private draw(): void {
    const { width, height } = this.size();
    const focused = this.picture.contains(document.activeElement);
    this.picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.land.setAttribute("transform", `translate(${this.view.x} ${this.view.y}) scale(${this.view.scale})`);
    if (this.pen !== null) this.pen.font = "600 12.5px system-ui, sans-serif";
    const marks = this.spots.map((spot) => {
      const at = this.view.on(this.places.get(spot.id));
      const sure = spot.certainty === "town" || spot.certainty === "told";
      const words = `${[spot.name, ...spot.others.map((one) => one.name)].join(", ")}: ${spot.claims.length} line${spot.claims.length === 1 ? "" : "s"}, ${spot.origins} origin${spot.origins === 1 ? "" : "s"}. ${sure ? "" : "Uncertain: "}${spot.reason}`;
      return svg("g", { class: `spot ${spot.side}${sure ? "" : " uncertain"}${this.isChosen(spot) ? " chosen" : ""}`, "data-id": spot.id, role: "button", tabindex: -1, "aria-label": words, transform: `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})` },
        svg("title", {}, words), svg("circle", { r: this.radius(spot).toFixed(1) }));
    });
    const wanted: Labelled[] = this.spots.map((spot) => ({ id: spot.id, ...this.view.on(this.places.get(spot.id)), radius: this.radius(spot), width: this.pen?.measureText(shortened(spot.name, LETTERS)).width ?? 160 }));
    const found = place(wanted, { x: 0, y: 0, width, height }, [{ ...TOOLS, x: width - TOOLS.width }]);
    const labels = this.spots.flatMap((spot) => {
      const at = found.get(spot.id);
      return at === undefined ? [] : [svg("text", { x: at.x.toFixed(1), y: at.y.toFixed(1), "text-anchor": at.anchor }, shortened(spot.name, LETTERS))];
    });
    this.over.replaceChildren(...this.countryNames(width, height, wanted), ...marks, ...labels);
    const beyond = this.spots.filter((spot) => {
      const { x, y } = this.view.on(this.places.get(spot.id));
      return x < 0 || y < 0 || x > width || y > height;
    }).length;
    this.outside.textContent = beyond === 0 ? "" : `${beyond} of ${this.spots.length} places lie beyond: ⤢ shows all`;
    if (!this.spots.some((spot) => spot.id === this.current)) this.current = this.spots[0]?.id ?? "";
    rove(this.over.querySelectorAll<SVGElement>("[data-id]"), (one) => one.dataset["id"] === this.current, focused);
  }

  private isChosen(spot: Spot): boolean {
    return spot.id === this.chosen || spot.others.some((one) => one.id === this.chosen);
  }

  // Names of countries that have room for them, and where no place of the case lies.
  private countryNames(width: number, height: number, taken: Labelled[]): SVGElement[] {
    const written: Point[] = [];
    return this.names.flatMap(({ text, at, width: wide }) => {
      const { x, y } = this.view.on(at);
      const room = 8 * text.length;
      if (written.some((other) => Math.abs(other.x - x) < room && Math.abs(other.y - y) < 16)) return [];
      const free = !taken.some((one) => Math.abs(one.x - x) < room / 2 + one.radius + one.width && Math.abs(one.y - y) < 20 + one.radius);
      if (wide * this.view.scale < room * 1.2 || !free || x < room / 2 || x > width - room / 2 || y < 12 || y > height - 12) return [];
      written.push({ x, y });
      return [svg("text", { class: "country", x: x.toFixed(1), y: y.toFixed(1) }, text)];
    });
  }

  private pick(target: Element): void {
    const id = target.closest<SVGElement>("[data-id]")?.dataset["id"];
    if (id === undefined) return;
    this.current = id;
    const query = this.form === null ? this.given() : asked(this.form, { origins: "1" });
    query.set("place", id);
    if (this.accounts === null) location.assign(address("/map", query));
    else void this.accounts.open(address("/map/accounts", query));
  }

  private key(event: KeyboardEvent): void {
    const next = neighbour(event.key, this.current, this.places);
    if (next !== undefined) {
      this.current = next;
      rove(this.over.querySelectorAll<SVGElement>("[data-id]"), (one) => one.dataset["id"] === next, true);
    } else if ((event.key === "Enter" || event.key === " ") && document.activeElement !== null) this.pick(document.activeElement);
    else if (!event.key.startsWith("Arrow") && !this.view.key(event.key)) return;
    event.preventDefault();
  }
}

const home = document.getElementById("map");
const form = document.getElementById("question");
if (home !== null) new WorldMap(home, form instanceof HTMLFormElement ? form : null);
