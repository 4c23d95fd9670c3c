import reference from "virtual:reference";
import { TextBody } from "../../lesson/TextBody.tsx";
import { Page } from "../../shell/Page.tsx";
import type { PageProps } from "../pages.ts";
import { Contents } from "./Contents.tsx";
import { entry } from "./entry.ts";

/** `#/reference/NAME`: the module `"ffi"`, as its docstrings say. */
const Reference = ({ path: [name] }: PageProps) => (
  <Page title={entry.title} kind="Reference" summary={entry.summary} heading={name ?? null} content={reference}>
    <Contents headings={reference.headings} />
    <TextBody text={reference} />
  </Page>
);

export default Reference;
