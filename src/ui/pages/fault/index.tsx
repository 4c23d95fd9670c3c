import faults from "virtual:faults";
import { FAULT_CODES, FAULTS, type FaultCode } from "../../../faults/codes.ts";
import type { FaultText } from "../../../course/catalogue.ts";
import { lessonLink, pageLink } from "../../../state/index.ts";
import { ProgramPair } from "../../lesson/ProgramPair.tsx";
import { TextBody } from "../../lesson/TextBody.tsx";
import { useLoaded } from "../../parts/use-loaded.ts";
import { WhenLoaded } from "../../parts/WhenLoaded.tsx";
import { Page } from "../../shell/Page.tsx";
import Home from "../home/index.tsx";
import type { PageProps } from "../pages.ts";
import styles from "./Fault.module.css";

/** `#/fault/FFI004`: the page of a fault. `#/fault`: all of them. */
export default function Fault({ path: [name, heading] }: PageProps) {
  if (name === undefined) return <AllFaults />;
  const code = FAULT_CODES.find((each) => each === name.toUpperCase() || FAULTS[each].name === name);
  if (code === undefined) return <Home path={[]} lost={`There is no fault “${name}”.`} />;
  return <OneFault key={code} code={code} heading={heading ?? null} />;
}

function OneFault({ code, heading }: { readonly code: FaultCode; readonly heading: string | null }) {
  const load = faults[code]?.load;
  const text = useLoaded(`fault ${code}`, () => load?.() ?? Promise.reject(new Error(code)));
  const { name, title } = FAULTS[code];
  const loaded = text.state === "loaded" ? text.value : null;
  return (
    <Page
      title={`${code} ${name}`}
      kind="Fault"
      summary={`${loaded?.title ?? title}.`}
      heading={heading}
      content={loaded?.text ?? null}
      width="wide"
    >
      {load ? (
        <WhenLoaded loading={text}>{(value) => <FaultBody fault={value} />}</WhenLoaded>
      ) : (
        <p>No more has been written about it yet.</p>
      )}
    </Page>
  );
}

const FaultBody = ({ fault }: { readonly fault: FaultText }) => (
  <>
    <div className={styles.text}>
      <TextBody text={fault.text} />
    </div>
    <ProgramPair pair={fault} />
    {fault.met.length > 0 && (
      <section className={styles.text} aria-labelledby="met">
        <h2 id="met">Where the course meets it</h2>
        <ul className={styles.met}>
          {fault.met.map(({ kind, slug, title, program }) => (
            <li key={`${slug} ${program}`}>
              <a href={kind === "lesson" ? lessonLink(slug) : pageLink("anti-pattern", slug)}>{title}</a>: {program}
            </li>
          ))}
        </ul>
      </section>
    )}
  </>
);

const AllFaults = () => (
  <Page title="The twenty faults" summary="What the playground finds, by its code.">
    <ul className={styles.all}>
      {FAULT_CODES.map((code) => (
        <li key={code}>
          <a href={pageLink("fault", code)}>
            <b>{code}</b> {FAULTS[code].name}
          </a>
          <span>{FAULTS[code].title}</span>
        </li>
      ))}
    </ul>
  </Page>
);
