import type { ReportedCLocation, ReportedBlock, ReportedFault, RunReport, ReportedSpan } from "../contract/run.ts";
import type { Ledger } from "./ledger.ts";
import type { Block, Fault, CodeLocation, Snapshot } from "./snapshot.ts";

/** The whole run as one plain object: what the command line prints and receipts are made of. */
export function report(ledger: Ledger): RunReport {
  const snapshot = ledger.at(ledger.length);
  const { totals } = snapshot;
  const { end } = snapshot;
  const leaksJudged = end?.leaks === "judged";
  const held = leaksJudged ? heldByC(snapshot) : (end?.held.typescript ?? NONE);
  return {
    status: end?.status ?? "timed-out",
    console: snapshot.console.map(({ level, text }) => ({ level, text })),
    faults: snapshot.faults.map((fault) => reportFault(fault, ledger)),
    heap: {
      liveBlocks: totals.liveBlocks,
      leakedBlocks: totals.leakedBlocks,
      leakedBytes: totals.leakedBytes,
      heldBlocks: held.blocks,
      heldBytes: held.bytes,
      leaksJudged,
      peakBytes: totals.peakBytes,
    },
    warnings: [],
    calls: totals.calls,
    bytesCopied: totals.bytesCopied,
    error: end?.error ?? null,
  };
}

const NONE = { blocks: 0, bytes: 0 };

/** The leaked blocks whose address C still held at the end. */
function heldByC({ blocks }: Snapshot): { readonly blocks: number; readonly bytes: number } {
  const held = blocks.filter((block) => block.state === "leaked" && block.heldIn !== null);
  return { blocks: held.length, bytes: held.reduce((sum, block) => sum + block.bytes, 0) };
}

function reportFault(fault: Fault, ledger: Ledger): ReportedFault {
  const { code, name, message, location, block } = fault;
  // The block as it was left at the end: a leak is known only there.
  const last = block && (code === "FFI002" ? ledger.block(block.id, ledger.length) : block);
  return { code, name, message, ...positions(location), block: last && reportBlock(last) };
}

function reportBlock(block: Block): ReportedBlock {
  return {
    id: block.id,
    address: block.address,
    bytes: block.bytes,
    owner: block.owner,
    state: block.state === "borrowed" ? "live" : block.state,
    label: block.label,
    allocated: positions(block.allocated),
    freed: block.freed && { ...positions(block.freed), by: block.freed.by },
    heldIn: block.heldIn,
  };
}

function positions(location: CodeLocation): { typescript: ReportedSpan | null; c: ReportedCLocation | null } {
  const { typescript, c } = location;
  return {
    typescript: typescript && { line: typescript.line, column: typescript.column },
    c: c && { file: c.file, line: c.line, function: c.function },
  };
}
