import { clsx } from "clsx";
import { ChevronDown, CircleUserRound, LayoutGrid } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { LinkButton } from "@/components/ui/link-button";
import type { ApplicationKey, ShellAccount, ShellApplication, ShellInstitution } from "./shell-types";

type Props = {
  institution: ShellInstitution;
  application: ApplicationKey;
  applications: readonly ShellApplication[];
  account: ShellAccount;
  /** The bell. */
  notifications?: ReactNode;
  /** Opens the navigation of the application on a phone. */
  drawerButton?: ReactNode;
};

const trigger =
  "flex min-h-11 min-w-11 cursor-pointer items-center justify-center gap-2 rounded-md px-2.5 font-semibold hover:bg-surface-sunken sm:px-3";
const panel =
  "absolute right-0 z-20 mt-2 w-[min(22rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface-raised p-2 shadow-overlay";
const entry = "flex min-h-11 items-center rounded-md px-3 py-2 hover:bg-surface-sunken";

/** Who speaks, where else one can go, who one is: the same place on every page. */
export function Banner({ institution, application, applications, account, notifications, drawerButton }: Props) {
  const here = applications.find(({ key }) => key === application);
  return (
    <header className="border-t-4 border-b border-t-accent border-b-line bg-surface-raised print:hidden">
      <div className="mx-auto flex min-h-16 max-w-[90rem] items-center gap-1 px-4 sm:gap-2 sm:px-6">
        {drawerButton}
        <Link href={institution.homeHref} className="mr-auto flex min-h-11 min-w-0 items-center gap-3 rounded-md">
          {institution.logo}
          <span className="min-w-0 leading-tight">
            {/* On a phone a logo says the name: both do not fit. */}
            <span
              className={clsx(
                "line-clamp-2 font-semibold max-sm:text-sm max-sm:leading-tight",
                institution.logo !== undefined && "max-sm:sr-only",
              )}
            >
              <span className={institution.shortName === undefined ? undefined : "max-sm:hidden"}>{institution.name}</span>
              {institution.shortName !== undefined && <span className="sm:hidden">{institution.shortName}</span>}
            </span>
            {here && (
              <span className={clsx("block truncate text-sm text-ink-soft", institution.logo !== undefined && "max-[21rem]:sr-only")}>
                {here.label}
              </span>
            )}
          </span>
        </Link>
        {applications.length > 0 && <Launcher application={application} applications={applications} />}
        {notifications}
        {"name" in account ? <AccountMenu account={account} /> : <Doors {...account} />}
      </div>
    </header>
  );
}

function Launcher({ application, applications }: Pick<Props, "application" | "applications">) {
  return (
    <details data-disclosure className="relative">
      <summary className={trigger}>
        <LayoutGrid aria-hidden size={20} />
        <span className="max-sm:sr-only">Applications</span>
        <ChevronDown aria-hidden size={16} className="rotate-when-open max-sm:hidden" />
      </summary>
      <nav aria-label="Applications" className={`${panel} max-sm:fixed max-sm:inset-x-4 max-sm:w-auto`}>
        <ul>
          {applications.map(({ key, label, description, href }) => (
            <li key={key} data-application={key}>
              <Link
                href={href}
                prefetch={false}
                aria-current={key === application ? "true" : undefined}
                className="flex gap-3 rounded-md px-3 py-2.5 hover:bg-surface-sunken aria-[current]:bg-accent-soft"
              >
                <span aria-hidden className="mt-1.5 size-3 shrink-0 rounded-full bg-accent" />
                <span>
                  <span className="block font-semibold">{label}</span>
                  <span className="block text-sm text-ink-soft">{description}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

function AccountMenu({ account }: { account: Extract<ShellAccount, { name: string }> }) {
  return (
    <details data-disclosure className="relative">
      <summary className={trigger}>
        <Avatar name={account.name} size="small" />
        <span className="max-w-44 truncate max-md:sr-only">
          <span className="sr-only">Votre compte&nbsp;: </span>
          {account.name}
        </span>
        <ChevronDown aria-hidden size={16} className="rotate-when-open max-md:hidden" />
      </summary>
      <div className={`${panel} max-sm:fixed max-sm:inset-x-4 max-sm:w-auto`}>
        <p className="px-3 py-2 leading-snug">
          <span className="block font-semibold">{account.name}</span>
          <span className="block text-sm break-all text-ink-soft">{account.email}</span>
        </p>
        <ul className="border-y border-line py-1">
          {account.links.map(({ label, href }) => (
            <li key={href}>
              <Link href={href} prefetch={false} className={entry}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
        <div className="pt-1">{account.signOut}</div>
      </div>
    </details>
  );
}

function Doors({ signInHref, signUpHref }: { signInHref: string; signUpHref?: string }) {
  return (
    <div className="flex items-center gap-2">
      {signUpHref !== undefined && (
        <LinkButton href={signUpHref} variant="quiet" className="max-sm:hidden">
          Créer un compte
        </LinkButton>
      )}
      <LinkButton href={signInHref} icon={<CircleUserRound aria-hidden size={20} />} className="max-sm:px-3">
        Connexion
      </LinkButton>
    </div>
  );
}
