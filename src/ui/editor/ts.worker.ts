/// <reference lib="webworker" />
import { initialize, ts as services, TypeScriptWorker } from "monaco-editor/language/typescript/ts.worker";
import { compileProgram, diagnose, type Diagnosis } from "../../compiler/index.ts";
import type { CompileOutcome } from "../../contract/program.ts";
import { START_COMPILER, type CompileRequest, type CompileReply } from "./compile-messages.ts";

const { typescript } = services;

declare const self: DedicatedWorkerGlobalScope;

/** Monaco's language worker, which also compiles: one copy of the TypeScript compiler does both. */
export class CompilingWorker extends TypeScriptWorker {
  compile(text: string): Promise<CompileOutcome> {
    return Promise.resolve(compileProgram(typescript, text));
  }

  override async getSemanticDiagnostics(fileName: string): Promise<Diagnosis[]> {
    const own = (await super.getSemanticDiagnostics(fileName)) as Diagnosis[];
    const program = this.getLanguageService().getProgram();
    return program && fileName.startsWith("file:///") ? diagnose(typescript, program, fileName, own) : own;
  }
}

// The first message says who started the worker: the plain compiler by a word of its own, Monaco by any other.
self.onmessage = (event: MessageEvent<unknown>) => {
  if (event.data === START_COMPILER) self.onmessage = (request) => answer(request.data as CompileRequest);
  else initialize((context, createData) => new CompilingWorker(context, createData));
};

function answer({ id, text }: CompileRequest): void {
  try {
    self.postMessage({ id, outcome: compileProgram(typescript, text) } satisfies CompileReply);
  } catch (error) {
    self.postMessage({ id, error: String(error) } satisfies CompileReply);
  }
}
