import { Play, Square } from "lucide-react";
import { LEAVE_TO } from "../editor/leave.ts";
import { Button } from "../parts/Button.tsx";
import { RUN_KEYS } from "../parts/keys.ts";
import { useProgram, useRun } from "../playground.ts";

/** Run, and while a program runs, Stop: one button, in one place. */
export function RunButton({ onRun }: { readonly onRun?: () => void }) {
  const phase = useRun((state) => state.phase);
  const run = useRun((state) => state.run);
  const stop = useRun((state) => state.stop);
  const ready = useProgram((program) => program.phase === "ready");
  const busy = phase === "compiling" || phase === "loading" || phase === "running";

  if (busy) {
    return (
      <Button id={LEAVE_TO} onClick={stop}>
        <Square size={13} fill="currentColor" aria-hidden="true" />
        Stop
      </Button>
    );
  }
  return (
    <Button
      id={LEAVE_TO}
      look="main"
      disabled={!ready}
      title={`Run (${RUN_KEYS})`}
      onClick={() => {
        onRun?.();
        void run();
      }}
    >
      <Play size={13} fill="currentColor" aria-hidden="true" />
      Run
    </Button>
  );
}
