import { useEffect, useState } from "react";
import { type Problem, readSession } from "../data/api.js";
import type { StoryRow } from "../data/story.js";
import { asProblem, useGet } from "../data/use.js";
import { Empty, Failed, Loading } from "../parts/state.js";
import { go, useRoute } from "./navigate.js";
import { NewStory } from "./new-story.js";
import { firstView } from "./route.js";
import { Shell } from "./shell.js";
import { SignIn } from "./sign-in.js";

/** Signs in where that is needed, chooses the story, then shows the shell. */
export function App() {
  const [session, setSession] = useState<"asking" | "sign-in" | "in" | Problem>("asking");
  useEffect(() => {
    readSession().then(
      ({ role }) => setSession(role === "guest" ? "sign-in" : "in"),
      (error: unknown) => setSession(asProblem(error)),
    );
  }, []);
  if (session === "asking") return <Loading />;
  if (session === "in") return <ChooseStory />;
  if (session === "sign-in") return <SignIn onDone={() => setSession("in")} />;
  return <Failed problem={session} />;
}

function ChooseStory() {
  const route = useRoute();
  const stories = useGet<readonly StoryRow[]>("/stories");
  const only = stories.value?.[0]?.name;
  const known = route.story !== null;
  useEffect(() => {
    if (!known && only !== undefined) go({ story: only, view: firstView, id: null, params: {} }, true);
  }, [known, only]);
  if (known) return <Shell stories={stories.value ?? []} />;
  if (stories.problem !== null) return <Failed problem={stories.problem} />;
  if (stories.value === undefined || only !== undefined) return <Loading />;
  return (
    <Empty title="No story yet">
      <p>
        A story is everything reported about one thing. Name it, then add articles; on the command line:{" "}
        <code>hearsay add articles/</code>
      </p>
      <NewStory />
    </Empty>
  );
}
