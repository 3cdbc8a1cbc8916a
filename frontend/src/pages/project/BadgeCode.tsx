import { useId, useState } from "react";
import { badgeHtml, badgeMarkdown, badgePath, type BadgeChoice } from "@/project/badge";
import { projectAddress } from "@/project/names";
import { Code } from "@/ui/Code";

const STYLES = [
  ["flat", "One line"],
  ["table", "A small table"],
] as const;

/** The badge, and what to put into a README for it. */
export function BadgeCode({ project }: { project: string }) {
  const [choice, setChoice] = useState<BadgeChoice>({ style: "flat", targets: "", ref: "" });
  const [asked, setAsked] = useState("");
  const field = useId();
  const path = badgePath(project, { ...choice, targets: asked });
  const picture = location.origin + path;
  const page = location.origin + projectAddress(project);
  return (
    <>
      <p className="project-badge">
        <img src={path} alt={`The badge of ${project}`} />
      </p>
      <div className="row project-badge-choices">
        <fieldset className="row project-fieldset">
          <legend className="only-heard">Style</legend>
          {STYLES.map(([style, says]) => (
            <label key={style} className="row">
              <input
                type="radio"
                name="badge-style"
                checked={choice.style === style}
                onChange={() => setChoice({ ...choice, style })}
              />
              {says}
            </label>
          ))}
        </fieldset>
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(choice.targets);
          }}
        >
          <label htmlFor={field}>Kernels</label>
          <input
            id={field}
            value={choice.targets}
            placeholder="lts and latest 3"
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setChoice({ ...choice, targets: event.target.value })}
            onBlur={() => setAsked(choice.targets)}
          />
          <button type="submit" className="button">
            Show
          </button>
        </form>
      </div>
      <Code label="The badge as Markdown" copy="Copy Markdown" text={badgeMarkdown(picture, page)} />
      <Code label="The badge as HTML" copy="Copy HTML" text={badgeHtml(picture, page)} />
    </>
  );
}
