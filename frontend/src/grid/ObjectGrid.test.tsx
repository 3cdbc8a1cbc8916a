import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { decode, type MatrixBody } from "@/model/matrix";
import { ObjectGrid } from "./ObjectGrid";

// The first of them waits for everything to be compiled.
vi.setConfig({ testTimeout: 30_000 });

// What jsdom has not: sizes. Which cell has the focus and what is said of it does not depend on them.
beforeAll(() => {
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  window.matchMedia = (query) =>
    ({
      matches: query.includes("min-width"),
      addEventListener() {},
      removeEventListener() {},
    }) as unknown as MediaQueryList;
  HTMLCanvasElement.prototype.getContext = () => null;
});
afterEach(() => {
  cleanup();
  window.history.replaceState(null, "", "/");
});

const body = {
  sha256: "c826b15485195d25c97795cd72b58dca44442c19d2f494d402cc2b5796995327",
  name: "fs.bpf.o",
  engine: "e",
  archive: { digest: "0123456789ab", date: "2026-11-23T00:00:00Z" },
  kernels: [
    { id: "debian/bookworm/amd64/6.1.0-30-amd64", btf: true },
    { id: "debian/bookworm/amd64/6.1.0-31-amd64", btf: true },
    { id: "debian/trixie/amd64/6.12.74+deb13+1-amd64", btf: true },
  ],
  programs: [
    { name: "on_open", section: "kprobe/vfs_open" },
    { name: "on_close", section: "xdp" },
  ],
  verdicts: ["oob", "ooo"],
  object: "oob",
  causes: [
    {
      number: 0,
      code: "FIELD_MISSING",
      effect: "breaks",
      stage: "load",
      wanted: "struct inode.i_ctime",
      has: ["struct inode has no i_ctime"],
      why: ["nothing asks whether it is there"],
      programs: [0],
      nearest: [],
      history: [],
      fix: "",
      kernels: [[2, 2]],
    },
  ],
  booted: [],
} as unknown as MatrixBody;

function shown(search = "") {
  window.history.replaceState(null, "", `/objects/c826b1548519${search}`);
  const matrix = decode(body);
  const router = createMemoryRouter([{ path: "*", element: <ObjectGrid matrix={matrix} /> }], {
    initialEntries: [`/objects/c826b1548519${search}`],
  });
  render(<RouterProvider router={router} />);
  return router;
}
// By their names as written: working out every role of a grid takes jsdom seconds.
const cells = () => [...document.querySelectorAll<HTMLElement>("[role=grid] [role=gridcell]")];
const cell = (name: RegExp) => cells().find((each) => name.test(each.getAttribute("aria-label") ?? ""))!;
const press = (key: string, more = {}) => fireEvent.keyDown(document.activeElement!, { key, ...more });

test("the grid is one stop of the keyboard, and arrows move in it", () => {
  shown();
  const stops = cells().filter((each) => each.tabIndex === 0);
  expect(stops).toHaveLength(1);
  stops[0]!.focus();
  press("ArrowDown");
  expect(document.activeElement).toBe(cell(/^on_open on bookworm 6.1, 2 builds: relocates$/));
  press("ArrowRight");
  expect(document.activeElement).toBe(
    cell(/^on_open on trixie 6.12, 1 build: breaks, because struct inode has no i_ctime$/),
  );
  press("Home", { ctrlKey: true });
  press("ArrowUp");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: /^bookworm 6\.1 · 2 builds$/ }));
});

test("n goes to the next cell that breaks", () => {
  shown();
  fireEvent.keyDown(document.body, { key: "n" });
  expect(document.activeElement).toBe(cell(/as a whole on trixie 6.12.*breaks/));
  fireEvent.keyDown(document.body, { key: "n" });
  expect(document.activeElement).toBe(cell(/^on_open on trixie/));
});

test("Enter opens the cell, the address says so, and Esc leads back to it", () => {
  const router = shown();
  cell(/^on_open on trixie/).focus();
  fireEvent.click(cell(/^on_open on trixie/));
  expect(new URLSearchParams(router.state.location.search).get("cell")).toBe("on_open@debian/trixie/6.12/amd64");
  const drawer = screen.getByRole("complementary", { name: /on_open on trixie 6.12/ });
  expect(drawer.textContent).toContain("struct inode has no i_ctime");
  fireEvent.keyDown(drawer, { key: "Escape" });
  expect(screen.queryByRole("complementary")).toBeNull();
  expect(document.activeElement).toBe(cell(/^on_open on trixie/));
});

test("a filter that hides everything says so, and is cleared", () => {
  const router = shown("?q=verdict:unknown");
  expect(screen.getByText("0 of 3 kernels shown.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Clear filter" }));
  expect(router.state.location.search).toBe("");
  expect(screen.getByRole("grid")).toBeTruthy();
});

test("a word that is not understood is named under the box", () => {
  shown("?q=colour:red");
  expect(screen.getByRole("searchbox").getAttribute("aria-describedby")).toBe("grid-problems");
  expect(screen.getByText(/^colour: is not understood/)).toBeTruthy();
});

test("the list has the same by cause and by family", () => {
  shown("?view=list");
  expect(screen.getByRole("heading", { name: /struct inode has no i_ctime/ })).toBeTruthy();
  const rows = within(screen.getByRole("table")).getAllByRole("row");
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining("fs.bpf.o as a whole"),
    expect.stringMatching(/^bookworm 6.1, 2 builds.*relocates.*none$/),
    expect.stringMatching(/^trixie 6.12, 1 build.*breaks.*on_open$/),
  ]);
  fireEvent.click(within(rows[2]!).getByRole("button"));
  expect(screen.getByRole("complementary", { name: /as a whole on trixie/ })).toBeTruthy();
});
