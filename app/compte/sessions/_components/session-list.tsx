import { Monitor, Smartphone } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { ListedSession } from "@/lib/accounts/sessions/list-sessions";
import { dateTime } from "@/lib/core/format";
import { RevokeButton } from "./revoke-button";

/** Where the account is open: device, dates, and what ends it. */
export function SessionList({ sessions }: { readonly sessions: readonly ListedSession[] }) {
  return (
    <ul data-outlined className="divide-y divide-line rounded-lg border border-line bg-surface-raised shadow-raised">
      {sessions.map(({ id, device, network, createdAt, lastSeenAt, expiresAt, remember, current }) => {
        const Icon = /iPhone|iPad|Android/u.test(device) ? Smartphone : Monitor;
        return (
          <li key={id} className="flex flex-wrap items-start gap-x-4 gap-y-3 px-5 py-4">
            <Icon aria-hidden size={28} className="mt-1 shrink-0 text-ink-soft" />
            <div className="min-w-0 flex-[1_1_11rem]">
              <h2 className="flex flex-wrap items-center gap-2 text-base">
                {device}
                {current && <Badge tone="success">Cet appareil</Badge>}
              </h2>
              <p>{current ? "Utilisé en ce moment" : `Dernière utilisation le ${dateTime(lastSeenAt)}`}</p>
              <p className="text-sm text-ink-soft">
                Connexion le {dateTime(createdAt)}, depuis l’adresse réseau {network}
                {remember && ", avec « Rester connecté »"}. Sans utilisation, fin le {dateTime(expiresAt)}.
              </p>
            </div>
            {!current && <RevokeButton sessionId={id} device={device} lastSeen={dateTime(lastSeenAt)} />}
          </li>
        );
      })}
    </ul>
  );
}
