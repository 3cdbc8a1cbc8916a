import { NavLink } from "react-router";

export function Tabs() {
  return (
    <nav className="tabs" aria-label="What is explained">
      <NavLink to="/docs/verdicts" end>
        Verdicts and causes
      </NavLink>
      <NavLink to="/docs/problems" end>
        Problems
      </NavLink>
    </nav>
  );
}
