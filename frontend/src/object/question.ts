import { useMemo } from "react";
import { useSearchParams } from "react-router";

/** What is asked about an object: on which kernels, of which archive, and how it is loaded. */
export interface Question {
  targets: string;
  archive: string;
  /** `set.NAME` and `autoload.PROGRAM` with their values. */
  settings: Readonly<Record<string, string>>;
}

const SETTING = /^(set|autoload)\.(.+)$/;

export function questionOf(words: URLSearchParams): Question {
  const settings = Object.fromEntries([...words].filter(([name]) => SETTING.test(name)));
  return { targets: words.get("targets")?.trim() ?? "", archive: words.get("archive") ?? "", settings };
}

/** The question in the page's address. */
export function useQuestion(): Question {
  const [words] = useSearchParams();
  return useMemo(() => questionOf(words), [words]);
}

/** Whether it is about all kernels of the present archive, loaded as compiled. */
export function isPlain(question: Question): boolean {
  return question.targets === "" && question.archive === "" && Object.keys(question.settings).length === 0;
}

/** As parameters of the interface and of pages about the same. */
export function asked(question: Question): Record<string, string> {
  return {
    ...(question.targets === "" ? {} : { targets: question.targets }),
    ...(question.archive === "" ? {} : { archive: question.archive }),
    ...question.settings,
  };
}

/** `debug = 1`, `program on_open off`: a setting as people say it. */
export function settingText(name: string, value: string): string {
  const [, kind, what] = SETTING.exec(name) ?? [];
  return kind === "set" ? `${what} = ${value}` : `program ${what} ${value}`;
}
