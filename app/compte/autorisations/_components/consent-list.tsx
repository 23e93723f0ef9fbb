import { Badge } from "@/components/ui/badge";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { dataScopeLabels } from "@/lib/accounts/applications/vocabulary";
import type { ListedConsent } from "@/lib/accounts/consents/list-consents";
import { longDate } from "@/lib/core/format";
import { WithdrawButton } from "./withdraw-button";

/** What each application may read, since when, and the way to take it back. */
export function ConsentList({ consents }: { readonly consents: readonly ListedConsent[] }) {
  return (
    <ul data-outlined className="divide-y divide-line rounded-lg border border-line bg-surface-raised shadow-raised">
      {consents.map(({ id, application, scopes, mode, decidedAt, lastUsedAt }) => {
        const { name } = applicationOf(application);
        return (
          <li key={id} className="flex flex-wrap items-start gap-x-6 gap-y-3 px-5 py-4">
            <div className="min-w-0 flex-[1_1_18rem]">
              <h3 className="flex flex-wrap items-center gap-2 text-base">
                {name}
                {mode === "once" && <Badge tone="info">Cette session seulement</Badge>}
              </h3>
              <p>Lit : {scopes.map((scope) => dataScopeLabels[scope]).join(", ")}</p>
              <p className="text-sm text-ink-soft">
                Autorisée le {longDate(decidedAt)} · dernière utilisation le {longDate(lastUsedAt)}
              </p>
            </div>
            <WithdrawButton consentId={id} name={name} />
          </li>
        );
      })}
    </ul>
  );
}
