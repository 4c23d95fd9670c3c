import type { editor as MonacoApi, languages } from "monaco-editor/editor/editor.api";
import type { LibraryDescription } from "../../contract/description.ts";
import { describeLibrary } from "../../state/index.ts";
import { insertDeclarations, replaceDeclaration, type Edit } from "./declare/insert.ts";
import { ownFunctions } from "./declare/own-functions.ts";
import { findTables } from "./declare/tables.ts";
import { describeFunction } from "./declare/words.ts";
import { monaco } from "./monaco.ts";

/** TypeScript's numbers for a name that a table's library does not have, and for one that the table does not. */
const NO_SUCH_FUNCTION = 2561;
const NOT_DECLARED = [2339, 2551];

/** The library of the program in each editor, where its text opens none. */
const libraryOf = new Map<string, string>();

/** Offers the declarations of this library in a model, and as a command. Ends with the function it returns. */
export function offerDeclarations(
  editor: MonacoApi.IStandaloneCodeEditor,
  model: MonacoApi.ITextModel,
  library: string,
): () => void {
  const key = model.uri.toString();
  libraryOf.set(key, library);
  const added = editor.addAction({
    id: "insert-declarations",
    label: `Insert the declarations of ${library}.h`,
    contextMenuGroupId: "1_modification",
    run: async () => {
      const description = await describeLibrary(library);
      if (!description) return;
      const edits = insertDeclarations(model.getValue(), description, ownFunctions(description));
      editor.pushUndoStop();
      editor.executeEdits("declarations", toMonaco(model, edits));
      editor.pushUndoStop();
    },
  });
  return () => {
    added.dispose();
    libraryOf.delete(key);
  };
}

const toMonaco = (model: MonacoApi.ITextModel, edits: readonly Edit[]) =>
  edits.map(({ start, end, text }) => ({
    range: monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)),
    text,
    forceMoveMarkers: true,
  }));

/** The libraries that a program's text opens, else the one it is about. */
async function librariesIn(model: MonacoApi.ITextModel): Promise<LibraryDescription[]> {
  const names = new Set(findTables(model.getValue()).map((table) => table.library));
  const about = libraryOf.get(model.uri.toString());
  if (names.size === 0 && about !== undefined) names.add(about);
  const found = await Promise.all([...names].map(describeLibrary));
  return found.filter((library) => library !== null);
}

function action(
  model: MonacoApi.ITextModel,
  title: string,
  edits: readonly Edit[],
  marker?: MonacoApi.IMarkerData,
): languages.CodeAction[] {
  if (edits.length === 0) return [];
  return [
    {
      title,
      kind: marker ? "quickfix" : "refactor",
      ...(marker && { diagnostics: [marker], isPreferred: true }),
      edit: {
        edits: toMonaco(model, edits).map((textEdit) => ({
          resource: model.uri,
          versionId: model.getVersionId(),
          textEdit,
        })),
      },
    },
  ];
}

/** What would repair one mark, of TypeScript's or of a run's. */
function repairs(
  model: MonacoApi.ITextModel,
  library: LibraryDescription,
  marker: MonacoApi.IMarkerData,
): languages.CodeAction[] {
  const text = model.getValue();
  const named = (name: string | undefined) => library.functions.find((each) => each.name === name);
  const { message, source = "" } = marker;
  if (source.startsWith("FFI014")) {
    const name = /`(\w+)`/.exec(message)?.[1] ?? "";
    return action(model, `Declare ${name} as its C prototype says`, replaceDeclaration(text, library, name), marker);
  }
  const code = Number(typeof marker.code === "object" ? marker.code.value : marker.code);
  if (code === NO_SUCH_FUNCTION) {
    const [, written, meant] = /'(\w+)' does not exist[^]*Did you mean to write '(\w+)'/.exec(message) ?? [];
    if (written === undefined || !named(meant)) return [];
    return action(model, `Declare ${meant} instead`, replaceDeclaration(text, library, written, meant), marker);
  }
  if (NOT_DECLARED.includes(code)) {
    const name = /^Property '(\w+)' does not exist/.exec(message)?.[1];
    if (name === undefined || !named(name)) return [];
    return action(model, `Declare ${name} in the table`, insertDeclarations(text, library, [name]), marker);
  }
  return [];
}

monaco.languages.registerCodeActionProvider("typescript", {
  async provideCodeActions(model, _range, { markers }) {
    const libraries = await librariesIn(model);
    const actions = libraries.flatMap((library) => [
      ...markers.flatMap((marker) => repairs(model, library, marker)),
      ...action(
        model,
        `Insert the declarations of ${library.name}.h`,
        insertDeclarations(model.getValue(), library, ownFunctions(library)),
      ),
    ]);
    return { actions, dispose: () => {} };
  },
});

monaco.languages.registerHoverProvider("typescript", {
  async provideHover(model, position) {
    const word = model.getWordAtPosition(position);
    if (!word) return null;
    for (const library of await librariesIn(model)) {
      const found = library.functions.find(({ name }) => name === word.word);
      if (found) return { contents: [{ value: describeFunction(found) }] };
    }
    return null;
  },
});
