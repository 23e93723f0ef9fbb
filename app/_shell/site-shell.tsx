import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { Logo } from "@/components/shell/logo";
import type { ShellAccount, ShellNavigation } from "@/components/shell/shell-types";
import { openTo } from "@/lib/accounts/applications/policy";
import type { ApplicationId } from "@/lib/accounts/applications/vocabulary";
import type { Ctx } from "@/lib/core/ctx";
import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { currentCtx } from "@/lib/entry/current-ctx";
import { readInstitution } from "@/lib/settings/institution";
import { chooseAudienceAction } from "@/app/(information)/cookies/actions";
import { SessionEnd } from "@/components/account/session-end";
import { CookiePanel } from "@/components/audience/cookie-panel";
import { MatomoTag } from "@/components/audience/matomo-tag";
import { readAudience } from "./audience";
import { SignOutButton } from "./sign-out-button";

interface SiteShellProps {
  readonly application: ApplicationId;
  readonly navigation?: ShellNavigation;
  readonly children: ReactNode;
}

/** The one layout of every page, filled with who is signed in and what the institution says of itself. */
export async function SiteShell({ application, navigation, children }: SiteShellProps) {
  const ctx = await currentCtx();
  const [institution, audience] = await Promise.all([readInstitution(ctx), readAudience()]);
  return (
    <AppShell
      application={application}
      institution={{
        name: institution.shortName,
        homeHref: paths.home,
        ...(institution.logo !== null && { logo: <Logo {...institution.logo} /> }),
      }}
      applications={launcher(ctx)}
      account={account(ctx)}
      {...(navigation === undefined ? {} : { navigation })}
      {...(ctx.actor.kind === "account" && {
        notice: <SessionEnd now={ctx.now.toISOString()} expiresAt={ctx.actor.sessionExpiresAt.toISOString()} />,
      })}
      foot={{
        links: footLinks,
        postalAddress: [institution.name, institution.postalAddress],
        version: env.APP_VERSION,
        support: { phone: institution.supportPhone, email: institution.supportAddress, hours: institution.supportHours },
        accessibility: "Accessibilité : partiellement conforme",
      }}
    >
      {children}
      {audience.matomo !== null && audience.choice === null && <CookiePanel action={chooseAudienceAction} />}
      {audience.matomo !== null && audience.choice === "allow" && <MatomoTag {...audience.matomo} />}
    </AppShell>
  );
}

const footLinks = [
  { label: "Accessibilité", href: paths.legal.accessibility },
  { label: "Plan d’accès", href: paths.legal.access },
  { label: "Plan du site", href: paths.legal.siteMap },
  { label: "Mentions légales", href: paths.legal.notices },
  { label: "Cookies", href: paths.legal.cookies },
  { label: "Aide et Contact", href: paths.legal.help },
] as const;

const launcher = ({ actor }: Ctx) =>
  actor.kind === "account" && actor.secondFactor !== "missing"
    ? openTo(actor).map(({ id, name, path, purpose }) => ({ key: id, label: name, href: path, description: purpose }))
    : [];

function account({ actor }: Ctx): ShellAccount {
  if (actor.kind !== "account") return { signInHref: paths.account.signIn(), signUpHref: paths.account.signUp() };
  const links =
    actor.secondFactor === "missing"
      ? []
      : [
          { label: "Mon compte", href: paths.account.home },
          { label: "Mes applications", href: paths.applications },
        ];
  return { name: `${actor.firstName} ${actor.lastName}`, email: actor.address, links, signOut: <SignOutButton /> };
}
