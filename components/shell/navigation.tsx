import { Menu, X } from "lucide-react";
import { NavLink } from "./nav-link";
import type { NavigationLink, ShellNavigation } from "./shell-types";

const drawerId = "navigation";

/**
 * The navigation of the application: a column at the left, a drawer on a phone.
 * The drawer is a native popover: it opens without JavaScript and closes with Escape or a press outside.
 */
export function Navigation({ title, groups }: ShellNavigation) {
  return (
    <div id={drawerId} popover="auto" data-drawer className="drawer print:hidden">
      <div className="mb-2 flex items-center justify-between lg:hidden">
        <p className="px-3 font-semibold">{title}</p>
        <button
          type="button"
          popoverTarget={drawerId}
          popoverTargetAction="hide"
          className="flex size-11 items-center justify-center rounded-md hover:bg-surface-sunken"
        >
          <X aria-hidden size={22} />
          <span className="sr-only">Fermer le menu</span>
        </button>
      </div>
      <nav aria-label={title} className="space-y-6">
        {groups.map((group, index) => (
          <div key={group.title ?? index}>
            {group.title !== undefined && <p className="mb-1 px-3 text-sm font-semibold text-ink-soft">{group.title}</p>}
            <ul className="space-y-0.5">
              {group.links.map((link) => (
                <li key={link.href}>
                  <Entry {...link} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </div>
  );
}

function Entry({ label, href, icon, exact, except, count }: NavigationLink) {
  return (
    <NavLink
      href={href}
      exact={exact}
      except={except}
      className="flex min-h-11 items-center gap-3 rounded-md border-l-4 border-transparent py-2 pr-3 pl-2 leading-snug text-ink hover:bg-surface-sunken aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent-strong"
    >
      {icon}
      <span className="min-w-0 flex-1">{label}</span>
      {count !== undefined && count > 0 && (
        <span className="rounded-full bg-accent px-2 text-sm font-semibold text-accent-ink">
          {count}
          <span className="sr-only"> en attente</span>
        </span>
      )}
    </NavLink>
  );
}

/** Opens the drawer; only on screens too narrow for the column. */
export function DrawerButton() {
  return (
    <button
      data-drawer-button
      type="button"
      popoverTarget={drawerId}
      className="-ml-2 flex size-11 shrink-0 items-center justify-center rounded-md hover:bg-surface-sunken lg:hidden"
    >
      <Menu aria-hidden size={24} />
      <span className="sr-only">Menu</span>
    </button>
  );
}
