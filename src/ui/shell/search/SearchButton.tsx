import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "../../parts/Button.tsx";
import { loadedPart } from "../../parts/loaded-part.tsx";
import styles from "../Header.module.css";

/** The index and what shows it load when they are wanted. */
const SearchDialog = loadedPart("The search", () => import("./SearchDialog.tsx"));

/** Opens the search; so does the key / wherever nothing is typed. */
export function SearchButton() {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const show = (): void => {
    setWanted(true);
    setOpen(true);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (
        event.target instanceof Element &&
        event.target.closest("input, textarea, select, [contenteditable], [role=textbox]")
      )
        return;
      event.preventDefault();
      show();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return (
    <>
      <Button look="quiet" className={styles.icon} aria-label="Search the course" title="Search (/)" onClick={show}>
        <Search size={17} aria-hidden="true" />
      </Button>
      {wanted && <SearchDialog open={open} onOpenChange={setOpen} />}
    </>
  );
}
