import { clsx } from "clsx";
import Link from "next/link";
import type { ComponentProps } from "react";

/** A link in a text or alone on its line, inside the product. */
export function TextLink({ className, ...rest }: Omit<ComponentProps<typeof Link>, "style">) {
  return <Link {...rest} className={clsx("link", className)} />;
}
