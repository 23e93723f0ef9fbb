import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { buttonClass, type ButtonSize, type ButtonVariant } from "./button-class";

type Props = Omit<ComponentProps<typeof Link>, "style"> & { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode };

/** A link that goes somewhere and looks like a button. */
export function LinkButton({ variant, size, icon, className, children, ...rest }: Props) {
  return (
    <Link {...rest} className={buttonClass(variant, size, className)}>
      {icon}
      {children}
    </Link>
  );
}
