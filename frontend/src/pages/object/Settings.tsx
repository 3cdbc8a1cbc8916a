import { Link, useSearchParams } from "react-router";
import { settingText, type Question } from "@/object/question";

/** How the object is loaded, where that is not as it was compiled: each is taken off by a press. */
export function Settings({ question }: { question: Question }) {
  const [words] = useSearchParams();
  const settings = Object.entries(question.settings);
  if (settings.length === 0) return null;
  return (
    <p className="row small">
      <span className="muted">Loaded with</span>
      {settings.map(([name, value]) => {
        const without = new URLSearchParams(words);
        without.delete(name);
        return (
          <Link key={name} to={{ search: without.toString() }} className="button mono" data-size="small">
            {settingText(name, value)} <span aria-hidden="true">×</span>
            <span className="only-heard"> (take off)</span>
          </Link>
        );
      })}
    </p>
  );
}
