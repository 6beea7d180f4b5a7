// A form whose answer is a picture and a table: what it asks, kept in the address of the page.
import htmx from "htmx.org";
import { html } from "./svg.ts";

export function say(text: string): void {
  const notice = document.getElementById("notice");
  if (notice !== null) notice.textContent = text;
}

// What the form asks, without what is empty, and without boxes that are all checked.
export function asked(form: HTMLFormElement, usual: Record<string, string> = {}): URLSearchParams {
  const found = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "" && value !== usual[name]) found.append(name, value);
  }
  for (const name of new Set([...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].map((box) => box.name))) {
    if (form.querySelectorAll(`[name="${name}"]:not(:checked)`).length === 0) found.delete(name);
  }
  return found;
}

export function address(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query}` : path;
}

// The files of what a page lists follow its question.
export function refile(query: URLSearchParams): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-lists]")) link.search = query.toString();
}

// The present address with one part of its query changed.
export function readdress(name: string, value: string | null): void {
  const query = new URLSearchParams(location.search);
  if (value === null) query.delete(name);
  else query.set(name, value);
  history.replaceState(history.state, "", address(location.pathname, query));
}

export class Fetching<T> {
  private running: AbortController | null = null;

  // The latest answer alone: an older question is given up. Nothing comes of a failure but words.
  async get(url: string): Promise<T | null> {
    this.running?.abort();
    this.running = new AbortController();
    try {
      const answer = await fetch(url, { signal: this.running.signal });
      if (!answer.ok) throw new Error((await answer.json() as { detail?: string }).detail ?? "");
      return await answer.json() as T;
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) say(`What was asked could not be fetched. ${error instanceof Error ? error.message : ""}`);
      return null;
    }
  }
}

// Accounts beside the picture: opened at an address, closed again, and followed by the picture and the address of the page.
export class Accounts {
  constructor(private readonly mark: string, private readonly parameter: string, private readonly chosen: (id: string) => void) {
    document.addEventListener("htmx:afterSwap", (event) => {
      if ((event.target as Element).id === "accounts") this.opened();
    });
    document.addEventListener("click", (event) => {
      if (!(event.target instanceof Element) || event.target.closest("[data-close]") === null) return;
      event.preventDefault();
      readdress(parameter, null);
      chosen("");
      document.getElementById("accounts")?.replaceChildren(html("p", { class: "empty hint" }, "Choose something in the picture, or in the table."));
    });
    chosen(new URLSearchParams(location.search).get(parameter) ?? "");
  }

  async open(url: string, reveal = true): Promise<void> {
    await htmx.ajax("get", url, { source: "#accounts", target: "#accounts", swap: "innerHTML" });
    if (!reveal) return;
    const title = document.getElementById("accounts-title");
    title?.focus({ preventScroll: true });
    // Far down, below the picture on a narrow screen, all of it is brought up, so that the words are seen and not the title alone.
    const below = title !== null && title.getBoundingClientRect().top > innerHeight / 2;
    title?.scrollIntoView({ block: below ? "start" : "nearest" });
  }

  private opened(): void {
    const id = document.querySelector(`#accounts [data-${this.mark}]`)?.getAttribute(`data-${this.mark}`) ?? null;
    if (id === null) return;
    // What was chosen with the keyboard is gone with what it stood in: the keyboard goes on where its accounts begin.
    if (document.activeElement === document.body) document.getElementById("accounts-title")?.focus({ preventScroll: true });
    readdress(this.parameter, id);
    this.chosen(id);
  }
}

// A stretch of a case: the form of timeline and map asks, the picture is drawn anew, and the table follows.
export function follow(form: HTMLFormElement, path: string, draw: (query: URLSearchParams) => void): void {
  const usual = { origins: "1" };
  const changed = (): void => {
    if (!form.checkValidity()) return;
    const query = asked(form, usual);
    history.replaceState(history.state, "", address(path, query));
    refile(query);
    draw(query);
    void htmx.ajax("get", address(`${path}/rows`, query), { source: "#rows", target: "#rows", swap: "innerHTML" });
  };
  form.classList.add("live");
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed();
  });
  draw(asked(form, usual));
}

export function tool(label: string, words: string, act: () => void): HTMLElement {
  const made = html("button", { type: "button", title: words, "aria-label": words }, label);
  made.addEventListener("click", act);
  return made;
}
