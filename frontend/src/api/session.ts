import { useSyncExternalStore } from "react";

// The token is kept by this browser for this service's address, until somebody signs out. Nothing but our own code runs
// here: the content policy admits no other.
const KEY = "relogrid.token";
const listeners = new Set<() => void>();

export function token(): string | null {
  return localStorage.getItem(KEY);
}

export function setToken(wanted: string | null): void {
  if (wanted === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, wanted);
  listeners.forEach((listener) => listener());
}

/** The token this browser has, and again whenever it changes. */
export function useToken(): string | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    window.addEventListener("storage", listener);
    return () => {
      listeners.delete(listener);
      window.removeEventListener("storage", listener);
    };
  }, token);
}

/** `#token=rlg_…`, as the service prints it at its first start: kept, and taken out of the address and the history. */
export function takeTokenFromAddress(): void {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given === null) return;
  if (given !== "") setToken(given);
  history.replaceState(history.state, "", location.pathname + location.search);
}

/** The token against forgery that writes carry when a session, and no token of ours, says who is asking. */
export function forgeryToken(): string | null {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith("XSRF-TOKEN="));
  return cookie === undefined ? null : decodeURIComponent(cookie.slice("XSRF-TOKEN=".length));
}
