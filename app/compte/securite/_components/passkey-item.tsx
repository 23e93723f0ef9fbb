import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import type { PasskeyRow } from "@/lib/accounts/second-factor/read-factors";
import { longDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";

export function PasskeyItem({ passkey }: { readonly passkey: PasskeyRow }) {
  const { id, name, createdAt, lastUsedAt, backedUp } = passkey;
  return (
    <li className="py-4 first:pt-0">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
            <span className="break-words">{name}</span>
            {backedUp && <Badge tone="info">Synchronisée entre vos appareils</Badge>}
          </p>
          <p className="text-sm text-ink-soft">
            Ajoutée le {longDate(createdAt)}.{" "}
            {lastUsedAt === null ? "Pas encore utilisée." : `Dernière utilisation le ${longDate(lastUsedAt)}.`}
          </p>
        </div>
        <div className="flex gap-2">
          <LinkButton
            href={paths.account.passkey(id)}
            prefetch={false}
            variant="quiet"
            size="small"
            aria-label={`Renommer la clé d’accès ${name}`}
          >
            Renommer
          </LinkButton>
          <LinkButton
            href={paths.account.removeFactor({ moyen: id })}
            prefetch={false}
            variant="secondary"
            size="small"
            aria-label={`Retirer la clé d’accès ${name}`}
          >
            Retirer
          </LinkButton>
        </div>
      </div>
    </li>
  );
}
