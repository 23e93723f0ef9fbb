"use client";

import { use, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-class";
import { FormContext } from "./form-context";

type Props = {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Sent with the form when this button is pressed. */
  name?: string;
  value?: string;
  /** For drafts: posts without checking first. */
  skipChecks?: boolean;
  className?: string;
};

/** The button that posts the form around it. A second press while it is sent does nothing. */
export function SubmitButton({ children, skipChecks, ...rest }: Props) {
  const pending = use(FormContext)?.pending ?? false;
  return (
    <Button {...rest} type="submit" pending={pending} formNoValidate={skipChecks}>
      {pending ? "Envoi en cours…" : children}
    </Button>
  );
}
