"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { DialogPanel } from "./dialog-panel";

type Props = {
  title: ReactNode;
  body: ReactNode;
  /** Says the act, never "OK": "Retirer la personne". */
  confirmLabel: string;
  danger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before an act that matters; "Annuler" takes the focus first. */
export function ConfirmDialog({ title, body, confirmLabel, danger = false, onConfirm, onClose }: Props) {
  const confirm = () => {
    onClose();
    onConfirm();
  };
  return (
    <DialogPanel role="alertdialog" title={title} onClose={onClose}>
      <div className="text-ink-soft">{body}</div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- where the focus enters the dialog: on the harmless choice */}
        <Button variant="secondary" autoFocus onClick={onClose}>
          Annuler
        </Button>
        <Button variant={danger ? "danger" : "primary"} onClick={confirm}>
          {confirmLabel}
        </Button>
      </div>
    </DialogPanel>
  );
}
