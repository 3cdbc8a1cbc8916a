import { describe, expect, it } from "vitest";
import { asked, isPlain, questionOf, settingText } from "./question";

describe("what a page asks", () => {
  it("comes from the address and goes back into it, without what is the page's own", () => {
    const words = new URLSearchParams("targets=debian 12&density=dense&set.debug=1&autoload.on_open=off&cell=a@b");
    const question = questionOf(words);
    expect(asked(question)).toEqual({ targets: "debian 12", "set.debug": "1", "autoload.on_open": "off" });
    expect(isPlain(question)).toBe(false);
    expect(isPlain(questionOf(new URLSearchParams("density=dense")))).toBe(true);
  });

  it("says settings in words", () => {
    expect(settingText("set.debug", "1")).toBe("debug = 1");
    expect(settingText("autoload.on_open", "off")).toBe("program on_open off");
  });
});
