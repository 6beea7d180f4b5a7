// The situation page: the network moves with the date and the filters, and what stands beside it follows.
import htmx from "htmx.org";
import { tieId, type Actor, type Network } from "./network/data.ts";
import { Drawing } from "./network/draw.ts";
import { Layout } from "./network/layout.ts";
import { dayNumber, inWords, isoDay } from "./shared/dates.ts";
import { Accounts, address, asked, Fetching, refile, tool } from "./shared/question.ts";
import { savePng, saveSvg } from "./shared/save.ts";
import { html, shortened, svg } from "./shared/svg.ts";

const STEPS = 48; // of a play from the first day to the last
const PACE = 750; // milliseconds a step
const NARROW = "(max-width: 700px)"; // where fewer actors are drawn, unless somebody asked for a number
const FEW = "15";
const SETTLED = 250; // milliseconds without a change before what stands beside is asked for

class Situation {
  private readonly form: HTMLFormElement;
  private readonly layout = new Layout();
  private readonly drawing: Drawing;
  private readonly slider: HTMLInputElement;
  private readonly play = html("button", { type: "button", class: "play" });
  private readonly told = html("output", { class: "told" });
  private readonly first: number;
  private readonly last: number;
  private readonly fetching = new Fetching<Network>();
  private readonly accounts: Accounts;
  private readonly camps = new Map((["one", "other"] as const).map((camp) => [camp, html("li", {}, svg("svg", { class: "network key", viewBox: "-8 -8 16 16", width: 14, height: 14, "aria-hidden": "true" }, svg("g", { class: `actor-node camp-${camp}` }, svg("circle", { r: 6 }))), camp === "one" ? "one side" : "the other side")]));
  private readonly nobody = html("p", { class: "empty nobody", hidden: "" }, "Nothing that matches holds on this day. Another day, or fewer filters?");
  private playing = 0;
  private settling = 0;

  constructor(private readonly home: HTMLElement, form: HTMLFormElement) {
    this.form = form;
    this.first = dayNumber(home.dataset["first"] ?? "");
    this.last = dayNumber(home.dataset["last"] ?? "");
    home.replaceChildren();
    this.drawing = new Drawing(home, { actor: (actor) => this.openActor(actor), tie: (tie) => this.openAccounts(tieId(tie)) });
    this.slider = html("input", { type: "range", min: this.first, max: this.last, step: 1, "aria-label": "Date" });
    home.append(this.tools(), this.nobody);
    home.after(this.legend(), this.timebar());
    this.form.classList.add("live");
    this.listen();
    this.accounts = new Accounts("tied", "tie", (tie) => this.drawing.choose(tie));
    this.follow();
    if (matchMedia(NARROW).matches && !new URLSearchParams(location.search).has("top")) this.draw(FEW);
    else void this.ask();
  }

  // Draw so many actors, and say so in the address and beside the picture.
  private draw(top: string): void {
    (this.form.elements.namedItem("top") as HTMLSelectElement).value = top;
    void this.ask();
    this.settle();
  }

  private get dateField(): HTMLInputElement {
    return this.form.elements.namedItem("date") as HTMLInputElement;
  }

  private question(): URLSearchParams {
    return asked(this.form, { origins: "1", top: "40", since: "90" });
  }

  private async ask(): Promise<void> {
    const query = this.question();
    query.delete("since");
    const network = await this.fetching.get(`${this.home.dataset["api"]}?${query}`);
    if (network !== null) this.show(network);
  }

  private show(network: Network): void {
    this.drawing.show(network, this.layout.arrange(network, this.drawing.aspect));
    this.home.dataset["date"] = network.date;
    for (const [camp, key] of this.camps) key.hidden = !network.nodes.some((node) => node.camp === camp);
    this.nameSides();
    this.nobody.hidden = network.nodes.length > 0;
  }

  // The legend calls each side as the words above the picture do.
  private nameSides(): void {
    for (const [camp, key] of this.camps) {
      const pole = document.querySelector(`.camp.${camp} h2 bdi`)?.textContent;
      if (pole !== undefined && pole !== null) key.lastChild?.replaceWith(`side of ${shortened(pole, 30)}`);
    }
  }

  private changed(): void {
    this.follow();
    void this.ask();
    window.clearTimeout(this.settling);
    this.settling = window.setTimeout(() => this.settle(), this.playing === 0 ? SETTLED : 2 * PACE);
  }

  private settle(): void {
    const query = this.question();
    const tie = new URLSearchParams(location.search).get("tie");
    if (tie !== null) query.set("tie", tie);
    history.replaceState(history.state, "", address("/", query));
    query.delete("tie");
    refile(query);
    void htmx.ajax("get", address("/situation/around", query), { source: "#around", target: "#around", swap: "innerHTML" });
    if (tie !== null) this.openAccounts(tie, false);
  }

  private follow(): void {
    const day = dayNumber(this.dateField.value);
    this.slider.value = String(day);
    this.slider.setAttribute("aria-valuetext", inWords(this.dateField.value));
    this.told.textContent = inWords(this.dateField.value);
    document.title = document.title.replace(/\d{4}-\d{2}-\d{2}/, this.dateField.value);
  }

  private listen(): void {
    this.form.addEventListener("change", (event) => {
      if (!this.form.checkValidity()) return;
      if (event.target instanceof HTMLSelectElement && event.target.name === "focus") this.layout.forget();
      this.changed();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.form.checkValidity()) this.changed();
    });
    this.slider.addEventListener("input", () => {
      this.dateField.value = isoDay(Number(this.slider.value));
      this.changed();
    });
    document.addEventListener("htmx:afterSettle", () => this.nameSides());
    document.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-focus]") : null;
      if (link === null) return;
      event.preventDefault();
      this.focusOn(link.dataset["focus"] ?? "", link.dataset["name"] ?? "");
    });
    this.slider.addEventListener("pointerdown", () => this.stop());
    this.play.addEventListener("click", () => (this.playing === 0 ? this.start() : this.stop()));
    this.stop();
  }

  private start(): void {
    if (Number(this.slider.value) >= this.last) this.slider.value = String(this.first);
    const stride = Math.max(1, Math.round((this.last - this.first) / STEPS));
    this.play.replaceChildren(html("span", { "aria-hidden": "true" }, "❚❚"), " Pause");
    this.playing = window.setInterval(() => {
      const next = Math.min(this.last, Number(this.slider.value) + stride);
      this.dateField.value = isoDay(next);
      this.changed();
      if (next >= this.last) this.stop();
    }, PACE);
  }

  private stop(): void {
    window.clearInterval(this.playing);
    this.playing = 0;
    this.play.replaceChildren(html("span", { "aria-hidden": "true" }, "▶"), " Play");
  }

  private openAccounts(tie: string, reveal = true): void {
    const query = this.question();
    query.set("tie", tie);
    void this.accounts.open(address("/situation/tie", query), reveal);
  }

  // Who stood how to an actor, and what was different a year before.
  private openActor(actor: Actor): void {
    const query = this.question();
    query.set("actor", actor.id);
    this.drawing.choose("");
    void this.accounts.open(address("/situation/actor", query));
  }

  private focusOn(id: string, name: string): void {
    const select = this.form.elements.namedItem("focus") as HTMLSelectElement;
    if (![...select.options].some((option) => option.value === id)) select.append(new Option(name, id));
    select.value = id;
    this.layout.forget();
    this.changed();
  }

  private tools(): HTMLElement {
    const name = (): string => `network-${this.dateField.value}`;
    const title = (): string => `Network on ${this.dateField.value}`;
    return html("div", { class: "tools" },
      tool("+", "Larger", () => this.drawing.view.zoom(1.3)), tool("−", "Smaller", () => this.drawing.view.zoom(1 / 1.3)), tool("⤢", "All of it", () => this.drawing.view.reset()),
      tool("SVG", "Save the picture as SVG", () => saveSvg(this.drawing.picture, name(), title())),
      tool("PNG", "Save the picture as PNG", () => void savePng(this.drawing.picture, name(), title())));
  }

  private timebar(): HTMLElement {
    const counts = (this.home.dataset["counts"] ?? "").split(" ").map(Number);
    const most = Math.max(1, ...counts);
    const bars = svg("svg", { class: "density", viewBox: `0 0 ${counts.length} 20`, preserveAspectRatio: "none", "aria-hidden": "true" },
      ...counts.map((count, at) => {
        const height = count === 0 ? 0 : 2 + 18 * Math.sqrt(count / most);
        return svg("rect", { x: at + 0.1, y: 20 - height, width: 0.8, height });
      }));
    return html("div", { class: "timebar" }, this.play,
      html("div", { class: "track" }, bars, this.slider, html("p", { class: "ends" }, html("span", {}, isoDay(this.first)), this.told, html("span", {}, isoDay(this.last)))));
  }

  private legend(): HTMLElement {
    const stroke = (kind: string, sign: string, words: string): HTMLElement => {
      const picture = svg("svg", { class: "network key", viewBox: "0 0 34 14", width: 34, height: 14, "aria-hidden": "true" }, svg("g", { class: `tie ${kind}` }, svg("line", { class: "stroke", x1: 1, y1: 7, x2: 33, y2: 7, "stroke-width": 2.5 })));
      if (sign !== "") picture.append(svg("g", { class: `tie ${kind}` }, svg("circle", { class: "badge", cx: 17, cy: 7, r: 6 }), svg("text", { class: "sign", x: 17, y: 7 }, sign)));
      return html("li", {}, picture, words);
    };
    const shape = (kind: string, made: SVGElement, words: string): HTMLElement =>
      html("li", {}, svg("svg", { class: "network key", viewBox: "-8 -8 16 16", width: 14, height: 14, "aria-hidden": "true" }, svg("g", { class: `actor-node ${kind}` }, made)), words);
    return html("ul", { class: "legend", "aria-label": "Legend" },
      stroke("backing", "+", "backing"), stroke("hostile", "×", "hostile"), stroke("mixed", "±", "both"), stroke("contact", "", "contact"), stroke("contact contested", "", "contested"),
      html("li", { class: "dim" }, "wider: more origins"), html("li", { class: "dim" }, "fainter: older evidence; deeds are shown for a year"),
      shape("person", svg("circle", { r: 6 }), "person"), shape("state", svg("rect", { x: -6, y: -6, width: 12, height: 12, rx: 1 }), "state, body"), shape("group", svg("path", { d: "M0 -7L7 0L0 7L-7 0Z" }), "group, other"), ...this.camps.values());
  }
}

const home = document.getElementById("network");
const form = document.getElementById("question");
if (home !== null && form instanceof HTMLFormElement) new Situation(home, form);
