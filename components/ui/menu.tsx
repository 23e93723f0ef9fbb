"use client";

import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Menu as AriaMenu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { buttonClass, type ButtonSize, type ButtonVariant } from "./button-class";
import { currentApplication } from "./current-application";

export type MenuEntry = { id: string; label: string; icon?: ReactNode; danger?: boolean; disabled?: boolean } & (
  | { href: string }
  | { onAction: () => void }
);

type Props = {
  label: ReactNode;
  /** Full name when the label is an icon or the same on every row ("Actions pour Claire Martin"). */
  ariaLabel?: string;
  entries: readonly MenuEntry[];
  variant?: ButtonVariant;
  size?: ButtonSize;
  chevron?: boolean;
};

/** A button that opens a list of acts. What it offers must also be reachable without JavaScript. */
export function Menu({ label, ariaLabel, entries, variant = "secondary", size, chevron = true }: Props) {
  const router = useRouter();
  return (
    <MenuTrigger>
      <Button {...(ariaLabel !== undefined && { "aria-label": ariaLabel })} className={buttonClass(variant, size)}>
        {label}
        {chevron && <ChevronDown aria-hidden size={16} />}
      </Button>
      <Popover
        data-application={typeof document === "undefined" ? undefined : currentApplication()}
        placement="bottom start"
        className="min-w-56 rounded-lg border border-line bg-surface-raised p-1.5 text-ink shadow-overlay"
      >
        <AriaMenu
          className="outline-none"
          onAction={(key) => {
            const entry = entries.find(({ id }) => id === key);
            if (!entry) return;
            if ("href" in entry) router.push(entry.href);
            else entry.onAction();
          }}
        >
          {entries.map(({ id, label: text, icon, danger, disabled = false }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={text}
              isDisabled={disabled}
              className={clsx(
                "flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 py-2 -outline-offset-2 data-[disabled]:cursor-not-allowed data-[disabled]:text-ink-soft data-[focused]:bg-surface-sunken",
                danger && "text-danger",
              )}
            >
              {icon}
              {text}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
