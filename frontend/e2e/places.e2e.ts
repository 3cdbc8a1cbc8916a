import { describe, expect, it } from "vitest";
import { PATHS } from "@/app/routes";
import { axe } from "./ground/axe";
import { places } from "./ground/places";
import { ground, tab } from "./ground/tabs";

const PLACES = places(ground.seed);

describe("every page", () => {
  it("has an example here", () => {
    expect(new Set(PLACES.map((place) => place.path))).toEqual(new Set(PATHS));
  });

  describe.each([360, 1280])("at %i pixels", (width) => {
    it.each(PLACES)("$name is whole, and axe finds nothing in either theme", async ({ url, refused }) => {
      const one = await tab({ width });
      await one.visit(url);
      const faults = one.faults.filter((fault) => refused === undefined || !fault.includes(`status of ${refused} `));
      expect.soft(faults, "console, content policy, requests").toEqual([]);
      const sideways = await one.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(sideways, "pixels to scroll sideways").toBeLessThanOrEqual(0);
      expect.soft(await axe(one.page), "axe, light").toEqual([]);
      await one.page.emulateMedia({ colorScheme: "dark" });
      expect.soft(await axe(one.page), "axe, dark").toEqual([]);
    });
  });
});
