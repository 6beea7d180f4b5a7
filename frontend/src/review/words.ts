// New claims from words marked in a document: its text stands in `[data-text-of]`, in one or more parts that say by `data-start`
// at which character of the document they begin.

// Browsers count UTF-16 units, the case counts characters.
function characters(text: string): number {
  return [...text].length;
}

function offset(node: Node, at: number): number | null {
  const part = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]");
  if (part == null) return null;
  const before = document.createRange();
  before.selectNodeContents(part);
  before.setEnd(node, at);
  return Number(part.dataset["start"]) + characters(before.toString());
}

export function chooseWords(): void {
  const text = document.querySelector<HTMLElement>("[data-text-of]");
  if (text === null) return;
  const link = document.createElement("a");
  link.className = "button primary choose";
  link.textContent = "New claim from these words";
  link.hidden = true;
  document.body.append(link);
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const range = selection !== null && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    link.hidden = true;
    if (range === null || !text.contains(range.commonAncestorContainer)) return;
    const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    if (start === null || end === null || start >= end) return;
    const query = new URLSearchParams({ document: text.dataset["textOf"] ?? "", start: String(start), end: String(end) });
    link.href = `/review/new?${query}`;
    const box = range.getBoundingClientRect();
    link.style.top = `${box.bottom + scrollY + 6}px`;
    link.style.left = `${Math.max(8, Math.min(box.left + scrollX, scrollX + innerWidth - 260))}px`;
    link.hidden = false;
  });
}
