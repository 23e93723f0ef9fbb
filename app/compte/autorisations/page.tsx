import { AccountBreadcrumb } from "@/app/compte/_components/account-breadcrumb";
import { ShieldCheck } from "lucide-react";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listAcceptedTerms, listConsents } from "@/lib/accounts/consents/list-consents";
import { plural } from "@/lib/core/format";
import { page, titled } from "@/lib/entry/page";
import { readSettings } from "@/lib/settings/read-settings";
import { AcceptedTermsList } from "./_components/accepted-terms-list";
import { ConsentList } from "./_components/consent-list";

export const metadata = titled("Autorisations");

/** Consents and accepted terms: what was decided, when, and the way to take it back (MC-13, MC-14). */
export default page({ name: "account.consents", policy: "signed_in" }, async (ctx) => {
  const [consents, terms, settings] = await Promise.all([listConsents(ctx), listAcceptedTerms(ctx), readSettings(ctx)]);
  const unused = plural(settings["consent.unusedMonths"], "mois", "mois");
  return (
    <>
      <AccountBreadcrumb current="Autorisations" />
      <PageHeader
        title="Autorisations"
        lead="Les applications que vous avez autorisées à lire des informations de votre compte, et les conditions que vous avez acceptées."
      />
      <div className="max-w-3xl">
        <Section
          title="Applications autorisées"
          lead={`Une autorisation qui ne sert pas pendant ${unused} prend fin ; un courriel vous prévient un mois avant.`}
        >
          {consents.length === 0 ? (
            <EmptyState title="Aucune application autorisée" icon={<ShieldCheck aria-hidden size={32} />}>
              Quand une application aura besoin de lire votre compte, elle vous le demandera. Vos accords seront listés ici.
            </EmptyState>
          ) : (
            <ConsentList consents={consents} />
          )}
        </Section>
        <Section title="Conditions acceptées">
          {terms.length === 0 ? (
            <p className="text-ink-soft">Vous n’avez pas encore eu de conditions à accepter.</p>
          ) : (
            <AcceptedTermsList terms={terms} />
          )}
        </Section>
      </div>
    </>
  );
});
