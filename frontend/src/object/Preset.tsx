import { Link, useSearchParams } from "react-router";
import { presetOf } from "./preset";
import { settingText } from "./question";

/** The same question with the value that turns the answer, where a reason names one. */
export function Preset({ why }: { why: readonly string[] }) {
  const [words] = useSearchParams();
  const preset = presetOf(why);
  if (preset === undefined || words.get(preset.name) === preset.value) return null;
  const next = new URLSearchParams(words);
  next.set(preset.name, preset.value);
  return (
    <p className="small">
      <Link to={{ search: next.toString() }}>Ask again with {settingText(preset.name, preset.value)}</Link>
    </p>
  );
}
