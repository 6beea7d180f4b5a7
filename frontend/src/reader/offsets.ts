// Where the pieces of a text stand, in code points from its start, as claims count them.

interface Known {
  piece: HTMLElement;
  start: number;
  end: number;
}

function points(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

// The pieces of the blocks inside an element; each block is counted when it is first asked for.
export class Offsets {
  private readonly blocks: { block: HTMLElement; start: number }[];
  private readonly counted = new Map<HTMLElement, Known[]>();

  constructor(text: HTMLElement) {
    this.blocks = [...text.querySelectorAll<HTMLElement>(".block")].map((block) => ({ block, start: Number(block.dataset["start"]) }));
  }

  // The pieces that lie between two offsets.
  pieces(start: number, end: number): HTMLElement[] {
    const found: HTMLElement[] = [];
    this.blocks.forEach(({ block, start: first }, at) => {
      const next = this.blocks[at + 1]?.start ?? Infinity;
      if (first >= end || next <= start) return;
      for (const one of this.known(block, first)) if (one.start >= start && one.end <= end && one.end > one.start) found.push(one.piece);
    });
    return found;
  }

  // Where a piece begins; nothing for what is no piece of the text.
  start(piece: HTMLElement): number | null {
    const block = piece.closest<HTMLElement>(".block");
    if (block === null) return null;
    return this.known(block, Number(block.dataset["start"])).find((one) => one.piece === piece)?.start ?? null;
  }

  private known(block: HTMLElement, first: number): Known[] {
    const there = this.counted.get(block);
    if (there !== undefined) return there;
    const found: Known[] = [];
    let at = first;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const end = at + points(node.textContent ?? "");
      const piece = node.parentElement?.closest<HTMLElement>("span:not(.s)") ?? null;
      const last = found[found.length - 1];
      if (piece !== null && block.contains(piece)) {
        if (last?.piece === piece) last.end = end;
        else found.push({ piece, start: at, end });
      }
      at = end;
    }
    this.counted.set(block, found);
    return found;
  }
}
