import { useEffect, useState } from "react";
import { type Problem, readSession } from "../data/api.js";
import { useSession } from "../data/session.js";
import { asProblem, refresh, useGet } from "../data/use.js";
import { Empty, Failed, Loading } from "../parts/state.js";
import { go, useRoute } from "./navigate.js";
import { NewStory } from "./new-story.js";
import { firstView } from "./route.js";
import { Shell } from "./shell.js";
import { SignIn } from "./sign-in.js";

/** Signs in where that is needed, chooses the story, then shows the shell. */
export function App() {
  const session = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    readSession().catch((error: unknown) => setProblem(asProblem(error)));
  }, []);
  if (session === null) return problem === null ? <Loading /> : <Failed problem={problem} />;
  return session.role === "guest" ? <SignIn onDone={() => refresh()} /> : <ChooseStory />;
}

function ChooseStory() {
  const route = useRoute();
  const stories = useGet({ name: "GET /stories" });
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
