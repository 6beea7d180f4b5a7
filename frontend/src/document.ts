// The reader of a document: a claim that is pointed at, focused or linked to shows its parts in the text.
import { Offsets } from "./reader/offsets";
import { chooseWords } from "./review/words";

const reader = document.getElementById("reader");
const text = reader?.querySelector<HTMLElement>(".text") ?? null;

interface Part {
  role: string;
  start: number;
  end: number;
}

function parts(note: HTMLElement): Part[] {
  return (note.dataset["parts"] ?? "").split(" ").filter((one) => one !== "").map((one) => {
    const [role = "", where = ""] = one.split(":");
    const [start = 0, end = 0] = where.split("-").map(Number);
    return { role, start, end };
  });
}

// Parts that say more stand above the evidence that holds them.
const RANK = ["evidence", "cue", "voice", "time", "subject", "object"];

function start(text: HTMLElement): void {
  const offsets = new Offsets(text);
  const notes = [...text.querySelectorAll<HTMLElement>(".note")];
  let held: HTMLElement | null = null;
  let shown: HTMLElement | null = null;

  function clear(): void {
    for (const piece of text.querySelectorAll<HTMLElement>("[data-part]")) delete piece.dataset["part"];
    for (const note of text.querySelectorAll<HTMLElement>(".note[data-on]")) delete note.dataset["on"];
    shown = null;
  }

  function show(note: HTMLElement | null): void {
    if (note === shown) return;
    clear();
    if (note === null) return;
    shown = note;
    note.dataset["on"] = "";
    for (const part of parts(note).sort((one, other) => RANK.indexOf(one.role) - RANK.indexOf(other.role))) {
      for (const piece of offsets.pieces(part.start, part.end)) piece.dataset["part"] = part.role;
    }
  }

  for (const note of notes) {
    note.addEventListener("mouseenter", () => show(note));
    note.addEventListener("mouseleave", () => show(held));
    note.addEventListener("focusin", () => show(note));
    note.addEventListener("focusout", () => show(held));
  }

  function fromAddress(): void {
    const id = decodeURIComponent(location.hash.slice(2));
    held = location.hash.startsWith("#c") ? notes.find((note) => note.dataset["claim"] === id) ?? null : null;
    show(held);
  }
  window.addEventListener("hashchange", fromAddress);
  fromAddress();

  // A word of the text shows which claims rest on it.
  text.addEventListener("mouseover", (event) => {
    const piece = event.target instanceof Element ? event.target.closest(".k") : null;
    for (const note of text.querySelectorAll<HTMLElement>(".note[data-near]")) delete note.dataset["near"];
    if (!(piece instanceof HTMLElement)) return;
    const at = offsets.start(piece);
    if (at === null) return;
    const row = piece.closest(".row");
    for (const note of row?.querySelectorAll<HTMLElement>(".note") ?? []) {
      if (parts(note).some((part) => part.role === "evidence" && part.start <= at && at < part.end)) note.dataset["near"] = "";
    }
  });

  // An actor of the list shows where it is spoken of.
  for (const item of reader?.querySelectorAll<HTMLElement>(".people [data-a]") ?? []) {
    const mentions = () => text.querySelectorAll<HTMLElement>(`.m[data-a="${item.dataset["a"] ?? ""}"]`);
    const on = () => { for (const one of mentions()) one.dataset["on"] = ""; };
    const off = () => { for (const one of mentions()) delete one.dataset["on"]; };
    item.addEventListener("mouseenter", on);
    item.addEventListener("mouseleave", off);
    item.addEventListener("focusin", on);
    item.addEventListener("focusout", off);
  }
}

if (text !== null) start(text);
chooseWords();
