// A picture as a file. What style sheets give an element is written into it, since the file stands alone.
import { svg } from "./svg.ts";

const KEPT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linejoin", "opacity", "paint-order",
  "font-family", "font-size", "font-weight", "text-anchor", "display"] as const;

// What lies under a picture: its own colour, else that of the panel that it stands on.
function ground(picture: SVGSVGElement): string {
  const own = getComputedStyle(picture).backgroundColor;
  return own === "" || own === "transparent" || own === "rgba(0, 0, 0, 0)" ? getComputedStyle(document.body).getPropertyValue("--panel").trim() || "white" : own;
}

function standalone(picture: SVGSVGElement, title: string): SVGSVGElement {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const from = [picture, ...picture.querySelectorAll<SVGElement>("*")];
  const to = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  from.forEach((one, at) => {
    const look = getComputedStyle(one);
    for (const name of KEPT) to[at]?.setAttribute(name, look.getPropertyValue(name));
    for (const name of ["class", "tabindex", "role", "aria-label"]) to[at]?.removeAttribute(name);
  });
  for (const hidden of copy.querySelectorAll('[display="none"]')) hidden.remove();
  const { width, height } = picture.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.prepend(svg("title", {}, title), svg("rect", { width, height, fill: ground(picture) }));
  return copy;
}

function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function source(picture: SVGSVGElement, title: string): Blob {
  return new Blob([new XMLSerializer().serializeToString(standalone(picture, title))], { type: "image/svg+xml" });
}

export function saveSvg(picture: SVGSVGElement, name: string, title: string): void {
  download(source(picture, title), `${name}.svg`);
}

export async function savePng(picture: SVGSVGElement, name: string, title: string): Promise<void> {
  const { width, height } = picture.getBoundingClientRect();
  const address = URL.createObjectURL(source(picture, title));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    const sharpness = 2;
    canvas.width = width * sharpness;
    canvas.height = height * sharpness;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (made !== null) download(made, `${name}.png`);
  } finally {
    URL.revokeObjectURL(address);
  }
}
