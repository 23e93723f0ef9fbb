import { clsx } from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";

export type Step = { label: string; state: "done" | "current" | "todo"; href?: string | undefined };

const words = { done: "Terminée", current: "En cours", todo: "À venir" } as const;

/** Where one is in a process of several pages; finished steps can be links back. */
export function Stepper({ steps, label = "Étapes" }: { steps: readonly Step[]; label?: string }) {
  const index = steps.findIndex(({ state }) => state === "current");
  return (
    <nav aria-label={label} className="mb-8">
      {index >= 0 && (
        <p className="mb-2 text-sm text-ink-soft md:hidden">
          Étape {index + 1} sur {steps.length}&nbsp;: <strong className="text-ink">{steps[index]?.label}</strong>
        </p>
      )}
      <ol className="flex gap-1.5 md:gap-4">
        {steps.map((step, position) => (
          <li key={step.label} aria-current={step.state === "current" ? "step" : undefined} className="step min-w-0 flex-1">
            <span aria-hidden className={clsx("mb-2 block h-1.5 rounded-full", step.state === "todo" ? "bg-line" : "bg-accent")} />
            <span className="flex items-start gap-2 max-md:sr-only">
              <Mark state={step.state} position={position + 1} />
              <span className="min-w-0 pt-0.5 text-sm leading-snug">
                {step.href !== undefined && step.state !== "current" ? (
                  <Link href={step.href} className="link inline-block min-h-6">
                    {step.label}
                  </Link>
                ) : (
                  <span className={clsx(step.state === "current" && "font-semibold", step.state === "todo" && "text-ink-soft")}>
                    {step.label}
                  </span>
                )}
                <span className="sr-only"> – {words[step.state]}</span>
              </span>
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Mark({ state, position }: { state: Step["state"]; position: number }) {
  return (
    <span
      aria-hidden
      className={clsx(
        "flex size-6 shrink-0 items-center justify-center rounded-full border text-xs font-semibold",
        state === "todo" ? "border-line-strong text-ink-soft" : "border-accent",
        state === "done" && "text-accent",
        state === "current" && "bg-accent text-accent-ink",
      )}
    >
      {state === "done" ? <Check size={14} /> : position}
    </span>
  );
}
