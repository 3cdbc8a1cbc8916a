import { familyName } from "@/model/families";
import type { Band, Place } from "./layout";

interface FamilyHeadProps {
  band: Band;
  /** Whether the keyboard's stop is here. */
  stop: boolean;
  onToggle: (band: Band) => void;
}

/** The head of a family: opens it into its builds, one column each, and closes it. One build is no family to open. */
export function FamilyHead({ band, stop, onToggle }: FamilyHeadProps) {
  const { family, opened } = band;
  const builds = family.columns.length === 1 ? "1 build" : `${family.columns.length} builds`;
  const [first, second] =
    family.line === ""
      ? [family.series, family.archs ? family.arch : ""]
      : [family.line, `${family.series}${family.archs ? ` ${family.arch}` : ""}`];
  const words = opened ? (
    <span className="grid-flat">
      <b>{first}</b> {second} <span className="muted">{builds}</span>
    </span>
  ) : (
    <span className="grid-upright">
      <b>{first}</b>{" "}
      <span>
        {second} <span className="muted">· {builds}</span>
      </span>
    </span>
  );
  if (family.columns.length === 1) return <span className="grid-family">{words}</span>;
  return (
    <button
      type="button"
      className="grid-family"
      aria-expanded={opened}
      title={`${familyName(family)}: ${opened ? "close" : "show each"}`}
      tabIndex={stop ? 0 : -1}
      data-stop={stop || undefined}
      onClick={() => onToggle(band)}
    >
      <span className="grid-open" aria-hidden="true">
        {opened ? "▾" : "▸"}
      </span>
      {words}
    </button>
  );
}

/** The head of one build: its release. */
export function BuildHead({ place }: { place: Place }) {
  return (
    <span className="grid-upright grid-build" title={place.release}>
      {place.release}
    </span>
  );
}
