import { clsx } from "clsx";
import type { ReactNode } from "react";
import { LiveRegion } from "@/components/ui/live-region";
import { SkipLink } from "@/components/ui/skip-link";
import { Banner } from "./banner";
import { Foot } from "./foot";
import { DrawerButton, Navigation } from "./navigation";
import { ShellBehaviour } from "./shell-behaviour";
import type { ApplicationKey, ShellAccount, ShellApplication, ShellFoot, ShellInstitution, ShellNavigation } from "./shell-types";

type Props = {
  application: ApplicationKey;
  institution: ShellInstitution;
  applications: readonly ShellApplication[];
  account: ShellAccount;
  foot: ShellFoot;
  /** Absent on pages without an application of their own: the content is then centred. */
  navigation?: ShellNavigation;
  notifications?: ReactNode;
  breadcrumb?: ReactNode;
  /** Between the banner and the page: maintenance announced, session about to end. */
  notice?: ReactNode;
  children: ReactNode;
};

/** The one layout of the five applications and the back office. */
export function AppShell({
  application,
  institution,
  applications,
  account,
  foot,
  navigation,
  notifications,
  breadcrumb,
  notice,
  children,
}: Props) {
  return (
    <div data-shell data-application={application} className="flex min-h-dvh flex-col">
      <SkipLink />
      <ShellBehaviour />
      <Banner
        institution={institution}
        application={application}
        applications={applications}
        account={account}
        notifications={notifications}
        drawerButton={navigation && <DrawerButton />}
      />
      {notice}
      <div
        data-shell-body
        className={clsx(
          "mx-auto w-full max-w-[90rem] flex-1 px-4 sm:px-6",
          navigation && "lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-10",
        )}
      >
        {navigation && <Navigation {...navigation} />}
        <div className="min-w-0 pt-5 pb-16">
          {breadcrumb}
          <main id="contenu" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      <Foot institution={institution} {...foot} />
      <LiveRegion />
      {/* React Aria adds a <style> unless an element has this name; the CSP refuses it, globals.css holds its rule. */}
      <template id="react-aria-pressable-style" />
    </div>
  );
}
