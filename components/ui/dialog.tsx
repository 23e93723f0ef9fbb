"use client";

import { lazy, Suspense, useState, type ReactNode } from "react";
import { Button } from "./button";
import type { ButtonSize, ButtonVariant } from "./button-class";

// The dialog and its library come when it is first opened.
const DialogPanel = lazy(() => import("./dialog-panel").then((module) => ({ default: module.DialogPanel })));

type Props = {
  /** Text of the button that opens it. */
  trigger: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  title: ReactNode;
  /** The content; a function receives what closes the dialog. */
  children: ReactNode | ((close: () => void) => ReactNode);
};

/** A button and the dialog it opens. */
export function Dialog({ trigger, title, children, variant = "secondary", ...look }: Props) {
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const close = () => {
    setOpener(null);
    // Safari gives no focus to a pressed button, so the library could not give it back.
    setTimeout(() => opener?.focus());
  };
  return (
    <>
      <Button
        {...look}
        variant={variant}
        aria-haspopup="dialog"
        aria-expanded={opener !== null}
        onClick={(event) => {
          setOpener(event.currentTarget);
        }}
      >
        {trigger}
      </Button>
      {opener && (
        <Suspense fallback={null}>
          <DialogPanel title={title} onClose={close}>
            {typeof children === "function" ? children(close) : children}
          </DialogPanel>
        </Suspense>
      )}
    </>
  );
}
