import Link from "next/link";

export type LinkTab = { label: string; href: string; current: boolean; count?: number };

/** Views of one thing, each with its own address: works without JavaScript and can be bookmarked. */
export function LinkTabs({ tabs, label }: { tabs: readonly LinkTab[]; label: string }) {
  return (
    <nav aria-label={label} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map(({ label: text, href, current, count }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={current ? "page" : undefined}
              className="-mb-px flex min-h-11 items-center gap-2 border-b-3 border-transparent px-3 font-semibold whitespace-nowrap text-ink-soft -outline-offset-3 hover:text-ink aria-[current]:border-accent aria-[current]:text-accent-strong"
            >
              {text}
              {count !== undefined && <span className="rounded-full bg-surface-sunken px-2 text-sm tabular-nums">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
