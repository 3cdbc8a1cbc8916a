/** Calls `look` now, and whenever an element is scrolled or has another size; what is returned ends that. */
export function watch(element: HTMLElement, look: () => void): () => void {
  look();
  element.addEventListener("scroll", look, { passive: true });
  const size = new ResizeObserver(look);
  size.observe(element);
  return () => {
    element.removeEventListener("scroll", look);
    size.disconnect();
  };
}
