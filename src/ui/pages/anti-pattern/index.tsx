import { antiPatterns, type PairText } from "../../../course/catalogue.ts";
import { FAULTS } from "../../../faults/codes.ts";
import { pageLink } from "../../../state/index.ts";
import { ProgramPair } from "../../lesson/ProgramPair.tsx";
import { TextBody } from "../../lesson/TextBody.tsx";
import { useLoaded } from "../../parts/use-loaded.ts";
import { WhenLoaded } from "../../parts/WhenLoaded.tsx";
import { Page } from "../../shell/Page.tsx";
import Home from "../home/index.tsx";
import type { PageProps } from "../pages.ts";
import styles from "./AntiPattern.module.css";

/** `#/anti-pattern/SLUG`: a habit that ends in a fault, and the one to have instead, run side by side. */
export default function AntiPattern({ path: [slug = "", heading] }: PageProps) {
  const entry = antiPatterns.find((each) => each.slug === slug);
  if (!entry) return <Home path={[]} lost={`There is no anti-pattern “${slug}”.`} />;
  return <OneAntiPattern key={slug} entry={entry} heading={heading ?? null} />;
}

interface Props {
  readonly entry: (typeof antiPatterns)[number];
  readonly heading: string | null;
}

function OneAntiPattern({ entry, heading }: Props) {
  const pair = useLoaded<PairText>(`anti-pattern ${entry.slug}`, entry.load);
  return (
    <Page
      title={entry.title}
      kind="Anti-pattern"
      summary={entry.summary}
      heading={heading}
      content={pair.state === "loaded" ? pair.value.text : null}
      width="wide"
    >
      <WhenLoaded loading={pair}>
        {(value) => (
          <>
            <ProgramPair pair={value} />
            <div className={styles.text}>
              <TextBody text={value.text} />
              <p className={styles.fault}>
                The playground calls it{" "}
                <a href={pageLink("fault", value.wrong.mistake.fault)}>
                  {value.wrong.mistake.fault} {FAULTS[value.wrong.mistake.fault].name}
                </a>
                .
              </p>
            </div>
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}
