import { pages } from "../../../course/catalogue.ts";
import { TextBody } from "../../lesson/TextBody.tsx";
import { useLoaded } from "../../parts/use-loaded.ts";
import { WhenLoaded } from "../../parts/WhenLoaded.tsx";
import { Page } from "../../shell/Page.tsx";
import Home from "../home/index.tsx";
import type { PageProps } from "../pages.ts";

/** `#/page/SLUG`: a text of `lessons/pages/`. */
export default function TextPage({ path: [slug = "", heading] }: PageProps) {
  const entry = pages.find((page) => page.slug === slug);
  return entry ? (
    <Text key={slug} entry={entry} heading={heading ?? null} />
  ) : (
    <Home path={[]} lost={`There is no page “${slug}”.`} />
  );
}

function Text({ entry, heading }: { readonly entry: (typeof pages)[number]; readonly heading: string | null }) {
  const text = useLoaded(`page text ${entry.slug}`, entry.load);
  return (
    <Page
      title={entry.title}
      summary={entry.summary}
      heading={heading}
      content={text.state === "loaded" ? text.value : null}
    >
      <WhenLoaded loading={text}>{(value) => <TextBody text={value} />}</WhenLoaded>
    </Page>
  );
}
