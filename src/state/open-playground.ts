import { createSandbox, fetchRunnerSource, frameScript, openFrameHost } from "../sandbox/index.ts";
import type { Compiler } from "./compiler.ts";
import { createPlayground, type Playground } from "./playground.ts";
import type { OpenedLesson } from "./program-store.ts";
import { siteLibraries } from "./site-libraries.ts";
import { browserStorageAreas } from "./storage/browser-storage-areas.ts";

/** The playground of a page, with its real parts: the browser's storage, the frame, this site's libraries. */
export function openPlayground(options: {
  readonly compiler: Compiler;
  readonly loadLesson: (slug: string) => Promise<OpenedLesson>;
  /** Settles when the page shows its text: what only a run needs is not fetched before. */
  readonly shown: Promise<void>;
  readonly page?: Window;
}): Playground {
  const { compiler, loadLesson, shown, page = window } = options;
  const openHost = async () => {
    await shown;
    return openFrameHost({ source: await fetchRunnerSource(), frameScript }, page.document.body);
  };
  return createPlayground({
    compiler,
    loadLesson,
    storage: browserStorageAreas(page),
    sandbox: createSandbox({ openHost }),
    libraries: siteLibraries,
    page,
    nextFrame: (task) => void page.requestAnimationFrame(task),
  });
}
