// What the dashboard is made of (CycloneDX), from npm's own list on standard input: without what only builds and tests it,
// and without the two members that are new each time. (npm's --omit=dev also omits react, which tests need too.)
import { readFileSync } from "node:fs";

const bom = JSON.parse(readFileSync(0, "utf8"));
const builds = (component) => component.properties.some(({ name }) => name === "cdx:npm:package:development");
bom.components = bom.components.filter((component) => !builds(component));
const kept = new Set([bom.metadata.component["bom-ref"], ...bom.components.map((component) => component["bom-ref"])]);
bom.dependencies = bom.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
delete bom.serialNumber;
delete bom.metadata.timestamp;
console.log(JSON.stringify(bom, null, 2));
