import { useEffect, useRef, type ReactNode } from "react";
import { useLocation, useNavigationType } from "react-router";

interface PageProps {
  /** What the page is about; the heading, and with the product's name the browser's title. */
  title: string;
  /** The heading where it is more than words. */
  heading?: ReactNode;
  /** Where the page is: links to what is above it. */
  crumbs?: ReactNode;
  /** Things to do with the whole page, beside the heading. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page: its heading takes the focus when somebody comes from another one, so that a screen reader begins there. */
export function Page({ title, heading, crumbs, actions, children }: PageProps) {
  const first = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const navigation = useNavigationType();
  useEffect(() => {
    document.title = title === "Relogrid" ? title : `${title} · Relogrid`;
  }, [title]);
  useEffect(() => {
    if (navigation === "PUSH") first.current?.focus({ preventScroll: true });
    // The heading of the page one came to, once.
  }, [pathname]);
  return (
    <div className="stack page">
      {crumbs}
      <div className="row spread">
        <h1 ref={first} tabIndex={-1}>
          {heading ?? title}
        </h1>
        {actions !== undefined && <div className="row no-print">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
