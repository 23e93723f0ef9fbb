"use client";

import { X } from "lucide-react";
import { useId, type ReactNode } from "react";

type Props = {
  /** What it explains, after "En savoir plus": "sur vos souhaits d’intervention". */
  about: string;
  title: ReactNode;
  children: ReactNode;
};

/**
 * "En savoir plus": a longer explanation over the page, for what a toggletip cannot hold (EI-06). A native popover, so
 * that it opens and closes without JavaScript; Escape, its button or a press outside give the page back.
 */
export function MoreHelp({ about, title, children }: Props) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} aria-haspopup="dialog" className="link inline-flex min-h-6 items-center font-semibold">
        En savoir plus<span className="sr-only"> {about}</span>
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-labelledby={`${id}-title`}
        tabIndex={-1}
        // What is read next is the explanation. The attribute does it without JavaScript.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onToggle={(event) => {
          if (event.newState === "open") event.currentTarget.focus();
        }}
        data-focus-target
        className="more-help"
      >
        <div className="mb-3 flex items-start justify-between gap-4">
          <h2 id={`${id}-title`} className="text-xl">
            {title}
          </h2>
          <button
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            className="-mt-2 -mr-2 flex size-11 shrink-0 items-center justify-center rounded-md hover:bg-surface-sunken"
          >
            <X aria-hidden size={22} />
            <span className="sr-only">Fermer</span>
          </button>
        </div>
        <div className="space-y-3">{children}</div>
      </div>
    </>
  );
}
