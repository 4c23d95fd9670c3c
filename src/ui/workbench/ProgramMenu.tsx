import { Menu } from "@base-ui/react/menu";
import { ChevronDown } from "lucide-react";
import { FAULTS } from "../../faults/codes.ts";
import type { Mistake } from "../../contract/lesson.ts";
import { Button } from "../parts/Button.tsx";
import { useProgram } from "../playground.ts";
import { PROGRAM, useView } from "../view.ts";
import styles from "./ProgramMenu.module.css";

/** Puts one of the lesson's own programs into the editor. What it replaces can be brought back. */
export function ProgramMenu({ mistakes }: { readonly mistakes: readonly Mistake[] }) {
  const load = useProgram((program) => program.load);
  const undo = useProgram((program) => program.undo);
  const undoLoad = useProgram((program) => program.undoLoad);
  const openFile = useView((view) => view.openFile);
  const choose = (program: Parameters<typeof load>[0]): void => {
    load(program);
    openFile(PROGRAM);
  };
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button look="quiet" />}>
        Load
        <ChevronDown size={15} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={styles.positioner} sideOffset={4} align="end">
          <Menu.Popup className={styles.popup}>
            <Menu.Item className={styles.item} onClick={() => choose("starter")}>
              Starter
              <span>where the lesson begins</span>
            </Menu.Item>
            <Menu.Item className={styles.item} onClick={() => choose("solution")}>
              Solution
              <span>the safe wrapper, finished</span>
            </Menu.Item>
            {undo && (
              <Menu.Item className={styles.item} onClick={undoLoad}>
                Mine
                <span>what was here before the last load</span>
              </Menu.Item>
            )}
            <Menu.Separator className={styles.separator} />
            <Menu.Group>
              <Menu.GroupLabel className={styles.label}>
                Mistakes: run one and see what it is blamed for
              </Menu.GroupLabel>
              {mistakes.map(({ name, title, fault }) => (
                <Menu.Item key={name} className={styles.item} onClick={() => choose({ mistake: name })}>
                  {title}
                  <span>
                    {fault} {FAULTS[fault].name}
                  </span>
                </Menu.Item>
              ))}
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
