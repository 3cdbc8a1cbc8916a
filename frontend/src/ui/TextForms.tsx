import { useLocation } from "react-router";
import { call } from "@/api/client";
import { CopyButton } from "./CopyButton";

/** The same page for other readers: its link, its Markdown to paste somewhere, its text for a terminal. */
export function TextForms() {
  const { pathname, search } = useLocation();
  const form = (name: string) => {
    const words = new URLSearchParams(search);
    words.set("format", name);
    return `${pathname}?${words}`;
  };
  return (
    <>
      <CopyButton size="small" label="Copy link" text={() => location.href} />
      <CopyButton size="small" label="Copy as Markdown" text={async () => (await call(form("markdown"))).text()} />
      <a className="button" data-size="small" href={form("text")}>
        As text
      </a>
    </>
  );
}
