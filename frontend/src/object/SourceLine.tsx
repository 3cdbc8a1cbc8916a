import type { Schema } from "@/api/schema-names";

/** `./samples/ctime.bpf.c` as people call it. */
export function placeText(place: { file?: string | null; line: number; function?: string }): string {
  if (place.file === null || place.file === undefined || place.file === "")
    return `in ${place.function ?? "the object"}`;
  return `${place.file.replace(/^\.\//, "")}:${place.line}`;
}

/** Where in the source: file and line, and the line itself. */
export function SourceLine({ place }: { place: Schema<"Place"> }) {
  return (
    <div>
      <p className="mono">{placeText(place)}</p>
      {place.text !== "" && <code className="source-line">{place.text.trim()}</code>}
      {place.places > 1 && (
        <p className="small muted">
          and {place.places - 1} more places in {place.function}
        </p>
      )}
    </div>
  );
}
