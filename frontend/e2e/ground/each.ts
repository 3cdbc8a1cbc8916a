import { afterAll, afterEach } from "vitest";
import { closeBrowser } from "./browser";
import { closeTabs } from "./tabs";

afterEach(closeTabs);
afterAll(closeBrowser);
