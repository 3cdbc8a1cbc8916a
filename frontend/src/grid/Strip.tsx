import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { Matrix } from "@/model/matrix";
import { LOOKS, type Verdict, VERDICTS } from "@/model/verdict";
import { factOf, placeName } from "./facts";
import { useInk } from "./ink";
import type { Layout } from "./layout";
import type { Viewport } from "./viewport";

interface StripProps {
  matrix: Matrix;
  layout: Layout;
  viewport: Viewport;
  /** Brings a column into sight. */
  onJump: (column: number) => void;
}

const HIGH = 20;

/** All kernels of the grid in one line, each with the worst that a row shown says of it; where the grid is, and a way to go
 * elsewhere in it. */
export function Strip({ matrix, layout, viewport, onJump }: StripProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(0);
  const [column, setColumn] = useState(0);
  const found = useInk(box);
  const verdicts = worstOf(matrix, layout);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const size = new ResizeObserver(() => setWide(element.clientWidth));
    size.observe(element);
    return () => size.disconnect();
  }, []);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (canvas.current === null || context === null || context === undefined || found === undefined) return;
    const width = Math.round(wide * found.scale);
    canvas.current.width = width;
    canvas.current.height = Math.round(HIGH * found.scale);
    for (let x = 0; x < width; x++) {
      // More kernels than pixels: the worst of those that share one.
      const from = Math.floor((x * verdicts.length) / width);
      const to = Math.max(from + 1, Math.floor(((x + 1) * verdicts.length) / width));
      const verdict = heaviest(verdicts.slice(from, to));
      // What is well is a low line and what breaks goes all the way up, so that it reads without colours.
      const part = HEIGHTS[LOOKS[verdict].standing];
      context.fillStyle =
        LOOKS[verdict].standing === "pass" ? found.ink.of[verdict].ink : colourOf(found.ink.of[verdict]);
      context.fillRect(x, canvas.current.height * (1 - part), 1, canvas.current.height * part);
    }
  });
  useEffect(() => {
    const show = () => {
      const [first, last] = [layout.places[viewport.first], layout.places[viewport.last]];
      if (mark.current === null || first === undefined || last === undefined) return;
      const [from, to] = [first.before, last.before + last.members.length];
      mark.current.style.left = `${(from / layout.kernels) * 100}%`;
      mark.current.style.width = `${((to - from) / layout.kernels) * 100}%`;
      mark.current.hidden = from === 0 && to === layout.kernels;
    };
    show();
    return viewport.subscribe(show);
  }, [layout, viewport]);

  const here = Math.min(column, layout.places.length - 1);
  const jump = (to: number) => {
    const next = Math.max(0, Math.min(layout.places.length - 1, to));
    setColumn(next);
    onJump(next);
  };
  const pressed = (event: KeyboardEvent) => {
    const to = STEPS[event.key]?.(here, layout.places.length);
    if (to === undefined) return;
    event.preventDefault();
    jump(to);
  };
  const pointed = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    const edge = event.currentTarget.getBoundingClientRect();
    const kernel = ((event.clientX - edge.left) / edge.width) * layout.kernels;
    const at = layout.places.findLastIndex((place) => place.before <= kernel);
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    jump(at);
  };
  const place = layout.places[here];
  return (
    <div
      ref={box}
      className="grid-strip no-print"
      role="slider"
      tabIndex={0}
      aria-label={`All ${layout.kernels} kernels: ${summary(verdicts)}. Moves the grid`}
      aria-valuemin={1}
      aria-valuemax={layout.places.length}
      aria-valuenow={here + 1}
      aria-valuetext={place === undefined ? "" : placeName(matrix, place)}
      onKeyDown={pressed}
      onPointerDown={pointed}
      onPointerMove={pointed}
    >
      <canvas ref={canvas} style={{ width: "100%", height: HIGH }} />
      <div ref={mark} className="grid-strip-mark" />
    </div>
  );
}

const HEIGHTS = { pass: 0.3, warn: 0.65, fail: 1, aside: 0.12 } as const;

const STEPS: Record<string, (here: number, all: number) => number> = {
  ArrowLeft: (here) => here - 1,
  ArrowDown: (here) => here - 1,
  ArrowRight: (here) => here + 1,
  ArrowUp: (here) => here + 1,
  PageDown: (here, all) => here - Math.ceil(all / 10),
  PageUp: (here, all) => here + Math.ceil(all / 10),
  Home: () => 0,
  End: (_, all) => all - 1,
};

// Cells that break are filled with the verdict's colour and written on in the ground's; the others the other way round.
function colourOf({ fill, ink, weight }: { fill: string; ink: string; weight: string }): string {
  return Number(weight) >= 700 ? fill : ink;
}

/** The worst of the rows shown, for each kernel in the order of the columns. */
export function worstOf(matrix: Matrix, { places, rows }: Layout): Verdict[] {
  return places.flatMap((place) =>
    place.members.map((column) => heaviest(rows.map((row) => factOf(matrix, row, oneOf(column)).verdict))),
  );
}

// Facts are kept by the list of kernels they are about.
const ones: (readonly number[])[] = [];
function oneOf(column: number): readonly number[] {
  return (ones[column] ??= [column]);
}

function heaviest(verdicts: readonly Verdict[]): Verdict {
  let found: Verdict = "other_byte_order";
  for (const verdict of verdicts) if (LOOKS[verdict].weight > LOOKS[found].weight) found = verdict;
  return found;
}

/** `600 relocate, 21 break`, the worst first. */
export function summary(verdicts: readonly Verdict[]): string {
  return VERDICTS.toReversed()
    .map((verdict) => [verdicts.filter((each) => each === verdict).length, LOOKS[verdict].word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${word} on ${count}`)
    .join(", ");
}
