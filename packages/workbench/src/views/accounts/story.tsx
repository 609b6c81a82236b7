import type { Answer } from "hearsay/client";
import { useState } from "react";
import { go } from "../../app/navigate.js";
import { firstView } from "../../app/route.js";
import { ask } from "../../data/api.js";
import { useGet } from "../../data/use.js";
import { useAsking } from "../../parts/asking.js";
import { say } from "../../parts/toast.js";

/** Who sees the story that is open, and what they may do in it. */
export function StoryAccess({
  story,
  accounts,
}: {
  readonly story: string;
  readonly accounts: Answer<"GET /accounts">;
}) {
  const { said, busy, run } = useAsking();
  const own = useGet({ name: "GET /access" }).value?.find((one) => one.story === story);
  const another = useGet({ name: "GET /stories" }).value?.find(({ name }) => name !== story)?.name ?? null;
  const roleOf = (name: string) => own?.roles.find(({ account }) => account === name)?.role ?? "";
  const give = (account: string, role: string): void =>
    run(() => ask("POST /access", { body: { story, account, role: role === "" ? null : (role as "reader") } }));
  return (
    <section aria-label={`The story ${story}`}>
      <h2>In this story: {story}</h2>
      <label className="row">
        <input
          type="checkbox"
          checked={own?.restricted ?? false}
          disabled={busy}
          onChange={(event) => {
            const restricted = event.target.checked;
            run(() => ask("POST /access", { body: { story, restricted } }));
          }}
        />
        Restricted: nobody sees it but admins and those who have a role here
      </label>
      <ul className="people">
        {accounts
          .filter(({ role, disabled }) => role !== "admin" && disabled === null)
          .map(({ name, role }) => (
            <li key={name}>
              <b className="grow">{name}</b>
              <select
                className="field"
                aria-label={`Role of ${name} in ${story}`}
                value={roleOf(name)}
                disabled={busy}
                onChange={(event) => give(name, event.target.value)}
              >
                <option value="">{own?.restricted === true ? "does not see it" : `as elsewhere: ${role}`}</option>
                <option>reader</option>
                <option>analyst</option>
              </select>
            </li>
          ))}
      </ul>
      <Removing
        story={story}
        busy={busy}
        onRemove={() =>
          run(async () => {
            await ask("DELETE /stories/{s}", { path: { s: story } });
            say(`${story} is removed.`);
            go({ story: another, view: firstView, id: null, params: {} });
            // The last one: what is still known here is of stories that are gone.
            if (another === null) location.reload();
          })
        }
      />
      <p role="alert" className="small">
        {said}
      </p>
    </section>
  );
}

/** Asks once more: what is removed is gone, but for backups and what the audit tells of it. */
function Removing({
  story,
  busy,
  onRemove,
}: {
  readonly story: string;
  readonly busy: boolean;
  readonly onRemove: () => void;
}) {
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <p>
        <button type="button" className="button" onClick={() => setSure(true)}>
          Remove this story…
        </button>
      </p>
    );
  return (
    <div className="row" role="group" aria-label="Remove this story">
      <span>{story} goes with every article and judgement in it, for good.</span>
      <button type="button" className="button main" disabled={busy} onClick={onRemove}>
        Remove it
      </button>
      <button type="button" className="button" autoFocus onClick={() => setSure(false)}>
        Keep it
      </button>
    </div>
  );
}
