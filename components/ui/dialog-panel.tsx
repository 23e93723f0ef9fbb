"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { currentApplication } from "./current-application";

type Props = {
  title: ReactNode;
  /** "alertdialog" for a question that must be answered. */
  role?: "dialog" | "alertdialog";
  onClose: () => void;
  children: ReactNode;
};

/** An open dialog: keeps the focus, closes with Escape or a press outside, gives the focus back. Loaded on demand. */
export function DialogPanel({ title, role = "dialog", onClose, children }: Props) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={role === "dialog"}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      data-application={currentApplication()}
      className="fixed inset-0 z-50 flex items-end justify-center overflow-y-auto bg-black/50 sm:items-center sm:p-6"
    >
      <Modal className="max-h-full w-full overflow-y-auto rounded-t-lg border border-line bg-surface-raised text-ink shadow-overlay sm:max-w-xl sm:rounded-lg">
        <Dialog role={role} className="p-5 outline-none sm:p-7">
          <div className="mb-4 flex items-start justify-between gap-4">
            <Heading slot="title" level={2} className="text-xl">
              {title}
            </Heading>
            <button
              type="button"
              onClick={onClose}
              className="-mt-2 -mr-2 flex size-11 shrink-0 items-center justify-center rounded-md hover:bg-surface-sunken"
            >
              <X aria-hidden size={22} />
              <span className="sr-only">Fermer</span>
            </button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
