// The lineage of an origin as a picture that can be saved: the tree stands in the page as lists, and is drawn as it stands there.
import { tool } from "./shared/question.ts";
import { savePng, saveSvg } from "./shared/save.ts";
import { html, svg } from "./shared/svg.ts";

interface Line {
  words: string;
  left: number;
  bottom: number;
  look: CSSStyleDeclaration;
}

// The lines of a box as the browser broke them: its words, put together by where they stand.
function linesOf(box: Element): Line[] {
  const found: Line[] = [];
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || !parent.checkVisibility()) continue;
    for (const match of (node.textContent ?? "").matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const { left, bottom, width } = range.getBoundingClientRect();
      if (width === 0) continue;
      const last = found.at(-1);
      if (last !== undefined && last.look.fontWeight === getComputedStyle(parent).fontWeight && last.look.color === getComputedStyle(parent).color && Math.abs(last.bottom - bottom) < 3) last.words += ` ${match[0]}`;
      else found.push({ words: match[0], left, bottom, look: getComputedStyle(parent) });
    }
  }
  return found;
}

function drawn(tree: HTMLElement): SVGSVGElement {
  const at = tree.getBoundingClientRect();
  const picture = svg("svg", { width: Math.ceil(at.width) + 8, height: Math.ceil(at.height) + 8, class: "saved" });
  const boxes = [...tree.querySelectorAll<HTMLElement>(".voicebox, .documentbox")];
  for (const box of boxes) {
    const parent = box.closest("li")?.parentElement?.closest("li")?.querySelector<HTMLElement>(":scope > .voicebox");
    if (parent === null || parent === undefined) continue;
    const [from, to] = [parent.getBoundingClientRect(), box.getBoundingClientRect()];
    const [x, y] = [to.left - at.left, to.top + to.height / 2 - at.top];
    const start = to.left > from.right ? `M${from.right - at.left} ${from.top + from.height / 2 - at.top}H${x - 12}` : `M${from.left + 12 - at.left} ${from.bottom - at.top}`;
    picture.append(svg("path", { d: `${start}V${y}H${x}`, fill: "none", stroke: getComputedStyle(box).borderColor, "stroke-width": 2 }));
  }
  for (const box of boxes) {
    const { left, top, width, height } = box.getBoundingClientRect();
    const look = getComputedStyle(box);
    picture.append(svg("rect", { x: left - at.left, y: top - at.top, width, height, rx: box.classList.contains("voicebox") ? height / 2 : 3, fill: look.backgroundColor, stroke: look.borderColor, "stroke-width": look.borderTopWidth }));
    for (const line of linesOf(box)) {
      picture.append(svg("text", { x: line.left - at.left, y: line.bottom - at.top - 4, fill: line.look.color, "font-size": line.look.fontSize, "font-weight": line.look.fontWeight, "font-family": line.look.fontFamily }, line.words));
    }
  }
  return picture;
}

// Drawn only to be saved: what is saved must stand in the page while its look is taken.
async function saved(tree: HTMLElement, save: (picture: SVGSVGElement, name: string, title: string) => Promise<void> | void): Promise<void> {
  const picture = drawn(tree);
  document.body.append(picture);
  try {
    await save(picture, "lineage", document.title);
  } finally {
    picture.remove();
  }
}

const tree = document.querySelector<HTMLElement>(".lineage");
if (tree !== null) {
  document.getElementById("h-way")?.after(html("p", { class: "saving" },
    tool("SVG", "Save the picture as SVG", () => void saved(tree, saveSvg)), tool("PNG", "Save the picture as PNG", () => void saved(tree, savePng))));
}
