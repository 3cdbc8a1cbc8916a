import { refPath } from "@/project/names";

const FORMS = [
  ["json", "JSON"],
  ["sarif", "SARIF"],
  ["junit", "JUnit"],
  ["gitlab", "GitLab Code Quality"],
  ["csv", "CSV"],
  ["markdown", "Markdown"],
  ["text", "Text"],
] as const;

/** The report of all objects of a ref, as other tools read it. */
export function Forms({ project, name }: { project: string; name: string }) {
  return (
    <ul className="row ref-forms">
      {FORMS.map(([format, says]) => (
        <li key={format}>
          <a className="button" data-size="small" href={`${refPath(project, name)}/report?format=${format}`}>
            {says}
          </a>
        </li>
      ))}
    </ul>
  );
}
