import { useId, type FormEvent } from "react";
import { Button } from "@/ui/Button";
import "./query-form.css";

interface WordFormProps {
  label: string;
  /** What the page is about now; comes from its address. */
  value: string;
  placeholder: string;
  button: string;
  invalid?: boolean;
  onWord: (word: string) => void;
}

/** A box for words, asked when it is sent. */
export function WordForm({ label, value, placeholder, button, invalid = false, onWord }: WordFormProps) {
  const box = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = new FormData(event.currentTarget).get("words");
    onWord(typeof words === "string" ? words.trim() : "");
  };
  return (
    <search>
      <form className="query-form" onSubmit={submit}>
        <label htmlFor={box}>{label}</label>
        <div>
          <input
            // Other words in the address are another content.
            key={value}
            id={box}
            name="words"
            type="search"
            className="mono"
            defaultValue={value}
            placeholder={placeholder}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-invalid={invalid || undefined}
          />
          <Button type="submit">{button}</Button>
        </div>
      </form>
    </search>
  );
}
