import { Menu } from "@base-ui/react/menu";
import { Check, FlaskConical } from "lucide-react";
import type { ChosenConditions } from "../../state/index.ts";
import { Button } from "../parts/Button.tsx";
import { useRun } from "../playground.ts";
import { ORDINALS } from "./conditions.ts";
import styles from "./ProgramMenu.module.css";
import own from "./ConditionsMenu.module.css";

interface Switch {
  readonly label: string;
  readonly says: string;
  readonly on: (chosenConditions: ChosenConditions) => boolean;
  readonly change: (on: boolean) => Partial<ChosenConditions>;
}

const SWITCHES: readonly Switch[] = [
  {
    label: "Grow memory at every allocation",
    says: "what was viewed before goes stale",
    on: ({ growMemory }) => growMemory,
    change: (on) => ({ growMemory: on }),
  },
  {
    label: "Reuse freed memory at once",
    says: "the next block gets the old address",
    on: ({ reuseAtOnce }) => reuseAtOnce,
    change: (on) => ({ reuseAtOnce: on }),
  },
  ...[1, 2, 3].map((nth): Switch => ({
    label: `Fail C’s ${ORDINALS[nth] ?? ""} malloc`,
    says: "it returns NULL, once",
    on: ({ failMalloc }) => failMalloc === nth,
    change: (on) => ({ failMalloc: on ? nth : null }),
  })),
];

/** What runs shall meet: things that seldom happen by themselves. */
export function ConditionsMenu() {
  const chosenConditions = useRun((run) => run.chosenConditions);
  const set = useRun((run) => run.chooseConditions);
  const active = SWITCHES.filter(({ on }) => on(chosenConditions)).length;
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <Button
            look="quiet"
            className={own.trigger}
            data-active={active > 0}
            aria-label={active > 0 ? `Experiments, ${active} on` : "Experiments"}
            title="Experiments: what runs shall meet"
          />
        }
      >
        <FlaskConical size={16} aria-hidden="true" />
        <span aria-hidden="true">{active > 0 ? `Experiments: ${active}` : "Experiments"}</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={styles.positioner} sideOffset={4} align="end">
          <Menu.Popup className={styles.popup}>
            <Menu.Group>
              <Menu.GroupLabel className={styles.label}>Every run shall meet, until it is switched off</Menu.GroupLabel>
              {SWITCHES.map(({ label, says, on, change }) => (
                <Menu.CheckboxItem
                  key={label}
                  className={styles.item}
                  checked={on(chosenConditions)}
                  closeOnClick={false}
                  onCheckedChange={(checked) => set(change(checked))}
                >
                  <b className={own.name}>
                    <i className={own.box}>
                      <Menu.CheckboxItemIndicator>
                        <Check size={14} aria-hidden="true" />
                      </Menu.CheckboxItemIndicator>
                    </i>
                    {label}
                  </b>
                  <span>{says}</span>
                </Menu.CheckboxItem>
              ))}
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
