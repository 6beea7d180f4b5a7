// What every page has: parts of pages through htmx, and errors told in words.
import htmx from "htmx.org";

function token(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";
}

function tell(text: string): void {
  const notice = document.getElementById("notice");
  if (notice !== null) notice.textContent = text;
}

document.addEventListener("htmx:configRequest", (event) => {
  const { headers } = (event as CustomEvent<{ headers: Record<string, string> }>).detail;
  headers["X-CSRF-Token"] = token();
});

document.addEventListener("htmx:beforeRequest", () => tell(""));

document.addEventListener("htmx:responseError", (event) => {
  const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
  const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
  const words = [...page.querySelectorAll("main h1, main h1 + p")].map((part) => part.textContent.trim());
  tell(words.join(". ") || `The desk answered with an error (${xhr.status}).`);
});

document.addEventListener("htmx:sendError", () => tell("The desk does not answer. Is it still running?"));

// On a narrow screen the pages stand in one row: the present one is moved into it, without moving where the keyboard starts.
const present = document.querySelector<HTMLElement>('.pages [aria-current="page"]');
const row = present?.closest<HTMLElement>(".pages") ?? null;
if (present !== null && row !== null) row.scrollLeft = present.offsetLeft - row.offsetLeft - (row.clientWidth - present.clientWidth) / 2;

void htmx;
