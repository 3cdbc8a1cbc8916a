import type { Matrix } from "@/model/matrix";
import { LOOKS, type Verdict } from "@/model/verdict";
import { BOOTED, countOf } from "./Cell";
import { factOf, type Fact } from "./facts";
import { placeAt, type Layout, type Place } from "./layout";

/** The colours and letters cells are drawn with, read off the page: whatever the style sheets make of a theme, of forced
 * colours or of a reader's own font is what is drawn. */
export interface Ink {
  ground: string;
  of: Record<Verdict, { fill: string; ink: string; weight: string }>;
  font: string;
}

/** @param probe an element in which a cell of the table would look as it should */
export function inkOf(probe: HTMLElement): Ink {
  const style = getComputedStyle(probe);
  const of = {} as Ink["of"];
  const cell = document.createElement("span");
  cell.className = "grid-cell";
  probe.append(cell);
  for (const verdict of Object.keys(LOOKS) as Verdict[]) {
    cell.dataset.verdict = verdict;
    const now = getComputedStyle(cell);
    of[verdict] = { fill: now.backgroundColor, ink: now.color, weight: now.fontWeight };
  }
  cell.remove();
  return { ground: style.backgroundColor, of, font: style.fontFamily };
}

/** Draws parts of a grid. Cells of one build look alike by the thousand, so that each look is drawn once and copied. */
export class Painter {
  private readonly stamps = new Map<string, HTMLCanvasElement>();

  constructor(
    private readonly matrix: Matrix,
    private readonly layout: Layout,
    private readonly ink: Ink,
    private readonly scale: number,
  ) {}

  /** Draws what of the cells is in a rectangle; the canvas is of that size. */
  draw(canvas: HTMLCanvasElement, left: number, top: number, width: number, height: number): void {
    const { places, rows, sizes } = this.layout;
    canvas.width = Math.round(width * this.scale);
    canvas.height = Math.round(height * this.scale);
    const context = canvas.getContext("2d", { alpha: false });
    if (context === null) return;
    context.fillStyle = this.ink.ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
    const firstRow = Math.max(0, Math.floor(top / sizes.row));
    const lastRow = Math.min(rows.length - 1, Math.floor((top + height - 1) / sizes.row));
    for (let at = placeAt(places, left); at < places.length && places[at]!.x < left + width; at++) {
      const place = places[at]!;
      for (let nth = firstRow; nth <= lastRow; nth++) {
        const fact = factOf(this.matrix, rows[nth]!, place.members);
        const stamp = this.stampOf(place, fact);
        context.drawImage(stamp, this.px(place.x + place.gap - left), this.px(nth * sizes.row - top));
      }
    }
  }

  private px(length: number): number {
    return Math.round(length * this.scale);
  }

  private stampOf(place: Place, fact: Fact): HTMLCanvasElement {
    const family = place.release === undefined;
    const key = `${fact.verdict} ${fact.booted ?? ""} ${family ? countOf(fact) : ""}`;
    const known = this.stamps.get(key);
    if (known !== undefined) return known;
    const stamp = this.stamp(fact, family);
    this.stamps.set(key, stamp);
    return stamp;
  }

  // A pixel at the right and below stays ground: it is the line between cells.
  private stamp(fact: Fact, family: boolean): HTMLCanvasElement {
    const { sizes } = this.layout;
    const [width, height] = [family ? sizes.family : sizes.build, sizes.row];
    const stamp = document.createElement("canvas");
    stamp.width = this.px(width);
    stamp.height = this.px(height);
    const context = stamp.getContext("2d")!;
    context.scale(this.scale, this.scale);
    const look = this.ink.of[fact.verdict];
    context.fillStyle = this.ink.ground;
    context.fillRect(0, 0, width, height);
    context.fillStyle = look.fill;
    context.fillRect(0, 0, width - 1, height - 1);
    context.fillStyle = look.ink;
    context.textBaseline = "middle";
    const middle = (height - 1) / 2 + 0.5;
    const sign = LOOKS[fact.verdict].sign;
    const marked = fact.booted === undefined ? sign : sign + BOOTED[fact.booted];
    context.font = `${look.weight} ${sizes.sign}px ${this.ink.font}`;
    const words = family && width >= 40 ? ` ${countOf(fact)}` : "";
    const signWidth = context.measureText(marked).width;
    const small = `${sizes.text}px ${this.ink.font}`;
    context.font = small;
    const wordsWidth = words === "" ? 0 : context.measureText(words).width;
    const left = Math.max(1, (width - 1 - signWidth - wordsWidth) / 2);
    context.fillText(words, left + signWidth, middle, width - 2 - signWidth);
    context.font = `${look.weight} ${sizes.sign}px ${this.ink.font}`;
    context.fillText(marked, left, middle, width);
    return stamp;
  }
}
