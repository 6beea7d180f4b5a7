// Review by keyboard: a key chooses an answer, a digit its reason; z takes the last entry back.
function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, select, textarea, [contenteditable]");
}

function chosen(): HTMLFieldSetElement | null {
  return document.querySelector<HTMLFieldSetElement>(".answers fieldset.chosen");
}

function choose(group: HTMLFieldSetElement | null): void {
  chosen()?.classList.remove("chosen");
  group?.classList.add("chosen");
  group?.querySelector<HTMLButtonElement>("button")?.focus();
}

function press(key: string): boolean {
  if (key === "Escape") {
    choose(null);
    return true;
  }
  if (/^[1-9]$/.test(key)) {
    const reason = chosen()?.querySelector<HTMLButtonElement>(`button[data-digit="${key}"]`);
    reason?.click();
    return reason != null;
  }
  if (key === "j" && document.getElementById("review") !== null) {
    location.assign("/review/journal");
    return true;
  }
  if (!/^[a-z]$/.test(key)) return false;
  const target = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (target instanceof HTMLFieldSetElement) {
    const atOnce = target.querySelector<HTMLButtonElement>("button[data-at-once]");
    if (atOnce !== null) atOnce.click();
    else choose(target);
  } else target?.click();
  return target !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || (typing(event.target) && event.key !== "Escape")) return;
  if (press(event.key)) event.preventDefault();
});

// A reader of screens, and the keyboard, go on at the new question.
document.addEventListener("htmx:afterSwap", () => document.getElementById("asked")?.focus());
