import { LifeBuoy } from "lucide-react";

type Props = { phone?: string; email?: string; hours?: string };

/** Whom to call: the number is a link that phones understand. */
export function SupportLine({ phone, email, hours }: Props) {
  if (phone === undefined && email === undefined) return null;
  return (
    <p className="inline-flex flex-wrap items-center gap-x-2">
      <LifeBuoy aria-hidden size={18} className="shrink-0 text-ink-soft" />
      <span>Besoin d’aide&nbsp;?</span>
      {phone !== undefined && (
        <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} className="link inline-flex min-h-6 items-center font-semibold whitespace-nowrap">
          {phone}
        </a>
      )}
      {email !== undefined && (
        <a href={`mailto:${email}`} className="link inline-flex min-h-6 items-center font-semibold break-all">
          {email}
        </a>
      )}
      {hours !== undefined && <span className="text-ink-soft">{hours}</span>}
    </p>
  );
}
