"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = {
  href: string;
  exact?: boolean | undefined;
  except?: readonly string[] | undefined;
  className: string;
  children: ReactNode;
};

const none: readonly string[] = [];

/** A link that knows whether it leads to the page one is on. */
export function NavLink({ href, exact, except = none, className, children }: Props) {
  const path = usePathname();
  const target = href.split(/[?#]/)[0] ?? "";
  const here = path === target;
  const inside = exact !== true && target !== "" && path.startsWith(`${target}/`) && !except.some((other) => path.startsWith(other));
  return (
    <Link href={href} prefetch={false} aria-current={here ? "page" : inside ? "true" : undefined} className={className}>
      {children}
    </Link>
  );
}
