import { TextLink } from "@/components/ui/text-link";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import type { ListedTerms } from "@/lib/accounts/consents/list-consents";
import { findTerms } from "@/lib/accounts/consents/terms/terms.data";
import { dateTime } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";

/** Each version accepted, with its date; the text as it was can be read again. */
export function AcceptedTermsList({ terms }: { readonly terms: readonly ListedTerms[] }) {
  return (
    <ul data-outlined className="divide-y divide-line rounded-lg border border-line bg-surface-raised shadow-raised">
      {terms.map(({ application, document, version, acceptedAt }) => {
        const { name, terms: current } = applicationOf(application);
        const title = current?.document === document ? current.title : document;
        return (
          <li key={`${document} ${version}`} className="px-5 py-4">
            <h3 className="text-base">
              {findTerms(document, version) === null ? title : <TextLink href={paths.account.terms(document, version)}>{title}</TextLink>}
            </h3>
            <p className="text-sm text-ink-soft">
              {name} · version {version} · acceptée le {dateTime(acceptedAt)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
