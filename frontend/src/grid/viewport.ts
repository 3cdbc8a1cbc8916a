/** Which columns of a grid can be seen: the grid says so, the strip over it shows it. No part of any React state, because
 * it changes with every frame of scrolling. */
export class Viewport {
  first = 0;
  last = 0;
  private readonly listeners = new Set<() => void>();

  see(first: number, last: number): void {
    if (first === this.first && last === this.last) return;
    this.first = first;
    this.last = last;
    for (const listener of this.listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}
