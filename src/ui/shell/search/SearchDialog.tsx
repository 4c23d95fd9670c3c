import { Dialog } from "@base-ui/react/dialog";
import { useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { find, type Found } from "./find.ts";
import styles from "./Search.module.css";

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Search over all texts of the course, over the page. The arrows move through what was found, Enter goes there. */
export default function SearchDialog({ open, onOpenChange }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup}>
          <Dialog.Title className="visually-hidden">Search the course</Dialog.Title>
          <Search onGo={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Search({ onGo }: { readonly onGo: () => void }) {
  const [words, setWords] = useState("");
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const found = useMemo(() => find(words), [words]);
  const change = (text: string): void => {
    setWords(text);
    setActive(0);
  };
  const go = (entry: Found | undefined): void => {
    if (!entry) return;
    location.hash = entry.href;
    onGo();
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") go(found[active]);
    else if (step === undefined || found.length === 0) return;
    else {
      const next = (active + step + found.length) % found.length;
      setActive(next);
      list.current?.children[next]?.scrollIntoView({ block: "nearest" });
    }
    event.preventDefault();
  };
  return (
    <>
      <input
        className={styles.input}
        type="search"
        role="combobox"
        aria-label="Search the course"
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="A word, a function, a fault"
        value={words}
        onChange={(event) => change(event.target.value)}
        onKeyDown={press}
      />
      <ul className={styles.found} id={id} ref={list} role="listbox" aria-label="What was found">
        {found.map((entry, index) => (
          <li
            key={entry.href}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerMove={() => setActive(index)}
            onClick={() => go(entry)}
          >
            <b>{entry.heading ?? entry.title}</b>
            {entry.heading !== null && <span className={styles.in}>{entry.title}</span>}
            <span className={styles.excerpt}>
              {entry.excerpt.map(({ text, hit }, piece) => (hit ? <mark key={piece}>{text}</mark> : text))}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.count} role="status">
        {words.trim() === ""
          ? "Type to search lessons, pages, faults and the glossary."
          : found.length === 0
            ? `Nothing in the course has “${words.trim()}”.`
            : `${found.length} found. The arrows choose, Enter goes there.`}
      </p>
    </>
  );
}
