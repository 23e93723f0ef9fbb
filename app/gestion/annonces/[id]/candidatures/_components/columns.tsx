import type { Column } from "@/components/table/column";
import { ApplicationStateBadge } from "@/components/trainers/application-state-badge";
import { MatchList } from "@/components/trainers/match-list";
import { TextLink } from "@/components/ui/text-link";
import { shownPhone } from "@/lib/accounts/phone/rules";
import { shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import type { Received } from "@/lib/trainers/applications/received-applications";

/** A person, what they say, why they fit, how to reach them, and where their application is (AD-05). */
export const receivedColumns: readonly Column<Received>[] = [
  {
    id: "person",
    header: "Candidature",
    rowHeader: true,
    className: "min-w-72",
    cell: ({ profileId, firstName, lastName, comment }) => (
      <>
        <TextLink href={paths.manage.trainer(profileId)} prefetch={false}>
          {firstName} {lastName}
        </TextLink>
        {comment !== "" && <p className="mt-1 max-w-prose font-normal whitespace-pre-line">{comment}</p>}
      </>
    ),
  },
  { id: "match", header: "Correspondance", className: "min-w-48", cell: ({ match }) => <MatchList parts={match} /> },
  {
    id: "contact",
    header: "Contact",
    cell: ({ address, mobile, phone }) => (
      <ul className="space-y-1">
        {address !== null && (
          <li>
            <a className="link break-all" href={`mailto:${address}`}>
              {address}
            </a>
          </li>
        )}
        {[...new Set([mobile, phone])].map(
          (number) =>
            number !== null && (
              <li key={number}>
                <a className="link whitespace-nowrap" href={`tel:${number.replaceAll(/[^\d+]/gu, "")}`}>
                  {shownPhone(number)}
                </a>
              </li>
            ),
        )}
      </ul>
    ),
  },
  {
    id: "state",
    header: "État",
    sortable: true,
    cell: ({ state, reason, lastActionAt }) => (
      <>
        <ApplicationStateBadge state={state} />
        <span className="block text-sm text-ink-soft">le {shortDate(lastActionAt)}</span>
        {reason !== null && <span className="mt-1 block max-w-64 text-sm whitespace-pre-line">{reason}</span>}
      </>
    ),
  },
  { id: "sentAt", header: "Reçue le", sortable: true, cell: ({ sentAt }) => (sentAt === null ? "" : shortDate(sentAt)) },
];
