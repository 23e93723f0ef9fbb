import { CircleHelp } from "lucide-react";
import { useId, type ReactNode } from "react";

type Props = { /** What it explains: "le numéro d’immatriculation". */ about: string; /** Words and links only. */ children: ReactNode };

/**
 * Context help opened by a press, a key or a touch (never by hovering alone). A native popover: works without
 * JavaScript, closes with Escape or a press outside. Stands beside a label, never inside it.
 */
export function Toggletip({ about, children }: Props) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="inline-flex size-8 items-center justify-center rounded-full align-middle text-accent hover:bg-accent-soft"
      >
        <CircleHelp aria-hidden size={20} />
        <span className="sr-only">Aide sur {about}</span>
      </button>
      <span id={id} popover="auto" role="note" className="toggletip">
        {children}
      </span>
    </>
  );
}
