import glossary from "virtual:glossary";
import { TextBody } from "../../lesson/TextBody.tsx";
import { Page } from "../../shell/Page.tsx";
import type { PageProps } from "../pages.ts";
import { entry } from "./entry.ts";

/** `#/glossary/TERM`: every word that the lessons explain once. */
const Glossary = ({ path: [term] }: PageProps) => (
  <Page title={entry.title} summary={entry.summary} heading={term ?? null} content={glossary}>
    <TextBody text={glossary} />
  </Page>
);

export default Glossary;
