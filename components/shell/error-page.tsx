import type { ReactNode } from "react";
import { SupportLine } from "@/components/ui/support-line";
import type { ShellSupport } from "./shell-types";

type Props = {
  title: string;
  /** What happened, in one sentence. */
  what: ReactNode;
  /** What the person can do now. */
  advice: readonly ReactNode[];
  actions?: ReactNode;
  /** Found in the logs. */
  reference?: string | undefined;
  support?: ShellSupport;
};

/** Not found, forbidden, broken, closed for maintenance: what happened, what to do, whom to call. */
export function ErrorPage({ title, what, advice, actions, reference, support }: Props) {
  return (
    <div className="measure py-4 sm:py-10">
      <h1 className="text-2xl sm:text-3xl">{title}</h1>
      <div className="mt-3 text-lg text-ink-soft">{what}</div>
      {advice.length > 0 && (
        <>
          <h2 className="mt-8 text-lg">Que faire&nbsp;?</h2>
          <ul className="mt-2 list-disc space-y-1 pl-5">
            {advice.map((line, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a fixed list
              <li key={index}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {actions !== undefined && <div className="mt-8 flex flex-wrap gap-3">{actions}</div>}
      {(reference !== undefined || support !== undefined) && (
        <div className="mt-10 space-y-1 border-t border-line pt-5">
          {reference !== undefined && (
            <p>
              Référence à donner à l’assistance&nbsp;: <strong className="inline-block font-mono select-all">{reference}</strong>
            </p>
          )}
          {support !== undefined && <SupportLine {...support} />}
        </div>
      )}
    </div>
  );
}
