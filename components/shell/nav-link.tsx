"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = { href: string; exact?: boolean | undefined; className: string; children: ReactNode };

/** A link that knows whether it leads to the page one is on. */
export function NavLink({ href, exact, className, children }: Props) {
  const path = usePathname();
  const target = href.split(/[?#]/)[0] ?? "";
  const here = path === target;
  const inside = exact !== true && target !== "" && path.startsWith(`${target}/`);
  return (
    <Link href={href} prefetch={false} aria-current={here ? "page" : inside ? "true" : undefined} className={className}>
      {children}
    </Link>
  );
}
