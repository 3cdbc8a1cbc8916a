import { useState } from "react";
import { Button } from "@/ui/Button";
import { setTheme, theme, type Theme } from "./theme";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const SIGNS: Record<Theme, string> = { system: "◑", light: "○", dark: "●" };

/** Light, dark, or as the system has it; each press is the next. */
export function ThemeChoice() {
  const [now, setNow] = useState(theme);
  const next = NEXT[now];
  return (
    <Button
      kind="quiet"
      size="small"
      title={`Theme: ${now}. Press for ${next}.`}
      aria-label={`Theme: ${now}. Press for ${next}.`}
      onClick={() => {
        setTheme(next);
        setNow(next);
      }}
    >
      {SIGNS[now]}
    </Button>
  );
}
