import type { ComponentProps, ReactNode } from "react";
import { buttonClass, type ButtonSize, type ButtonVariant } from "./button-class";
import { Spinner } from "./spinner";

type Props = Omit<ComponentProps<"button">, "style" | "disabled"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Under way: stays focusable, says it is busy, does nothing more. */
  pending?: boolean;
  /** Cannot be used now; prefer a sentence beside it that says why. */
  disabled?: boolean;
};

/** A native button. `type` is "button" unless told, so that it never posts a form by accident. */
export function Button({ variant, size, icon, pending, disabled, className, children, type = "button", ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled}
      aria-disabled={pending ? true : rest["aria-disabled"]}
      className={buttonClass(variant, size, className)}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}
