import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type AlertTone = "info" | "success" | "warning" | "danger";

const tones = {
  info: { box: "border-info bg-info-soft", text: "text-info", Icon: Info, word: "Information" },
  success: { box: "border-success bg-success-soft", text: "text-success", Icon: CircleCheck, word: "Succès" },
  warning: { box: "border-warning bg-warning-soft", text: "text-warning", Icon: TriangleAlert, word: "Attention" },
  danger: { box: "border-danger bg-danger-soft", text: "text-danger", Icon: CircleAlert, word: "Erreur" },
} as const;

type Props = {
  tone?: AlertTone;
  title?: ReactNode;
  /** Only for a message that appears after an act: "status" waits its turn, "alert" interrupts. */
  role?: "status" | "alert";
  children?: ReactNode;
};

/** A message in the page. Its tone is told by icon and word, never by colour alone. */
export function Alert({ tone = "info", title, role, children }: Props) {
  const { box, text, Icon, word } = tones[tone];
  return (
    <div role={role} data-outlined className={clsx("flex gap-3 rounded-md border-l-4 px-4 py-3", box)}>
      <Icon aria-hidden size={22} className={clsx("mt-0.5 shrink-0", text)} />
      <div className="min-w-0 flex-1 space-y-1">
        <p className="sr-only">{word}&nbsp;:</p>
        {title !== undefined && <p className={clsx("font-semibold", text)}>{title}</p>}
        {children !== undefined && <div className="space-y-2 text-ink">{children}</div>}
      </div>
    </div>
  );
}
