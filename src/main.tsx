import "./ui/styles/tokens.css";
import "./ui/styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { findLesson } from "./course/catalogue.ts";
import { openPlayground } from "./state/index.ts";
import { createCompiler } from "./ui/editor/compiler.ts";
import { followRuns } from "./ui/follow-runs.ts";
import { afterPaint } from "./ui/parts/after-paint.ts";
import { Boundary } from "./ui/parts/Boundary.tsx";
import { PlaygroundContext } from "./ui/playground.ts";
import { App } from "./ui/shell/App.tsx";
import { createView, ViewContext } from "./ui/view.ts";

let textShown = (): void => {};
const shown = new Promise<void>((resolve) => (textShown = resolve));

const playground = openPlayground({
  shown,
  compiler: createCompiler(),
  async loadLesson(slug) {
    const entry = findLesson(slug);
    if (!entry) {
      textShown();
      throw new Error(`There is no lesson ${slug}.`);
    }
    // The text comes first: nothing that runs is fetched while it is on its way.
    await entry.loadLesson().then(afterPaint).finally(textShown);
    const { programs } = await entry.loadPrograms();
    return { library: entry.library, programs };
  },
});
// A page without a lesson has no text that would come later.
if (playground.routeStore.getState().route.kind !== "lesson") textShown();
const view = createView();
followRuns(playground, view);

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <PlaygroundContext value={playground}>
      <ViewContext value={view}>
        {/* Whatever else has failed: what the reader wrote is kept. */}
        <Boundary name="FFI Playground" onFailure={() => playground.programStore.getState().save()}>
          <App />
        </Boundary>
      </ViewContext>
    </PlaygroundContext>
  </StrictMode>,
);
