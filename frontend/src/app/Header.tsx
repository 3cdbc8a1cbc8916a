import { useEffect, useRef } from "react";
import { Link, NavLink, useLocation } from "react-router";
import { useToken } from "@/api/session";
import { KeysHelp } from "./KeysHelp";
import { SearchBox } from "./SearchBox";
import { ThemeChoice } from "./ThemeChoice";

const PLACES = [
  ["/objects", "Objects"],
  ["/projects", "Projects"],
  ["/kernels", "Kernels"],
  ["/types", "Types"],
  ["/renames", "Renames"],
  ["/runs", "Runs"],
  ["/archive", "Archive"],
] as const;

/** Name, places, search: always in sight. On a narrow screen the places are behind a button. */
export function Header() {
  const token = useToken();
  const menu = useRef<HTMLDetailsElement>(null);
  const { pathname } = useLocation();
  useEffect(() => menu.current?.removeAttribute("open"), [pathname]);
  const places = (
    <ul>
      {PLACES.map(([to, label]) => (
        <li key={to}>
          <NavLink to={to}>{label}</NavLink>
        </li>
      ))}
    </ul>
  );
  return (
    <header className="header no-print">
      <Link to="/" className="brand">
        <img src="/favicon.svg" alt="" width="20" height="20" />
        Relogrid
      </Link>
      <nav className="places wide" aria-label="Places">
        {places}
      </nav>
      <SearchBox />
      <div className="side">
        <KeysHelp />
        <ThemeChoice />
        <NavLink to="/settings" className="button" data-kind="quiet" data-size="small">
          {token === null ? "Sign in" : "Settings"}
        </NavLink>
      </div>
      <details className="menu narrow" ref={menu}>
        <summary className="button" data-size="small">
          Menu
        </summary>
        <nav className="places" aria-label="Places">
          {places}
        </nav>
      </details>
    </header>
  );
}
