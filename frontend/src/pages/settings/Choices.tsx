import { useState } from "react";
import { setKeysOn, useKeysOn } from "@/app/keys";
import { setTheme, theme, type Theme } from "@/app/theme";

const THEMES: readonly (readonly [theme: Theme, says: string])[] = [
  ["system", "As the system has it"],
  ["light", "Light"],
  ["dark", "Dark"],
];

/** How this browser shows things; kept in it. */
export function Choices() {
  const [now, setNow] = useState(theme);
  const keys = useKeysOn();
  return (
    <>
      <fieldset className="settings-choices">
        <legend>Theme</legend>
        {THEMES.map(([name, says]) => (
          <label key={name}>
            <input
              type="radio"
              name="theme"
              checked={now === name}
              onChange={() => {
                setTheme(name);
                setNow(name);
              }}
            />
            {says}
          </label>
        ))}
      </fieldset>
      <fieldset className="settings-choices">
        <legend>Keys</legend>
        <label>
          <input type="checkbox" checked={keys} onChange={(event) => setKeysOn(event.target.checked)} />
          Single keys do things: <kbd>/</kbd> searches, <kbd>?</kbd> lists the others
        </label>
      </fieldset>
    </>
  );
}
