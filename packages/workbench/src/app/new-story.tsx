import { type FormEvent, useState } from "react";
import { ask } from "../data/api.js";
import { useReadOnly } from "../data/session.js";
import { asProblem, refresh } from "../data/use.js";
import { go } from "./navigate.js";

/** Makes an empty story and goes to where articles are added to it. */
export function NewStory() {
  const [said, setSaid] = useState("");
  const readOnly = useReadOnly();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    ask("POST /stories", { body: { name } }).then(
      () => {
        refresh();
        go({ story: name, view: "add", id: null, params: {} });
      },
      (error: unknown) => setSaid(asProblem(error).detail || asProblem(error).title),
    );
  };
  return (
    <form className="row" onSubmit={submit}>
      <input
        name="name"
        className="field story-name"
        aria-label="Name of a new story"
        placeholder="Name of a new story"
        required
        disabled={readOnly !== null}
        maxLength={100}
      />
      <button type="submit" className="button" disabled={readOnly !== null}>
        Make it
      </button>
      <p role="alert" className="small">
        {readOnly ?? said}
      </p>
    </form>
  );
}
