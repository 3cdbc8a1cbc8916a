import type { ButtonHTMLAttributes } from "react";
import { Link, type LinkProps } from "react-router";

interface Look {
  kind?: "main" | "danger" | "quiet" | undefined;
  size?: "small" | undefined;
}

/** Does something here. */
export function Button({ kind, size, ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & Look) {
  return <button type="button" className="button" data-kind={kind} data-size={size} {...rest} />;
}

/** Leads somewhere, and looks like a button. */
export function ButtonLink({ kind, size, ...rest }: LinkProps & Look) {
  return <Link className="button" data-kind={kind} data-size={size} {...rest} />;
}
