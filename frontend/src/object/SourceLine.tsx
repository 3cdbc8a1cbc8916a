import type { ReactNode } from "react";
import type { Schema } from "@/api/schema-names";

/** `./samples/ctime.bpf.c` as people call it. */
export function placeText(place: { file?: string | null; line: number; function?: string }): string {
  if (place.file === null || place.file === undefined || place.file === "")
    return `in ${place.function ?? "the object"}`;
  return `${place.file.replace(/^\.\//, "")}:${place.line}`;
}

/** The same, with its folder only: paths of a build are long and say little. */
function shortPlace(place: Schema<"Place">): string {
  return placeText(place)
    .split("/")
    .filter((part) => part !== ".")
    .slice(-2)
    .join("/");
}

/** Where in the source: file and line, and the line itself. */
export function SourceLine({ place, children }: { place: Schema<"Place">; children?: ReactNode }) {
  return (
    <div className="cause-source">
      <p>
        <span className="mono" title={placeText(place)}>
          {shortPlace(place)}
        </span>{" "}
        {children}
      </p>
      {place.text !== "" && <code className="source-line">{place.text.trim()}</code>}
      {place.places > 1 && (
        <p className="small muted">
          and {place.places - 1} more {place.places === 2 ? "place" : "places"} in {place.function}
        </p>
      )}
    </div>
  );
}
